/* pv-institution-store.c: the SQL of pv-institution
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "institution/pv-institution-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "nom, organisme_id, poids, ordre"
#define VALEURS \
  ":nom, :organisme_id, :poids, :ordre"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvInstitution, "institution", pv_institution, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("institution", COLONNES) "ORDER BY COALESCE (ordre, 1000000), nom";

static const char par_nom[] = "SELECT id FROM institution WHERE nom = :nom";

gboolean
pv_institution_store_insert (PvDb *db, PvInstitution *institution, GError **error)
{
  return pv_entite_insert (&entite, db, institution, error);
}

gboolean
pv_institution_store_update (PvDb *db,
                             const PvInstitution *institution,
                             gboolean *changed,
                             GError **error)
{
  return pv_entite_update (&entite, db, institution, changed, error);
}

gboolean
pv_institution_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvInstitution *
pv_institution_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_institution_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_nom, id, error, "t", nom);
}

GPtrArray *
pv_institution_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}
