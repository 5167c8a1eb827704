/* pv-recorder.c: collects what a transaction changes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-recorder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-history-private.h"

/* Entries are written out beyond this weight. */
#define FLUSH_BYTES (1024 * 1024)

typedef struct
{
  PvJournalTable *table; /* NULL: a derived table */
  PvSeal change;         /* of the table's seal, in this transaction */
  gboolean touched;

  /* Rows inserted one after the other, which will make one entry. */
  gboolean run_open;
  gint64 run_id;
  gint64 run_first;
  gint64 run_last;
  PvSeal run_sum;

  guint64 mark; /* of the last statement that touched the table */
} TableState;

typedef struct
{
  gint64 id;
  const PvJournalTable *table;
  gint64 first;
  gint64 last;
  const char *operation;
  char *before;
  char *after;
  PvSeal hash;
} Entry;

/* Where a statement or a savepoint began. */
typedef struct
{
  TableState *state;
  TableState saved;
} SavedState;

typedef struct
{
  guint n_entries;
  gint64 next_id;
  gint64 group;
  GArray *states; /* of SavedState */
} Level;

struct _PvRecorder
{
  PvDb *db;
  GHashTable *tables; /* name → PvJournalTable; NULL until the first transaction */
  GHashTable *states; /* name → TableState */
  TableState *recent;
  const char *recent_name; /* key of states */
  gboolean active;
  char *unknown; /* a table that came after tables was read */

  GArray *entries;
  gsize weight;
  gint64 next_id;
  gint64 group; /* 0 until its row is written */
  char *action;
  char *label;
  gint64 undoes;

  guint64 mark;
  Level statement; /* only tables that the current statement touched */
  GPtrArray *levels;

  PvRowHasher hasher;
  PvValue *old_values;
  PvValue *new_values;
  int n_values;

  PvRecorderWatch watch;
  gpointer watch_data;
};

static void
entry_clear (gpointer data)
{
  Entry *self = data;

  g_free (self->before);
  g_free (self->after);
}

static void
level_free (gpointer data)
{
  Level *self = data;

  g_array_unref (self->states);
  g_free (self);
}

static TableState *
find_state (PvRecorder *self, const char *name)
{
  gpointer key = NULL;
  gpointer state = NULL;

  if (self->recent_name != NULL && strcmp (self->recent_name, name) == 0)
    return self->recent;
  if (!g_hash_table_lookup_extended (self->states, name, &key, &state))
    {
      TableState *fresh = g_new0 (TableState, 1);

      fresh->table = g_hash_table_lookup (self->tables, name);
      if (fresh->table == NULL && !pv_journal_table_is_derived (name) && self->unknown == NULL)
        self->unknown = g_strdup (name);
      key = g_strdup (name);
      state = fresh;
      g_hash_table_insert (self->states, key, state);
    }
  self->recent_name = key;
  self->recent = state;
  return state;
}

static void
touch (PvRecorder *self, TableState *state)
{
  if (state->mark != self->mark)
    {
      SavedState saved = { state, *state };

      g_array_append_val (self->statement.states, saved);
      state->mark = self->mark;
    }
  state->touched = TRUE;
}

static Entry *
add_entry (PvRecorder *self, const PvJournalTable *table, const char *operation, gint64 key)
{
  Entry entry = { .table = table, .operation = operation, .first = key, .last = key };

  entry.id = self->next_id++;
  g_array_append_val (self->entries, entry);
  self->weight += sizeof entry;
  return &g_array_index (self->entries, Entry, self->entries->len - 1);
}

static void
close_run (PvRecorder *self, TableState *state)
{
  Entry entry = { .table = state->table, .operation = PV_HISTORY_INSERT };

  if (!state->run_open)
    return;
  entry.id = state->run_id;
  entry.first = state->run_first;
  entry.last = state->run_last;
  entry.hash = state->run_sum;
  g_array_append_val (self->entries, entry);
  self->weight += sizeof entry;
  state->run_open = FALSE;
}

static void
add_to_run (PvRecorder *self, TableState *state, gint64 key, const PvSeal *hash)
{
  if (!state->run_open || key != state->run_last + 1)
    {
      close_run (self, state);
      state->run_open = TRUE;
      state->run_id = self->next_id++;
      state->run_first = key;
      memset (&state->run_sum, 0, sizeof state->run_sum);
    }
  state->run_last = key;
  pv_seal_add (&state->run_sum, hash);
}

typedef int (*ReadValue) (sqlite3 *handle, int column, sqlite3_value **value);

static void
read_values (PvRecorder *self, const PvJournalTable *table, ReadValue read, PvValue *values)
{
  for (int i = 0; i < table->n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (read (self->db->handle, i, &value) == SQLITE_OK && value != NULL)
        pv_value_read (&values[i], value);
      else
        values[i] = (PvValue){ .type = SQLITE_NULL };
    }
}

