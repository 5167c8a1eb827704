/* pv-save-chooser.c: choosing where a table is saved
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-save-chooser.h"

#include <glib/gi18n.h>

static void
add_format (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix + 1);
  g_object_set_data (G_OBJECT (filter), "pv-suffix", (gpointer)suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

GtkFileChooserNative *
pv_save_chooser_new (GtkWidget *widget, const char *title, const char *accept, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, accept, NULL);

  add_format (GTK_FILE_CHOOSER (chooser), _ ("Excel workbook (.xlsx)"), ".xlsx");
  add_format (GTK_FILE_CHOOSER (chooser), _ ("CSV table (.csv)"), ".csv");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  return chooser;
}

char *
pv_save_dup_path (GFile *file, const char *suffix, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("“%s” is not on this machine: choose one of its folders"), name);
      return NULL;
    }
  if (suffix == NULL || g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".csv"))
    return g_steal_pointer (&path);

  return g_strconcat (path, suffix, NULL);
}

char *
pv_save_chooser_dup_path (GtkFileChooser *chooser, GError **error)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *suffix = filter != NULL ? g_object_get_data (G_OBJECT (filter), "pv-suffix") : NULL;

  g_return_val_if_fail (file != NULL, NULL);

  return pv_save_dup_path (file, suffix != NULL ? suffix : ".xlsx", error);
}
