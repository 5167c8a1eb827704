/* read-table.c: reads every cell of a table file with our reader, and says how long it took
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "table/pv-table.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTable) table = NULL;
  PvRow row;
  guint64 rows = 0, cells = 0, bytes = 0;
  gint64 start = g_get_monotonic_time ();

  table = argc == 2 ? pv_table_open (argv[1], &error) : NULL;
  while (table != NULL && pv_table_next_row (table, &row, &error))
    {
      rows++;
      cells += row.n_cells;
      for (guint i = 0; i < row.n_cells; i++)
        bytes += row.cells[i].length;
    }
  if (error != NULL || table == NULL)
    {
      g_printerr ("read-table: %s\n", error != NULL ? error->message : "TABLE");
      return EXIT_FAILURE;
    }
  g_print ("{\"seconds\": %.4f, \"rows\": %" G_GUINT64_FORMAT ", \"cells\": %" G_GUINT64_FORMAT
           ", \"bytes\": %" G_GUINT64_FORMAT "}\n",
           (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC, rows, cells, bytes);
  return EXIT_SUCCESS;
}