static void
hash_values (PvRecorder *self, const PvJournalTable *table, const PvValue *values, PvSeal *hash)
{
  pv_row_hasher_begin (&self->hasher, table);
  for (int i = 0; i < table->n_columns; i++)
    pv_row_hasher_add (&self->hasher, table, i, &values[i]);
  pv_row_hasher_end (&self->hasher, hash);
}

/* @other: (nullable): values to differ from */
static char *
format_values (const PvJournalTable *table, const PvValue *values, const PvValue *other)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_alloc ();

  for (int i = 0; i < table->n_columns; i++)
    if (other == NULL || (i != table->revision && !pv_value_equal (&values[i], &other[i])))
      json_object_set_member (object, table->columns[i].name, pv_value_to_json (&values[i]));
  json_node_init_object (root, object);
  return json_to_string (root, FALSE);
}

static void
record_insert (PvRecorder *self, TableState *state, gint64 key)
{
  PvSeal hash;

  touch (self, state);
  read_values (self, state->table, sqlite3_preupdate_new, self->new_values);
  hash_values (self, state->table, self->new_values, &hash);
  pv_seal_add (&state->change, &hash);
  add_to_run (self, state, key, &hash);
}

static void
record_delete (PvRecorder *self, TableState *state, gint64 key)
{
  Entry *entry = NULL;

  touch (self, state);
  close_run (self, state); /* undone in the order of entries, so none may grow past this */
  read_values (self, state->table, sqlite3_preupdate_old, self->old_values);
  entry = add_entry (self, state->table, PV_HISTORY_DELETE, key);
  hash_values (self, state->table, self->old_values, &entry->hash);
  pv_seal_subtract (&state->change, &entry->hash);
  entry->before = format_values (state->table, self->old_values, NULL);
  self->weight += strlen (entry->before);
}

static gboolean
differ (const PvRecorder *self, const PvJournalTable *table)
{
  for (int i = 0; i < table->n_columns; i++)
    if (i != table->revision && !pv_value_equal (&self->old_values[i], &self->new_values[i]))
      return TRUE;
  return FALSE;
}

/* Returns: whether anything but the revision changed */
static gboolean
record_update (PvRecorder *self, TableState *state, gint64 key)
{
  const PvJournalTable *table = state->table;
  Entry *entry = NULL;
  PvSeal old_hash;

  read_values (self, table, sqlite3_preupdate_old, self->old_values);
  read_values (self, table, sqlite3_preupdate_new, self->new_values);
  if (!differ (self, table))
    return FALSE;
  touch (self, state);
  close_run (self, state);
  entry = add_entry (self, table, PV_HISTORY_UPDATE, key);
  hash_values (self, table, self->old_values, &old_hash);
  hash_values (self, table, self->new_values, &entry->hash);
  pv_seal_subtract (&state->change, &old_hash);
  pv_seal_add (&state->change, &entry->hash);
  entry->before = format_values (table, self->old_values, self->new_values);
  entry->after = format_values (table, self->new_values, self->old_values);
  self->weight += strlen (entry->before) + strlen (entry->after);
  return TRUE;
}

static void
preupdate_cb (gpointer user_data,
              sqlite3 *handle,
              int operation,
              const char *database,
              const char *name,
              sqlite3_int64 old_key,
              sqlite3_int64 new_key)
{
  PvRecorder *self = user_data;
  TableState *state = NULL;
  gboolean changed = TRUE;

  if (!self->active)
    return;
  state = find_state (self, name);
  if (state->table == NULL)
    return;
  if (operation == SQLITE_INSERT)
    record_insert (self, state, new_key);
  else if (operation == SQLITE_DELETE)
    record_delete (self, state, old_key);
  else if (old_key != new_key)
    {
      record_delete (self, state, old_key);
      record_insert (self, state, new_key);
    }
  else
    changed = record_update (self, state, old_key);

  if (self->watch != NULL && changed && sqlite3_preupdate_depth (handle) > 0)
    self->watch (state->table->name, old_key, self->watch_data);
}

PvRecorder *
pv_recorder_new (PvDb *db)
{
  PvRecorder *self = g_new0 (PvRecorder, 1);

  self->db = db;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->statement.states = g_array_new (FALSE, FALSE, sizeof (SavedState));
  self->levels = g_ptr_array_new_with_free_func (level_free);
  self->undoes = PV_INT_NULL;
  pv_row_hasher_init (&self->hasher);
  /* Before any statement is prepared: DELETE without WHERE depends on it. */
  sqlite3_preupdate_hook (db->handle, preupdate_cb, self);
  return self;
}

