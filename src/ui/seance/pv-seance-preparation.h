/* pv-seance-preparation.h: a séance that is prepared: its agenda, who sits, who is recused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_PREPARATION (pv_seance_preparation_get_type ())

/* Action: preparation.ouvrir. */
G_DECLARE_FINAL_TYPE (PvSeancePreparation, pv_seance_preparation, PV, SEANCE_PREPARATION, AdwBin)

GtkWidget *pv_seance_preparation_new (PvContext *context);

void pv_seance_preparation_show (PvSeancePreparation *self, const PvSeanceResume *resume);

G_END_DECLS
