/* pv-plan-store.h: the plan of financing of a dossier, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-plan-rang.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_plan_store_load:
 * @plan: (out caller-allocates)
 * @financements: (out) (optional) (transfer full) (element-type PvFinancement)
 *
 * Reads the payers of a dossier, its coût total and its other income (of the
 * budget, else as stated) and computes its plan.
 */
gboolean pv_plan_store_load (PvDb *db,
                             gint64 dossier_id,
                             PvPlan *plan,
                             GPtrArray **financements,
                             GError **error);

/**
 * pv_plan_store_list_rangs:
 * @plan: as pv_plan_store_load() gave it
 *
 * Reads the rows a screen shows: names, last payment, what is left of each envelope as
 * the kept totals say.
 *
 * Returns: (transfer full) (element-type PvPlanRang): in the order of the payers, then of entry
 */
GPtrArray *
pv_plan_store_list_rangs (PvDb *db, gint64 dossier_id, const PvPlan *plan, GError **error);

G_END_DECLS
