/* pv-stats-store.c: the queries behind the statistics
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats-store.h"

#include <glib/gi18n-lib.h>

#include "dossier/pv-dossier-statut.h"
#include "pv-error.h"
#include "pv-statement.h"
#include "stats/pv-stats-territoire.h"

/* What each key needs of a dossier: an integer, and the tables it comes from.
 * A status is read as its place in the domain's order. */
typedef struct
{
  const char *expression;
  const char *jointure;
} Cle;

static const Cle cles[PV_N_STATS_KEYS] = {
  [PV_STATS_CATEGORIE] = { "f.financeur_id", "" },
  [PV_STATS_FINANCEUR] = { "f.financeur_id", "" },
  [PV_STATS_AXE] = { "dn.noeud_id",
                     " LEFT JOIN dossier_noeud dn ON dn.dossier_id = d.id AND dn.principal = 1" },
  [PV_STATS_TERRITOIRE] = { "NULL", "" },
  [PV_STATS_MARQUEUR] = { "m.valeur",
                          " LEFT JOIN marqueur m ON m.dossier_id = d.id AND m.axe_id ="
                          " (SELECT a.id FROM axe_transversal a WHERE a.code = 'egalite')" },
  [PV_STATS_STATUT] = { "d.statut", "" },
  [PV_STATS_PORTEUR] = { "d.porteur_id", "" },
  [PV_STATS_EXERCICE] = { "f.exercice", "" },
  [PV_STATS_NATURE] = { "CASE d.nature WHEN 'nouvelle' THEN 0 WHEN 'reconduction' THEN 1 END", "" },
  [PV_STATS_CPO] = { "d.cpo_duree IS NOT NULL", "" },
};

/* A stream of financements, dossier after dossier. */
typedef struct
{
  PvStatsSommes *sommes;
  PvStatsKey by;
  GHashTable *renvois;    /* (nullable) id read → id counted under */
  GHashTable *categories; /* financeur → category */
  PvStatement *lieux;     /* (nullable) stream of territories, one step ahead */
  gint64 lieu_dossier;
  GArray *courants; /* territories of the dossier under way */
  PvStatsSomme apport;
  gint64 dossier;
} Flux;

/* Reads two columns of integers into a table. */
static GHashTable *
load_pairs (PvDb *db, const char *sql, GError **error)
{
  g_autoptr (GHashTable) pairs =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, error);
  PvStep step;

  if (statement == NULL)
    return NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 from = pv_statement_get_int (statement, 0);
      gint64 to = pv_statement_get_int (statement, 1);
      g_hash_table_insert (pairs, g_memdup2 (&from, sizeof from), g_memdup2 (&to, sizeof to));
    }
  return step == PV_STEP_DONE ? g_steal_pointer (&pairs) : NULL;
}

/* Node → root of its frame, for the frames dossiers are sorted by; all of them
 * when the file names none. */
static GHashTable *
load_roots (PvDb *db, GError **error)
{
  static const char sql[] =
      "WITH RECURSIVE racine (id, racine_id) AS ("
      " SELECT n.id, n.id FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
      "  WHERE n.parent_id IS NULL"
      "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1))"
      " UNION ALL"
      " SELECT n.id, r.racine_id FROM cadre_noeud n JOIN racine r ON r.id = n.parent_id)"
      " SELECT id, racine_id FROM racine";
  return load_pairs (db, sql, error);
}

static GHashTable *
load_categories (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) categories =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (PvStatement) statement =
      pv_db_prepare (db, "SELECT id, categorie FROM financeur", error);
  PvStep step;

  if (statement == NULL)
    return NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (statement, 0);
      PvCategorie lue = PV_CATEGORIE_INCONNU;
      gint64 categorie;

      pv_categorie_from_id (pv_statement_get_text (statement, 1), &lue);
      categorie = lue;
      g_hash_table_insert (categories, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&categorie, sizeof categorie));
    }
  return step == PV_STEP_DONE ? g_steal_pointer (&categories) : NULL;
}

static gboolean
load_redirections (PvDb *db, PvStatsKey by, GHashTable **renvois, GError **error)
{
  *renvois = NULL;
  if (by == PV_STATS_AXE)
    *renvois = load_roots (db, error);
  else if (by == PV_STATS_CATEGORIE)
    *renvois = load_categories (db, error);
  else
    return TRUE;
  return *renvois != NULL;
}

