/* pv-import-store.c: the SQL of the import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-store.h"

#include "pv-history.h"
#include "pv-statement.h"
#include "pv-import-writer.h"
#include "pv-uuid.h"

/* Keys handed out by a preview: above any row of a file. */
#define FIRST_PROVISIONAL_ID (G_GINT64_CONSTANT (1) << 48)

#define ACTION "import"

typedef struct
{
  const char *name;
  gboolean uuid;
  gboolean revision;
  int n_columns;
  struct
  {
    const char *name;
    char kind;
  } columns[PV_MAX_IMPORT_COLUMNS];
} TableInfo;

#define X(enumerator, sql, kind) { sql, kind },
static const TableInfo tables[PV_N_IMPORT_TABLES] = {
#define TABLE(NAME, sql, uuid, revision)                                                           \
  [PV_IMPORT_TABLE_##                                                                              \
      NAME] = { sql, uuid, revision, PV_N_##NAME##_COLUMNS, { PV_IMPORT_##NAME (X) } },
  PV_IMPORT_TABLES (TABLE)
#undef TABLE
};
#undef X

struct _PvImportStore
{
  PvDb *db;
  gboolean apply;
  gint64 next_id;
  guint n_writes;
  char *insertions[PV_N_IMPORT_TABLES];
  gint64 next_ids[PV_N_IMPORT_TABLES]; /* 0: not known yet */
  PvImportWriter *writer;              /* NULL: nothing inserted yet */
};

/* --- values of a row --- */

void
pv_import_fields_init (PvImportFields *self)
{
  self->id = PV_INT_NULL;
  self->source = -1;
  self->set = 0;
}

void
pv_import_fields_set_int (PvImportFields *self, int column, gint64 value)
{
  self->set |= 1u << column;
  self->numbers[column] = value;
}

void
pv_import_fields_set_text (PvImportFields *self, int column, const char *value)
{
  self->set |= 1u << column;
  self->texts[column] = value;
}

void
pv_import_fields_free (PvImportFields *self, PvImportTable table)
{
  if (self == NULL)
    return;

  for (int i = 0; i < tables[table].n_columns; i++)
    {
      if (tables[table].columns[i].kind == 't' && PV_IMPORT_HAS (self, i))
        g_free ((char *)self->texts[i]);
    }
  g_free (self);
}

const char *
pv_import_table_get_name (PvImportTable table)
{
  return tables[table].name;
}

const char *
pv_import_table_get_column (PvImportTable table, int column)
{
  return tables[table].columns[column].name;
}

gboolean
pv_import_table_column_is_text (PvImportTable table, int column)
{
  return tables[table].columns[column].kind == 't';
}

/* --- statements --- */

static char *
write_insertion (const TableInfo *info)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO ");
  int n = 1 + info->n_columns + (info->uuid ? 1 : 0);

  g_string_append_printf (sql, "%s (id", info->name);
  for (int i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, ", %s", info->columns[i].name);
  g_string_append (sql, info->uuid ? ", uuid) VALUES (" : ") VALUES (");
  for (int i = 0; i < n; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
write_selection (const TableInfo *info, const char *column)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (int i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, ", %s", info->columns[i].name);
  g_string_append_printf (sql, " FROM %s", info->name);
  if (column != NULL)
    g_string_append_printf (sql, " WHERE %s = ?", column);
  g_string_append (sql, " ORDER BY id");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
write_update (const TableInfo *info, const PvImportFields *fields)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE ");
  const char *comma = "";

  g_string_append_printf (sql, "%s SET ", info->name);
  for (int i = 0; i < info->n_columns; i++)
    {
      if (!PV_IMPORT_HAS (fields, i))
        continue;
      g_string_append_printf (sql, "%s%s = ?", comma, info->columns[i].name);
      comma = ", ";
    }
  if (info->revision)
    g_string_append (sql, ", revision = revision + 1");
  g_string_append (sql, " WHERE id = ?");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* --- public --- */

PvImportStore *
pv_import_store_new (PvDb *db, gboolean apply)
{
  PvImportStore *self = g_new0 (PvImportStore, 1);

  self->db = g_object_ref (db);
  self->apply = apply;
  self->next_id = FIRST_PROVISIONAL_ID;
  return self;
}

void
pv_import_store_free (PvImportStore *self)
{
  if (self == NULL)
    return;

  pv_import_writer_free (self->writer);
  for (guint i = 0; i < PV_N_IMPORT_TABLES; i++)
    g_free (self->insertions[i]);
  g_object_unref (self->db);
  g_free (self);
}

gboolean
pv_import_store_drain (PvImportStore *self, GError **error)
{
  return self->writer == NULL || pv_import_writer_drain (self->writer, error);
}

PvDb *
pv_import_store_get_db (PvImportStore *self, GError **error)
{
  return pv_import_store_drain (self, error) ? self->db : NULL;
}

gboolean
pv_import_store_applies (PvImportStore *self)
{
  return self->apply;
}

guint
pv_import_store_get_n_writes (PvImportStore *self)
{
  return self->n_writes;
}

static void
bind_column (PvStatement *statement,
             int position,
             const TableInfo *info,
             int column,
             const PvImportFields *fields)
{
  gboolean given = PV_IMPORT_HAS (fields, column);

  if (info->columns[column].kind == 't')
    pv_statement_bind_text_at (statement, position, given ? fields->texts[column] : NULL);
  else
    pv_statement_bind_int_at (statement, position, given ? fields->numbers[column] : PV_INT_NULL);
}

/* Keys are given here, so that nobody waits for the row to be written. */
static gboolean
take_id (PvImportStore *self, PvImportTable table, gint64 *id, GError **error)
{
  if (self->next_ids[table] == 0)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT COALESCE(MAX(id), 0) + 1 FROM %s", tables[table].name);

      if (!pv_import_store_drain (self, error) ||
          !pv_db_query_int (self->db, sql, &self->next_ids[table], error))
        return FALSE;
      self->insertions[table] = write_insertion (&tables[table]);
    }
  *id = self->next_ids[table]++;
  return TRUE;
}

static void
add_column (PvImportWriter *writer, const TableInfo *info, int column, const PvImportFields *fields)
{
  gboolean given = PV_IMPORT_HAS (fields, column);

  if (info->columns[column].kind == 't')
    pv_import_writer_add_text (writer, given ? fields->texts[column] : NULL);
  else
    pv_import_writer_add_int (writer, given ? fields->numbers[column] : PV_INT_NULL);
}

gboolean
pv_import_store_insert (PvImportStore *self,
                        PvImportTable table,
                        PvImportFields *fields,
                        GError **error)
{
  const TableInfo *info = &tables[table];

  self->n_writes++;
  if (!self->apply)
    {
      fields->id = self->next_id++;
      return TRUE;
    }

  if (!take_id (self, table, &fields->id, error))
    return FALSE;
  if (self->writer == NULL)
    self->writer = pv_import_writer_new (self->db, PV_N_IMPORT_TABLES);
  pv_import_writer_begin_row (self->writer, table, self->insertions[table]);
  pv_import_writer_add_int (self->writer, fields->id);
  for (int i = 0; i < info->n_columns; i++)
    add_column (self->writer, info, i, fields);
  if (info->uuid)
    {
      g_autofree char *uuid = pv_uuid_new ();

      pv_import_writer_add_text (self->writer, uuid);
    }
  return pv_import_writer_end_row (self->writer, error);
}

gboolean
pv_import_store_update (PvImportStore *self,
                        PvImportTable table,
                        gint64 id,
                        const PvImportFields *fields,
                        GError **error)
{
  const TableInfo *info = &tables[table];
  g_autofree char *sql = NULL;
  g_autoptr (PvStatement) statement = NULL;
  int position = 1;

  if (fields->set == 0)
    return TRUE;
  self->n_writes++;
  if (!self->apply)
    return TRUE;

  if (!pv_import_store_drain (self, error))
    return FALSE;
  sql = write_update (info, fields);
  statement = pv_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < info->n_columns; i++)
    {
      if (PV_IMPORT_HAS (fields, i))
        bind_column (statement, position++, info, i, fields);
    }
  pv_statement_bind_int_at (statement, position, id);
  return pv_statement_run (statement, error);
}

