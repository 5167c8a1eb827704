/* pv-table.c: reads the rows of a CSV, XLSX, XLS or ODS file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table.h"

char *
pv_table_column_letters (guint index)
{
  GString *letters = g_string_new (NULL);

  for (guint n = index + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char)('A' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}

const PvCell *
pv_row_get_cell (const PvRow *row, guint column)
{
  static const PvCell empty = { PV_CELL_EMPTY, 0, "", 0 };

  return column < row->n_cells ? &row->cells[column] : &empty;
}
