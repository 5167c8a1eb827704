/* pv-budget-store.h: the SQL of pv-budget and pv-compte
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "budget/pv-budget.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* The accounts and the mapping of categories, as the file has them. */
PvPlanComptable *pv_compte_store_load (PvDb *db, GError **error);

/* Inserts an account; sets its key. Its poste comes first. */
gboolean pv_compte_store_insert (PvDb *db, PvCompte *compte, GError **error);

/* Which account a category of payer feeds; replaces what was. */
gboolean pv_compte_store_map (PvDb *db, PvCategorie categorie, gint64 compte_id, GError **error);

/**
 * pv_budget_store_set:
 * @lignes: (array length=n): the whole budget
 * @plan: (nullable): when given, pv_budget_check_postes() first
 *
 * Makes the budget of a dossier what is given; lines that are equal stay.
 */
gboolean pv_budget_store_set (PvDb *db,
                              gint64 dossier_id,
                              const PvPlanComptable *plan,
                              const PvBudgetLigne *lignes,
                              guint n,
                              gboolean *changed,
                              GError **error);

/* (element-type PvBudgetLigne): in the order of the plan. */
GArray *pv_budget_store_list (PvDb *db, gint64 dossier_id, GError **error);

/* Σ sollicité of a dossier by category; %PV_CENTS_NULL where nothing is asked. */
gboolean pv_budget_store_get_sollicites (PvDb *db,
                                         gint64 dossier_id,
                                         PvCents *sollicites /* PV_N_CATEGORIES */,
                                         GError **error);

G_END_DECLS
