/* pv-window-file.c: the file of a window as a whole
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "page/pv-abandon.h"
#include "programme/pv-backups-window.h"
#include "programme/pv-file-chooser.h"
#include "pv-window-private.h"

/* Work that ends sooner is not shown. */
#define BUSY_DELAY_MS 300
#define BUSY_PULSE_MS 80

/* --- title ------------------------------------------------------------------------- */

void
pv_window_update_title (PvWindow *self)
{
  g_autofree char *name = g_path_get_basename (pv_context_get_path (self->context));
  g_autofree char *title = pv_appel_to_title (self->context);
  g_autofree char *subtitle = NULL;
  gboolean writes = pv_context_get_refusal (self->context) == NULL &&
                    pv_context_get_problem (self->context) == NULL;

  subtitle = g_strdup_printf (writes ? _ ("%s — open for writing") : _ ("%s — read-only"), name);
  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->appel_button), _ ("Choose the Call (Ctrl+L)"));
  gtk_window_set_title (GTK_WINDOW (self), name);
}

/* --- long work ---------------------------------------------------------------------- */

static gboolean
pulse_cb (gpointer user_data)
{
  PvWindow *self = user_data;

  gtk_progress_bar_pulse (self->busy_bar);

  return G_SOURCE_CONTINUE;
}

static gboolean
show_busy_cb (gpointer user_data)
{
  PvWindow *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->busy_bar), TRUE);
  self->busy_id = g_timeout_add (BUSY_PULSE_MS, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

void
pv_window_end_busy (PvWindow *self)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
}

void
pv_window_update_busy (PvWindow *self)
{
  gboolean busy = pv_context_is_busy (self->context);

  if (busy && self->busy_id == 0)
    self->busy_id = g_timeout_add (BUSY_DELAY_MS, show_busy_cb, self);
  if (!busy)
    {
      pv_window_end_busy (self);
      gtk_widget_set_visible (GTK_WIDGET (self->busy_bar), FALSE);
    }
}

/* --- opening ------------------------------------------------------------------------- */

/* What opens sooner shows nothing between the two pages. */
static gboolean
show_opening_cb (gpointer user_data)
{
  PvWindow *self = user_data;
  g_autofree char *name = g_file_get_basename (self->opening);
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), name);
  g_autofree char *title = g_markup_escape_text (text, -1);

  self->opening_id = 0;
  adw_status_page_set_title (self->opening_page, title);
  gtk_spinner_set_spinning (self->opening_spinner, TRUE);
  gtk_stack_set_visible_child_name (self->shell, "opening");

  return G_SOURCE_REMOVE;
}

void
pv_window_end_opening (PvWindow *self)
{
  g_clear_handle_id (&self->opening_id, g_source_remove);
  g_cancellable_cancel (self->opening_cancellable);
  g_clear_object (&self->opening_cancellable);
  g_clear_object (&self->opening);
}

static void
file_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvContext) context = pv_context_open_finish (result, &error);
  g_autoptr (GFile) file = NULL;

  if (self->opening == NULL) /* the window was closed meanwhile */
    return;

  file = g_steal_pointer (&self->opening);
  pv_window_end_opening (self);
  gtk_spinner_set_spinning (self->opening_spinner, FALSE);
  if (context != NULL)
    pv_window_take_context (self, g_steal_pointer (&context));
  else
    {
      gtk_stack_set_visible_child_name (self->shell, "start");
      pv_start_page_tell_failure (self->start_page, file, error);
    }
}

void
pv_window_open (PvWindow *self, GFile *file)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();

  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->context == NULL);
  g_return_if_fail (self->opening == NULL);

  if (g_file_peek_path (file) == NULL)
    {
      pv_start_page_tell_failure (self->start_page, file, NULL);
      return;
    }
  self->opening = g_object_ref (file);
  self->opening_cancellable = g_cancellable_new ();
  self->opening_id = g_timeout_add (BUSY_DELAY_MS, show_opening_cb, self);
  pv_context_open_async (g_file_peek_path (file), clock, self->opening_cancellable, file_opened_cb,
                         g_object_ref (self));
}

GFile *
pv_window_get_opening (PvWindow *self)
{
  g_return_val_if_fail (PV_IS_WINDOW (self), NULL);

  return self->opening;
}

void
pv_window_open_chosen (PvWindow *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-file", "s", g_file_peek_path (file));
      return;
    }
  name = g_file_get_parse_name (file);
  text = g_strdup_printf (_ ("“%s” is not on this machine: copy it to a folder first"), name);
  pv_window_tell (self, text);
}

static void
opened_cb (PvWindow *self, int response, GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      pv_window_open_chosen (self, file);
    }
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  pv_file_chooser_open (GTK_WINDOW (self), G_CALLBACK (opened_cb), self);
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->context == NULL)
    return;
  if (pv_context_reopen_for_writing (self->context, &error))
    pv_window_tell (self, _ ("The file is now open for writing"));
  else
    pv_window_tell (self, _ ("The file is still held by someone else, or read-only"));
}

/* A new window: whatever the pages know is of the file that was. */
static gboolean
reopen (gpointer user_data)
{
  PvWindow *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (pv_context_get_path (self->context));
  PvWindow *window =
      pv_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  pv_context_close (self->context);
  pv_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (pv_context_is_busy (self->context))
    {
      pv_window_tell (self, _ ("Another operation is writing to the file: wait until it ends"));
      return;
    }
  if (!pv_window_settle (self))
    return;
  if (pv_window_show_waiting (self))
    pv_abandon_ask_waiting (GTK_WINDOW (self), reopen);
  else
    reopen (self);
}

/* --- copies ------------------------------------------------------------------------ */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (pv_context_copy_finish (PV_CONTEXT (source), result, &error))
    pv_window_tell (self, _ ("The copy is saved"));
  else
    pv_window_tell (self, error->message);
}

void
pv_window_copy_to (PvWindow *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) != NULL)
    {
      pv_context_copy_async (self->context, g_file_peek_path (file), copied_cb,
                             g_object_ref (self));
      return;
    }
  name = g_file_get_parse_name (file);
  text = g_strdup_printf (_ ("“%s” is not on this machine: choose one of its folders"), name);
  pv_window_tell (self, text);
}

static void
copy_chosen_cb (PvWindow *self, int response, GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      pv_window_copy_to (self, file);
    }
}

static void
save_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  g_autofree char *base = g_path_get_basename (pv_context_get_path (self->context));
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *suggested = pv_file_chooser_add_to_name (base, today);

  pv_file_chooser_save (GTK_WINDOW (self), _ ("Save a Copy"), suggested,
                        G_CALLBACK (copy_chosen_cb), self);
}

static void
backups_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  GtkWindow *window = pv_backups_window_new (pv_context_get_path (self->context));

  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_present (window);
}

void
pv_window_install_file (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "win.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_cb);
}
