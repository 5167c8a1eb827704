/* pv-accueil-store.c: the SQL of pv-accueil
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-accueil.h"

#include "pv-statement.h"
#include "stats/pv-stats-parts.h"

/* Rows are added up here: grouping them in SQL would sort them all. The tables are joined
 * by key, in the order of the first. */
static const char SQL_DOSSIERS[] =
    "SELECT d.statut, d.porteur_id,"
    "       (t.n_propose > 0) + 2 * (t.n_arbitre + t.n_vote > 0) + 4 * (t.n_notifie > 0)"
    "         + 8 * (t.verse_cents > 0),"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END,"
    "       CASE WHEN t.n_propose > 0 THEN t.propose_cents END,"
    "       CASE WHEN t.n_arbitre > 0 THEN t.arbitre_cents END,"
    "       CASE WHEN t.n_vote > 0 THEN t.vote_cents END,"
    "       CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END,"
    "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END"
    "  FROM dossier d CROSS JOIN total_dossier t ON t.id = d.id"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL;

/* The envelopes of the years of the filter: an envelope has a year, no appel. */
static const char SQL_ENVELOPPES[] =
    "SELECT SUM (e.montant_cents), SUM (t.engage_cents), SUM (t.sollicite_cents), COUNT (*),"
    "       SUM (t.engage_cents > e.montant_cents)"
    "  FROM enveloppe e LEFT JOIN total_enveloppe t ON t.id = e.id"
    " WHERE NOT EXISTS (SELECT 1 FROM enveloppe p WHERE p.parent_id = e.id)"
    "   AND (:exercice IS NULL OR e.exercice = :exercice)"
    "   AND (:appel IS NULL OR e.exercice = (SELECT a.exercice FROM appel a WHERE a.id = :appel))";

static const char SQL_FINANCEMENTS[] =
    "SELECT f.financeur_id, f.sollicite_cents, f.propose_cents, f.arbitre_cents, f.vote_cents,"
    "       f.notifie_cents, t.verse_cents,"
    "       NOT " PV_SORTI_SQL "  FROM financement f CROSS JOIN dossier d ON d.id = f.dossier_id"
    "  LEFT JOIN total_financement t ON t.id = f.id"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL;

static const char SQL_CATEGORIES[] = "SELECT id, categorie FROM financeur";

static void
add (PvCents *sum, PvStatement *row, int column)
{
  pv_money_add (*sum, pv_statement_get_int (row, column), sum);
}

static PvStatement *
prepare (PvDb *db, const char *sql, const PvFiltre *filtre, GError **error)
{
  PvStatement *statement = pv_db_prepare (db, sql, error);

  if (statement != NULL)
    pv_filtre_bind (filtre, statement);

  return statement;
}

static void
read_dossier (PvAccueilChiffres *self, GHashTable *porteurs, PvStatement *row)
{
  PvDossierStatut statut = PV_DOSSIER_STATUT_DEPOSE;
  gboolean sorti = FALSE;
  PvAccueilPas pas;

  pv_dossier_statut_from_id (pv_statement_get_text (row, 0), &statut);
  pas = pv_accueil_pas_de (statut, (PvAccueilFaits)pv_statement_get_int (row, 2), &sorti);
  pv_accueil_pas_add (self->pas, pas, sorti, 1);
  self->dossiers++;
  g_hash_table_add (porteurs, GSIZE_TO_POINTER ((gsize)pv_statement_get_int (row, 1)));
  add (&self->cout_cents, row, 3);
  for (int i = 0; i < PV_N_ETAPES; i++)
    add (&self->etape_cents[i], row, 4 + i);
}

static gboolean
load_dossiers (PvAccueilChiffres *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) rows = prepare (db, SQL_DOSSIERS, filtre, error);
  g_autoptr (GHashTable) porteurs = g_hash_table_new (NULL, NULL);
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    read_dossier (self, porteurs, rows);
  self->porteurs = g_hash_table_size (porteurs);

  return step == PV_STEP_DONE;
}

static gboolean
load_enveloppes (PvAccueilChiffres *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) row = prepare (db, SQL_ENVELOPPES, filtre, error);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  self->enveloppes_cents = pv_statement_get_int (row, 0);
  self->engage_cents = pv_statement_get_int (row, 1);
  self->sollicite_enveloppes_cents = pv_statement_get_int (row, 2);
  self->n_enveloppes = pv_statement_get_int (row, 3);
  self->n_depassees = pv_statement_is_null (row, 4) ? 0 : pv_statement_get_int (row, 4);

  return TRUE;
}

PvAccueilChiffres *
pv_accueil_load_chiffres (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autofree PvAccueilChiffres *self = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail (filtre != NULL, NULL);

  self = g_new0 (PvAccueilChiffres, 1);
  self->cout_cents = PV_CENTS_NULL;
  for (guint i = 0; i < PV_N_ETAPES; i++)
    self->etape_cents[i] = PV_CENTS_NULL;
  if (!load_dossiers (self, db, filtre, error) || !load_enveloppes (self, db, filtre, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
load_categories (PvDb *db, GHashTable *categories, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_CATEGORIES, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0);
      PvCategorie categorie = PV_CATEGORIE_INCONNU;

      pv_categorie_from_id (pv_statement_get_text (rows, 1), &categorie);
      g_hash_table_insert (categories, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (categorie));
    }

  return step == PV_STEP_DONE;
}

static void
read_financement (PvAccueilFinanceur *self, PvStatement *row)
{
  PvCents etapes[PV_N_ETAPES];

  for (int i = 0; i < PV_N_ETAPES; i++)
    {
      etapes[i] = pv_statement_get_int (row, 1 + i);
      add (&self->etape_cents[i], row, 1 + i);
    }
  if (pv_statement_get_int (row, 1 + PV_N_ETAPES) == 1)
    pv_stats_parts_add (self->parts_cents, etapes);
}

GArray *
pv_accueil_load_financeurs (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GHashTable) categories =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PvStatement) rows = prepare (db, SQL_FINANCEMENTS, filtre, error);
  g_autoptr (GArray) financeurs = g_array_new (FALSE, FALSE, sizeof (PvAccueilFinanceur));
  PvAccueilFinanceur toutes[PV_STATS_N_CATEGORIES];
  gboolean vue[PV_STATS_N_CATEGORIES] = { FALSE };
  PvStep step;

  if (rows == NULL || !load_categories (db, categories, error))
    return NULL;

  for (guint i = 0; i < PV_STATS_N_CATEGORIES; i++)
    {
      toutes[i].categorie = (PvCategorie)i;
      for (guint j = 0; j < PV_N_ETAPES; j++)
        toutes[i].etape_cents[j] = toutes[i].parts_cents[j] = PV_CENTS_NULL;
    }
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0);
      guint categorie = GPOINTER_TO_UINT (g_hash_table_lookup (categories, &id));

      vue[categorie] = TRUE;
      read_financement (&toutes[categorie], rows);
    }
  if (step != PV_STEP_DONE)
    return NULL;

  for (guint i = 0; i < PV_STATS_N_CATEGORIES; i++)
    if (vue[i])
      g_array_append_val (financeurs, toutes[i]);

  return g_steal_pointer (&financeurs);
}
