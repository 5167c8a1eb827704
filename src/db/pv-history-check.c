/* pv-history-check.c: can a group still be undone
 *
 * The entries of the group are gone through from the last to the first, and
 * the rows they touch are followed in memory from what they are now to what
 * they were: a column must hold what the entry left there, an inserted row
 * must be as it was inserted, a deleted one must not be there again.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-history-check.h"

#include <glib/gi18n-lib.h>

/* A row followed back in time. */
typedef struct
{
  gint64 key; /* first: hashed and compared as such */
  gboolean exists;
  gint64 deletion; /* the entry its values are in, while values is NULL */
  PvValue *values;
  int n_values;
} Row;

typedef struct
{
  const PvJournalTable *table;
  GHashTable *rows;
  GArray *gone; /* runs whose insertion was gone back over */
} Followed;

typedef struct
{
  gint64 first;
  gint64 last;
} Run;

typedef struct
{
  PvDb *db;
  gint64 group;
  GHashTable *tables;
  GHashTable *followed; /* name → Followed */
  PvRowHasher hasher;
} Check;

static void
row_free (gpointer data)
{
  Row *self = data;

  for (int i = 0; self->values != NULL && i < self->n_values; i++)
    pv_value_clear (&self->values[i]);
  g_free (self->values);
  g_free (self);
}

static void
followed_free (gpointer data)
{
  Followed *self = data;

  g_hash_table_unref (self->rows);
  g_array_unref (self->gone);
  g_free (self);
}

static void
check_clear (Check *self)
{
  g_clear_pointer (&self->followed, g_hash_table_unref);
  pv_row_hasher_clear (&self->hasher);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

void
pv_history_entry_read (PvHistoryEntry *self, PvStatement *statement)
{
  self->id = pv_statement_get_int (statement, 0);
  self->table = pv_statement_get_text (statement, 1);
  self->first = pv_statement_get_int (statement, 2);
  self->last = pv_statement_get_int (statement, 3);
  self->operation = pv_statement_get_text (statement, 4);
  self->before = pv_statement_get_text (statement, 5);
  self->after = pv_statement_get_text (statement, 6);
  self->hash = pv_statement_get_text (statement, 7);
}

/* Returns: (transfer full): the last action that stands, after @group, on these rows */
static PvHistoryGroup *
find_later (PvDb *db, gint64 group, const char *table, gint64 first, gint64 last)
{
  static const char query[] = "SELECT DISTINCT groupe_id FROM historique_entree"
                              " WHERE groupe_id > :groupe AND nom_table = :nom"
                              "   AND cle <= :fin AND cle_fin >= :debut ORDER BY groupe_id DESC";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, NULL);

  if (statement == NULL)
    return NULL;
  pv_statement_bind_int (statement, ":groupe", group);
  pv_statement_bind_text (statement, ":nom", table);
  pv_statement_bind_int (statement, ":debut", first);
  pv_statement_bind_int (statement, ":fin", last);
  while (pv_statement_step (statement, NULL) == PV_STEP_ROW)
    {
      g_autoptr (PvHistoryGroup) later =
          pv_history_load_group (db, pv_statement_get_int (statement, 0), NULL);

      if (later != NULL && later->undone_by == PV_INT_NULL)
        return g_steal_pointer (&later);
    }
  return NULL;
}

void
pv_history_set_conflict (PvDb *db,
                         gint64 group,
                         const char *table,
                         gint64 first,
                         gint64 last,
                         GError **error)
{
  g_autoptr (PvHistoryGroup) later = find_later (db, group, table, first, last);
  g_autofree char *keys =
      first == last ? g_strdup_printf ("%" G_GINT64_FORMAT, first)
                    : g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, first, last);

  if (later != NULL)
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CONFLICT,
                 _ ("it cannot be undone: “%s” %s was changed since by “%s” (%s); undo that first"),
                 table, keys, later->label != NULL ? later->label : later->action, later->at);
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CONFLICT,
                 _ ("it cannot be undone: “%s” %s is no longer as the action left it"), table,
                 keys);
}

static gboolean
conflict (Check *self, const PvHistoryEntry *entry, GError **error)
{
  pv_history_set_conflict (self->db, self->group, entry->table, entry->first, entry->last, error);
  return FALSE;
}

/* Returns: (nullable): NULL when the table is no more */
static Followed *
follow (Check *self, const char *name)
{
  Followed *followed = g_hash_table_lookup (self->followed, name);
  const PvJournalTable *table = g_hash_table_lookup (self->tables, name);

  if (followed == NULL && table != NULL)
    {
      followed = g_new0 (Followed, 1);
      followed->table = table;
      followed->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, row_free);
      followed->gone = g_array_new (FALSE, FALSE, sizeof (Run));
      g_hash_table_insert (self->followed, table->name, followed);
    }
  return followed;
}

