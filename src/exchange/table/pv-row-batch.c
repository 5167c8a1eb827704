/* pv-row-batch.c: the rows that one block of a workbook gave
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-row-batch.h"

#include <string.h>

#include "pv-table-limits.h"

/* Only what has a value: the blanks between are made when the row is taken, so
 * that a row naming its last column alone costs one of these. The texts move
 * while they grow: until then the place of a text is held, unless it is
 * borrowed. */
typedef struct
{
  guint column;
  guint span;
  gsize offset;
  PvCell cell;
} Pending;

typedef struct
{
  guint number;
  guint first_cell;
  guint n_pending;
  guint n_cells;
  guint repeat;
  gsize first_byte;
} Row;

struct _PvRowBatch
{
  char *basename;
  GArray *rows; /* Row; the last one is being built while `open` */
  guint n_taken;
  gboolean open;
  guint n_repeated; /* of the row being taken */
  GArray *pending;  /* Pending */
  GString *texts;
  GArray *cells; /* PvCell, of the row handed out */
};

static Row *
last_row (PvRowBatch *batch)
{
  g_assert (batch->open);
  return &g_array_index (batch->rows, Row, batch->rows->len - 1);
}

PvRowBatch *
pv_row_batch_new (const char *basename)
{
  PvRowBatch *batch = g_new0 (PvRowBatch, 1);

  batch->basename = g_strdup (basename);
  batch->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  batch->pending = g_array_new (FALSE, TRUE, sizeof (Pending));
  batch->texts = g_string_new (NULL);
  batch->cells = g_array_new (FALSE, FALSE, sizeof (PvCell));
  return batch;
}

void
pv_row_batch_free (PvRowBatch *batch)
{
  if (batch == NULL)
    return;
  g_array_unref (batch->rows);
  g_array_unref (batch->pending);
  g_array_unref (batch->cells);
  g_string_free (batch->texts, TRUE);
  g_free (batch->basename);
  g_free (batch);
}

/* Forgets the rows that were taken; what is being built moves to the front. */
static void
compact (PvRowBatch *batch)
{
  Row *row;

  if (batch->n_taken == 0)
    return;
  if (!batch->open)
    {
      g_array_set_size (batch->rows, 0);
      g_array_set_size (batch->pending, 0);
      g_string_truncate (batch->texts, 0);
      batch->n_taken = 0;
      return;
    }
  row = last_row (batch);
  for (guint i = 0; i < row->n_pending; i++)
    g_array_index (batch->pending, Pending, row->first_cell + i).offset -= row->first_byte;
  if (row->first_cell > 0)
    g_array_remove_range (batch->pending, 0, row->first_cell);
  g_string_erase (batch->texts, 0, (gssize)row->first_byte);
  row->first_cell = 0;
  row->first_byte = 0;
  g_array_remove_range (batch->rows, 0, batch->rows->len - 1);
  batch->n_taken = 0;
}

void
pv_row_batch_begin_row (PvRowBatch *batch, guint number)
{
  Row row = { number, batch->pending->len, 0, 0, 1, batch->texts->len };

  g_array_append_val (batch->rows, row);
  batch->open = TRUE;
}

static gboolean
append (PvRowBatch *batch, const Pending *pending, GError **error)
{
  Row *row = last_row (batch);

  if (pending->column >= PV_TABLE_MAX_COLUMNS ||
      pending->span > PV_TABLE_MAX_COLUMNS - pending->column)
    return pv_table_set_problem (error, batch->basename, PV_TABLE_PROBLEM_COLUMNS);
  if (pending->cell.kind == PV_CELL_EMPTY)
    return TRUE;
  row->n_cells = MAX (row->n_cells, pending->column + pending->span);
  row->n_pending++;
  g_array_append_val (batch->pending, *pending);
  return TRUE;
}

gboolean
pv_row_batch_add_borrowed (PvRowBatch *batch,
                           guint column,
                           const char *text,
                           gsize length,
                           GError **error)
{
  Pending pending = { column, 1, batch->texts->len, { PV_CELL_TEXT, (guint)length, text, 0 } };

  if (length == 0)
    pending.cell.kind = PV_CELL_EMPTY;
  return append (batch, &pending, error);
}

gboolean
pv_row_batch_add (PvRowBatch *batch, guint column, guint span, const PvCell *cell, GError **error)
{
  Pending pending = { column, span, batch->texts->len, *cell };

  if (cell->length > PV_TABLE_MAX_CELL_BYTES)
    return pv_table_set_problem (error, batch->basename, PV_TABLE_PROBLEM_CELL_SIZE);
  if (cell->length == 0)
    pending.cell.kind = PV_CELL_EMPTY;
  pending.cell.text = NULL;
  if (!append (batch, &pending, error))
    return FALSE;
  g_string_append_len (batch->texts, cell->text, cell->length);
  g_string_append_c (batch->texts, '\0');
  return TRUE;
}

gboolean
pv_row_batch_end_row (PvRowBatch *batch, guint repeat, GError **error)
{
  Row *row = last_row (batch);

  batch->open = FALSE;
  row->repeat = repeat;
  if (row->n_cells == 0)
    {
      g_array_set_size (batch->rows, batch->rows->len - 1);
      return TRUE;
    }
  if ((guint64)row->number + repeat - 1 > PV_TABLE_MAX_SHEET_ROWS)
    return pv_table_set_problem (error, batch->basename, PV_TABLE_PROBLEM_ROWS);
  return TRUE;
}

static void
expand (PvRowBatch *batch, const Row *row)
{
  static const PvCell empty = { PV_CELL_EMPTY, 0, "", 0 };
  PvCell *cells;

  g_array_set_size (batch->cells, row->n_cells);
  cells = (PvCell *)(gpointer)batch->cells->data;
  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = empty;
  for (guint i = 0; i < row->n_pending; i++)
    {
      Pending *pending = &g_array_index (batch->pending, Pending, row->first_cell + i);

      if (pending->cell.text == NULL)
        pending->cell.text = batch->texts->str + pending->offset;
      for (guint j = 0; j < pending->span; j++)
        cells[pending->column + j] = pending->cell;
    }
}

gboolean
pv_row_batch_take (PvRowBatch *batch, PvRow *row)
{
  guint n_whole = batch->rows->len - (batch->open ? 1 : 0);
  const Row *taken;

  if (batch->n_taken == n_whole)
    {
      compact (batch);
      return FALSE;
    }
  taken = &g_array_index (batch->rows, Row, batch->n_taken);
  if (batch->n_repeated == 0)
    expand (batch, taken);
  row->number = taken->number + batch->n_repeated;
  row->n_cells = taken->n_cells;
  row->cells = (const PvCell *)(gpointer)batch->cells->data;
  if (++batch->n_repeated == taken->repeat)
    {
      batch->n_repeated = 0;
      batch->n_taken++;
    }
  return TRUE;
}
