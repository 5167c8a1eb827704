/* pv-file-chooser.c: choosing a programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-file-chooser.h"

#include <glib/gi18n.h>

#define EXTENSION ".progville"

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) programmes = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (programmes, _ ("Programme files"));
  gtk_file_filter_add_suffix (programmes, "progville");
  gtk_file_chooser_add_filter (chooser, programmes);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
show (GtkFileChooserNative *chooser, GCallback response_cb, gpointer object)
{
  add_filters (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", response_cb, object, G_CONNECT_SWAPPED);
  /* it belongs to nobody: it goes once it has answered */
  g_signal_connect_after (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
pv_file_chooser_open (GtkWindow *parent, GCallback response_cb, gpointer object)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  show (gtk_file_chooser_native_new (_ ("Open a Programme"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _ ("_Open"), NULL),
        response_cb, object);
}

void
pv_file_chooser_save (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      GCallback response_cb,
                      gpointer object)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && name != NULL);

  chooser =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show (chooser, response_cb, object);
}

char *
pv_file_chooser_add_to_name (const char *name, const char *what)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (name != NULL && what != NULL, NULL);

  stem = g_str_has_suffix (name, EXTENSION) ? g_strndup (name, strlen (name) - strlen (EXTENSION))
                                            : g_strdup (name);

  return g_strdup_printf ("%s (%s)" EXTENSION, stem, what);
}
