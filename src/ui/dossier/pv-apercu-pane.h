/* pv-apercu-pane.h: a dossier at a glance, beside the list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commun/pv-etape.h"
#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_APERCU_PANE (pv_apercu_pane_get_type ())

G_DECLARE_FINAL_TYPE (PvApercuPane, pv_apercu_pane, PV, APERCU_PANE, AdwBin)

void pv_apercu_pane_set_context (PvApercuPane *self, PvContext *context);

/**
 * pv_apercu_pane_show:
 * @id: a dossier, or 0 for none
 * @etape: the stage shown beside what was asked for
 *
 * Reads it in a worker; what was under way is given up. The same dossier is read again
 * in place.
 */
void pv_apercu_pane_show (PvApercuPane *self, gint64 id, PvEtape etape);

G_END_DECLS