/* The id something is counted under; what leads nowhere has no key. */
static gint64
redirect (GHashTable *renvois, gint64 id)
{
  const gint64 *to;

  if (renvois == NULL || id == PV_INT_NULL)
    return id;

  to = g_hash_table_lookup (renvois, &id);
  return to != NULL ? *to : PV_INT_NULL;
}

/* The id of the key of a row, before any redirection. */
static gint64
read_key (PvStatsKey by, PvStatement *row, int column)
{
  PvDossierStatut statut;

  if (by == PV_STATS_STATUT)
    return pv_dossier_statut_from_id (pv_statement_get_text (row, column), &statut) ? (gint64)statut
                                                                                    : PV_INT_NULL;
  return pv_statement_get_int (row, column);
}

static gboolean
is_of_financement (PvStatsKey by)
{
  return by == PV_STATS_CATEGORIE || by == PV_STATS_FINANCEUR || by == PV_STATS_EXERCICE;
}

/* ---- one query does it: keys of a dossier, from the totals the file keeps ---- */

static char *
aggregate_sql (PvStatsKey by, PvEtape etape)
{
  const char *stage = pv_etape_to_id (etape);

  return g_strdup_printf ("SELECT %s, COUNT(*), SUM(CASE WHEN t.n_%s > 0 THEN t.%s_cents END)"
                          "  FROM dossier d JOIN total_dossier t ON t.id = d.id%s"
                          " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " GROUP BY 1",
                          cles[by].expression, stage, stage, cles[by].jointure);
}

static void
add_group (PvStatsSommes *sommes, gint64 id, PvStatement *row)
{
  gint64 dossiers = pv_statement_get_int (row, 1);
  PvCents montant = pv_statement_get_int (row, 2);
  PvStatsSomme *somme = pv_stats_sommes_get (sommes, id);

  somme->dossiers += dossiers;
  sommes->total.dossiers += dossiers;
  pv_stats_sommes_add (sommes, somme, -1, &montant);
  pv_stats_sommes_add (sommes, &sommes->total, -1, &montant);
}

static gboolean
sum_dossiers (PvDb *db,
              PvStatsKey by,
              PvEtape etape,
              const PvFiltre *filtre,
              PvStatsSommes *sommes,
              GError **error)
{
  g_autofree char *sql = aggregate_sql (by, etape);
  g_autoptr (GHashTable) renvois = NULL;
  g_autoptr (PvStatement) statement = NULL;
  PvStep step;

  if (!load_redirections (db, by, &renvois, error))
    return FALSE;
  statement = pv_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  pv_filtre_bind (filtre, statement);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    add_group (sommes, redirect (renvois, read_key (by, statement, 0)), statement);
  return step == PV_STEP_DONE;
}

/* ---- a stream: keys of a financement, territories, and every matrix ---- */

#define N_COLONNES_FLUX 3 /* before the amounts */

static char *
amount_columns (PvStatsSommes *sommes, PvEtape etape)
{
  if (sommes->n_etapes == 1)
    return etape == PV_ETAPE_VERSE ? g_strdup ("v.verse_cents")
                                   : g_strdup_printf ("f.%s_cents", pv_etape_to_id (etape));
  return g_strdup ("f.sollicite_cents, f.propose_cents, f.arbitre_cents, f.vote_cents,"
                   " f.notifie_cents, v.verse_cents");
}

/* ORDER BY costs nothing: dossiers are the outer loop. */
static char *
stream_sql (PvStatsSommes *sommes, PvStatsKey by, PvEtape etape)
{
  g_autofree char *amounts = amount_columns (sommes, etape);
  gboolean versements = sommes->n_etapes > 1 || etape == PV_ETAPE_VERSE;

  return g_strdup_printf ("SELECT d.id, %s, f.financeur_id, %s"
                          "  FROM dossier d LEFT JOIN financement f ON f.dossier_id = d.id%s%s"
                          " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " ORDER BY d.id",
                          cles[by].expression, amounts,
                          versements ? " LEFT JOIN total_financement v ON v.id = f.id" : "",
                          cles[by].jointure);
}

/* By territory and one stage, the amount of a dossier is one of the totals the
 * file keeps. */
static char *
dossier_stream_sql (PvEtape etape)
{
  const char *stage = pv_etape_to_id (etape);

  return g_strdup_printf ("SELECT d.id, NULL, NULL, CASE WHEN t.n_%s > 0 THEN t.%s_cents END"
                          "  FROM dossier d JOIN total_dossier t ON t.id = d.id"
                          " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " ORDER BY d.id",
                          stage, stage);
}

