/* pv-export-partiel.c: a file that appears whole, or not at all
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export-partiel.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "pv-error.h"

void
pv_export_set_write_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE,
               _ ("“%s” could not be written: %s. Nothing was left behind; choose another folder "
                  "or make room, then export again"),
               name, reason);
}

char *
pv_export_make_partial (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *template = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
  int fd = -1;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      pv_export_set_write_error (error, path, g_strerror (EISDIR));
      return NULL;
    }

  fd = g_mkstemp (template);
  if (fd < 0)
    {
      pv_export_set_write_error (error, path, g_strerror (errno));
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&template);
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int saved = errno;

  if (fd >= 0)
    close (fd);

  errno = saved;
  return synced;
}

gboolean
pv_export_publish (const char *partial, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (partial, O_RDONLY) || g_rename (partial, path) != 0)
    {
      pv_export_set_write_error (error, path, g_strerror (errno));
      return FALSE;
    }

  /* the name lasts once the folder is synced; some file systems cannot */
  sync_path (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}
