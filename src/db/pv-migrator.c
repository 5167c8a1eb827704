/* pv-migrator.c: from an empty or older file to the current schema
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-migrator.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "pv-db-private.h"
#include "pv-db-sql.h"
#include "pv-history-private.h"
#include "pv-schema-digest.h"
#include "pv-schema-stamp.h"
#include "pv-schema.h"

#define SQL_FOLDER "/org/progville/db/sql/"

typedef struct
{
  char *name;
  GBytes *sql;
} Script;

struct _PvMigrator
{
  GPtrArray *scripts; /* sorted: the resource does not promise an order */
  const char *digest; /* of the schema they make, if it was written down */
};

static void
script_free (gpointer data)
{
  Script *self = data;

  g_free (self->name);
  g_bytes_unref (self->sql);
  g_free (self);
}

static int
compare_scripts_cb (gconstpointer a, gconstpointer b)
{
  const Script *const *one = a;
  const Script *const *other = b;

  return strcmp ((*one)->name, (*other)->name);
}

static PvMigrator *
migrator_new (void)
{
  PvMigrator *self = g_new0 (PvMigrator, 1);

  self->scripts = g_ptr_array_new_with_free_func (script_free);
  return self;
}

static void
add_script (PvMigrator *self, const char *name, GBytes *sql)
{
  Script *script = g_new0 (Script, 1);

  script->name = g_strdup (name);
  script->sql = sql;
  g_ptr_array_add (self->scripts, script);
}

/* A gap or a repeated number is a mistake of ours, seen at the first start. */
static void
sort_scripts (PvMigrator *self)
{
  g_ptr_array_sort (self->scripts, compare_scripts_cb);
  for (guint i = 0; i < self->scripts->len; i++)
    {
      const Script *script = g_ptr_array_index (self->scripts, i);

      g_assert (g_ascii_strtoull (script->name, NULL, 10) == i + 1);
    }
}

PvMigrator *
pv_migrator_new (void)
{
  PvMigrator *self = migrator_new ();
  GResource *resource = pv_db_sql_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, SQL_FOLDER, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SQL_FOLDER, names[i], NULL);
      GBytes *sql = g_resource_lookup_data (resource, path, 0, NULL);

      g_assert (sql != NULL);
      add_script (self, names[i], sql);
    }
  sort_scripts (self);
  self->digest = PV_SCHEMA_DIGEST;
  return self;
}

PvMigrator *
pv_migrator_new_from_scripts (const char *const *names, const char *const *scripts)
{
  PvMigrator *self = migrator_new ();

  for (guint i = 0; names[i] != NULL; i++)
    add_script (self, names[i], g_bytes_new (scripts[i], strlen (scripts[i]) + 1));
  sort_scripts (self);
  return self;
}

void
pv_migrator_free (PvMigrator *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->scripts);
  g_free (self);
}

int
pv_migrator_get_version (PvMigrator *self)
{
  return (int)self->scripts->len;
}

const char *
pv_migrator_get_script (PvMigrator *self, int version)
{
  const Script *script = NULL;

  g_return_val_if_fail (version >= 1 && (guint)version <= self->scripts->len, NULL);

  /* Resources, and our copies, end with a nul byte. */
  script = g_ptr_array_index (self->scripts, version - 1);
  return g_bytes_get_data (script->sql, NULL);
}

static gboolean
check_references (PvDb *db, GError **error)
{
  gint64 n = 0;

  if (!pv_db_query_int (db, "SELECT COUNT(*) FROM pragma_foreign_key_check", &n, error))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CORRUPT,
                   _ ("“%s” refers to rows that are missing (%" PRId64
                      "), so it was not migrated; restore a copy from its backups"),
                   pv_db_get_path (db), n);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_scripts (PvMigrator *self, PvDb *db, GError **error)
{
  int version = pv_migrator_get_version (self);
  g_autoptr (GHashTable) outside = NULL;
  g_autofree char *mark = NULL;

  if (db->schema_version > 0)
    {
      outside = pv_history_collect_outside_changes (db, error);
      if (outside == NULL)
        return FALSE;
    }
  for (int i = db->schema_version + 1; i <= version; i++)
    if (!pv_db_run (db, pv_migrator_get_script (self, i), error))
      return FALSE;
  mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                          PV_DB_APPLICATION_ID, version);
  return check_references (db, error) && pv_history_renew_seals (db, outside, error) &&
         pv_db_run (db, mark, error);
}

gboolean
pv_migrator_run (PvMigrator *self, PvDb *db, GError **error)
{
  gboolean done = FALSE;

  /* A script may rebuild a table, which references to it would forbid. */
  if (!pv_db_run (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  done = run_scripts (self, db, error) && pv_db_run (db, "COMMIT", error);
  if (!done)
    pv_db_run (db, "ROLLBACK", NULL);
  else
    db->schema_version = pv_migrator_get_version (self);
  return pv_db_run (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}

static sqlite3 *
build_reference (PvMigrator *self, int version)
{
  sqlite3 *handle = NULL;

  g_assert (sqlite3_open (":memory:", &handle) == SQLITE_OK);
  for (int i = 1; i <= version; i++)
    if (sqlite3_exec (handle, pv_migrator_get_script (self, i), NULL, NULL, NULL) != SQLITE_OK)
      g_error ("script %d: %s", i, sqlite3_errmsg (handle)); /* a mistake of ours */
  return handle;
}

gboolean
pv_migrator_is_schema (PvMigrator *self, PvDb *db)
{
  g_autofree char *found = NULL;

  if (self->digest == NULL)
    return FALSE;
  found = pv_schema_digest (db->handle);
  return g_strcmp0 (found, self->digest) == 0;
}

gboolean
pv_migrator_check_schema (PvMigrator *self, PvDb *db, int version, GError **error)
{
  sqlite3 *reference;
  gboolean same;

  if (version == pv_migrator_get_version (self) && pv_migrator_is_schema (self, db))
    return TRUE;
  reference = build_reference (self, version);
  same = pv_schema_compare (db, reference, error);
  sqlite3_close (reference);
  return same;
}
