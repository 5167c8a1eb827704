/* bare-xlsx.c: writes a list of cells with libxlsxwriter and nothing else: the floor of an export
 *
 *   bare-xlsx CELLS OUT.xlsx     prints one line of JSON: the time from the first to the last byte
 *   bare-xlsx CELLS --cut ROWS OUT   keeps the cells of the first rows of each sheet
 *
 * The cells are in memory before the clock starts.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "cells.h"

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheets[256];
  lxw_format *formats[1024];
  guint64 n_cells;
} Bare;

static lxw_format *
format_of (Bare *self, guint number)
{
  g_assert (number < G_N_ELEMENTS (self->formats));
  if (number > 0 && self->formats[number] == NULL)
    self->formats[number] = workbook_add_format (self->workbook);
  return self->formats[number];
}

static void
set_up (Bare *self, const Cell *cell, const char *text, const char *path)
{
  lxw_workbook_options options = { .constant_memory = cell->number != 0, .use_zip64 = LXW_TRUE };

  switch (cell->kind)
    {
    case CELL_WORKBOOK:
      self->workbook = workbook_new_opt (path, &options);
      break;
    case CELL_SHEET:
      self->sheets[cell->sheet] = workbook_add_worksheet (self->workbook, text);
      break;
    case CELL_FORMAT:
      format_set_num_format (format_of (self, cell->format), text);
      break;
    default:
      worksheet_set_column (self->sheets[cell->sheet], (lxw_col_t)cell->row, cell->col,
                            cell->number, format_of (self, cell->format));
    }
}

static void
write_cell (Bare *self, const Cell *cell, const char *text)
{
  lxw_worksheet *sheet = self->sheets[cell->sheet];
  lxw_format *format = format_of (self, cell->format);

  self->n_cells++;
  if (cell->kind == CELL_NUMBER)
    worksheet_write_number (sheet, cell->row, cell->col, cell->number, format);
  else if (cell->kind == CELL_STRING)
    worksheet_write_string (sheet, cell->row, cell->col, text, format);
  else if (cell->kind == CELL_BLANK)
    worksheet_write_blank (sheet, cell->row, cell->col, format);
  else if (cell->kind == CELL_BOOLEAN)
    worksheet_write_boolean (sheet, cell->row, cell->col, cell->number != 0, format);
  else if (cell->kind == CELL_DATE)
    worksheet_write_datetime (sheet, cell->row, cell->col, (lxw_datetime *)text, format);
  else
    worksheet_write_formula_num (sheet, cell->row, cell->col, text, format, cell->number);
}

static int
write_all (const char *cells, gsize size, const char *path)
{
  Bare self = { 0 };
  gint64 start = g_get_monotonic_time ();

  for (gsize at = 0; at < size;)
    {
      const Cell *cell = (const Cell *)(cells + at);
      const char *text = (const char *)(cell + 1);

      if (cell->kind < CELL_NUMBER)
        set_up (&self, cell, text, path);
      else
        write_cell (&self, cell, text);
      at += CELL_SIZE (cell->length);
    }
  if (workbook_close (self.workbook) != LXW_NO_ERROR)
    return EXIT_FAILURE;
  g_print ("{\"seconds\": %.4f, \"cells\": %" G_GUINT64_FORMAT "}\n",
           (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC, self.n_cells);
  return EXIT_SUCCESS;
}

static int
cut (const char *cells, gsize size, guint64 rows, const char *path)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (gsize at = 0; at < size;)
    {
      const Cell *cell = (const Cell *)(cells + at);

      if (cell->kind < CELL_NUMBER || cell->row < rows)
        g_string_append_len (kept, cells + at, (gssize)CELL_SIZE (cell->length));
      at += CELL_SIZE (cell->length);
    }
  return g_file_set_contents (path, kept->str, (gssize)kept->len, NULL) ? EXIT_SUCCESS
                                                                        : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autofree char *cells = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  if (argc < 3 || !g_file_get_contents (argv[1], &cells, &size, &error))
    {
      g_printerr ("bare-xlsx: %s\n", error != NULL ? error->message : "CELLS OUT.xlsx");
      return 2;
    }
  if (argc == 5 && g_str_equal (argv[2], "--cut"))
    return cut (cells, size, g_ascii_strtoull (argv[3], NULL, 10), argv[4]);
  return write_all (cells, size, argv[2]);
}