gboolean
pv_import_store_delete (PvImportStore *self, PvImportTable table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", tables[table].name);
  g_autoptr (PvStatement) statement = NULL;

  self->n_writes++;
  if (!self->apply)
    return TRUE;

  if (!pv_import_store_drain (self, error))
    return FALSE;
  statement = pv_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int_at (statement, 1, id);
  return pv_statement_run (statement, error);
}

static PvImportFields *
read_row (const TableInfo *info, PvStatement *statement)
{
  PvImportFields *fields = g_new0 (PvImportFields, 1);

  fields->id = pv_statement_get_int (statement, 0);
  for (int i = 0; i < info->n_columns; i++)
    {
      if (info->columns[i].kind == 't')
        pv_import_fields_set_text (fields, i, pv_statement_dup_text (statement, i + 1));
      else
        pv_import_fields_set_int (fields, i, pv_statement_get_int (statement, i + 1));
    }

  return fields;
}

static void
unref_rows (GPtrArray *rows, PvImportTable table)
{
  for (guint i = 0; i < rows->len; i++)
    pv_import_fields_free (g_ptr_array_index (rows, i), table);
  g_ptr_array_unref (rows);
}

static GPtrArray *
select_rows (PvImportStore *self,
             PvImportTable table,
             const char *column,
             const char *text,
             gint64 number,
             GError **error)
{
  const TableInfo *info = &tables[table];
  g_autofree char *sql = write_selection (info, column);
  PvDb *db = pv_import_store_get_db (self, error);
  g_autoptr (PvStatement) statement = db != NULL ? pv_db_prepare (db, sql, error) : NULL;
  GPtrArray *rows = NULL;
  PvStep step;

  if (statement == NULL)
    return NULL;
  if (column != NULL && text != NULL)
    pv_statement_bind_text_at (statement, 1, text);
  else if (column != NULL)
    pv_statement_bind_int_at (statement, 1, number);

  rows = g_ptr_array_new ();
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_ptr_array_add (rows, read_row (info, statement));
  if (step == PV_STEP_ERROR)
    {
      unref_rows (rows, table);
      return NULL;
    }

  return rows;
}

