/* pv-depot-store.c: the SQL of pv-depot
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "depot/pv-depot-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "appel_id, source_systeme, source_cle, porteur_id, intitule, depose_le, " \
  "statut_declare, sollicite_declare_cents, propose_declare_cents, " \
  "accorde_declare_cents, verse_declare_cents"
#define VALEURS \
  ":appel_id, :source_systeme, :source_cle, :porteur_id, :intitule, :depose_le, " \
  ":statut_declare, :sollicite_declare_cents, :propose_declare_cents, " \
  ":accorde_declare_cents, :verse_declare_cents"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvDepot, "depot", pv_depot, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("depot", COLONNES) "WHERE appel_id = :appel ORDER BY id";

static const char par_source[] =
    "SELECT id FROM depot WHERE source_systeme = :systeme AND source_cle = :cle ORDER BY id";

gboolean
pv_depot_store_insert (PvDb *db, PvDepot *depot, GError **error)
{
  return pv_entite_insert (&entite, db, depot, error);
}

gboolean
pv_depot_store_update (PvDb *db, const PvDepot *depot, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, depot, changed, error);
}

gboolean
pv_depot_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvDepot *
pv_depot_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_depot_store_find (PvDb *db,
                     const char *source_systeme,
                     const char *source_cle,
                     gint64 *id,
                     GError **error)
{
  return pv_sql_find (db, par_source, id, error, "tt", source_systeme, source_cle);
}

GPtrArray *
pv_depot_store_list (PvDb *db, gint64 appel_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", appel_id);
}
