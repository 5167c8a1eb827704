/* pv-document-folder.c: the folder that documents are written to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "export/pv-export-partiel.h"

/* A folder beside the one asked for, which takes its place at once at the end. */
char *
pv_document_folder_make_partial (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *nom = g_path_get_basename (path);
  g_autofree char *template = g_strdup_printf ("%s/.%s.XXXXXX", parent, nom);

  if (g_mkdtemp_full (template, 0755) == NULL)
    {
      pv_export_set_write_error (error, path, g_strerror (errno));
      return NULL;
    }

  return g_steal_pointer (&template);
}

void
pv_document_folder_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *nom = NULL;

  while (dir != NULL && (nom = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, nom, NULL);

      g_unlink (file);
    }
  g_remove (path);
}

/* Whether it can take them, told before they are made: it is not there, or is empty. */
gboolean
pv_document_folder_check (const char *path, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (dir == NULL || g_dir_read_name (dir) == NULL)
    return TRUE;

  pv_export_set_write_error (error, path, _ ("this folder holds files already"));
  return FALSE;
}

/* « courriers/ » is « courriers ». */
char *
pv_document_folder_dup_path (const char *path)
{
  g_autofree char *court = g_strdup (path);

  for (gsize n = strlen (court); n > 1 && G_IS_DIR_SEPARATOR (court[n - 1]); n--)
    court[n - 1] = '\0';

  return g_steal_pointer (&court);
}

gboolean
pv_document_folder_publish (const char *partiel, const char *path, GError **error)
{
  /* an empty folder gives its place; one with files in it does not */
  if (g_rename (partiel, path) == 0)
    return TRUE;

  pv_export_set_write_error (error, path,
                             errno == ENOTEMPTY || errno == EEXIST
                                 ? _ ("this folder holds files already")
                                 : g_strerror (errno));
  return FALSE;
}
