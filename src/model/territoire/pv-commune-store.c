/* pv-commune-store.c: the SQL of pv-commune
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "territoire/pv-commune-store.h"

#include "commun/pv-entite.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "code_insee, nom, nom_plie, code_dep, epci_siren, epci_nom"
#define VALEURS \
  ":code_insee, :nom, :nom_plie, :code_dep, :epci_siren, :epci_nom"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvCommune, "commune", pv_commune, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("commune", COLONNES) "ORDER BY nom_plie, id";

static const char par_nom[] = "SELECT CASE WHEN COUNT (*) = 1 THEN MIN (id) END FROM commune"
                              " WHERE nom_plie = :nom AND (:dep IS NULL OR code_dep = :dep)";

static const char par_insee[] = "SELECT id FROM commune WHERE code_insee = :code";

static void
fold_name (PvCommune *commune)
{
  g_free (commune->nom_plie);
  commune->nom_plie = pv_text_fold (commune->nom);
}

gboolean
pv_commune_store_insert (PvDb *db, PvCommune *commune, GError **error)
{
  fold_name (commune);
  return pv_entite_insert (&entite, db, commune, error);
}

gboolean
pv_commune_store_update (PvDb *db, PvCommune *commune, gboolean *changed, GError **error)
{
  fold_name (commune);
  return pv_entite_update (&entite, db, commune, changed, error);
}

gboolean
pv_commune_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvCommune *
pv_commune_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_commune_store_find_by_insee (PvDb *db, const char *code_insee, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_insee, id, error, "t", code_insee);
}

gboolean
pv_commune_store_find_by_nom (PvDb *db,
                              const char *nom,
                              const char *code_dep,
                              gint64 *id,
                              GError **error)
{
  g_autofree char *plie = pv_text_fold (nom);

  return pv_sql_find (db, par_nom, id, error, "tt", plie, code_dep);
}

GPtrArray *
pv_commune_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}