void
pv_recorder_free (PvRecorder *self)
{
  sqlite3_preupdate_hook (self->db->handle, NULL, NULL);
  g_array_unref (self->entries);
  g_hash_table_unref (self->states);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_array_unref (self->statement.states);
  g_ptr_array_unref (self->levels);
  pv_row_hasher_clear (&self->hasher);
  g_free (self->old_values);
  g_free (self->new_values);
  g_free (self->action);
  g_free (self->label);
  g_free (self->unknown);
  g_free (self);
}

static gboolean
load_tables (PvRecorder *self, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  if (self->tables != NULL)
    return TRUE;
  self->tables = pv_journal_tables_load (self->db, error);
  if (self->tables == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->n_values = MAX (self->n_values, ((PvJournalTable *)value)->n_columns);
  self->old_values = g_renew (PvValue, self->old_values, self->n_values);
  self->new_values = g_renew (PvValue, self->new_values, self->n_values);
  return TRUE;
}

gboolean
pv_recorder_begin (PvRecorder *self, const char *action, const char *label, GError **error)
{
  static const char query[] = "SELECT COALESCE(MAX(id), 0) + 1 FROM historique_entree";

  if (!load_tables (self, error) || !pv_db_query_int (self->db, query, &self->next_id, error))
    return FALSE;
  self->action = g_strdup (action);
  self->label = g_strdup (label);
  self->group = 0;
  self->active = TRUE;
  return TRUE;
}

/* The group stays known after the end, for the one who asked for an undo. */
void
pv_recorder_end (PvRecorder *self)
{
  self->active = FALSE;
  g_array_set_size (self->entries, 0);
  g_array_set_size (self->statement.states, 0);
  g_ptr_array_set_size (self->levels, 0);
  g_hash_table_remove_all (self->states);
  self->recent_name = NULL;
  self->recent = NULL;
  self->weight = 0;
  self->undoes = PV_INT_NULL;
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->label, g_free);
  if (self->unknown != NULL) /* read again at the next transaction */
    g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->unknown, g_free);
}

static void
restore (PvRecorder *self, const Level *level)
{
  g_array_set_size (self->entries, level->n_entries);
  self->next_id = level->next_id;
  self->group = level->group;
  for (guint i = 0; i < level->states->len; i++)
    {
      const SavedState *saved = &g_array_index (level->states, SavedState, i);

      *saved->state = saved->saved;
    }
}

void
pv_recorder_push (PvRecorder *self)
{
  Level *level = g_new0 (Level, 1);
  GHashTableIter iter;
  gpointer state;

  level->n_entries = self->entries->len;
  level->next_id = self->next_id;
  level->group = self->group;
  level->states = g_array_new (FALSE, FALSE, sizeof (SavedState));
  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    {
      SavedState saved = { state, *(TableState *)state };

      g_array_append_val (level->states, saved);
    }
  g_ptr_array_add (self->levels, level);
}

/* Tables first touched inside the level were not saved: they go back to none. */
static void
forget_newer_states (PvRecorder *self, const Level *level)
{
  GHashTableIter iter;
  gpointer state;

  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    {
      TableState *fresh = state;

      *fresh = (TableState){ .table = fresh->table };
    }
  restore (self, level);
}

void
pv_recorder_pop (PvRecorder *self, gboolean keep)
{
  Level *level = g_ptr_array_index (self->levels, self->levels->len - 1);

  if (!keep)
    forget_newer_states (self, level);
  /* What was saved before cannot be gone back to by a statement any more. */
  self->mark++;
  g_array_set_size (self->statement.states, 0);
  g_ptr_array_set_size (self->levels, (int)self->levels->len - 1);
}

guint64
pv_recorder_begin_statement (PvRecorder *self)
{
  self->mark++;
  self->statement.n_entries = self->entries->len;
  self->statement.next_id = self->next_id;
  self->statement.group = self->group;
  g_array_set_size (self->statement.states, 0);
  return self->mark;
}

gboolean
pv_recorder_undo_statement (PvRecorder *self, guint64 mark)
{
  if (!self->active)
    return TRUE;
  if (mark != self->mark)
    return FALSE;
  restore (self, &self->statement);
  self->mark++;
  g_array_set_size (self->statement.states, 0);
  return TRUE;
}

static gboolean
write_group (PvRecorder *self, GError **error)
{
  static const char insert[] =
      "INSERT INTO historique_groupe (fait_le, agent, action, libelle, annule_groupe_id)"
      " VALUES (:fait_le, :agent, :action, :libelle, :annule)";
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, insert, error);
  g_autofree char *now = pv_clock_now (self->db->clock);

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":fait_le", now);
  pv_statement_bind_text (statement, ":agent", self->db->agent);
  pv_statement_bind_text (statement, ":action", self->action);
  pv_statement_bind_text (statement, ":libelle", self->label);
  pv_statement_bind_int (statement, ":annule", self->undoes);
  if (!pv_statement_run (statement, error))
    return FALSE;
  self->group = sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

