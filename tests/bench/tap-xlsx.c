/* tap-xlsx.c: preloaded, keeps a list of every cell a program gives to libxlsxwriter
 *
 * LD_PRELOAD=libtap-xlsx.so PV_TAP_CELLS=file progville-cli export …
 * The product has no such hook: its calls are seen from outside, on their way to the library.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "cells.h"

static FILE *out;
static GHashTable *formats;
static GHashTable *sheets;

#define NEXT(name)                                                                                 \
  static __typeof__ (&name) next;                                                                  \
  if (next == NULL)                                                                                \
  next = (__typeof__ (&name))dlsym (RTLD_NEXT, #name)

static guint
number_of (GHashTable *table, const void *item)
{
  gpointer found = item != NULL ? g_hash_table_lookup (table, item) : NULL;

  if (item == NULL)
    return 0;
  if (found == NULL)
    {
      found = GUINT_TO_POINTER (g_hash_table_size (table) + 1);
      g_hash_table_insert (table, (gpointer)item, found);
    }
  return GPOINTER_TO_UINT (found);
}

static void
keep (Cell cell, const void *text, gsize length)
{
  static const char zeros[8];

  if (out == NULL)
    return;
  cell.length = (uint32_t)length;
  fwrite (&cell, sizeof cell, 1, out);
  fwrite (text, 1, length, out);
  fwrite (zeros, 1, CELL_SIZE (length) - sizeof cell - length, out);
}

static void
keep_text (Cell cell, const char *text)
{
  keep (cell, text != NULL ? text : "", text != NULL ? strlen (text) + 1 : 1);
}

static Cell
cell_at (CellKind kind, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, lxw_format *format)
{
  if (out == NULL)
    return (Cell){ 0 };
  return (Cell){ .kind = kind,
                 .sheet = (uint8_t)(number_of (sheets, sheet) - 1),
                 .row = row,
                 .col = col,
                 .format = number_of (formats, format) };
}

__attribute__ ((destructor)) static void
finish (void)
{
  if (out != NULL)
    fclose (out);
}

lxw_workbook *
workbook_new_opt (const char *path, lxw_workbook_options *options)
{
  const char *file = g_getenv ("PV_TAP_CELLS");

  NEXT (workbook_new_opt);
  if (out == NULL && file != NULL)
    {
      out = fopen (file, "w");
      formats = g_hash_table_new (NULL, NULL);
      sheets = g_hash_table_new (NULL, NULL);
    }
  keep ((Cell){ .kind = CELL_WORKBOOK, .number = options != NULL && options->constant_memory },
        NULL, 0);
  return next (path, options);
}

lxw_worksheet *
workbook_add_worksheet (lxw_workbook *workbook, const char *name)
{
  lxw_worksheet *sheet;

  NEXT (workbook_add_worksheet);
  sheet = next (workbook, name);
  keep_text (cell_at (CELL_SHEET, sheet, 0, 0, NULL), name);
  return sheet;
}

void
format_set_num_format (lxw_format *format, const char *num_format)
{
  NEXT (format_set_num_format);
  if (out != NULL)
    keep_text ((Cell){ .kind = CELL_FORMAT, .format = number_of (formats, format) }, num_format);
  next (format, num_format);
}

lxw_error
worksheet_set_column (lxw_worksheet *sheet,
                      lxw_col_t first,
                      lxw_col_t last,
                      double width,
                      lxw_format *format)
{
  Cell cell = cell_at (CELL_COLUMN, sheet, first, last, format);

  NEXT (worksheet_set_column);
  cell.number = width;
  keep (cell, NULL, 0);
  return next (sheet, first, last, width, format);
}

lxw_error
worksheet_write_number (lxw_worksheet *sheet,
                        lxw_row_t row,
                        lxw_col_t col,
                        double number,
                        lxw_format *format)
{
  Cell cell = cell_at (CELL_NUMBER, sheet, row, col, format);

  NEXT (worksheet_write_number);
  cell.number = number;
  keep (cell, NULL, 0);
  return next (sheet, row, col, number, format);
}

lxw_error
worksheet_write_string (lxw_worksheet *sheet,
                        lxw_row_t row,
                        lxw_col_t col,
                        const char *text,
                        lxw_format *format)
{
  NEXT (worksheet_write_string);
  keep_text (cell_at (CELL_STRING, sheet, row, col, format), text);
  return next (sheet, row, col, text, format);
}

lxw_error
worksheet_write_blank (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t col, lxw_format *format)
{
  NEXT (worksheet_write_blank);
  keep (cell_at (CELL_BLANK, sheet, row, col, format), NULL, 0);
  return next (sheet, row, col, format);
}

lxw_error
worksheet_write_boolean (lxw_worksheet *sheet,
                         lxw_row_t row,
                         lxw_col_t col,
                         int value,
                         lxw_format *format)
{
  Cell cell = cell_at (CELL_BOOLEAN, sheet, row, col, format);

  NEXT (worksheet_write_boolean);
  cell.number = value;
  keep (cell, NULL, 0);
  return next (sheet, row, col, value, format);
}

lxw_error
worksheet_write_datetime (lxw_worksheet *sheet,
                          lxw_row_t row,
                          lxw_col_t col,
                          lxw_datetime *date,
                          lxw_format *format)
{
  NEXT (worksheet_write_datetime);
  keep (cell_at (CELL_DATE, sheet, row, col, format), date, sizeof *date);
  return next (sheet, row, col, date, format);
}

/* Formulas without a cached value come here too. */
lxw_error
worksheet_write_formula_num (lxw_worksheet *sheet,
                             lxw_row_t row,
                             lxw_col_t col,
                             const char *formula,
                             lxw_format *format,
                             double result)
{
  Cell cell = cell_at (CELL_FORMULA, sheet, row, col, format);

  NEXT (worksheet_write_formula_num);
  cell.number = result;
  keep_text (cell, formula);
  return next (sheet, row, col, formula, format, result);
}
