/* pv-test-table.c: opens what a test wrote, and shows rows as one text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-table.h"

#include <string.h>

#include "pv-test-folder.h"

PvTestDir
pv_test_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("progville-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

void
pv_test_dir_remove (PvTestDir dir)
{
  pv_test_folder_remove (dir);
  g_free (dir);
}

PvTable *
pv_test_table_open (const char *dir, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;
  PvTable *table;

  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  table = pv_table_open (path, &error);
  g_assert_no_error (error);
  return table;
}

GError *
pv_test_table_read_all (const char *path, guint *n_rows)
{
  GError *error = NULL;
  g_autoptr (PvTable) table = pv_table_open (path, &error);
  PvRow row;

  *n_rows = 0;
  for (guint i = 0; table != NULL && i < pv_table_get_n_sheets (table); i++)
    {
      if (!pv_table_select_sheet (table, i, &error))
        return error;
      while (pv_table_next_row (table, &row, &error))
        {
          (*n_rows)++;
          for (guint j = 0; j < row.n_cells; j++)
            {
              g_assert_cmpuint (strlen (row.cells[j].text), ==, row.cells[j].length);
              g_assert_true (g_utf8_validate (row.cells[j].text, -1, NULL));
            }
        }
      if (error != NULL)
        return error;
    }
  return error;
}

char *
pv_test_table_dump (PvTable *table)
{
  static const char *const marks[] = { "", "", "#", "?", "@", "!" };
  g_autoptr (GError) error = NULL;
  GString *dump = g_string_new (NULL);
  PvRow row;

  while (pv_table_next_row (table, &row, &error))
    {
      g_string_append_printf (dump, "%u:", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (dump, "%s%s%s", i > 0 ? "|" : "", marks[row.cells[i].kind],
                                row.cells[i].text);
      g_string_append_c (dump, '\n');
    }
  g_assert_no_error (error);
  g_assert_cmpuint (pv_table_get_position_bp (table), ==, 10000);
  return g_string_free (dump, FALSE);
}

char *
pv_test_shared_file (const char *name)
{
  const char *root = g_getenv ("PV_SHARED_DATA");
  g_autofree char *path = g_build_filename (root != NULL ? root : ".", name, NULL);
  g_autofree char *message = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  message = g_strdup_printf ("%s is not there: set PV_SHARED_DATA", name);
  g_test_skip (message);
  return NULL;
}
