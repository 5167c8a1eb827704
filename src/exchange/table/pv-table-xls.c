/* pv-table-xls.c: reads the sheets of an XLS
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-private.h"

#include <freexl.h>
#include <string.h>

#include "pv-table-limits.h"
#include "pv-table-value.h"

/* freexl reads the whole file at once; 65 536 rows of 256 columns is all that
 * the format can hold. */
typedef struct
{
  const void *handle;
  guint n_rows;
  gushort n_columns;
  guint row;
  GArray *cells;
  GString *texts;
} Xls;

static gboolean
set_freexl_problem (GError **error, const char *basename, int status)
{
  PvTableProblem problem = PV_TABLE_PROBLEM_DAMAGED;

  if (status == FREEXL_BIFF_WORKBOOK_NOT_FOUND)
    problem = PV_TABLE_PROBLEM_NOT_A_TABLE;
  else if (status == FREEXL_INSUFFICIENT_MEMORY)
    problem = PV_TABLE_PROBLEM_CELLS;
  return pv_table_set_problem (error, basename, problem);
}

static gboolean
list_sheets (PvTable *table, Xls *self, GError **error)
{
  unsigned int n_sheets = 0;

  freexl_get_info (self->handle, FREEXL_BIFF_SHEET_COUNT, &n_sheets);
  if (n_sheets > PV_TABLE_MAX_SHEETS)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_SHEETS);
  for (guint i = 0; i < n_sheets; i++)
    {
      const char *name = NULL;

      if (freexl_get_worksheet_name (self->handle, (unsigned short)i, &name) != FREEXL_OK ||
          name == NULL)
        name = "";
      g_ptr_array_add (table->sheet_names, g_utf8_make_valid (name, -1));
    }
  return TRUE;
}

static gboolean
xls_open (PvTable *table, GError **error)
{
  Xls *self = g_new0 (Xls, 1);
  unsigned int password = FREEXL_BIFF_PLAIN;
  int status;

  table->state = self;
  self->cells = g_array_new (FALSE, TRUE, sizeof (PvCell));
  self->texts = g_string_new (NULL);
  status = freexl_open (table->path, &self->handle);
  if (status != FREEXL_OK)
    {
      self->handle = NULL;
      return set_freexl_problem (error, table->basename, status);
    }
  freexl_get_info (self->handle, FREEXL_BIFF_PASSWORD, &password);
  if (password == FREEXL_BIFF_OBFUSCATED)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_ENCRYPTED);
  return list_sheets (table, self, error);
}

static void
xls_close (PvTable *table)
{
  Xls *self = table->state;

  if (self->handle != NULL)
    freexl_close (self->handle);
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static gboolean
xls_select_sheet (PvTable *table, guint sheet, GError **error)
{
  Xls *self = table->state;
  int status = freexl_select_active_worksheet (self->handle, (unsigned short)sheet);

  self->row = 0;
  if (status == FREEXL_OK)
    status = freexl_worksheet_dimensions (self->handle, &self->n_rows, &self->n_columns);
  return status == FREEXL_OK || set_freexl_problem (error, table->basename, status);
}

static void
set_text (Xls *self, PvCell *cell, PvCellKind kind, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  cell->kind = length > 0 ? kind : PV_CELL_EMPTY;
  cell->length = (guint)length;
  if (length > 0 && g_utf8_validate_len (text, length, NULL))
    g_string_append_len (self->texts, text, (gssize)length);
  else if (length > 0)
    {
      g_autofree char *valid = g_utf8_make_valid (text, (gssize)length);

      g_string_append (self->texts, valid);
      cell->length = (guint)strlen (valid);
    }
  g_string_append_c (self->texts, '\0');
}

static void
set_number (Xls *self, PvCell *cell, double number)
{
  gsize start = self->texts->len;

  cell->kind = PV_CELL_NUMBER;
  cell->number = number;
  pv_value_append_number (self->texts, number);
  cell->length = (guint)(self->texts->len - start);
  g_string_append_c (self->texts, '\0');
}

/* freexl writes dates as `AAAA-MM-JJ` and `AAAA-MM-JJ hh:mm:ss`. */
static void
set_date (Xls *self, PvCell *cell, const char *text)
{
  gsize start = self->texts->len;
  double serial;

  if (!pv_value_parse_iso (text, strlen (text), &serial) ||
      !pv_value_append_serial (self->texts, serial, PV_NUMBER_FORMAT_DATE))
    {
      set_text (self, cell, PV_CELL_TEXT, text);
      return;
    }
  cell->kind = PV_CELL_DATE;
  cell->number = serial;
  cell->length = (guint)(self->texts->len - start);
  g_string_append_c (self->texts, '\0');
}

static void
set_cell (Xls *self, PvCell *cell, const FreeXL_CellValue *value)
{
  switch (value->type)
    {
    case FREEXL_CELL_INT:
      set_number (self, cell, value->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      set_number (self, cell, value->value.double_value);
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      set_text (self, cell, PV_CELL_TEXT, value->value.text_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      set_date (self, cell, value->value.text_value);
      break;
    case FREEXL_CELL_TIME:
      set_text (self, cell, PV_CELL_DATE, value->value.text_value);
      break;
    default:
      set_text (self, cell, PV_CELL_EMPTY, NULL);
      break;
    }
}

static gboolean
xls_next_row (PvTable *table, PvRow *row, GError **error)
{
  Xls *self = table->state;
  PvCell *cells;
  gsize offset = 0;

  if (self->row >= self->n_rows)
    return FALSE;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->cells, self->n_columns);
  g_string_truncate (self->texts, 0);
  cells = (PvCell *)(gpointer)self->cells->data;
  for (guint i = 0; i < self->n_columns; i++)
    {
      FreeXL_CellValue value = { 0 };
      int status = freexl_get_cell_value (self->handle, self->row, (unsigned short)i, &value);

      if (status != FREEXL_OK)
        return set_freexl_problem (error, table->basename, status);
      set_cell (self, &cells[i], &value);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      cells[i].text = self->texts->str + offset;
      offset += cells[i].length + 1;
    }
  *row = (PvRow){ ++self->row, self->n_columns, cells };
  while (row->n_cells > 0 && cells[row->n_cells - 1].kind == PV_CELL_EMPTY)
    row->n_cells--;
  return TRUE;
}

static guint
xls_get_position_bp (PvTable *table)
{
  Xls *self = table->state;

  return self->n_rows > 0 ? (guint)((guint64)self->row * 10000 / self->n_rows) : 10000;
}

const PvTableReader pv_table_xls_reader = {
  PV_TABLE_FORMAT_XLS, xls_open, xls_close, xls_select_sheet, xls_next_row, xls_get_position_bp,
};
