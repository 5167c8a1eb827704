/* fuzz-reader.c: what every target of the readers does with a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "fuzz-reader.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "table/pv-table-header.h"

/* A small input can name many repeated cells: enough of them is enough. */
#define MAX_ROWS 3000

static int memory = -1;

const char *
fuzz_reader_get_path (void)
{
  static char *path;

  if (path == NULL)
    {
      memory = memfd_create ("fuzz", 0);
      g_assert_cmpint (memory, >=, 0);
      path = g_strdup_printf ("/proc/self/fd/%d", memory);
    }
  return path;
}

void
fuzz_reader_write (const void *bytes, gsize length)
{
  fuzz_reader_get_path ();
  g_assert_cmpint (ftruncate (memory, 0), ==, 0);
  g_assert_cmpint (pwrite (memory, bytes, length, 0), ==, (gssize)length);
}

static void
check_error (const GError *error)
{
  if (error != NULL)
    g_assert_true (error->domain == PV_EXCHANGE_ERROR && *error->message != '\0');
}

static void
read_rows (PvTable *table)
{
  g_autoptr (GError) error = NULL;
  PvRow row;
  guint n = 0;

  while (n++ < MAX_ROWS && pv_table_next_row (table, &row, &error))
    for (guint i = 0; i < row.n_cells; i++)
      {
        g_assert_cmpuint (strlen (row.cells[i].text), ==, row.cells[i].length);
        g_assert_true (g_utf8_validate (row.cells[i].text, -1, NULL));
      }
  g_assert_cmpuint (pv_table_get_position_bp (table), <=, 10000);
  check_error (error);
}

void
fuzz_reader_run (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTable) table = pv_table_open (fuzz_reader_get_path (), &error);

  check_error (error);
  for (guint i = 0; table != NULL && i < MIN (pv_table_get_n_sheets (table), 4); i++)
    {
      g_autoptr (GError) sheet_error = NULL;
      g_autoptr (PvTableHeader) header = NULL;

      if (pv_table_select_sheet (table, i, &sheet_error))
        {
          read_rows (table);
          header = pv_table_header_detect (table, NULL, NULL, &sheet_error);
        }
      check_error (sheet_error);
    }
}
