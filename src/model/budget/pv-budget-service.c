/* pv-budget-service.c: the actions of a user on a budget
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-service.h"

#include "budget/pv-budget-store.h"
#include "pv-transaction.h"

static void
set_in (GArray *lignes, gint64 compte_id, gboolean realise, PvCents cents)
{
  PvBudgetLigne nouvelle = { compte_id, PV_CENTS_NULL, PV_CENTS_NULL };
  PvBudgetLigne *ligne = NULL;
  guint i;

  for (i = 0; i < lignes->len && ligne == NULL; i++)
    if (g_array_index (lignes, PvBudgetLigne, i).compte_id == compte_id)
      ligne = &g_array_index (lignes, PvBudgetLigne, i);
  if (ligne == NULL)
    {
      i = lignes->len + 1;
      g_array_append_val (lignes, nouvelle);
      ligne = &g_array_index (lignes, PvBudgetLigne, i - 1);
    }

  *(realise ? &ligne->realise_cents : &ligne->prevu_cents) = cents;
  if (ligne->prevu_cents == PV_CENTS_NULL && ligne->realise_cents == PV_CENTS_NULL)
    g_array_remove_index (lignes, i - 1);
}

gboolean
pv_budget_service_set_montant (PvDb *db,
                               gint64 dossier_id,
                               gint64 compte_id,
                               gboolean realise,
                               PvCents cents,
                               gboolean *changed,
                               GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "budget-edit", NULL, error);
  g_autoptr (PvPlanComptable) plan = NULL;
  g_autoptr (GArray) lignes = NULL;

  if (transaction == NULL)
    return FALSE;

  plan = pv_compte_store_load (db, error);
  lignes = plan != NULL ? pv_budget_store_list (db, dossier_id, error) : NULL;
  if (lignes == NULL)
    return FALSE;

  set_in (lignes, compte_id, realise, cents);

  return pv_budget_store_set (db, dossier_id, plan,
                              (const PvBudgetLigne *)(gconstpointer)lignes->data, lignes->len,
                              changed, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_budget_service_take_sollicite (PvDb *db,
                                  gint64 dossier_id,
                                  gint64 compte_id,
                                  gboolean *changed,
                                  GError **error)
{
  g_autoptr (PvPlanComptable) plan = pv_compte_store_load (db, error);
  PvCents sollicites[PV_N_CATEGORIES];
  const PvCompte *compte;

  if (plan == NULL || !pv_budget_store_get_sollicites (db, dossier_id, sollicites, error))
    return FALSE;

  compte = pv_plan_comptable_find (plan, compte_id);

  return pv_budget_service_set_montant (db, dossier_id, compte_id, FALSE,
                                        pv_budget_get_sollicite (plan, sollicites, compte), changed,
                                        error);
}
