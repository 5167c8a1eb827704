/* pv-statement.c: one SQL statement, borrowed from its connection
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-db-private.h"
#include "pv-recorder.h"

/* Statements found again by the address of their text. */
#define N_SLOTS 128

struct _PvStatement
{
  PvDb *db; /* held while borrowed */
  sqlite3_stmt *handle;
  GPtrArray *idle; /* where it rests, with others of the same SQL */
  gboolean writes;
  gboolean running; /* a row was given and the end is not reached */
  int bind_code;    /* what a binding said, told at the next step */
  guint64 mark;     /* the recorder's, of this execution */
};

struct _PvStatementCache
{
  GHashTable *by_sql; /* SQL → GPtrArray of idle statements */
  guint n_borrowed;
  struct
  {
    const char *address;
    const char *sql; /* the key of by_sql */
    GPtrArray *idle;
  } slots[N_SLOTS];
};

static void
statement_free (gpointer data)
{
  PvStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

PvStatementCache *
pv_statement_cache_new (void)
{
  PvStatementCache *self = g_new0 (PvStatementCache, 1);

  self->by_sql =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
pv_statement_cache_free (PvStatementCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_sql);
  g_free (self);
}

guint
pv_statement_cache_get_n_borrowed (PvStatementCache *self)
{
  return self->n_borrowed;
}

/* The address finds it without hashing; the text must still be the same, for
 * the address may be that of a buffer. */
static GPtrArray *
find_idle (PvStatementCache *self, const char *sql)
{
  guint slot = (guint)(((gsize)sql >> 3) % N_SLOTS);
  gpointer key = NULL;
  gpointer idle = NULL;

  if (self->slots[slot].address == sql && strcmp (self->slots[slot].sql, sql) == 0)
    return self->slots[slot].idle;

  if (!g_hash_table_lookup_extended (self->by_sql, sql, &key, &idle))
    {
      key = g_strdup (sql);
      idle = g_ptr_array_new_with_free_func (statement_free);
      g_hash_table_insert (self->by_sql, key, idle);
    }
  self->slots[slot].address = sql;
  self->slots[slot].sql = key;
  self->slots[slot].idle = idle;
  return idle;
}

static PvStatement *
statement_new (PvDb *db, const char *sql, GError **error)
{
  PvStatement *self = NULL;
  sqlite3_stmt *handle = NULL;
  const char *tail = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &tail);

  if (code != SQLITE_OK)
    {
      pv_db_set_error (db, code, error);
      return NULL;
    }
  if (handle == NULL)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("an empty statement: “%s”"), sql);
      return NULL;
    }
  self = g_new0 (PvStatement, 1);
  self->handle = handle;
  self->writes = !sqlite3_stmt_readonly (handle);
  return self;
}

PvStatement *
pv_db_prepare (PvDb *db, const char *sql, GError **error)
{
  GPtrArray *idle = NULL;
  PvStatement *self = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  pv_db_assert_usable (db);

  idle = find_idle (db->statements, sql);
  if (idle->len > 0)
    self = g_ptr_array_steal_index_fast (idle, idle->len - 1);
  else
    self = statement_new (db, sql, error);
  if (self == NULL)
    return NULL;
  self->idle = idle;
  self->db = g_object_ref (db);
  db->statements->n_borrowed++;
  return self;
}

void
pv_statement_return (PvStatement *self)
{
  PvDb *db = NULL;

  if (self == NULL)
    return;
  pv_statement_reset (self);
  sqlite3_clear_bindings (self->handle);
  self->bind_code = SQLITE_OK;
  db = g_steal_pointer (&self->db);
  db->statements->n_borrowed--;
  g_ptr_array_add (self->idle, self);
  g_object_unref (db);
}

sqlite3_stmt *
pv_statement_get_handle (PvStatement *self)
{
  return self->handle;
}

static int
find_parameter (PvStatement *self, const char *name)
{
  int position = sqlite3_bind_parameter_index (self->handle, name);

  if (position == 0)
    g_critical ("no parameter %s in: %s", name, sqlite3_sql (self->handle));
  return position;
}

static void
keep_bind_code (PvStatement *self, int code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
pv_statement_bind_int_at (PvStatement *self, int position, gint64 value)
{
  keep_bind_code (self, value == PV_INT_NULL ? sqlite3_bind_null (self->handle, position)
                                             : sqlite3_bind_int64 (self->handle, position, value));
}

void
pv_statement_bind_text_at (PvStatement *self, int position, const char *value)
{
  keep_bind_code (self, sqlite3_bind_text (self->handle, position, value, -1, SQLITE_TRANSIENT));
}

void
pv_statement_bind_int (PvStatement *self, const char *name, gint64 value)
{
  g_return_if_fail (self != NULL);

  pv_statement_bind_int_at (self, find_parameter (self, name), value);
}

void
pv_statement_bind_text (PvStatement *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL);

  pv_statement_bind_text_at (self, find_parameter (self, name), value);
}

