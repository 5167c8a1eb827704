/* pv-plan-store.c: the plan of financing of a dossier, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "budget/pv-budget-store.h"
#include "commun/pv-entite.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-financement-store.h"
#include "pv-error.h"

static const char lit_public[] = "SELECT public FROM financeur WHERE id = :id";

/* Of the budget when it says its income, else as stated. */
static gboolean
get_autres_produits (PvDb *db, gint64 dossier_id, PvCents declare, PvCents *autres, GError **error)
{
  g_autoptr (PvPlanComptable) comptes = NULL;
  g_autoptr (GArray) lignes = pv_budget_store_list (db, dossier_id, error);
  PvBudgetTotaux totaux;

  if (lignes == NULL)
    return FALSE;

  *autres = declare;
  if (lignes->len == 0)
    return TRUE;

  comptes = pv_compte_store_load (db, error);
  if (comptes == NULL ||
      !pv_budget_compute_totaux (comptes, (const PvBudgetLigne *)(gpointer)lignes->data,
                                 lignes->len, FALSE, &totaux, error))
    return FALSE;

  if (totaux.autres_produits_cents != PV_CENTS_NULL)
    *autres = totaux.autres_produits_cents;
  return TRUE;
}

static GArray *
load_lignes (PvDb *db, GPtrArray *financements, GError **error)
{
  g_autoptr (GArray) lignes = g_array_new (FALSE, FALSE, sizeof (PvPlanLigne));

  for (guint i = 0; i < financements->len; i++)
    {
      const PvFinancement *financement = financements->pdata[i];
      PvPlanLigne ligne = { financement, PV_INT_NULL, PV_CENTS_NULL };

      if (!pv_sql_find (db, lit_public, &ligne.public, error, "i", financement->financeur_id) ||
          !pv_financement_store_get_verse (db, financement->id, &ligne.verse_cents, error))
        return NULL;

      g_array_append_val (lignes, ligne);
    }

  return g_steal_pointer (&lignes);
}

gboolean
pv_plan_store_load (PvDb *db,
                    gint64 dossier_id,
                    PvPlan *plan,
                    GPtrArray **financements,
                    GError **error)
{
  g_autoptr (GPtrArray) liste = pv_financement_store_list (db, dossier_id, error);
  g_autoptr (PvDossier) dossier = NULL;
  g_autoptr (GArray) lignes = NULL;
  PvCents cout, autres;

  if (liste == NULL)
    return FALSE;

  lignes = load_lignes (db, liste, error);
  if (lignes == NULL || !pv_dossier_store_get_cout_total (db, dossier_id, &cout, error))
    return FALSE;

  dossier = pv_dossier_store_get (db, dossier_id, error);
  if (dossier == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                     _ ("There is no dossier %" PRId64 " any more. Read the list again."),
                     dossier_id);
      return FALSE;
    }

  if (!get_autres_produits (db, dossier_id, dossier->autres_produits_cents, &autres, error))
    return FALSE;

  if (!pv_plan_compute (cout, autres, (const PvPlanLigne *)(gpointer)lignes->data, lignes->len,
                        plan))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                   _ ("The financements of dossier %s are too large to be summed."),
                   dossier->numero);
      return FALSE;
    }

  if (financements != NULL)
    *financements = g_steal_pointer (&liste);
  return TRUE;
}
