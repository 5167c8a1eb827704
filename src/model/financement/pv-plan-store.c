/* pv-plan-store.c: the plan of financing of a dossier, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "bilan/pv-bilan-sql.h"
#include "budget/pv-budget-store.h"
#include "commun/pv-entite.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-financement-store.h"
#include "pv-error.h"

static const char lit_public[] = "SELECT public FROM financeur WHERE id = :id";

static const char lit_rangs[] =
    "SELECT f.id, o.nom,"
    "       fi.categorie, p.nom, t.verse_cents,"
    "       COALESCE (t.n_versements, 0), v.verse_le, v.genre, e.libelle, e.montant_cents,"
    "       e.montant_cents - k.engage_cents, o.sigle, d.motif, " PV_RENDU_SQL
    "  FROM financement f"
    "  JOIN financeur fi ON fi.id = f.financeur_id"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    "  LEFT JOIN dispositif p ON p.id = f.dispositif_id"
    "  LEFT JOIN total_financement t ON t.id = f.id"
    "  LEFT JOIN bilan b ON b.dossier_id = f.dossier_id"
    "  LEFT JOIN versement v ON v.id = (SELECT w.id FROM versement w WHERE w.financement_id = f.id"
    "                                    ORDER BY w.verse_le DESC, w.id DESC LIMIT 1)"
    "  LEFT JOIN enveloppe e ON e.id = f.enveloppe_id"
    "  LEFT JOIN total_enveloppe k ON k.id = f.enveloppe_id"
    "  LEFT JOIN derogation d ON d.controle = 'enveloppe-depassee' AND d.nom_table = 'enveloppe'"
    "                        AND d.cle = f.enveloppe_id"
    " WHERE f.dossier_id = :dossier";

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

static PvPlanRang *
read_rang (PvDb *db, PvStatement *row, const PvPlan *plan, GError **error)
{
  g_autoptr (PvPlanRang) rang = g_new0 (PvPlanRang, 1);
  PvPlanLigne ligne = { 0 };

  rang->financement = pv_financement_store_get (db, pv_statement_get_int (row, 0), error);
  if (rang->financement == NULL)
    return NULL;

  rang->financeur_nom = pv_statement_dup_text (row, 1);
  rang->categorie = PV_CATEGORIE_INCONNU;
  pv_categorie_from_id (pv_statement_get_text (row, 2), &rang->categorie);
  rang->dispositif_nom = pv_statement_dup_text (row, 3);
  rang->verse_cents = pv_statement_get_int (row, 4);
  rang->n_versements = (guint)pv_statement_get_int (row, 5);
  rang->verse_le = pv_statement_dup_text (row, 6);
  rang->verse_genre = PV_VERSEMENT_GENRE_NULL;
  if (rang->n_versements > 0)
    pv_versement_genre_from_id (pv_statement_get_text (row, 7), &rang->verse_genre);
  rang->enveloppe_nom = pv_statement_dup_text (row, 8);
  rang->enveloppe_cents = pv_statement_get_int (row, 9);
  rang->restant_cents = pv_statement_get_int (row, 10);
  rang->financeur_sigle = pv_statement_dup_text (row, 11);
  rang->derogation = pv_statement_dup_text (row, 12);
  rang->reste_cents = pv_versement_compute_reste (
      rang->financement->notifie_cents, rang->verse_cents, pv_statement_get_int (row, 13));
  ligne.financement = rang->financement;
  rang->taux_bp = pv_plan_ligne_get_taux_bp (&ligne, plan->cout_total_cents);

  return g_steal_pointer (&rang);
}

static int
compare_rangs (gconstpointer a, gconstpointer b)
{
  const PvPlanRang *first = *(const PvPlanRang *const *)a;
  const PvPlanRang *second = *(const PvPlanRang *const *)b;

  if (first->categorie != second->categorie)
    return first->categorie < second->categorie ? -1 : 1;

  return (first->financement->id > second->financement->id) -
         (first->financement->id < second->financement->id);
}

GPtrArray *
pv_plan_store_list_rangs (PvDb *db, gint64 dossier_id, const PvPlan *plan, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_rangs, error, "i", dossier_id);
  g_autoptr (GPtrArray) rangs = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_plan_rang_free);
  PvStep step;

  if (row == NULL)
    return NULL;

  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvPlanRang *rang = read_rang (db, row, plan, error);

      if (rang == NULL)
        return NULL;
      g_ptr_array_add (rangs, rang);
    }
  if (step != PV_STEP_DONE)
    return NULL;

  g_ptr_array_sort (rangs, compare_rangs);

  return g_steal_pointer (&rangs);
}
