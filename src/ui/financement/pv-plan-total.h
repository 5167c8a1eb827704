/* pv-plan-total.h: a line of sums under the payers of the plan of financing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commun/pv-etape.h"
#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_PLAN_TOTAL (pv_plan_total_get_type ())

/* Property: `title`. Its columns are those of PvPlanRow. */
G_DECLARE_FINAL_TYPE (PvPlanTotal, pv_plan_total, PV, PLAN_TOTAL, AdwBin)

/* The cell of a column, for who aligns them; (transfer none) */
GtkWidget *pv_plan_total_get_cell (PvPlanTotal *self, guint column);

/* @tentative: not all have answered at this stage */
void
pv_plan_total_set_montant (PvPlanTotal *self, PvEtape etape, PvCents cents, gboolean tentative);

/* An empty cell. */
void pv_plan_total_clear (PvPlanTotal *self, PvEtape etape);

/* What is missing to balance, as pv-plan.h says it: with its icon, in words when it is not known.
 */
void pv_plan_total_set_manque (PvPlanTotal *self, PvEtape etape, PvCents manque);

/* In basis points. */
void pv_plan_total_set_taux (PvPlanTotal *self, gint64 taux_bp);

G_END_DECLS
