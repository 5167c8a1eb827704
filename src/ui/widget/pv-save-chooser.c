/* pv-save-chooser.c: choosing where a table is saved
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-save-chooser.h"

#include <glib/gi18n.h>

#include "export/pv-liste.h"

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

/* --- asking ---------------------------------------------------------------------------------- */

#define CHOOSER_KEY "pv-save-chooser"

static void
chosen_cb (GtkWidget *widget, int response, GtkFileChooser *chooser)
{
  PvSaveFunc func = g_object_get_data (G_OBJECT (chooser), "pv-save-func");
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      response == GTK_RESPONSE_ACCEPT ? pv_save_chooser_dup_path (chooser, &error) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  g_object_set_data (G_OBJECT (widget), CHOOSER_KEY, NULL);
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
  else if (file != NULL)
    func (widget, file);
}

void
pv_save_ask (GtkWidget *widget,
             const char *title,
             const char *accept,
             const char *name,
             PvSaveFunc func)
{
  GtkFileChooserNative *chooser = pv_save_chooser_new (widget, title, accept, name);

  g_object_set_data (G_OBJECT (chooser), "pv-save-func", func);
  g_object_set_data_full (G_OBJECT (widget), CHOOSER_KEY, chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- writing --------------------------------------------------------------------------------- */

void
pv_save_tell (GtkWidget *widget, const char *path, const GError *error)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *message = name != NULL ? g_strdup_printf (_ ("“%s” written"), name) : NULL;

  gtk_widget_activate_action (widget, "win.toast", "s", message != NULL ? message : error->message);
}

/* What is written, of the worker alone. */
typedef struct
{
  char *path;
  char *title;
  char **headers;
  GPtrArray *rows; /* of GStrv */
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->path);
  g_free (table->title);
  g_strfreev (table->headers);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/* @path: (transfer full); the items are of this thread: their texts are taken now. */
static Table *
table_new (char *path, const char *title, const PvCopieColonnes *colonnes, const GPtrArray *items)
{
  Table *table = g_new0 (Table, 1);

  table->path = path;
  table->title = g_strdup (title);
  table->headers = g_new0 (char *, (gsize)colonnes->n + 1);
  for (int c = 0; c < colonnes->n; c++)
    table->headers[c] = g_strdup (colonnes->get_title (c));
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  for (guint i = 0; i < items->len; i++)
    {
      char **row = g_new0 (char *, (gsize)colonnes->n + 1);

      for (int c = 0; c < colonnes->n; c++)
        row[c] = colonnes->dup_text (items->pdata[i], c);
      g_ptr_array_add (table->rows, row);
    }

  return table;
}

/* The path that is written. */
static gpointer
write_table (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Table *table = data;

  return pv_liste_write (table->path, table->title, (const char *const *)table->headers,
                         table->rows, error)
             ? g_strdup (table->path)
             : NULL;
}

static void
table_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  /* its window is closed */
  if (gtk_widget_get_root (widget) != NULL)
    pv_save_tell (widget, path, error);
}

void
pv_save_items (GtkWidget *widget,
               PvContext *context,
               GFile *file,
               const char *title,
               const PvCopieColonnes *colonnes,
               const GPtrArray *items)
{
  g_autoptr (GError) error = NULL;
  char *path = pv_save_dup_path (file, ".xlsx", &error);

  if (path == NULL)
    pv_save_tell (widget, NULL, error);
  else
    pv_context_query_async (context, write_table, table_new (path, title, colonnes, items),
                            table_free, g_free, NULL, table_written_cb, g_object_ref (widget));
}
