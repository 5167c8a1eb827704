/* pv-backups-window.c: the backups of a programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-backups-window.h"

#include <glib/gi18n.h>

#include "programme/pv-file-chooser.h"
#include "pv-backup.h"

struct _PvBackupsWindow
{
  AdwWindow parent_instance;

  char *path;
  char *chosen; /* the copy being restored */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (PvBackupsWindow, pv_backups_window, ADW_TYPE_WINDOW)

/* --- restoring ------------------------------------------------------------------------ */

typedef struct
{
  char *backup;
  char *to;
} Restore;

static void
restore_free (Restore *self)
{
  g_free (self->backup);
  g_free (self->to);
  g_free (self);
}

static void
restore_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restore *restore = data;
  GError *error = NULL;

  if (pv_backup_restore (restore->backup, restore->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell (PvBackupsWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PvBackupsWindow *self = PV_BACKUPS_WINDOW (source);
  const Restore *restore = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GtkWindow *parent;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell (self, error->message);
      return;
    }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL) /* the application's actions are those of its windows */
    gtk_widget_activate_action (GTK_WIDGET (parent), "app.open-file", "s", restore->to);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_open_file (PvBackupsWindow *self, const char *path)
{
  g_autoptr (GFile) ours = g_file_new_for_path (self->path);
  g_autoptr (GFile) theirs = g_file_new_for_path (path);

  return g_file_equal (ours, theirs) && g_file_query_exists (ours, NULL);
}

void
pv_backups_window_restore (PvBackupsWindow *self, const char *backup, const char *to)
{
  g_autoptr (GTask) task = NULL;
  Restore *restore;

  g_return_if_fail (PV_IS_BACKUPS_WINDOW (self));
  g_return_if_fail (backup != NULL && to != NULL);

  if (is_open_file (self, to))
    {
      tell (self, _ ("This is the file itself: choose another name, and compare before you "
                     "replace it"));
      return;
    }
  restore = g_new0 (Restore, 1);
  restore->backup = g_strdup (backup);
  restore->to = g_strdup (to);
  task = g_task_new (self, NULL, restored_cb, NULL);
  g_task_set_task_data (task, restore, (GDestroyNotify)restore_free);
  g_task_run_in_thread (task, restore_in_worker);
}

static void
name_chosen_cb (PvBackupsWindow *self, int response, GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      pv_backups_window_restore (self, self->chosen, g_file_peek_path (file));
    }
}

static void
restore_clicked_cb (PvBackupsWindow *self, GtkWidget *button)
{
  const PvBackup *backup = g_object_get_data (G_OBJECT (button), "pv-backup");
  g_autofree char *base = g_path_get_basename (self->path);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (backup->at);
  g_autofree char *day = g_date_time_format (at, "%Y-%m-%d");
  g_autofree char *name =
      pv_file_chooser_add_to_name (base, backup->date != NULL ? backup->date : day);

  g_free (self->chosen);
  self->chosen = g_strdup (backup->path);
  pv_file_chooser_save (GTK_WINDOW (self), _ ("Restore a Backup"), name,
                        G_CALLBACK (name_chosen_cb), self);
}

/* --- rows ------------------------------------------------------------------------------ */

/* @backup: (transfer full) */
static GtkWidget *
row_new (PvBackupsWindow *self, PvBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (backup->at);
  /* Translators: a day, such as “November 20, 2026”. xgettext:no-c-format */
  g_autofree char *title = g_date_time_format (at, _ ("%B %-d, %Y"));
  g_autofree char *hour = g_date_time_format (at, "%H:%M");
  g_autofree char *size = g_format_size ((guint64)backup->size);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  if (backup->date != NULL)
    subtitle = g_strdup_printf (_ ("Copy of the day, written at %s · %s"), hour, size);
  else
    subtitle = g_strdup_printf (_ ("Before an update of the file, at %s · %s"), hour, size);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  name = g_strdup_printf (_ ("Restore the backup of %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pv-backup", backup, (GDestroyNotify)pv_backup_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
fill (PvBackupsWindow *self)
{
  g_autoptr (GPtrArray) backups = pv_backup_list (self->path);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (self->group, escaped);
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
  while (backups->len > 0)
    adw_preferences_group_add (self->group, row_new (self, g_ptr_array_steal_index (backups, 0)));
}

/* --- object ---------------------------------------------------------------------------- */

static void
pv_backups_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_BACKUPS_WINDOW);

  G_OBJECT_CLASS (pv_backups_window_parent_class)->dispose (object);
}

static void
pv_backups_window_finalize (GObject *object)
{
  PvBackupsWindow *self = PV_BACKUPS_WINDOW (object);

  g_free (self->path);
  g_free (self->chosen);

  G_OBJECT_CLASS (pv_backups_window_parent_class)->finalize (object);
}

static void
pv_backups_window_class_init (PvBackupsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_backups_window_dispose;
  object_class->finalize = pv_backups_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvBackupsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PvBackupsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PvBackupsWindow, group);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_backups_window_init (PvBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
pv_backups_window_new (const char *path)
{
  PvBackupsWindow *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (PV_TYPE_BACKUPS_WINDOW, NULL);
  self->path = g_strdup (path);
  fill (self);

  return GTK_WINDOW (self);
}