/* Takes the next territory of the second stream. */
static gboolean
advance_lieux (Flux *flux, GError **error)
{
  PvStep step = pv_statement_step (flux->lieux, error);

  flux->lieu_dossier = step == PV_STEP_ROW ? pv_statement_get_int (flux->lieux, 0) : G_MAXINT64;
  return step != PV_STEP_ERROR;
}

static void
take_lieu (Flux *flux)
{
  gint64 quartier = pv_statement_get_int (flux->lieux, 2);
  PvStatsLieu lieu = {
    .rang = pv_statement_get_int (flux->lieux, 1),
    .id = quartier != PV_INT_NULL ? PV_STATS_ID_QUARTIER (quartier)
                                  : PV_STATS_ID_COMMUNE (pv_statement_get_int (flux->lieux, 3)),
    .part_bp = pv_statement_get_int (flux->lieux, 4),
  };

  g_array_append_val (flux->courants, lieu);
}

static gboolean
collect_lieux (Flux *flux, GError **error)
{
  g_array_set_size (flux->courants, 0);
  while (flux->lieu_dossier <= flux->dossier)
    {
      if (flux->lieu_dossier == flux->dossier)
        take_lieu (flux);
      if (!advance_lieux (flux, error))
        return FALSE;
    }
  return TRUE;
}

static void
clear_apport (Flux *flux)
{
  pv_stats_ligne_clear (flux->apport.total, PV_N_ETAPES);
  for (guint c = 0; flux->sommes->avec_cells && c < PV_STATS_N_CATEGORIES; c++)
    pv_stats_ligne_clear (flux->apport.cells[c], PV_N_ETAPES);
}

/* The dossier under way is complete: its amounts go where it is. */
static gboolean
finish_dossier (Flux *flux, GError **error)
{
  if (flux->lieux == NULL || flux->dossier == PV_INT_NULL)
    return TRUE;
  if (!collect_lieux (flux, error))
    return FALSE;

  pv_stats_territoire_repartir (flux->sommes, flux->dossier, flux->courants, &flux->apport);
  clear_apport (flux);
  return TRUE;
}

static gboolean
take_row (Flux *flux, PvStatement *row, GError **error)
{
  PvStatsSommes *sommes = flux->sommes;
  gint64 dossier = pv_statement_get_int (row, 0);
  gint64 financeur = pv_statement_get_int (row, 2);
  int categorie = -1;
  PvStatsLigne montants;

  if (dossier != flux->dossier && !finish_dossier (flux, error))
    return FALSE;
  flux->dossier = dossier;
  pv_stats_somme_count (&sommes->total, dossier);

  if (sommes->avec_cells && financeur != PV_INT_NULL)
    categorie = (int)redirect (flux->categories, financeur);
  for (guint i = 0; i < sommes->n_etapes; i++)
    montants[i] = pv_statement_get_int (row, N_COLONNES_FLUX + (int)i);
  pv_stats_sommes_add (sommes, &sommes->total, categorie, montants);

  if (flux->lieux != NULL)
    pv_stats_sommes_add (sommes, &flux->apport, categorie, montants);
  else if (!is_of_financement (flux->by) || financeur != PV_INT_NULL)
    {
      gint64 id = redirect (flux->renvois, read_key (flux->by, row, 1));
      PvStatsSomme *somme = pv_stats_sommes_get (sommes, id);
      pv_stats_somme_count (somme, dossier);
      pv_stats_sommes_add (sommes, somme, categorie, montants);
    }
  return TRUE;
}

static gboolean
run_stream (Flux *flux, PvDb *db, const char *sql, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, error);
  PvStep step;

  if (statement == NULL)
    return FALSE;
  pv_filtre_bind (filtre, statement);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    if (!take_row (flux, statement, error))
      return FALSE;
  return step == PV_STEP_DONE && finish_dossier (flux, error);
}

static gboolean
open_lieux (Flux *flux, PvDb *db, GError **error)
{
  flux->lieux = pv_db_prepare (db,
                               "SELECT dossier_id, id, quartier_id, commune_id, part_bp"
                               "  FROM dossier_territoire ORDER BY dossier_id",
                               error);
  return flux->lieux != NULL && advance_lieux (flux, error);
}

