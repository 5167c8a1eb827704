/* pv-history-undo.c: the inverse of a group
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "pv-history-check.h"
#include "pv-recorder.h"
#include "pv-transaction.h"

/* Beyond so many rows a recount costs less than the triggers. */
#define MANY_ROWS 20000

typedef struct
{
  const PvJournalTable *table;
  gint64 key;
} RowKey;

typedef struct
{
  PvDb *db;
  gint64 group;
  GHashTable *tables;
  GArray *held;             /* RowKey: not deleted yet, another row still refers to it */
  GHashTable *consequences; /* RowKey: touched by ON DELETE CASCADE or SET NULL */
} Undo;

static guint
row_key_hash (gconstpointer data)
{
  const RowKey *self = data;

  return g_direct_hash (self->table) ^ g_int64_hash (&self->key);
}

static gboolean
row_key_equal (gconstpointer a, gconstpointer b)
{
  const RowKey *one = a;
  const RowKey *other = b;

  return one->table == other->table && one->key == other->key;
}

static void
undo_clear (Undo *self)
{
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->held, g_array_unref);
  g_clear_pointer (&self->consequences, g_hash_table_unref);
  pv_recorder_set_watch (self->db->recorder, NULL, NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, undo_clear)

static void
consequence_cb (const char *name, gint64 key, gpointer user_data)
{
  Undo *self = user_data;
  RowKey row = { g_hash_table_lookup (self->tables, name), key };

  g_hash_table_add (self->consequences, g_memdup2 (&row, sizeof row));
}

/* Returns: %FALSE with an error; @held says that a reference keeps the row */
static gboolean
delete_row (Undo *self, const RowKey *row, gboolean *held, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", row->table->name);
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, sql, error);
  g_autoptr (GError) local = NULL;

  *held = FALSE;
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int_at (statement, 1, row->key);
  if (pv_statement_run (statement, &local))
    return TRUE;
  *held = g_error_matches (local, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT);
  if (!*held)
    g_propagate_error (error, g_steal_pointer (&local));
  return *held;
}

/* The last row first: a row refers to one that came before. */
static gboolean
undo_insert (Undo *self, const PvJournalTable *table, const PvHistoryEntry *entry, GError **error)
{
  for (gint64 key = entry->last; key >= entry->first; key--)
    {
      RowKey row = { table, key };
      gboolean held = FALSE;

      if (!delete_row (self, &row, &held, error))
        return FALSE;
      if (held)
        g_array_append_val (self->held, row);
    }
  return TRUE;
}

static gboolean
bind_members (PvStatement *statement, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name = NULL; /* this json-glib (1.6) needs it */
  JsonNode *node = NULL;
  int code = SQLITE_OK;
  int position = 1;

  json_object_iter_init_ordered (&iter, object);
  while (code == SQLITE_OK && json_object_iter_next_ordered (&iter, &name, &node))
    {
      PvValue value = { 0 };

      pv_value_from_json (&value, node);
      code = pv_value_bind (&value, pv_statement_get_handle (statement), position++);
      pv_value_clear (&value);
    }
  return code == SQLITE_OK;
}

static gboolean
run_with_members (Undo *self, const char *sql, JsonObject *object, gint64 key, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (!bind_members (statement, object))
    {
      pv_db_set_error (self->db, sqlite3_extended_errcode (self->db->handle), error);
      return FALSE;
    }
  if (key != PV_INT_NULL)
    pv_statement_bind_int (statement, ":id", key);
  return pv_statement_run (statement, error);
}

static gboolean
undo_update (Undo *self,
             const PvJournalTable *table,
             const PvHistoryEntry *entry,
             JsonObject *before,
             GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name = NULL;
  int position = 1;

  g_string_printf (sql, "UPDATE \"%s\" SET ", table->name);
  json_object_iter_init_ordered (&iter, before);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_string_append_printf (sql, "%s\"%s\" = ?%d", position > 1 ? ", " : "", name, position);
      position++;
    }
  if (table->revision >= 0)
    g_string_append (sql, ", revision = revision + 1");
  g_string_append (sql, " WHERE id = :id");
  return run_with_members (self, sql->str, before, entry->first, error);
}

static gboolean
undo_delete (Undo *self, const PvJournalTable *table, JsonObject *before, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autofree char *sql = NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  int position = 1;

  json_object_iter_init_ordered (&iter, before);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_string_append_printf (names, "%s\"%s\"", position > 1 ? ", " : "", name);
      g_string_append_printf (marks, "%s?%d", position > 1 ? ", " : "", position);
      position++;
    }
  sql =
      g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table->name, names->str, marks->str);
  return run_with_members (self, sql, before, PV_INT_NULL, error);
}

static gboolean
undo_entry (Undo *self, const PvHistoryEntry *entry, GError **error)
{
  const PvJournalTable *table = g_hash_table_lookup (self->tables, entry->table);
  g_autoptr (JsonNode) root = NULL;

  if (g_str_equal (entry->operation, PV_HISTORY_INSERT))
    return undo_insert (self, table, entry, error);
  root = json_from_string (entry->before, error);
  if (root == NULL)
    return FALSE;
  if (g_str_equal (entry->operation, PV_HISTORY_DELETE))
    return undo_delete (self, table, json_node_get_object (root), error);
  return undo_update (self, table, entry, json_node_get_object (root), error);
}

