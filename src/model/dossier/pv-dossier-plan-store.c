/* pv-dossier-plan-store.c: the plan of financing of several dossiers: funder × stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-plan-store.h"

#include <glib/gi18n-lib.h>

#include "budget/pv-budget-sql.h"
#include "dossier/pv-dossier-liste-private.h"
#include "pv-error.h"

/* What PvPlan takes of one dossier. */
static const char lit_dossiers[] =
    "SELECT d.id, d.chapeau,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       CASE WHEN t.n_produits > 0 THEN 0 ELSE d.autres_produits_cents END"
    "  FROM dossier d LEFT JOIN total_dossier t ON t.id = d.id WHERE d.id IN " PV_SQL_IDS;
static const char lit_autres[] = PV_BUDGET_AUTRES_SQL (PV_SQL_IDS);
static const char lit_montants[] =
    "SELECT f.dossier_id, f.financeur_id, f.sollicite_cents, f.propose_cents, f.arbitre_cents,"
    "       f.vote_cents, f.notifie_cents, t.verse_cents"
    "  FROM financement f LEFT JOIN total_financement t ON t.id = f.id"
    " WHERE f.dossier_id IN " PV_SQL_IDS " ORDER BY f.dossier_id";
static const char lit_financeurs[] = "SELECT f.id, o.nom, o.sigle, f.categorie, f.public"
                                     "  FROM financeur f JOIN organisme o ON o.id = f.organisme_id";

typedef struct
{
  PvDossierPlan *plan;
  PvDossierEnsemble *ensemble;
  GHashTable *financeurs; /* payer → PvPlanFinanceur of the plan */
  gint64 dossier;         /* of the last amount */
  GHashTable *payeurs;    /* of that dossier: each is counted once */
  gboolean overflow;
} Somme;

typedef void (*SommeFunc) (Somme *self, PvStatement *row);

static void
plan_financeur_clear (PvPlanFinanceur *self)
{
  self->public = PV_INT_NULL;
  self->ferme_cents = PV_CENTS_NULL;
  for (int i = 0; i < PV_N_ETAPES; i++)
    self->etapes[i] = PV_CENTS_NULL;
  for (int i = 0; i < PV_N_ETAPES_MONTANT; i++)
    self->fermetes[i] = PV_CENTS_NULL;
}

static void
plan_financeur_free (gpointer data)
{
  PvPlanFinanceur *self = data;

  g_free (self->nom);
  g_free (self->sigle);
  g_free (self);
}

void
pv_dossier_plan_free (PvDossierPlan *self)
{
  g_ptr_array_unref (self->financeurs);
  g_free (self);
}

static void
add (Somme *self, PvCents cents, PvCents *sum)
{
  if (cents != PV_CENTS_NULL && !pv_money_add (*sum, cents, sum))
    self->overflow = TRUE;
}

/* --- what the dossiers cost, and bring ------------------------------------------------- */

static void
add_dossier (Somme *self, PvStatement *row)
{
  gint64 place = pv_dossier_ensemble_find (self->ensemble, pv_statement_get_int (row, 0));
  PvCents cout = pv_statement_get_int (row, 2);
  PvCents autres = pv_statement_get_int (row, 3);

  if (place < 0)
    return;
  if (pv_statement_get_int (row, 1) == 1)
    {
      self->ensemble->gardes[place] = 0; /* its parts are counted */
      return;
    }
  self->plan->n_dossiers++;
  self->plan->n_cout_inconnu += cout == PV_CENTS_NULL;
  self->plan->n_autres_inconnus += autres == PV_CENTS_NULL;
  add (self, cout, &self->plan->cout_cents);
  add (self, autres, &self->plan->autres_cents);
}

static gboolean
keeps (Somme *self, gint64 dossier)
{
  gint64 place = pv_dossier_ensemble_find (self->ensemble, dossier);

  return place >= 0 && self->ensemble->gardes[place];
}

static void
add_autres (Somme *self, PvStatement *row)
{
  if (keeps (self, pv_statement_get_int (row, 0)))
    add (self, pv_statement_get_int (row, 1), &self->plan->autres_cents);
}

/* --- what payers bring ----------------------------------------------------------------- */

static void
add_etapes (Somme *self, PvPlanFinanceur *financeur, PvStatement *row)
{
  int fermete = -1;

  for (int etape = 0; etape < PV_N_ETAPES; etape++)
    {
      PvCents cents = pv_statement_get_int (row, 2 + etape);

      add (self, cents, &financeur->etapes[etape]);
      if (cents != PV_CENTS_NULL && etape < PV_N_ETAPES_MONTANT)
        fermete = etape;
    }
  if (fermete < 0)
    return;
  add (self, pv_statement_get_int (row, 2 + fermete), &financeur->ferme_cents);
  add (self, pv_statement_get_int (row, 2 + fermete), &financeur->fermetes[fermete]);
}

static void
add_montant (Somme *self, PvStatement *row)
{
  gint64 dossier = pv_statement_get_int (row, 0);
  gpointer cle = GSIZE_TO_POINTER ((gsize)pv_statement_get_int (row, 1));
  PvPlanFinanceur *financeur = g_hash_table_lookup (self->financeurs, cle);

  /* no such payer: written since, and the change is read again */
  if (financeur == NULL || !keeps (self, dossier))
    return;
  if (dossier != self->dossier)
    {
      self->dossier = dossier;
      g_hash_table_remove_all (self->payeurs);
    }
  financeur->n_dossiers += g_hash_table_add (self->payeurs, cle) ? 1 : 0;
  add_etapes (self, financeur, row);
  add_etapes (self, &self->plan->total, row);
}