static Row *
add_row (Followed *followed, gint64 key)
{
  Row *row = g_new0 (Row, 1);

  row->key = key;
  row->n_values = followed->table->n_columns;
  g_hash_table_replace (followed->rows, &row->key, row);
  return row;
}

static gboolean
is_gone (const Followed *followed, gint64 key)
{
  for (guint i = 0; i < followed->gone->len; i++)
    {
      const Run *run = &g_array_index (followed->gone, Run, i);

      if (key >= run->first && key <= run->last)
        return TRUE;
    }
  return FALSE;
}

static PvStatement *
select_run (Check *self, const PvJournalTable *table, gint64 first, gint64 last, GError **error)
{
  PvStatement *statement = pv_db_prepare (self->db, table->select_run, error);

  if (statement != NULL)
    {
      pv_statement_bind_int_at (statement, 1, first);
      pv_statement_bind_int_at (statement, 2, last);
    }
  return statement;
}

/* The row as the file has it; a key that is not there makes a row that does
 * not exist. */
static Row *
load_row (Check *self, Followed *followed, gint64 key, GError **error)
{
  g_autoptr (PvStatement) statement = select_run (self, followed->table, key, key, error);
  PvStep step = statement != NULL ? pv_statement_step (statement, error) : PV_STEP_ERROR;
  Row *row = NULL;

  if (step == PV_STEP_ERROR)
    return NULL;
  row = add_row (followed, key);
  row->exists = step == PV_STEP_ROW && !is_gone (followed, key);
  if (!row->exists)
    return row;
  row->values = g_new0 (PvValue, row->n_values);
  for (int i = 0; i < row->n_values; i++)
    {
      PvValue value = { 0 };

      pv_value_read_column (&value, pv_statement_get_handle (statement), i);
      pv_value_copy (&row->values[i], &value);
    }
  return row;
}

static JsonObject *
parse_object (const char *json, JsonNode **root)
{
  *root = json != NULL ? json_from_string (json, NULL) : NULL;
  return *root != NULL && JSON_NODE_HOLDS_OBJECT (*root) ? json_node_get_object (*root) : NULL;
}

/* Writes the members of @object over @values; FALSE: a column is no more. */
static gboolean
set_values (const PvJournalTable *table, JsonObject *object, PvValue *values)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      int column = pv_journal_table_find_column (table, name);

      if (column < 0)
        return FALSE;
      pv_value_clear (&values[column]);
      pv_value_from_json (&values[column], node);
    }
  return TRUE;
}

/* A deleted row is followed by its entry alone until something asks for more. */
static gboolean
read_deletion (Check *self, Followed *followed, Row *row, GError **error)
{
  static const char query[] = "SELECT avant FROM historique_entree WHERE id = :id";
  g_autoptr (PvStatement) statement = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = NULL;

  if (row->values != NULL)
    return TRUE;
  row->values = g_new0 (PvValue, row->n_values);
  for (int i = 0; i < row->n_values; i++)
    row->values[i].type = SQLITE_NULL;
  statement = pv_db_prepare (self->db, query, error);
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":id", row->deletion);
  if (pv_statement_step (statement, error) != PV_STEP_ROW)
    return FALSE;
  object = parse_object (pv_statement_get_text (statement, 0), &root);
  return object == NULL || set_values (followed->table, object, row->values);
}

static Row *
get_row (Check *self, Followed *followed, gint64 key, GError **error)
{
  Row *row = g_hash_table_lookup (followed->rows, &key);

  if (row == NULL)
    return load_row (self, followed, key, error);
  if (row->exists && !read_deletion (self, followed, row, error))
    return NULL;
  return row;
}

static gboolean
is_as_left (const PvJournalTable *table, const Row *row, JsonObject *after)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;
  gboolean same = TRUE;

  json_object_iter_init (&iter, after);
  while (same && json_object_iter_next (&iter, &name, &node))
    {
      int column = pv_journal_table_find_column (table, name);
      PvValue value = { 0 };

      pv_value_from_json (&value, node);
      same = column >= 0 && pv_value_equal (&value, &row->values[column]);
      pv_value_clear (&value);
    }
  return same;
}

