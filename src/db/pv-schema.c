/* pv-schema.c: is the schema of a file the one we wrote
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-schema-digest.h"

/* Where the quoted text, or the comment, that starts at @p ends. */
static const char *
skip_to (const char *p, const char *end)
{
  const char *found = strstr (p, end);

  return found != NULL ? found + strlen (end) : p + strlen (p);
}

char *
pv_schema_normalise (const char *sql)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = sql; *p != '\0';)
    {
      const char *next = p + 1;

      if (g_str_has_prefix (p, "--"))
        next = skip_to (p, "\n");
      else if (g_str_has_prefix (p, "/*"))
        next = skip_to (p, "*/");
      if (next != p + 1 || g_ascii_isspace (*p))
        {
          space = TRUE;
          p = next;
          continue;
        }
      if (strchr ("'\"`", *p) != NULL)
        next = skip_to (p + 1, (char[]){ *p, '\0' });
      else if (*p == '[')
        next = skip_to (p, "]");
      if (space && text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, p, next - p);
      space = FALSE;
      p = next;
    }
  return g_string_free (text, FALSE);
}

/* "table organisme" → its SQL. What ANALYZE keeps is nobody's schema. */
static GHashTable *
read_objects (sqlite3 *handle, int *code)
{
  static const char query[] =
      "SELECT type || ' ' || name, tbl_name, COALESCE(sql, '')" PV_SCHEMA_ROWS;
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = NULL;

  *code = sqlite3_prepare_v2 (handle, query, -1, &statement, NULL);
  if (*code != SQLITE_OK)
    return NULL;
  while ((*code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = (const char *)sqlite3_column_text (statement, 0);
      const char *table = (const char *)sqlite3_column_text (statement, 1);
      const char *sql = (const char *)sqlite3_column_text (statement, 2);
      g_autofree char *normal = pv_schema_normalise (sql != NULL ? sql : "");

      g_hash_table_replace (objects, g_strdup (name != NULL ? name : "?"),
                            g_strconcat (table != NULL ? table : "?", ": ", normal, NULL));
    }
  sqlite3_finalize (statement);
  return *code == SQLITE_DONE ? g_steal_pointer (&objects) : NULL;
}

/* @what: (transfer full): what is wrong with which object */
static gboolean
refuse (PvDb *db, char *what, GError **error)
{
  g_autofree char *reason = what;

  g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CORRUPT,
               _ ("“%s” was altered outside Progville: %s. Restore a copy from its backups"),
               pv_db_get_path (db), reason);
  return FALSE;
}

gboolean
pv_schema_compare (PvDb *db, sqlite3 *reference, GError **error)
{
  int code = SQLITE_OK;
  g_autoptr (GHashTable) expected = read_objects (reference, &code);
  g_autoptr (GHashTable) found = read_objects (db->handle, &code);
  GHashTableIter iter;
  gpointer name;
  gpointer sql;

  g_assert (expected != NULL);
  if (found == NULL)
    {
      pv_db_set_error (db, code, error);
      return FALSE;
    }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      const char *ours = g_hash_table_lookup (expected, name);

      if (ours == NULL)
        return refuse (
            db, g_strdup_printf (_ ("“%s” is not part of its schema"), (const char *)name), error);
      if (!g_str_equal (ours, sql))
        return refuse (db,
                       g_strdup_printf (_ ("“%s” is not as Progville made it"), (const char *)name),
                       error);
    }
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (found, name))
      return refuse (
          db, g_strdup_printf (_ ("“%s” is missing from its schema"), (const char *)name), error);
  return TRUE;
}
