/* pv-seuil-store.c: the SQL of pv-seuil
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seuil/pv-seuil-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, libelle, valeur, unite, valable_du, valable_au, source"
#define VALEURS \
  ":code, :libelle, :valeur, :unite, :valable_du, :valable_au, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvSeuil, "seuil", pv_seuil, COLONNES, VALEURS);

static const char en_vigueur[] = "SELECT valeur FROM seuil WHERE code = :code"
                                 "   AND (valable_du IS NULL OR valable_du <= :jour)"
                                 "   AND (valable_au IS NULL OR valable_au >= :jour)"
                                 " ORDER BY COALESCE (valable_du, '') DESC LIMIT 1";

static const char liste[] =
    PV_SQL_LECTURE ("seuil", COLONNES) "ORDER BY code, COALESCE (valable_du, '')";

static const char par_code[] =
    "SELECT id FROM seuil WHERE code = :code AND valable_du IS NOT DISTINCT FROM :du";

gboolean
pv_seuil_store_insert (PvDb *db, PvSeuil *seuil, GError **error)
{
  return pv_entite_insert (&entite, db, seuil, error);
}

gboolean
pv_seuil_store_update (PvDb *db, const PvSeuil *seuil, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, seuil, changed, error);
}

gboolean
pv_seuil_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvSeuil *
pv_seuil_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_seuil_store_find (PvDb *db, const char *code, const char *valable_du, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "tt", code, valable_du);
}

GPtrArray *
pv_seuil_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

gboolean
pv_seuil_store_get_valeur (PvDb *db,
                           const char *code,
                           const char *jour,
                           gint64 *valeur,
                           GError **error)
{
  return pv_sql_find (db, en_vigueur, valeur, error, "tt", code, jour);
}
