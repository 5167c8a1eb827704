/* pv-totals.c: totals kept by triggers, and their recount
 *
 * The list of what is kept is the schema itself: each table `total_X` has a
 * view `recompte_X` of the same columns, the full-text index is `recherche`,
 * and the triggers that keep them begin with `total_` or `recherche_`.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-totals-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-db-private.h"

#define SEARCH "recherche"
#define TOTAL_PREFIX "total_"

/* A wrong trigger spoils every row: the first ones say enough. */
#define MAX_PROBLEMS 100

static GPtrArray *
read_texts (PvDb *db, const char *query, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_ptr_array_add (texts, pv_statement_dup_text (statement, 0));
  return step == PV_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

/* Bulk work touches every index at random: pages that do not fit are written
 * out and read again. Given back at the end of the transaction. */
#define BULK_CACHE "PRAGMA cache_size = -32768"

/* Returns: (transfer full): X of each total_X */
static GPtrArray *
read_totals (PvDb *db, GError **error)
{
  return read_texts (db,
                     "SELECT substr(name, 7) FROM sqlite_schema"
                     " WHERE type = 'table' AND name GLOB 'total_*' ORDER BY name",
                     error);
}

static gboolean
has_search (PvDb *db, gboolean *found, GError **error)
{
  gint64 n = 0;

  if (!pv_db_query_int (
          db, "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = '" SEARCH "'", &n,
          error))
    return FALSE;
  *found = n > 0;
  return TRUE;
}

gboolean
pv_totals_suspend (PvDb *db, GError **error)
{
  static const char names[] = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND"
                              " (name GLOB 'total_*' OR name GLOB 'recherche_*') ORDER BY rowid";
  static const char scripts[] = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND"
                                " (name GLOB 'total_*' OR name GLOB 'recherche_*') ORDER BY rowid";
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  if (db->suspended != NULL)
    return TRUE;
  found = read_texts (db, names, error);
  texts = found != NULL ? read_texts (db, scripts, error) : NULL;
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("DROP TRIGGER \"%s\"", (const char *)g_ptr_array_index (found, i));

      if (!pv_db_run (db, sql, error))
        return FALSE;
    }
  if (!pv_db_run (db, BULK_CACHE, error))
    return FALSE;
  db->suspended = g_steal_pointer (&texts);
  db->bulk = TRUE;
  db->suspended_level = db->depth;
  return TRUE;
}

gboolean
pv_totals_resume (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) texts = g_steal_pointer (&db->suspended);

  if (texts == NULL)
    return TRUE;
  for (guint i = 0; i < texts->len; i++)
    if (!pv_db_run (db, g_ptr_array_index (texts, i), error))
      return FALSE;
  return pv_totals_recount (db, error);
}

gboolean
pv_totals_recount (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) totals = NULL;
  gboolean search = FALSE;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (db->depth > 0, FALSE);

  totals = read_totals (db, error);
  if (totals == NULL || !has_search (db, &search, error))
    return FALSE;
  for (guint i = 0; i < totals->len; i++)
    {
      const char *name = g_ptr_array_index (totals, i);
      g_autofree char *sql =
          g_strdup_printf ("DELETE FROM \"total_%s\";"
                           "INSERT INTO \"total_%s\" SELECT * FROM \"recompte_%s\"",
                           name, name, name);

      if (!pv_db_execute (db, sql, error))
        return FALSE;
    }
  return !search ||
         pv_db_execute (db, "INSERT INTO " SEARCH " (" SEARCH ") VALUES ('rebuild')", error);
}

/* The row as "column=value, …", the first column being its key. */
static char *
describe_row (PvStatement *statement)
{
  GString *text = g_string_new (NULL);

  for (int i = 1; i < pv_statement_get_n_columns (statement); i++)
    {
      const char *value = pv_statement_get_text (statement, i);

      g_string_append_printf (text, "%s%s=%s", i > 1 ? ", " : "",
                              pv_statement_get_column_name (statement, i),
                              value != NULL ? value : "NULL");
    }
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): key → the rows of @one that @other lacks */
static GHashTable *
read_difference (PvDb *db, const char *one, const char *other, GError **error)
{
  g_autofree char *query =
      g_strdup_printf ("SELECT * FROM \"%s\" EXCEPT SELECT * FROM \"%s\"", one, other);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      const char *key = pv_statement_get_text (statement, 0);

      g_hash_table_replace (rows, g_strdup (key != NULL ? key : "NULL"), describe_row (statement));
    }
  return step == PV_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static void
add_problem (GPtrArray *problems,
             const char *table,
             const char *key,
             const char *kept,
             const char *counted)
{
  const char *nothing = _ ("nothing");

  if (problems->len >= MAX_PROBLEMS)
    return;
  g_ptr_array_add (problems, g_strdup_printf (_ ("%s, row %s: kept %s; recounted %s"), table, key,
                                              kept != NULL ? kept : nothing,
                                              counted != NULL ? counted : nothing));
}

static gboolean
verify_total (PvDb *db, const char *name, GPtrArray *problems, GError **error)
{
  g_autofree char *table = g_strconcat (TOTAL_PREFIX, name, NULL);
  g_autofree char *view = g_strconcat ("recompte_", name, NULL);
  g_autoptr (GHashTable) kept = read_difference (db, table, view, error);
  g_autoptr (GHashTable) counted = NULL;
  GHashTableIter iter;
  gpointer key;
  gpointer row;

  counted = kept != NULL ? read_difference (db, view, table, error) : NULL;
  if (counted == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &key, &row))
    add_problem (problems, table, key, row, g_hash_table_lookup (counted, key));
  g_hash_table_iter_init (&iter, counted);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (!g_hash_table_contains (kept, key))
      add_problem (problems, table, key, NULL, row);
  return TRUE;
}

/* FTS5 compares the index with the rows it stands for when it is given a rank;
 * asking so is an INSERT, which a read-only connection refuses. */
static gboolean
verify_search (PvDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (pv_db_run (db, "INSERT INTO " SEARCH " (" SEARCH ", rank) VALUES ('integrity-check', 1)",
                 &local))
    return TRUE;
  if (!g_error_matches (local, PV_DB_ERROR, PV_DB_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_add (problems, g_strdup (_ ("the search index differs from the rows it stands for")));
  return TRUE;
}

gboolean
pv_totals_verify (PvDb *db, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) totals = NULL;
  gboolean search = FALSE;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  totals = read_totals (db, error);
  if (totals == NULL || !has_search (db, &search, error))
    return FALSE;
  for (guint i = 0; i < totals->len; i++)
    if (!verify_total (db, g_ptr_array_index (totals, i), found, error))
      return FALSE;
  if (search && !db->read_only && !verify_search (db, found, error))
    return FALSE;
  *problems = g_steal_pointer (&found);
  return TRUE;
}
