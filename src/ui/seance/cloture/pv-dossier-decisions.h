/* pv-dossier-decisions.h: what the séances decided of a dossier, one line each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "pv-db.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_DECISIONS (pv_dossier_decisions_get_type ())

/* Hidden while no séance has the dossier on its agenda; a line opens its séance. */
G_DECLARE_FINAL_TYPE (PvDossierDecisions, pv_dossier_decisions, PV, DOSSIER_DECISIONS, AdwBin)

void pv_dossier_decisions_show (PvDossierDecisions *self, PvDb *db, gint64 dossier_id);

G_END_DECLS
