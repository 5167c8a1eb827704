/* pv-quartier-store.c: the SQL of pv-quartier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "territoire/pv-quartier-store.h"

#include "commun/pv-entite.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "code, nom, nom_plie, genre, generation, population, population_annee, source"
#define VALEURS \
  ":code, :nom, :nom_plie, :genre, :generation, :population, :population_annee, " \
  ":source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvQuartier, "quartier", pv_quartier, COLONNES, VALEURS);

static const char par_nom[] = "SELECT CASE WHEN COUNT (*) = 1 THEN MIN (q.id) END FROM quartier q"
                              " WHERE q.nom_plie = :nom"
                              "   AND (:commune IS NULL OR EXISTS (SELECT 1 FROM quartier_commune c"
                              "         WHERE c.quartier_id = q.id AND c.commune_id = :commune))"
                              "   AND (:generation IS NULL OR q.generation = :generation)";

static const char ajoute_commune[] =
    "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (:quartier, :commune)"
    " ON CONFLICT (quartier_id, commune_id) DO NOTHING";

static const char communes[] =
    "SELECT c.id FROM quartier_commune q JOIN commune c ON c.id = q.commune_id"
    " WHERE q.quartier_id = :quartier ORDER BY c.nom_plie, c.id";

static const char liste[] = PV_SQL_LECTURE ("quartier", COLONNES) "ORDER BY nom_plie, id";

static const char par_code[] = "SELECT id FROM quartier WHERE code = :code";

static void
fold_name (PvQuartier *quartier)
{
  g_free (quartier->nom_plie);
  quartier->nom_plie = pv_text_fold (quartier->nom);
}

gboolean
pv_quartier_store_insert (PvDb *db, PvQuartier *quartier, GError **error)
{
  fold_name (quartier);
  return pv_entite_insert (&entite, db, quartier, error);
}

gboolean
pv_quartier_store_update (PvDb *db, PvQuartier *quartier, gboolean *changed, GError **error)
{
  fold_name (quartier);
  return pv_entite_update (&entite, db, quartier, changed, error);
}

gboolean
pv_quartier_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvQuartier *
pv_quartier_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_quartier_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "t", code);
}

GPtrArray *
pv_quartier_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

gboolean
pv_quartier_store_find_by_nom (PvDb *db,
                               const char *nom,
                               gint64 commune_id,
                               gint64 generation,
                               gint64 *id,
                               GError **error)
{
  g_autofree char *plie = pv_text_fold (nom);

  return pv_sql_find (db, par_nom, id, error, "tii", plie, commune_id, generation);
}

gboolean
pv_quartier_store_remove_commune (PvDb *db, gint64 quartier_id, gint64 commune_id, GError **error)
{
  return pv_sql_run (db,
                     "DELETE FROM quartier_commune WHERE quartier_id = :quartier"
                     "   AND commune_id = :commune",
                     error, "ii", quartier_id, commune_id);
}

gboolean
pv_quartier_store_add_commune (PvDb *db, gint64 quartier_id, gint64 commune_id, GError **error)
{
  return pv_sql_run (db, ajoute_commune, error, "ii", quartier_id, commune_id);
}

GArray *
pv_quartier_store_list_communes (PvDb *db, gint64 quartier_id, GError **error)
{
  return pv_sql_list_ids (db, communes, error, "i", quartier_id);
}