static gboolean
write_entry (PvRecorder *self, PvStatement *statement, const Entry *entry, GError **error)
{
  g_autofree char *hash = pv_seal_to_hex (&entry->hash);

  pv_statement_bind_int_at (statement, 1, entry->id);
  pv_statement_bind_int_at (statement, 2, self->group);
  pv_statement_bind_text_at (statement, 3, entry->table->name);
  pv_statement_bind_int_at (statement, 4, entry->first);
  pv_statement_bind_int_at (statement, 5, entry->last);
  pv_statement_bind_text_at (statement, 6, entry->operation);
  pv_statement_bind_text_at (statement, 7, entry->before);
  pv_statement_bind_text_at (statement, 8, entry->after);
  pv_statement_bind_text_at (statement, 9, hash);
  return pv_statement_run (statement, error);
}

/* What was buffered before the innermost savepoint stays buffered: writing it
 * now, its rollback would lose it. */
static gboolean
flush (PvRecorder *self, GError **error)
{
  static const char insert[] =
      "INSERT INTO historique_entree (id, groupe_id, nom_table, cle, cle_fin, operation, avant,"
      " apres, empreinte) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
  const Level *level =
      self->levels->len > 0 ? g_ptr_array_index (self->levels, self->levels->len - 1) : NULL;
  guint first = level != NULL ? level->n_entries : 0;
  gint64 last_id = sqlite3_last_insert_rowid (self->db->handle);
  g_autoptr (PvStatement) statement = NULL;

  if (self->group == 0 && !write_group (self, error))
    return FALSE;
  statement = pv_db_prepare (self->db, insert, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = first; i < self->entries->len; i++)
    if (!write_entry (self, statement, &g_array_index (self->entries, Entry, i), error))
      return FALSE;
  g_array_set_size (self->entries, first);
  self->weight = 0;
  /* Nobody sees that we wrote. */
  sqlite3_set_last_insert_rowid (self->db->handle, last_id);
  return TRUE;
}

gboolean
pv_recorder_flush_if_large (PvRecorder *self, GError **error)
{
  GError *local = NULL;

  if (!self->active || self->weight < FLUSH_BYTES)
    return TRUE;
  self->active = FALSE; /* our own statements end here too */
  flush (self, &local);
  self->active = TRUE;
  if (local == NULL)
    return TRUE;
  /* Rows without their history are not to be committed. */
  if (self->db->failure == NULL)
    self->db->failure = g_error_copy (local);
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_seal (PvRecorder *self, const char *table, PvSeal *seal, GError **error)
{
  static const char query[] = "SELECT somme FROM historique_sceau WHERE nom_table = :nom";
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, query, error);
  PvStep step = PV_STEP_ERROR;

  *seal = (PvSeal){ 0 };
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":nom", table);
  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ROW)
    pv_seal_from_hex (seal, pv_statement_get_text (statement, 0));
  return step != PV_STEP_ERROR;
}

/* Returns: (transfer full): the seals of the tables that were touched */
static char *
write_seals (PvRecorder *self, GError **error)
{
  g_autoptr (GHashTable) seals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TableState *state = value;
      PvSeal seal;

      if (!state->touched)
        continue;
      if (!read_seal (self, state->table->name, &seal, error))
        return NULL;
      pv_seal_add (&seal, &state->change);
      if (!pv_history_write_seal (self->db, state->table->name, &seal, error))
        return NULL;
      g_hash_table_insert (seals, state->table->name, g_memdup2 (&seal, sizeof seal));
    }
  return pv_history_format_seals (seals);
}

static gboolean
write_history (PvRecorder *self, GError **error)
{
  g_autofree char *seals = NULL;

  if (!flush (self, error))
    return FALSE;
  seals = write_seals (self, error);
  return seals != NULL && pv_history_seal_group (self->db, self->group, seals, error);
}

gboolean
pv_recorder_commit (PvRecorder *self, GError **error)
{
  GHashTableIter iter;
  gpointer state;

  if (self->unknown != NULL)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
                   _ ("the table “%s” is not known to the history"), self->unknown);
      return FALSE;
    }
  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    close_run (self, state);
  if (self->entries->len == 0 && self->group == 0)
    return TRUE;
  self->active = FALSE;
  return write_history (self, error);
}

void
pv_recorder_set_undoes (PvRecorder *self, gint64 group)
{
  self->undoes = group;
}

gint64
pv_recorder_get_group (PvRecorder *self)
{
  return self->group;
}

void
pv_recorder_set_watch (PvRecorder *self, PvRecorderWatch watch, gpointer user_data)
{
  self->watch = watch;
  self->watch_data = user_data;
}
