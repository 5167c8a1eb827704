/* pv-deport-dialog.h: an institution takes no part in the decision on some dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_DEPORT_DIALOG (pv_deport_dialog_get_type ())

/* Responses: `cancel`, `record`. */
G_DECLARE_FINAL_TYPE (PvDeportDialog, pv_deport_dialog, PV, DEPORT_DIALOG, AdwMessageDialog)

/**
 * pv_deport_dialog_new:
 * @label: of the séance, for the history
 * @lignes: (element-type gint64): keys of lines of the agenda
 * @numeros: of their dossiers, in words
 */
PvDeportDialog *pv_deport_dialog_new (GtkWindow *parent,
                                      PvContext *context,
                                      gint64 seance_id,
                                      const char *label,
                                      GArray *lignes,
                                      const char *numeros);

G_END_DECLS
