/* pv-test-folder.c: the folder of a test
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-folder.h"

#include <glib/gstdio.h>

#define PATIENCE 100
#define REST_US 50000

static gboolean
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }

  return g_rmdir (folder) == 0;
}

void
pv_test_folder_remove (const char *folder)
{
  gboolean removed = remove_tree (folder);

  /* a worker that ends may still write there */
  for (guint i = 0; i < PATIENCE && !removed; i++)
    {
      g_usleep (REST_US);
      removed = remove_tree (folder);
    }
  g_assert_true (removed);
}