GPtrArray *
pv_import_store_list (PvImportStore *self,
                      PvImportTable table,
                      int column,
                      const char *text,
                      gint64 number,
                      GError **error)
{
  return select_rows (self, table, column < 0 ? NULL : tables[table].columns[column].name, text,
                      number, error);
}

PvImportFields *
pv_import_store_get (PvImportStore *self, PvImportTable table, gint64 id, GError **error)
{
  GPtrArray *rows = select_rows (self, table, "id", NULL, id, error);
  PvImportFields *fields = NULL;

  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    fields = g_ptr_array_steal_index (rows, 0);
  unref_rows (rows, table);
  return fields;
}

/* --- who wrote a row --- */

typedef struct
{
  gboolean by_import;
  gboolean by_other;
} Writers;

static void
note_writer_cb (const PvHistoryGroup *group, gpointer user_data)
{
  Writers *writers = user_data;

  /* What was undone, and undoing itself, left nothing of its own. */
  if (group->undoes != PV_INT_NULL || group->undone_by != PV_INT_NULL)
    return;
  if (g_str_equal (group->action, ACTION))
    writers->by_import = TRUE;
  else
    writers->by_other = TRUE;
}

gboolean
pv_import_store_agent_touched (PvImportStore *self,
                               PvImportTable table,
                               gint64 id,
                               gboolean *touched,
                               GError **error)
{
  Writers writers = { FALSE, FALSE };

  if (!pv_import_store_drain (self, error) ||
      !pv_history_foreach_group_of_row (self->db, tables[table].name, id, note_writer_cb, &writers,
                                        error))
    return FALSE;

  *touched = writers.by_other;
  return TRUE;
}

static void
note_edit_cb (const PvHistoryGroup *group, gpointer user_data)
{
  char **at = user_data;

  if (*at == NULL && group->undoes == PV_INT_NULL && group->undone_by == PV_INT_NULL &&
      !g_str_equal (group->action, ACTION))
    *at = g_strdup (group->at);
}

gboolean
pv_import_store_last_edit (PvImportStore *self,
                           PvImportTable table,
                           gint64 id,
                           char **at,
                           GError **error)
{
  *at = NULL;

  return pv_import_store_drain (self, error) &&
         pv_history_foreach_group_of_row (self->db, tables[table].name, id, note_edit_cb, at,
                                          error);
}

gboolean
pv_import_store_agent_edited (PvImportStore *self,
                              PvImportTable table,
                              gint64 id,
                              int column,
                              gboolean *edited,
                              char **imported,
                              GError **error)
{
  Writers writers = { FALSE, FALSE };
  g_autoptr (GError) local = NULL;

  *imported = NULL;
  if (!pv_import_store_drain (self, error))
    return FALSE;
  *edited = pv_history_imported_value (self->db, tables[table].name, id,
                                       tables[table].columns[column].name, imported, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*edited)
    return TRUE;

  /* A row that no import ever wrote is an agent's. */
  if (!pv_history_foreach_group_of_row (self->db, tables[table].name, id, note_writer_cb, &writers,
                                        error))
    return FALSE;
  *edited = writers.by_other && !writers.by_import;
  return TRUE;
}
