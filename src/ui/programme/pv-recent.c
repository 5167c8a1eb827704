/* pv-recent.c: programme files used recently
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-recent.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define APPLICATION "progville"
#define MIME_TYPE "application/vnd.progville.programme"
#define MAX_SHOWN 10

static void
recent_free (PvRecent *self)
{
  g_free (self->path);
  g_free (self);
}

/* (transfer full) (nullable) */
static PvRecent *
recent_from_info (GtkRecentInfo *info)
{
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  struct stat found = { 0 };
  PvRecent *self;

  if (path == NULL || !gtk_recent_info_has_application (info, APPLICATION) ||
      stat (path, &found) != 0 || !S_ISREG (found.st_mode))
    return NULL;
  self = g_new0 (PvRecent, 1);
  self->path = g_steal_pointer (&path);
  self->modified = found.st_mtime;
  self->used = g_date_time_to_unix (gtk_recent_info_get_modified (info));

  return self;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const PvRecent *one = *(const PvRecent *const *)a;
  const PvRecent *other = *(const PvRecent *const *)b;

  if (one->used != other->used)
    return one->used > other->used ? -1 : 1;

  return g_strcmp0 (one->path, other->path);
}

GPtrArray *
pv_recent_list (GtkRecentManager *manager)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify)recent_free);
  g_autolist (GtkRecentInfo) items = NULL;

  g_return_val_if_fail (GTK_IS_RECENT_MANAGER (manager), files);

  items = gtk_recent_manager_get_items (manager);
  for (GList *link = items; link != NULL; link = link->next)
    {
      PvRecent *file = recent_from_info (link->data);

      if (file != NULL)
        g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_cb);
  g_ptr_array_set_size (files, (int)MIN (files->len, MAX_SHOWN));

  return files;
}

/* Some do not want their desktop to remember what they open. */
static gboolean
is_enabled (void)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-recent-files-enabled", &enabled, NULL);

  return enabled;
}

void
pv_recent_add (GtkRecentManager *manager, const char *path)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *)MIME_TYPE,
    .app_name = (char *)APPLICATION,
    .app_exec = (char *)"progville %f",
  };

  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager));
  g_return_if_fail (path != NULL);

  if (!is_enabled ())
    return;
  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_add_full (manager, uri, &data);
}

void
pv_recent_remove (GtkRecentManager *manager, const char *path)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager));
  g_return_if_fail (path != NULL);

  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_remove_item (manager, uri, NULL);
}

char *
pv_recent_describe_folder (const PvRecent *self)
{
  g_autofree char *folder = NULL;
  const char *home = g_get_home_dir ();

  g_return_val_if_fail (self != NULL, NULL);

  folder = g_path_get_dirname (self->path);
  if (g_str_has_prefix (folder, home) &&
      (folder[strlen (home)] == '/' || folder[strlen (home)] == '\0'))
    return g_strconcat ("~", folder + strlen (home), NULL);

  return g_steal_pointer (&folder);
}
