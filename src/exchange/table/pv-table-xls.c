/* pv-table-xls.c: reads the sheets of an XLS
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-private.h"

#include <string.h>

#include "pv-table-value.h"
#include "pv-xls-child.h"

typedef struct
{
  PvXlsChild *child;
  PvXlsValue value;
  guint row;
  GArray *cells;
  GString *texts;
} Xls;

static gboolean
xls_open (PvTable *table, GError **error)
{
  Xls *self = g_new0 (Xls, 1);
  g_autoptr (PvXlsChild) child = NULL;

  table->state = self;
  self->cells = g_array_new (FALSE, TRUE, sizeof (PvCell));
  self->texts = g_string_new (NULL);
  self->value.text = g_string_new (NULL);
  child = pv_xls_child_start (table->path, table->basename, -1, table->sheet_names, error);
  return child != NULL;
}

static void
xls_close (PvTable *table)
{
  Xls *self = table->state;

  g_clear_pointer (&self->child, pv_xls_child_free);
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
  g_string_free (self->value.text, TRUE);
  g_free (self);
}

static gboolean
xls_select_sheet (PvTable *table, guint sheet, GError **error)
{
  Xls *self = table->state;

  g_clear_pointer (&self->child, pv_xls_child_free);
  self->row = 0;
  self->child = pv_xls_child_start (table->path, table->basename, (int)sheet, NULL, error);
  return self->child != NULL;
}

/* freexl writes dates as `AAAA-MM-JJ` and `AAAA-MM-JJ hh:mm:ss`. */
static PvCellKind
append_date (Xls *self, double *serial)
{
  const GString *text = self->value.text;

  if (pv_value_parse_iso (text->str, text->len, serial) &&
      pv_value_append_serial (self->texts, *serial, PV_NUMBER_FORMAT_DATE))
    return PV_CELL_DATE;
  *serial = 0;
  g_string_append_len (self->texts, text->str, (gssize)text->len);
  return PV_CELL_TEXT;
}

/* Appends the text of the value just read; the cell's own text is set once the
 * row is whole, for the texts move as they grow. */
static void
set_cell (Xls *self, PvCell *cell)
{
  const PvXlsValue *value = &self->value;
  gsize start = self->texts->len;

  *cell = (PvCell){ PV_CELL_EMPTY, 0, NULL, 0 };
  switch (value->type)
    {
    case PV_XLS_NUMBER:
      cell->kind = PV_CELL_NUMBER;
      cell->number = value->number;
      pv_value_append_number (self->texts, value->number);
      break;
    case PV_XLS_DATE:
      cell->kind = append_date (self, &cell->number);
      break;
    case PV_XLS_TEXT:
    case PV_XLS_TIME:
      cell->kind = value->type == PV_XLS_TIME ? PV_CELL_DATE : PV_CELL_TEXT;
      g_string_append_len (self->texts, value->text->str, (gssize)value->text->len);
      break;
    case PV_XLS_EMPTY:
    default:
      break;
    }
  cell->length = (guint)(self->texts->len - start);
  if (cell->length == 0)
    cell->kind = PV_CELL_EMPTY;
  g_string_append_c (self->texts, '\0');
}

static gboolean
xls_next_row (PvTable *table, PvRow *row, GError **error)
{
  Xls *self = table->state;
  PvCell *cells;
  gsize offset = 0;
  guint n_cells;

  if (!pv_xls_child_begin_row (self->child, &n_cells, error))
    return FALSE;
  g_array_set_size (self->cells, n_cells);
  g_string_truncate (self->texts, 0);
  cells = (PvCell *)(gpointer)self->cells->data;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!pv_xls_child_read_value (self->child, &self->value, error))
        return FALSE;
      set_cell (self, &cells[i]);
    }
  for (guint i = 0; i < n_cells; i++)
    {
      cells[i].text = self->texts->str + offset;
      offset += cells[i].length + 1;
    }
  while (n_cells > 0 && cells[n_cells - 1].kind == PV_CELL_EMPTY)
    n_cells--;
  *row = (PvRow){ ++self->row, n_cells, cells };
  return TRUE;
}

static guint
xls_get_position_bp (PvTable *table)
{
  Xls *self = table->state;
  guint n_rows = self->child != NULL ? pv_xls_child_get_n_rows (self->child) : 0;

  return n_rows > 0 ? (guint)((guint64)self->row * 10000 / n_rows) : 10000;
}

const PvTableReader pv_table_xls_reader = {
  PV_TABLE_FORMAT_XLS, xls_open, xls_close, xls_select_sheet, xls_next_row, xls_get_position_bp,
};
