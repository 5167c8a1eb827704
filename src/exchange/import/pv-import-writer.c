/* pv-import-writer.c: writes new rows while the next ones are read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-writer.h"

#include "pv-statement.h"

/* One is filled, one is written, one waits. */
#define N_BATCHES 3
#define ROWS_PER_BATCH 1024

typedef struct
{
  guint statement;
  guint first; /* of its values */
  guint n_values;
} Row;

/* One insertion, prepared at its first row. */
typedef struct
{
  const char *sql;
  PvStatement *statement;
} Insertion;

typedef struct
{
  gint64 number;
  gssize text; /* where it begins in the texts, -1: a number */
} Value;

typedef struct
{
  GArray *rows;   /* of Row */
  GArray *values; /* of Value, of all rows */
  GString *texts; /* each with its final nul */
  gboolean last;
} Batch;

struct _PvImportWriter
{
  PvDb *db;
  GThread *thread;
  GAsyncQueue *full;
  GAsyncQueue *empty;
  Batch *batch; /* being filled */
  Batch *batches[N_BATCHES];
  guint n_statements;
  gboolean lent; /* the connection, to the thread */

  /* Of the thread; of the owner once all batches are back. */
  Insertion *insertions;
  GError *error;
  int failed; /* atomic */
};

static Batch *
batch_new (void)
{
  Batch *self = g_new0 (Batch, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->texts = g_string_new (NULL);
  return self;
}

static void
batch_free (Batch *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->values);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static void
batch_clear (Batch *self)
{
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->values, 0);
  g_string_set_size (self->texts, 0);
}

static void
bind_row (PvStatement *statement, const Batch *batch, const Row *row)
{
  const Value *values = &g_array_index (batch->values, Value, row->first);

  for (guint i = 0; i < row->n_values; i++)
    {
      if (values[i].text < 0)
        pv_statement_bind_int_at (statement, (int)i + 1, values[i].number);
      else
        pv_statement_bind_text_at (statement, (int)i + 1, batch->texts->str + values[i].text);
    }
}

/* One row per statement: one of several rows may fail half way, so SQLite would note each
 * page it changes in a temporary file, a million times in a large import. */
static gboolean
write_row (PvImportWriter *self, const Batch *batch, const Row *row)
{
  Insertion *insertion = &self->insertions[row->statement];

  if (insertion->statement == NULL)
    insertion->statement = pv_db_prepare (self->db, insertion->sql, &self->error);
  if (insertion->statement == NULL)
    return FALSE;

  bind_row (insertion->statement, batch, row);
  return pv_statement_run (insertion->statement, &self->error);
}

/* Insertion by insertion in the order of their numbers, the rows of each in the order given. */
static gboolean
write_batch (PvImportWriter *self, const Batch *batch)
{
  for (guint s = 0; s < self->n_statements; s++)
    for (guint i = 0; i < batch->rows->len; i++)
      {
        const Row *row = &g_array_index (batch->rows, Row, i);

        if (row->statement == s && !write_row (self, batch, row))
          return FALSE;
      }
  return TRUE;
}

static gpointer
thread_cb (gpointer data)
{
  PvImportWriter *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Batch *batch = g_async_queue_pop (self->full);

      if (self->error == NULL && !write_batch (self, batch))
        g_atomic_int_set (&self->failed, 1);
      last = batch->last;
      batch_clear (batch);
      g_async_queue_push (self->empty, batch);
    }
  return NULL;
}

static void
take_back (PvImportWriter *self)
{
  if (self->lent)
    pv_db_hand_over (self->db, g_thread_self ());
  self->lent = FALSE;
}

PvImportWriter *
pv_import_writer_new (PvDb *db, guint n_statements)
{
  PvImportWriter *self = g_new0 (PvImportWriter, 1);

  self->db = g_object_ref (db);
  self->full = g_async_queue_new ();
  self->empty = g_async_queue_new ();
  self->n_statements = n_statements;
  self->insertions = g_new0 (Insertion, n_statements);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      self->batches[i] = batch_new ();
      g_async_queue_push (self->empty, self->batches[i]);
    }
  self->batch = g_async_queue_pop (self->empty);
  self->thread = g_thread_new ("import-writer", thread_cb, self);
  return self;
}

void
pv_import_writer_free (PvImportWriter *self)
{
  if (self == NULL)
    return;

  batch_clear (self->batch);
  self->batch->last = TRUE;
  g_async_queue_push (self->full, self->batch);
  g_thread_join (self->thread);
  take_back (self);
  for (guint i = 0; i < self->n_statements; i++)
    {
      g_clear_pointer (&self->insertions[i].statement, pv_statement_return);
    }
  for (guint i = 0; i < N_BATCHES; i++)
    batch_free (self->batches[i]);
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  g_clear_error (&self->error);
  g_free (self->insertions);
  g_object_unref (self->db);
  g_free (self);
}

void
pv_import_writer_begin_row (PvImportWriter *self, guint statement, const char *sql)
{
  Row row = { statement, self->batch->values->len, 0 };

  if (self->insertions[statement].sql == NULL) /* before any row of it is sent */
    self->insertions[statement].sql = sql;
  g_array_append_val (self->batch->rows, row);
}

static void
add_value (PvImportWriter *self, Value value)
{
  GArray *rows = self->batch->rows;

  g_array_append_val (self->batch->values, value);
  g_array_index (rows, Row, rows->len - 1).n_values++;
}

void
pv_import_writer_add_int (PvImportWriter *self, gint64 value)
{
  add_value (self, (Value){ value, -1 });
}

void
pv_import_writer_add_text (PvImportWriter *self, const char *value)
{
  GString *texts = self->batch->texts;

  if (value == NULL)
    {
      add_value (self, (Value){ PV_INT_NULL, -1 });
      return;
    }
  add_value (self, (Value){ 0, (gssize)texts->len });
  g_string_append (texts, value);
  g_string_append_c (texts, '\0');
}

static void
send_batch (PvImportWriter *self)
{
  if (!self->lent)
    pv_db_hand_over (self->db, self->thread);
  self->lent = TRUE;
  g_async_queue_push (self->full, self->batch);
  self->batch = g_async_queue_pop (self->empty);
}

gboolean
pv_import_writer_end_row (PvImportWriter *self, GError **error)
{
  if (self->batch->rows->len >= ROWS_PER_BATCH)
    send_batch (self);
  return !g_atomic_int_get (&self->failed) || pv_import_writer_drain (self, error);
}

gboolean
pv_import_writer_drain (PvImportWriter *self, GError **error)
{
  Batch *others[N_BATCHES - 1];

  if (self->batch->rows->len > 0)
    send_batch (self);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = g_async_queue_pop (self->empty);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_async_queue_push (self->empty, others[i]);
  take_back (self);

  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
