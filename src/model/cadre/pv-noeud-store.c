/* pv-noeud-store.c: the SQL of pv-noeud
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-noeud-store.h"

#include "commun/pv-entite.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "cadre_id, parent_id, code, niveau, ordre, libelle, source"
#define VALEURS \
  ":cadre_id, :parent_id, :code, :niveau, :ordre, :libelle, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvNoeud, "cadre_noeud", pv_noeud, COLONNES, VALEURS);

static const char libelles[] =
    "SELECT id, libelle FROM cadre_noeud WHERE :cadre IS NULL OR cadre_id = :cadre ORDER BY id";

static const char enfants[] =
    PV_SQL_LECTURE ("cadre_noeud", COLONNES) "WHERE cadre_id = :cadre AND parent_id IS NOT "
                                             "DISTINCT FROM :parent ORDER BY ordre, code";

/* The path of each node, as its rank at every level, sorts parents before children. */
static const char liste[] =
    "WITH RECURSIVE arbre (noeud, chemin) AS ("
    "  SELECT id, printf ('%08d', COALESCE (ordre, 0)) || code FROM cadre_noeud"
    "   WHERE cadre_id = :cadre AND parent_id IS NULL"
    "  UNION"
    "  SELECT n.id, a.chemin || '/' || printf ('%08d', COALESCE (n.ordre, 0)) || n.code"
    "    FROM cadre_noeud n JOIN arbre a ON n.parent_id = a.noeud) " PV_SQL_LECTURE (
        "arbre JOIN cadre_noeud ON id = noeud",
        COLONNES) "ORDER BY chemin";

static const char ancetre[] =
    "WITH RECURSIVE monte (noeud, parent) AS ("
    "  SELECT id, parent_id FROM cadre_noeud WHERE id = :id"
    "  UNION"
    "  SELECT n.id, n.parent_id FROM cadre_noeud n JOIN monte m ON n.id = m.parent) "
    "SELECT noeud FROM monte WHERE parent IS NULL";

static const char comptes[] =
    "WITH RECURSIVE sous (haut, noeud) AS ("
    "  SELECT id, id FROM cadre_noeud WHERE cadre_id = :cadre"
    "  UNION"
    "  SELECT s.haut, n.id FROM sous s JOIN cadre_noeud n ON n.parent_id = s.noeud) "
    "SELECT haut, COUNT (DISTINCT d.dossier_id) FROM sous JOIN dossier_noeud d"
    "    ON d.noeud_id = sous.noeud GROUP BY haut";

static const char par_code[] =
    "SELECT id FROM cadre_noeud WHERE cadre_id = :cadre AND code = :code";

gboolean
pv_noeud_store_insert (PvDb *db, PvNoeud *noeud, GError **error)
{
  return pv_entite_insert (&entite, db, noeud, error);
}

gboolean
pv_noeud_store_update (PvDb *db, const PvNoeud *noeud, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, noeud, changed, error);
}

gboolean
pv_noeud_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvNoeud *
pv_noeud_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_noeud_store_find_by_code (PvDb *db,
                             gint64 cadre_id,
                             const char *code,
                             gint64 *id,
                             GError **error)
{
  return pv_sql_find (db, par_code, id, error, "it", cadre_id, code);
}

gboolean
pv_noeud_store_find_by_libelle (PvDb *db,
                                gint64 cadre_id,
                                const char *libelle,
                                gint64 *id,
                                GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, libelles, error, "i", cadre_id);
  g_autofree char *cherche = pv_text_fold (libelle);
  guint n = 0;
  PvStep step;

  if (statement == NULL)
    return FALSE;

  *id = PV_INT_NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      g_autofree char *plie = pv_text_fold (pv_statement_get_text (statement, 1));

      if (g_str_equal (plie, cherche))
        *id = ++n == 1 ? pv_statement_get_int (statement, 0) : PV_INT_NULL;
    }

  return step == PV_STEP_DONE;
}

GPtrArray *
pv_noeud_store_list_children (PvDb *db, gint64 cadre_id, gint64 parent_id, GError **error)
{
  return pv_entite_list (&entite, db, enfants, error, "ii", cadre_id, parent_id);
}

GPtrArray *
pv_noeud_store_list (PvDb *db, gint64 cadre_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", cadre_id);
}

GHashTable *
pv_noeud_store_count_dossiers (PvDb *db, gint64 cadre_id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, comptes, error, "i", cadre_id);
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  PvStep step;

  if (statement == NULL)
    return NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 row[] = { pv_statement_get_int (statement, 0), pv_statement_get_int (statement, 1) };

      g_hash_table_insert (counts, g_memdup2 (&row[0], sizeof row[0]),
                           g_memdup2 (&row[1], sizeof row[1]));
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

gboolean
pv_noeud_store_get_racine (PvDb *db, gint64 id, gint64 *racine, GError **error)
{
  return pv_sql_find (db, ancetre, racine, error, "i", id);
}
