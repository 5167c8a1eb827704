/* pv-appel-store.c: the SQL of pv-appel
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appel/pv-appel-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "contrat_id, exercice, genre, libelle, depot_debut, depot_fin, action_debut, " \
  "action_fin, theme_pivot, montant_minimum_cents, egalite_criteres, grille_id"
#define VALEURS \
  ":contrat_id, :exercice, :genre, :libelle, :depot_debut, :depot_fin, " \
  ":action_debut, :action_fin, :theme_pivot, :montant_minimum_cents, " \
  ":egalite_criteres, :grille_id"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvAppel, "appel", pv_appel, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("appel", COLONNES) "ORDER BY exercice DESC, libelle";

static const char par_uuid[] = "SELECT id FROM appel WHERE uuid = :uuid";

static const char par_libelle[] =
    "SELECT id FROM appel WHERE exercice = :exercice AND libelle = :libelle";

gboolean
pv_appel_store_insert (PvDb *db, PvAppel *appel, GError **error)
{
  return pv_entite_insert (&entite, db, appel, error);
}

gboolean
pv_appel_store_update (PvDb *db, const PvAppel *appel, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, appel, changed, error);
}

gboolean
pv_appel_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvAppel *
pv_appel_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_appel_store_find (PvDb *db, gint64 exercice, const char *libelle, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_libelle, id, error, "it", exercice, libelle);
}

gboolean
pv_appel_store_find_by_uuid (PvDb *db, const char *uuid, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_uuid, id, error, "t", uuid);
}

GPtrArray *
pv_appel_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}
