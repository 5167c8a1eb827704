/* pv-egalite-analyse-store.c: the queries behind the analysis of the marks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-analyse-store.h"

#include "financeur/pv-financeur.h"

#include "pv-statement.h"
#include "stats/pv-stats-territoire.h"

/* ORDER BY costs nothing: dossiers are the outer loop. */
#define SQL_DE                                                                                     \
  "  FROM dossier d LEFT JOIN financement f ON f.dossier_id = d.id"                                \
  "  LEFT JOIN marqueur m ON m.dossier_id = d.id AND m.axe_id = :axe"
#define SQL_OU " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL
#define SQL_SOMMES "SUM (f.sollicite_cents), SUM (COALESCE (f.vote_cents, f.arbitre_cents))"
#define SQL_MARQUE "COALESCE (m.valeur, 3)"

/* Dossier, mark, id of the row, asked, granted: one row per dossier, or per financement. */
static const char *const sql_par[PV_N_EGALITE_PAR] = {
  [PV_EGALITE_PAR_ANNEE] = "SELECT d.id, " SQL_MARQUE ", d.exercice, " SQL_SOMMES SQL_DE SQL_OU
                           " GROUP BY d.id ORDER BY d.id",
  [PV_EGALITE_PAR_PORTEUR] = "SELECT d.id, " SQL_MARQUE ", d.porteur_id, " SQL_SOMMES SQL_DE SQL_OU
                             " GROUP BY d.id ORDER BY d.id",
  [PV_EGALITE_PAR_QUARTIER] =
      "SELECT d.id, " SQL_MARQUE ", NULL, " SQL_SOMMES SQL_DE SQL_OU " GROUP BY d.id ORDER BY d.id",
  [PV_EGALITE_PAR_COMMUNE] =
      "SELECT d.id, " SQL_MARQUE ", NULL, " SQL_SOMMES SQL_DE SQL_OU " GROUP BY d.id ORDER BY d.id",
  [PV_EGALITE_PAR_AXE] =
      "WITH RECURSIVE racine (id, racine_id) AS ("
      " SELECT n.id, n.id FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
      "  WHERE n.parent_id IS NULL"
      "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1))"
      " UNION ALL"
      " SELECT n.id, r.racine_id FROM cadre_noeud n JOIN racine r ON r.id = n.parent_id)"
      " SELECT d.id, " SQL_MARQUE ", (SELECT r.racine_id FROM dossier_noeud dn"
      "   JOIN racine r ON r.id = dn.noeud_id WHERE dn.dossier_id = d.id AND dn.principal = 1),"
      " " SQL_SOMMES SQL_DE SQL_OU " GROUP BY d.id ORDER BY d.id",
  [PV_EGALITE_PAR_FINANCEUR] =
      "SELECT d.id, " SQL_MARQUE ", fi.categorie, f.sollicite_cents,"
      " COALESCE (f.vote_cents, f.arbitre_cents)" SQL_DE
      "  LEFT JOIN financeur fi ON fi.id = f.financeur_id" SQL_OU " ORDER BY d.id",
};

/* A quartier alone says its commune when it has only one. */
static const char sql_lieux_quartier[] =
    "SELECT dossier_id, id, part_bp,"
    "       CASE WHEN quartier_id IS NOT NULL THEN quartier_id * 2 ELSE commune_id * 2 + 1 END"
    "  FROM dossier_territoire ORDER BY dossier_id";

static const char sql_lieux_commune[] =
    "SELECT t.dossier_id, t.id, t.part_bp,"
    "       COALESCE (t.commune_id * 2 + 1,"
    "                 (SELECT CASE WHEN COUNT (*) = 1 THEN MAX (q.commune_id) * 2 + 1 END"
    "                    FROM quartier_commune q WHERE q.quartier_id = t.quartier_id), -1)"
    "  FROM dossier_territoire t ORDER BY t.dossier_id";

static const char *const sql_noms[PV_N_EGALITE_PAR] = {
  [PV_EGALITE_PAR_AXE] = "SELECT id, code, code || ' · ' || libelle, ordre FROM cadre_noeud"
                         " WHERE parent_id IS NULL",
  [PV_EGALITE_PAR_QUARTIER] = "SELECT id * 2, COALESCE (code, nom), nom, 0 FROM quartier"
                              " UNION ALL"
                              " SELECT id * 2 + 1, NULL, nom, 0 FROM commune"
                              "  WHERE id IN (SELECT commune_id FROM dossier_territoire)",
  [PV_EGALITE_PAR_COMMUNE] = "SELECT id * 2 + 1, code_insee, nom, 0 FROM commune",
  [PV_EGALITE_PAR_PORTEUR] = "SELECT id, uuid, nom, 0 FROM organisme"
                             " WHERE id IN (SELECT porteur_id FROM dossier)",
};

/* Dossiers one after the other, and their territories one step ahead. */
typedef struct
{
  PvEgalitePar par;
  PvEgaliteSommes *sommes;
  PvStatement *lieux; /* (nullable) */
  gint64 lieu_dossier;
  GArray *courants; /* of PvStatsLieu */
} Flux;

static gboolean
advance_lieux (Flux *flux, GError **error)
{
  PvStep step = pv_statement_step (flux->lieux, error);

  flux->lieu_dossier = step == PV_STEP_ROW ? pv_statement_get_int (flux->lieux, 0) : G_MAXINT64;

  return step != PV_STEP_ERROR;
}

