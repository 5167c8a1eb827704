/* pv-plan-matrice.h: the plan of financing of several dossiers: funder × stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier/pv-dossier-plan-store.h"

G_BEGIN_DECLS

#define PV_TYPE_PLAN_MATRICE (pv_plan_matrice_get_type ())

/* PvPlanMatrice: a card: what is balanced or not, then a row per payer, and their sums. */
G_DECLARE_FINAL_TYPE (PvPlanMatrice, pv_plan_matrice, PV, PLAN_MATRICE, AdwBin)

void pv_plan_matrice_show (PvPlanMatrice *self, const PvDossierPlan *plan);

/* (transfer full): the same as a table: cells apart by tabs, rows by ends of line. */
char *pv_plan_matrice_to_text (const PvDossierPlan *plan);

G_END_DECLS