static gboolean
undo_entries (Undo *self, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, PV_HISTORY_ENTRIES_BACK, error);
  PvStep step = PV_STEP_ERROR;

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":id", self->group);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvHistoryEntry entry;

      pv_history_entry_read (&entry, statement);
      if (!undo_entry (self, &entry, error))
        return FALSE;
    }
  return step == PV_STEP_DONE;
}

/* ON DELETE RESTRICT does not wait for the end: rows that were held are tried
 * again, now that those which referred to them are gone. */
static gboolean
delete_held (Undo *self, GError **error)
{
  while (self->held->len > 0)
    {
      g_autoptr (GArray) rows = g_steal_pointer (&self->held);

      self->held = g_array_new (FALSE, FALSE, sizeof (RowKey));
      for (guint i = 0; i < rows->len; i++)
        {
          const RowKey *row = &g_array_index (rows, RowKey, i);
          gboolean held = FALSE;

          if (!delete_row (self, row, &held, error))
            return FALSE;
          if (held)
            g_array_append_val (self->held, *row);
        }
      if (self->held->len == rows->len)
        {
          const RowKey *row = &g_array_index (rows, RowKey, 0);

          pv_history_set_conflict (self->db, self->group, row->table->name, row->key, row->key,
                                   error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_in_group (Undo *self, const RowKey *row, gboolean *found, GError **error)
{
  static const char query[] = "SELECT 1 FROM historique_entree WHERE groupe_id = :groupe"
                              " AND nom_table = :nom AND cle <= :cle AND cle_fin >= :cle LIMIT 1";
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, query, error);
  PvStep step = PV_STEP_ERROR;

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":groupe", self->group);
  pv_statement_bind_text (statement, ":nom", row->table->name);
  pv_statement_bind_int (statement, ":cle", row->key);
  step = pv_statement_step (statement, error);
  *found = step == PV_STEP_ROW;
  return step != PV_STEP_ERROR;
}

/* A row of a later action would go, or lose its reference, with one of ours. */
static gboolean
check_consequences (Undo *self, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->consequences);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const RowKey *row = key;
      gboolean found = FALSE;

      if (!is_in_group (self, row, &found, error))
        return FALSE;
      if (!found)
        {
          pv_history_set_conflict (self->db, self->group, row->table->name, row->key, row->key,
                                   error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
count_rows (Undo *self, gint64 *n, GError **error)
{
  static const char query[] =
      "SELECT COALESCE(SUM(cle_fin - cle + 1), 0) FROM historique_entree WHERE groupe_id = :id";
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, query, error);

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":id", self->group);
  if (pv_statement_step (statement, error) != PV_STEP_ROW)
    return FALSE;
  *n = pv_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
undo_group (Undo *self, PvTransaction *transaction, GError **error)
{
  gint64 n = 0;

  if (!count_rows (self, &n, error))
    return FALSE;
  if (n == 0)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
                   _ ("the action %" PRId64 " changed no row: there is nothing to undo"),
                   self->group);
      return FALSE;
    }
  if (n > MANY_ROWS && !pv_transaction_suspend_totals (transaction, error))
    return FALSE;
  self->tables = pv_journal_tables_load (self->db, error);
  return self->tables != NULL && pv_db_run (self->db, "PRAGMA defer_foreign_keys = ON", error) &&
         pv_history_check_undo (self->db, self->group, self->tables, error) &&
         undo_entries (self, error) && delete_held (self, error) &&
         check_consequences (self, error) && pv_transaction_commit (transaction, error);
}

/* Returns: (transfer full): the transaction in which @group is undone, or redone */
static PvTransaction *
begin_undo (PvDb *db, gint64 group, GError **error)
{
  g_autoptr (PvHistoryGroup) target = pv_history_load_group (db, group, error);
  PvTransaction *transaction = NULL;
  guint turns = 0;

  if (target == NULL || !pv_history_count_turns (db, group, &turns, error))
    return NULL;
  transaction =
      pv_transaction_begin (db, turns % 2 == 0 ? "undo" : "redo",
                            target->label != NULL ? target->label : target->action, error);
  if (transaction != NULL)
    pv_recorder_set_undoes (db->recorder, group);
  return transaction;
}

gint64
pv_history_undo (PvDb *db, gint64 group, GError **error)
{
  g_auto (Undo) self = { .db = db, .group = group };
  g_autoptr (PvTransaction) transaction = NULL;

  g_return_val_if_fail (PV_IS_DB (db), 0);
  pv_db_assert_usable (db);
  g_return_val_if_fail (db->depth == 0, 0); /* it is an action of its own */

  transaction = begin_undo (db, group, error);
  if (transaction == NULL)
    return 0;
  self.held = g_array_new (FALSE, FALSE, sizeof (RowKey));
  self.consequences = g_hash_table_new_full (row_key_hash, row_key_equal, g_free, NULL);
  pv_recorder_set_watch (db->recorder, consequence_cb, &self);
  if (!undo_group (&self, transaction, error))
    return 0;
  return pv_recorder_get_group (db->recorder);
}
