/* pv-journal-table.c: a table whose changes are kept in the history
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-journal-table.h"

#include <glib/gi18n-lib.h>
#include <nettle/sha2.h>
#include <string.h>

/* The history itself, and what is recounted from the other tables. */
static const char *const derived_prefixes[] = { "historique", "total_", "recherche", "sqlite_" };

gboolean
pv_journal_table_is_derived (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived_prefixes); i++)
    if (g_str_has_prefix (name, derived_prefixes[i]))
      return TRUE;
  return FALSE;
}

static void
journal_table_free (gpointer data)
{
  PvJournalTable *self = data;

  for (int i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  g_free (self->columns);
  g_free (self->name);
  g_free (self->select_all);
  g_free (self->select_run);
  g_free (self);
}

static PvJournalTable *
journal_table_new (const char *name)
{
  PvJournalTable *self = g_new0 (PvJournalTable, 1);

  self->name = g_strdup (name);
  self->revision = -1;
  return self;
}

/* Four bytes of the name's hash: shorter than a name, and unlike a position
 * the same after a later column is added or dropped. */
static void
set_tag (PvJournalColumn *column)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  struct sha256_ctx context;

  sha256_init (&context);
  sha256_update (&context, strlen (column->name), (const guint8 *)column->name);
  sha256_digest (&context, sizeof digest, digest);
  memcpy (column->tag, digest, sizeof column->tag);
}

static void
add_column (PvJournalTable *self, const char *name)
{
  PvJournalColumn *column = NULL;

  self->columns = g_renew (PvJournalColumn, self->columns, self->n_columns + 1);
  column = &self->columns[self->n_columns];
  column->name = g_strdup (name);
  set_tag (column);
  if (g_str_equal (name, "revision"))
    self->revision = self->n_columns;
  self->n_columns++;
}

static void
write_queries (PvJournalTable *self)
{
  GString *columns = g_string_new (NULL);

  for (int i = 0; i < self->n_columns; i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", self->columns[i].name);
  self->select_all =
      g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY id", columns->str, self->name);
  self->select_run = g_strdup_printf (
      "SELECT %s FROM \"%s\" WHERE id BETWEEN ?1 AND ?2 ORDER BY id", columns->str, self->name);
  g_string_free (columns, TRUE);
}

static gboolean
check_table (PvJournalTable *self, GError **error)
{
  if (pv_journal_table_find_column (self, "id") >= 0)
    return TRUE;
  g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
               _ ("the table “%s” has no id, which the history needs"), self->name);
  return FALSE;
}

GHashTable *
pv_journal_tables_load (PvDb *db, GError **error)
{
  static const char query[] = "SELECT s.name, c.name"
                              "  FROM sqlite_schema AS s, pragma_table_info(s.name) AS c"
                              " WHERE s.type = 'table' ORDER BY s.name, c.cid";
  g_autoptr (GHashTable) tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, journal_table_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvJournalTable *table = NULL;
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      const char *name = pv_statement_get_text (statement, 0);

      if (pv_journal_table_is_derived (name))
        continue;
      if (table == NULL || !g_str_equal (table->name, name))
        {
          table = journal_table_new (name);
          g_hash_table_insert (tables, table->name, table);
        }
      add_column (table, pv_statement_get_text (statement, 1));
    }
  if (step != PV_STEP_DONE)
    return NULL;

  {
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init (&iter, tables);
    while (g_hash_table_iter_next (&iter, NULL, &value))
      {
        if (!check_table (value, error))
          return NULL;
        write_queries (value);
      }
  }
  return g_steal_pointer (&tables);
}

int
pv_journal_table_find_column (const PvJournalTable *self, const char *name)
{
  for (int i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return i;
  return -1;
}

void
pv_row_hasher_init (PvRowHasher *self)
{
  self->bytes = g_byte_array_sized_new (1024);
}

void
pv_row_hasher_clear (PvRowHasher *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
}

void
pv_row_hasher_begin (PvRowHasher *self, const PvJournalTable *table)
{
  g_byte_array_set_size (self->bytes, 0);
  g_byte_array_append (self->bytes, (const guint8 *)table->name, (guint)strlen (table->name) + 1);
}

/* What is NULL is left out, so that a column added later, empty, changes no
 * hash; its name goes with each other value, so nothing else can be taken for it. */
void
pv_row_hasher_add (PvRowHasher *self, const PvJournalTable *table, int column, const PvValue *value)
{
  if (value->type == SQLITE_NULL || column == table->revision)
    return;
  g_byte_array_append (self->bytes, table->columns[column].tag, sizeof table->columns[column].tag);
  pv_value_append (value, self->bytes);
}

void
pv_row_hasher_end (PvRowHasher *self, PvSeal *hash)
{
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];

  sha256_init (&context);
  sha256_update (&context, self->bytes->len, self->bytes->data);
  sha256_digest (&context, sizeof digest, digest);
  pv_seal_from_digest (hash, digest);
}

void
pv_row_hasher_hash_row (PvRowHasher *self,
                        const PvJournalTable *table,
                        sqlite3_stmt *statement,
                        PvSeal *hash)
{
  pv_row_hasher_begin (self, table);
  for (int i = 0; i < table->n_columns; i++)
    {
      PvValue value = { 0 };

      pv_value_read_column (&value, statement, i);
      pv_row_hasher_add (self, table, i, &value);
    }
  pv_row_hasher_end (self, hash);
}
