/* pv-cadre-store.c: the SQL of pv-cadre
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-cadre-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, nom, annee_debut, annee_fin, principal, source"
#define VALEURS \
  ":code, :nom, :annee_debut, :annee_fin, :principal, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvCadre, "cadre", pv_cadre, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("cadre", COLONNES) "ORDER BY principal DESC, code";

static const char le_principal[] = "SELECT id FROM cadre WHERE principal = 1 ORDER BY id";

static const char par_code[] = "SELECT id FROM cadre WHERE code = :code";

gboolean
pv_cadre_store_insert (PvDb *db, PvCadre *cadre, GError **error)
{
  return pv_entite_insert (&entite, db, cadre, error);
}

gboolean
pv_cadre_store_update (PvDb *db, const PvCadre *cadre, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, cadre, changed, error);
}

gboolean
pv_cadre_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvCadre *
pv_cadre_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_cadre_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "t", code);
}

gboolean
pv_cadre_store_find_principal (PvDb *db, gint64 *id, GError **error)
{
  return pv_sql_find (db, le_principal, id, error, "");
}

GPtrArray *
pv_cadre_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}
