/* pv-sensibilite-pane.h: which weight moves which dossier across the line
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "classement/pv-sensibilite.h"
#include "context/pv-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_SENSIBILITE_PANE (pv_sensibilite_pane_get_type ())

/* A table: for each criterion, who enters and who leaves when its weight falls or rises by 20 %.
 * Numbers of dossiers are links that open them. */
G_DECLARE_FINAL_TYPE (PvSensibilitePane, pv_sensibilite_pane, PV, SENSIBILITE_PANE, AdwBin)

/**
 * pv_sensibilite_pane_set:
 * @classement: (nullable): %NULL stops and empties
 *
 * Computes in a worker, with its progress and a button that stops it.
 */
void
pv_sensibilite_pane_set (PvSensibilitePane *self, PvContext *context, PvClassement *classement);

G_END_DECLS