static gboolean
flux_open (Flux *flux, PvDb *db, GError **error)
{
  flux->dossier = PV_INT_NULL;
  flux->courants = g_array_new (FALSE, FALSE, sizeof (PvStatsLieu));
  flux->apport.cells = g_new (PvStatsLigne, PV_STATS_N_CATEGORIES);
  clear_apport (flux);
  flux->categories = load_categories (db, error);
  return flux->categories != NULL && load_redirections (db, flux->by, &flux->renvois, error) &&
         (flux->by != PV_STATS_TERRITOIRE || open_lieux (flux, db, error));
}

static void
flux_clear (Flux *flux)
{
  g_clear_pointer (&flux->lieux, pv_statement_return);
  g_clear_pointer (&flux->renvois, g_hash_table_unref);
  g_clear_pointer (&flux->categories, g_hash_table_unref);
  g_clear_pointer (&flux->courants, g_array_unref);
  g_clear_pointer (&flux->apport.cells, g_free);
}

static gboolean
stream (PvDb *db,
        PvStatsKey by,
        PvEtape etape,
        const PvFiltre *filtre,
        PvStatsSommes *sommes,
        GError **error)
{
  gboolean seul = by == PV_STATS_TERRITOIRE && !sommes->avec_cells;
  g_autofree char *sql = seul ? dossier_stream_sql (etape) : stream_sql (sommes, by, etape);
  Flux flux = { .sommes = sommes, .by = by };
  gboolean ok = flux_open (&flux, db, error) && run_stream (&flux, db, sql, filtre, error);

  flux_clear (&flux);
  return ok;
}

gboolean
pv_stats_store_sommes (PvDb *db,
                       PvStatsKey by,
                       PvEtape etape,
                       const PvFiltre *filtre,
                       PvStatsSommes *sommes,
                       GError **error)
{
  gboolean par_flux = sommes->n_etapes > 1 || is_of_financement (by) || by == PV_STATS_TERRITOIRE;

  if (!(par_flux ? stream (db, by, etape, filtre, sommes, error)
                 : sum_dossiers (db, by, etape, filtre, sommes, error)))
    return FALSE;
  if (!sommes->debordement)
    return TRUE;
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                       _ ("A sum of amounts is larger than what can be kept exactly. Run the "
                          "controls to find the amount that is wrong."));
  return FALSE;
}

/* ---- names ---- */

void
pv_stats_nom_free (PvStatsNom *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

/* id, key, label; the macro of an id is spelled again in SQL. */
static const char *const noms_sql[PV_N_STATS_KEYS] = {
  [PV_STATS_FINANCEUR] = "SELECT f.id, COALESCE(o.siret, o.nom), o.nom"
                         "  FROM financeur f JOIN organisme o ON o.id = f.organisme_id",
  [PV_STATS_AXE] = "SELECT id, code, libelle FROM cadre_noeud WHERE parent_id IS NULL",
  [PV_STATS_TERRITOIRE] = "SELECT id * 2, COALESCE(code, nom), nom FROM quartier"
                          " UNION ALL"
                          " SELECT id * 2 + 1, COALESCE(code_insee, nom), nom FROM commune"
                          "  WHERE id IN (SELECT commune_id FROM dossier_territoire"
                          "               WHERE quartier_id IS NULL)",
  [PV_STATS_PORTEUR] = "SELECT id, COALESCE(siret, nom), nom FROM organisme"
                       " WHERE id IN (SELECT porteur_id FROM dossier)",
};

GHashTable *
pv_stats_store_noms (PvDb *db, PvStatsKey by, GError **error)
{
  g_autoptr (GHashTable) noms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       (GDestroyNotify)pv_stats_nom_free);
  g_autoptr (PvStatement) statement = NULL;
  PvStep step;

  if (noms_sql[by] == NULL)
    return g_steal_pointer (&noms);
  statement = pv_db_prepare (db, noms_sql[by], error);
  if (statement == NULL)
    return NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (statement, 0);
      PvStatsNom *nom = g_new0 (PvStatsNom, 1);

      nom->key = pv_statement_dup_text (statement, 1);
      nom->label = pv_statement_dup_text (statement, 2);
      g_hash_table_insert (noms, g_memdup2 (&id, sizeof id), nom);
    }
  return step == PV_STEP_DONE ? g_steal_pointer (&noms) : NULL;
}