static gboolean
read_financeurs (Somme *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, lit_financeurs, error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvPlanFinanceur *financeur = g_new0 (PvPlanFinanceur, 1);

      plan_financeur_clear (financeur);
      financeur->financeur_id = pv_statement_get_int (rows, 0);
      financeur->nom = pv_statement_dup_text (rows, 1);
      financeur->sigle = pv_statement_dup_text (rows, 2);
      financeur->categorie = PV_CATEGORIE_INCONNU;
      pv_categorie_from_id (pv_statement_get_text (rows, 3), &financeur->categorie);
      financeur->public = pv_statement_get_int (rows, 4);
      g_ptr_array_add (self->plan->financeurs, financeur);
      g_hash_table_insert (self->financeurs, GSIZE_TO_POINTER ((gsize)financeur->financeur_id),
                           financeur);
    }

  return step == PV_STEP_DONE;
}

static int
compare_financeurs (gconstpointer a, gconstpointer b)
{
  const PvPlanFinanceur *left = *(const PvPlanFinanceur *const *)a;
  const PvPlanFinanceur *right = *(const PvPlanFinanceur *const *)b;

  if (left->categorie != right->categorie)
    return left->categorie < right->categorie ? -1 : 1;

  return g_utf8_collate (left->nom, right->nom);
}

/* --- all of it --------------------------------------------------------------------------- */

static gboolean
add_rows (Somme *self, PvDb *db, const char *sql, SommeFunc each, GError **error)
{
  const PvDossierEnsemble *ensemble = self->ensemble;

  for (guint i = 0; i < ensemble->n; i += PV_SQL_N_IDS)
    {
      g_autoptr (PvStatement) rows = pv_dossier_ids_prepare (
          db, sql, ensemble->ids + i, MIN (ensemble->n - i, PV_SQL_N_IDS), error);
      PvStep step = PV_STEP_ERROR;

      while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
        each (self, rows);
      if (step != PV_STEP_DONE)
        return FALSE;
    }

  return TRUE;
}

/* Only those who are asked, or bring something; and what they make together. */
static void
conclude (Somme *self)
{
  PvDossierPlan *plan = self->plan;
  PvCents ferme = plan->total.ferme_cents == PV_CENTS_NULL ? 0 : plan->total.ferme_cents;

  for (guint i = plan->financeurs->len; i > 0; i--)
    {
      const PvPlanFinanceur *financeur = plan->financeurs->pdata[i - 1];

      if (financeur->n_dossiers == 0)
        {
          g_ptr_array_remove_index (plan->financeurs, i - 1);
          continue;
        }
      plan->n_public_inconnu += financeur->public == PV_INT_NULL;
      if (financeur->public == 1)
        add (self, financeur->ferme_cents, &plan->public_cents);
    }
  g_ptr_array_sort (plan->financeurs, compare_financeurs);
  plan->total.n_dossiers = plan->n_dossiers;
  if (plan->n_dossiers == 0 || plan->n_cout_inconnu > 0)
    return;
  plan->taux_bp = pv_money_rate_bp (plan->total.ferme_cents, plan->cout_cents);
  plan->taux_public_bp = pv_money_rate_bp (plan->public_cents, plan->cout_cents);
  if (plan->n_autres_inconnus == 0)
    plan->manque_cents = plan->cout_cents - plan->autres_cents - ferme;
}

static PvDossierPlan *
plan_new (void)
{
  PvDossierPlan *plan = g_new0 (PvDossierPlan, 1);

  plan->financeurs = g_ptr_array_new_with_free_func (plan_financeur_free);
  plan_financeur_clear (&plan->total);
  plan->cout_cents = PV_CENTS_NULL;
  plan->autres_cents = PV_CENTS_NULL;
  plan->public_cents = PV_CENTS_NULL;
  plan->manque_cents = PV_CENTS_NULL;
  plan->taux_bp = PV_INT_NULL;
  plan->taux_public_bp = PV_INT_NULL;

  return plan;
}

PvDossierPlan *
pv_dossier_plan_store_load (PvDb *db, const GArray *ids, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *sql;
    SommeFunc each;
  } lectures[] = { { lit_dossiers, add_dossier },
                   { lit_autres, add_autres },
                   { lit_montants, add_montant } };
  g_autoptr (PvDossierEnsemble) ensemble = NULL;
  g_autoptr (PvDossierPlan) plan = plan_new ();
  g_autoptr (GHashTable) financeurs = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) payeurs = g_hash_table_new (NULL, NULL);
  Somme somme = { plan, NULL, financeurs, PV_INT_NULL, payeurs, FALSE };

  g_return_val_if_fail (PV_IS_DB (db) && ids != NULL, NULL);

  somme.ensemble = ensemble = pv_dossier_ensemble_new_from_ids (ids);
  if (!read_financeurs (&somme, db, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lectures); i++)
    if (!add_rows (&somme, db, lectures[i].sql, lectures[i].each, error) ||
        g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  conclude (&somme);
  if (somme.overflow)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                           _ ("These amounts are too large to be added up: correct them first"));
      return NULL;
    }

  return g_steal_pointer (&plan);
}