static gboolean
check_update (Check *self, Followed *followed, const PvHistoryEntry *entry, GError **error)
{
  g_autoptr (JsonNode) before_root = NULL;
  g_autoptr (JsonNode) after_root = NULL;
  JsonObject *before = parse_object (entry->before, &before_root);
  JsonObject *after = parse_object (entry->after, &after_root);
  Row *row = get_row (self, followed, entry->first, error);

  if (row == NULL)
    return FALSE;
  if (!row->exists || before == NULL || after == NULL ||
      !is_as_left (followed->table, row, after) ||
      !set_values (followed->table, before, row->values))
    return conflict (self, entry, error);
  return TRUE;
}

static gboolean
check_delete (Check *self, Followed *followed, const PvHistoryEntry *entry, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  Row *row = g_hash_table_lookup (followed->rows, &entry->first);

  if (row == NULL)
    row = load_row (self, followed, entry->first, error);
  if (row == NULL)
    return FALSE;
  if (row->exists || parse_object (entry->before, &root) == NULL)
    return conflict (self, entry, error);
  row->exists = TRUE;
  row->deletion = entry->id;
  return TRUE;
}

/* The hash of a followed row goes into the sum; going back, it is no more. */
static gboolean
take_row (Check *self, Followed *followed, gint64 key, PvSeal *sum, GError **error)
{
  PvSeal hash;
  Row *row = get_row (self, followed, key, error);

  if (row == NULL)
    return FALSE;
  if (!row->exists)
    return TRUE; /* the sum will not be right */
  pv_row_hasher_begin (&self->hasher, followed->table);
  for (int i = 0; i < row->n_values; i++)
    {
      pv_row_hasher_add (&self->hasher, followed->table, i, &row->values[i]);
      pv_value_clear (&row->values[i]);
    }
  pv_row_hasher_end (&self->hasher, &hash);
  pv_seal_add (sum, &hash);
  g_clear_pointer (&row->values, g_free);
  row->exists = FALSE;
  return TRUE;
}

static gboolean
take_followed_rows (Check *self,
                    Followed *followed,
                    const PvHistoryEntry *entry,
                    PvSeal *sum,
                    GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer row;

  if (g_hash_table_size (followed->rows) == 0)
    return TRUE;
  if (entry->first == entry->last)
    return !g_hash_table_contains (followed->rows, &entry->first) ||
           take_row (self, followed, entry->first, sum, error);
  g_hash_table_iter_init (&iter, followed->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (((Row *)row)->key >= entry->first && ((Row *)row)->key <= entry->last)
      g_array_append_val (keys, ((Row *)row)->key);
  for (guint i = 0; i < keys->len; i++)
    if (!take_row (self, followed, g_array_index (keys, gint64, i), sum, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_insert (Check *self, Followed *followed, const PvHistoryEntry *entry, GError **error)
{
  g_autoptr (PvStatement) statement =
      select_run (self, followed->table, entry->first, entry->last, error);
  int id = pv_journal_table_find_column (followed->table, "id");
  Run run = { entry->first, entry->last };
  PvSeal sum = { 0 };
  PvSeal expected;
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 key = pv_statement_get_int (statement, id);
      PvSeal hash;

      if (g_hash_table_contains (followed->rows, &key) || is_gone (followed, key))
        continue;
      pv_row_hasher_hash_row (&self->hasher, followed->table, pv_statement_get_handle (statement),
                              &hash);
      pv_seal_add (&sum, &hash);
    }
  if (step != PV_STEP_DONE || !take_followed_rows (self, followed, entry, &sum, error))
    return FALSE;
  pv_seal_from_hex (&expected, entry->hash);
  if (!pv_seal_equal (&sum, &expected))
    return conflict (self, entry, error);
  g_array_append_val (followed->gone, run);
  return TRUE;
}

static gboolean
check_entry (Check *self, const PvHistoryEntry *entry, GError **error)
{
  Followed *followed = follow (self, entry->table);

  if (followed == NULL)
    return conflict (self, entry, error);
  if (g_str_equal (entry->operation, PV_HISTORY_INSERT))
    return check_insert (self, followed, entry, error);
  if (g_str_equal (entry->operation, PV_HISTORY_DELETE))
    return check_delete (self, followed, entry, error);
  return check_update (self, followed, entry, error);
}

gboolean
pv_history_check_undo (PvDb *db, gint64 group, GHashTable *tables, GError **error)
{
  g_auto (Check) self = { .db = db, .group = group, .tables = tables };
  g_autoptr (PvStatement) statement = pv_db_prepare (db, PV_HISTORY_ENTRIES_BACK, error);
  PvStep step = PV_STEP_ERROR;

  self.followed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, followed_free);
  pv_row_hasher_init (&self.hasher);
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":id", group);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvHistoryEntry entry;

      pv_history_entry_read (&entry, statement);
      if (!check_entry (&self, &entry, error))
        return FALSE;
    }
  return step == PV_STEP_DONE;
}