static gboolean
collect_lieux (Flux *flux, gint64 dossier, GError **error)
{
  g_array_set_size (flux->courants, 0);
  while (flux->lieu_dossier <= dossier)
    {
      PvStatsLieu lieu = {
        .rang = pv_statement_get_int (flux->lieux, 1),
        .part_bp = pv_statement_get_int (flux->lieux, 2),
        .id = pv_statement_get_int (flux->lieux, 3),
      };

      if (flux->lieu_dossier == dossier)
        g_array_append_val (flux->courants, lieu);
      if (!advance_lieux (flux, error))
        return FALSE;
    }

  return TRUE;
}

/* Adds the amount to the row, and to the whole, where each dossier counts once. */
static void
add (Flux *flux, PvStatsSommes *sommes, gint64 dossier, gint64 id, PvCents cents)
{
  PvStatsSomme apport = { .id = id };

  pv_stats_somme_count (&sommes->total, dossier);
  pv_stats_ligne_clear (apport.total, PV_N_ETAPES);
  apport.total[0] = cents;
  pv_stats_sommes_add (sommes, &sommes->total, -1, apport.total);

  if (flux->lieux != NULL)
    pv_stats_territoire_repartir (sommes, dossier, flux->courants, &apport);
  else
    {
      PvStatsSomme *somme = pv_stats_sommes_get (sommes, id);

      pv_stats_somme_count (somme, dossier);
      pv_stats_sommes_add (sommes, somme, -1, apport.total);
    }
}

static gint64
read_id (Flux *flux, PvStatement *row, gboolean *absent)
{
  PvCategorie categorie = PV_CATEGORIE_INCONNU;

  *absent = FALSE;
  if (flux->par != PV_EGALITE_PAR_FINANCEUR)
    return pv_statement_get_int (row, 2);

  /* A dossier without a funder is in the whole, and in no row. */
  *absent = pv_statement_is_null (row, 2);
  pv_categorie_from_id (pv_statement_get_text (row, 2), &categorie);

  return categorie;
}

static gboolean
take (Flux *flux, PvStatement *row, GError **error)
{
  gint64 dossier = pv_statement_get_int (row, 0);
  guint marque = (guint)pv_statement_get_int (row, 1);
  gboolean absent;
  gint64 id = read_id (flux, row, &absent);
  PvCents demande = pv_statement_get_int (row, 3);
  PvCents accorde = pv_statement_get_int (row, 4);

  if (flux->lieux != NULL && !collect_lieux (flux, dossier, error))
    return FALSE;
  if (absent)
    {
      pv_stats_somme_count (&flux->sommes->sommes[PV_EGALITE_DEMANDE][marque]->total, dossier);
      return TRUE;
    }
  add (flux, flux->sommes->sommes[PV_EGALITE_DEMANDE][marque], dossier, id, demande);
  if (accorde != PV_CENTS_NULL && accorde > 0)
    add (flux, flux->sommes->sommes[PV_EGALITE_ACCORDE][marque], dossier, id, accorde);

  return TRUE;
}

static gboolean
open_lieux (Flux *flux, PvDb *db, GError **error)
{
  if (flux->par != PV_EGALITE_PAR_QUARTIER && flux->par != PV_EGALITE_PAR_COMMUNE)
    return TRUE;

  flux->lieux = pv_db_prepare (
      db, flux->par == PV_EGALITE_PAR_QUARTIER ? sql_lieux_quartier : sql_lieux_commune, error);

  return flux->lieux != NULL && advance_lieux (flux, error);
}

gboolean
pv_egalite_analyse_store_sommes (PvDb *db,
                                 gint64 axe_id,
                                 PvEgalitePar par,
                                 const PvFiltre *filtre,
                                 PvEgaliteSommes *sommes,
                                 GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql_par[par], error);
  g_autoptr (GArray) courants = g_array_new (FALSE, FALSE, sizeof (PvStatsLieu));
  Flux flux = { .par = par, .sommes = sommes, .courants = courants };
  PvStep step = PV_STEP_ERROR;

  if (rows != NULL && open_lieux (&flux, db, error))
    {
      pv_statement_bind_int (rows, ":axe", axe_id);
      pv_filtre_bind (filtre, rows);
      while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
        if (!take (&flux, rows, error))
          {
            step = PV_STEP_ERROR;
            break;
          }
    }
  g_clear_pointer (&flux.lieux, pv_statement_return);

  return step == PV_STEP_DONE;
}

void
pv_egalite_nom_free (PvEgaliteNom *self)
{
  g_free (self->cle);
  g_free (self->libelle);
  g_free (self);
}

GHashTable *
pv_egalite_analyse_store_noms (PvDb *db, PvEgalitePar par, GError **error)
{
  g_autoptr (GHashTable) noms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       (GDestroyNotify)pv_egalite_nom_free);
  g_autoptr (PvStatement) rows = NULL;
  PvStep step;

  if (sql_noms[par] == NULL)
    return g_steal_pointer (&noms);
  rows = pv_db_prepare (db, sql_noms[par], error);
  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0);
      PvEgaliteNom *nom = g_new0 (PvEgaliteNom, 1);

      nom->cle = pv_statement_dup_text (rows, 1);
      nom->libelle = pv_statement_dup_text (rows, 2);
      nom->rang = pv_statement_get_int (rows, 3);
      g_hash_table_insert (noms, g_memdup2 (&id, sizeof id), nom);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&noms) : NULL;
}