void
pv_statement_bind_blob (PvStatement *self, const char *name, gconstpointer data, gsize size)
{
  int position = 0;

  g_return_if_fail (self != NULL);

  position = find_parameter (self, name);
  /* An empty blob is not NULL. */
  if (data != NULL && size == 0)
    keep_bind_code (self, sqlite3_bind_zeroblob (self->handle, position, 0));
  else
    keep_bind_code (self,
                    sqlite3_bind_blob64 (self->handle, position, data, size, SQLITE_TRANSIENT));
}

void
pv_statement_bind_null (PvStatement *self, const char *name)
{
  g_return_if_fail (self != NULL);

  keep_bind_code (self, sqlite3_bind_null (self->handle, find_parameter (self, name)));
}

/* A write needs a transaction that is still alive: after a full disk or a
 * cancellation SQLite ends it by itself, and what follows would be kept alone. */
static gboolean
check_transaction (PvStatement *self, GError **error)
{
  PvDb *db = self->db;

  if (db->failure != NULL)
    g_propagate_error (error, g_error_copy (db->failure));
  else if (!sqlite3_get_autocommit (db->handle) || db->read_only)
    return TRUE;
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
                 _ ("a change outside any transaction was refused: %s"),
                 sqlite3_sql (self->handle));
  return FALSE;
}

static PvStep
fail (PvStatement *self, int code, GError **error)
{
  PvDb *db = self->db;
  GError *local = NULL;

  pv_db_set_error (db, code, &local);
  sqlite3_reset (self->handle);
  self->running = FALSE;
  if (db->depth > 0 && db->failure == NULL &&
      ((self->writes && !pv_recorder_undo_statement (db->recorder, self->mark)) ||
       sqlite3_get_autocommit (db->handle)))
    db->failure = g_error_copy (local);
  g_propagate_error (error, local);
  return PV_STEP_ERROR;
}

PvStep
pv_statement_step (PvStatement *self, GError **error)
{
  int code = SQLITE_OK;

  g_return_val_if_fail (self != NULL, PV_STEP_ERROR);
  pv_db_assert_usable (self->db);

  if (self->bind_code != SQLITE_OK)
    {
      pv_db_set_error (self->db, self->bind_code, error);
      return PV_STEP_ERROR;
    }
  if (self->writes && !self->running)
    {
      if (!check_transaction (self, error))
        return PV_STEP_ERROR;
      self->mark = pv_recorder_begin_statement (self->db->recorder);
    }

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    {
      self->running = TRUE;
      return PV_STEP_ROW;
    }
  if (code != SQLITE_DONE)
    return fail (self, code, error);

  sqlite3_reset (self->handle);
  self->running = FALSE;
  if (self->writes && !pv_recorder_flush_if_large (self->db->recorder, error))
    return PV_STEP_ERROR;
  return PV_STEP_DONE;
}

gboolean
pv_statement_run (PvStatement *self, GError **error)
{
  PvStep step = pv_statement_step (self, error);

  while (step == PV_STEP_ROW)
    step = pv_statement_step (self, error);
  return step == PV_STEP_DONE;
}

void
pv_statement_reset (PvStatement *self)
{
  g_return_if_fail (self != NULL);

  /* INSERT … RETURNING checks its references at its end. */
  if (self->running && self->writes)
    {
      GError *error = NULL;

      if (!pv_statement_run (self, &error) && self->db->failure == NULL)
        self->db->failure = g_steal_pointer (&error);
      g_clear_error (&error);
    }
  self->running = FALSE;
  sqlite3_reset (self->handle);
}

int
pv_statement_get_n_columns (PvStatement *self)
{
  return sqlite3_column_count (self->handle);
}

const char *
pv_statement_get_column_name (PvStatement *self, int column)
{
  return sqlite3_column_name (self->handle, column);
}

gboolean
pv_statement_is_null (PvStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
pv_statement_get_int (PvStatement *self, int column)
{
  gint64 value = sqlite3_column_int64 (self->handle, column);

  /* 0 for NULL too: most values are asked for once */
  return value == 0 && pv_statement_is_null (self, column) ? PV_INT_NULL : value;
}

const char *
pv_statement_get_text (PvStatement *self, int column)
{
  return (const char *)sqlite3_column_text (self->handle, column);
}

char *
pv_statement_dup_text (PvStatement *self, int column)
{
  return g_strdup (pv_statement_get_text (self, column));
}

gconstpointer
pv_statement_get_blob (PvStatement *self, int column, gsize *size)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  if (size != NULL)
    *size = (gsize)sqlite3_column_bytes (self->handle, column);
  return data;
}

gboolean
pv_statement_execute_all (PvDb *db, const char *sql, GError **error)
{
  const char *tail = sql;

  while (*tail != '\0')
    {
      PvStatement statement = { .db = db };
      int code = sqlite3_prepare_v2 (db->handle, tail, -1, &statement.handle, &tail);
      gboolean done = FALSE;

      if (code != SQLITE_OK)
        {
          pv_db_set_error (db, code, error);
          return FALSE;
        }
      if (statement.handle == NULL) /* spaces, or a comment */
        continue;
      statement.writes = !sqlite3_stmt_readonly (statement.handle);
      done = pv_statement_run (&statement, error);
      sqlite3_finalize (statement.handle);
      if (!done)
        return FALSE;
    }
  return TRUE;
}
