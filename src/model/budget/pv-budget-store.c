/* pv-budget-store.c: the SQL of pv-budget and pv-compte
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-store.h"

#include "commun/pv-entite.h"

static const char lit_comptes[] =
    "SELECT id, code, cote, poste_id, libelle, groupe, ordre FROM compte ORDER BY ordre, id";
static const char lit_categories[] = "SELECT categorie, compte_id FROM compte_financeur";
static const char ajoute_compte[] =
    "INSERT INTO compte (code, cote, poste_id, libelle, groupe, ordre)"
    " VALUES (:code, :cote, :poste, :libelle, :groupe, :ordre)";
static const char associe_categorie[] =
    "INSERT INTO compte_financeur (categorie, compte_id) VALUES (:categorie, :compte)"
    " ON CONFLICT (categorie) DO UPDATE SET compte_id = excluded.compte_id"
    " WHERE compte_id <> excluded.compte_id";

static const char met_ligne[] =
    "INSERT INTO budget_ligne (dossier_id, compte_id, prevu_cents, realise_cents)"
    " VALUES (:dossier, :compte, :prevu, :realise)"
    " ON CONFLICT (dossier_id, compte_id) DO UPDATE"
    " SET prevu_cents = excluded.prevu_cents, realise_cents = excluded.realise_cents,"
    "     revision = revision + 1"
    " WHERE prevu_cents IS DISTINCT FROM excluded.prevu_cents"
    "    OR realise_cents IS DISTINCT FROM excluded.realise_cents";
static const char retire_ligne[] =
    "DELETE FROM budget_ligne WHERE dossier_id = :dossier AND compte_id = :compte";
static const char lit_lignes[] =
    "SELECT b.compte_id, b.prevu_cents, b.realise_cents FROM budget_ligne b"
    "  JOIN compte c ON c.id = b.compte_id WHERE b.dossier_id = :dossier ORDER BY c.ordre, c.id";
static const char lit_sollicites[] =
    "SELECT f.categorie, SUM (x.sollicite_cents) FROM financement x"
    "  JOIN financeur f ON f.id = x.financeur_id WHERE x.dossier_id = :dossier"
    " GROUP BY f.categorie";

static PvCompte *
read_compte (PvStatement *statement)
{
  PvCompte *compte = pv_compte_new ();

  compte->id = pv_statement_get_int (statement, 0);
  compte->code = pv_statement_dup_text (statement, 1);
  pv_cote_from_id (pv_statement_get_text (statement, 2), &compte->cote);
  compte->poste_id = pv_statement_get_int (statement, 3);
  compte->libelle = pv_statement_dup_text (statement, 4);
  pv_compte_groupe_from_id (pv_statement_get_text (statement, 5), &compte->groupe);
  compte->ordre = pv_statement_get_int (statement, 6);

  return compte;
}

static gboolean
load_categories (PvDb *db, PvPlanComptable *plan, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, lit_categories, error);
  PvStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvCategorie categorie;

      if (pv_categorie_from_id (pv_statement_get_text (statement, 0), &categorie))
        pv_plan_comptable_map (plan, categorie, pv_statement_get_int (statement, 1));
    }

  return step == PV_STEP_DONE;
}

PvPlanComptable *
pv_compte_store_load (PvDb *db, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, lit_comptes, error);
  g_autoptr (PvPlanComptable) plan = pv_plan_comptable_new ();
  PvStep step;

  if (statement == NULL)
    return NULL;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    pv_plan_comptable_add (plan, read_compte (statement));

  if (step != PV_STEP_DONE || !load_categories (db, plan, error))
    return NULL;

  return g_steal_pointer (&plan);
}

gboolean
pv_compte_store_insert (PvDb *db, PvCompte *compte, GError **error)
{
  if (!pv_sql_run (db, ajoute_compte, error, "ttitti", compte->code, pv_cote_to_id (compte->cote),
                   compte->poste_id, compte->libelle, pv_compte_groupe_to_id (compte->groupe),
                   compte->ordre))
    return FALSE;

  compte->id = pv_db_get_last_insert_id (db);
  return TRUE;
}

gboolean
pv_compte_store_map (PvDb *db, PvCategorie categorie, gint64 compte_id, GError **error)
{
  return pv_sql_run (db, associe_categorie, error, "ti", pv_categorie_to_id (categorie), compte_id);
}

GArray *
pv_budget_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, lit_lignes, error, "i", dossier_id);
  g_autoptr (GArray) lignes = g_array_new (FALSE, FALSE, sizeof (PvBudgetLigne));
  PvStep step;

  if (statement == NULL)
    return NULL;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvBudgetLigne ligne = { pv_statement_get_int (statement, 0),
                              pv_statement_get_int (statement, 1),
                              pv_statement_get_int (statement, 2) };

      g_array_append_val (lignes, ligne);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&lignes) : NULL;
}

static gboolean
has_compte (const PvBudgetLigne *lignes, guint n, gint64 compte_id)
{
  for (guint i = 0; i < n; i++)
    if (lignes[i].compte_id == compte_id)
      return TRUE;

  return FALSE;
}

gboolean
pv_budget_store_set (PvDb *db,
                     gint64 dossier_id,
                     const PvPlanComptable *plan,
                     const PvBudgetLigne *lignes,
                     guint n,
                     gboolean *changed,
                     GError **error)
{
  g_autoptr (GArray) avant = NULL;
  gboolean written = FALSE;

  if (plan != NULL && !pv_budget_check_postes (plan, lignes, n, NULL, error))
    return FALSE;

  avant = pv_budget_store_list (db, dossier_id, error);
  if (avant == NULL)
    return FALSE;

  for (guint i = 0; i < avant->len; i++)
    {
      gint64 compte_id = g_array_index (avant, PvBudgetLigne, i).compte_id;

      if (!has_compte (lignes, n, compte_id) &&
          !pv_sql_write (db, retire_ligne, &written, error, "ii", dossier_id, compte_id))
        return FALSE;
    }

  for (guint i = 0; i < n; i++)
    if (!pv_sql_write (db, met_ligne, &written, error, "iiii", dossier_id, lignes[i].compte_id,
                       lignes[i].prevu_cents, lignes[i].realise_cents))
      return FALSE;

  if (changed != NULL)
    *changed = written;
  return TRUE;
}

gboolean
pv_budget_store_get_sollicites (PvDb *db, gint64 dossier_id, PvCents *sollicites, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, lit_sollicites, error, "i", dossier_id);
  PvStep step;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    sollicites[i] = PV_CENTS_NULL;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvCategorie categorie;

      if (pv_categorie_from_id (pv_statement_get_text (statement, 0), &categorie))
        sollicites[categorie] = pv_statement_get_int (statement, 1);
    }

  return step == PV_STEP_DONE;
}
