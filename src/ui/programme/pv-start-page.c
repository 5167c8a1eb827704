/* pv-start-page.c: what the window shows without a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-start-page.h"

#include <glib/gi18n.h>

#include "programme/pv-backups-window.h"
#include "programme/pv-demonstration.h"
#include "programme/pv-recent.h"
#include "pv-backup.h"

struct _PvStartPage
{
  AdwBin parent_instance;

  char *failed;              /* path of the file that could not be opened */
  GCancellable *cancellable; /* of the demonstration being made */
  GtkRecentManager *recent;  /* borrowed: the default one */

  GtkMenuButton *menu_button;
  GtkInfoBar *failure_bar;
  GtkLabel *failure_label;
  GtkButton *failure_backups;
  AdwPreferencesGroup *recent_group;
  GtkListBox *recent_list;
  AdwActionRow *demonstration_row;
  GtkProgressBar *demonstration_progress;
  GtkButton *demonstration_stop;
};

enum
{
  PROP_MENU = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvStartPage, pv_start_page, ADW_TYPE_BIN)

static void
tell (PvStartPage *self, const char *text)
{
  gtk_label_set_label (self->failure_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure_bar), text != NULL);
  gtk_info_bar_set_revealed (self->failure_bar, text != NULL);
}

/* --- recent files ---------------------------------------------------------------------- */

static void
open_path (PvStartPage *self, const char *path)
{
  tell (self, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-file", "s", path);
}

static void fill_recent (PvStartPage *self);

static void
remove_cb (PvStartPage *self, GtkWidget *button)
{
  pv_recent_remove (self->recent, g_object_get_data (G_OBJECT (button), "pv-path"));
  fill_recent (self); /* the manager tells it later */
}

static GtkWidget *
remove_button_new (PvStartPage *self, const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s” from the list"), base);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove from the List (the file stays)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pv-path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
row_new (PvStartPage *self, const PvRecent *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *base = g_path_get_basename (file->path);
  g_autofree char *folder = pv_recent_describe_folder (file);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (file->modified);
  /* Translators: a day, such as “November 20, 2026”. xgettext:no-c-format */
  g_autofree char *day = g_date_time_format (at, _ ("%B %-d, %Y"));
  /* Translators: a folder, then the day on which the file was changed. */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · changed on %s"), folder, day);
  g_autofree char *title = g_markup_escape_text (base, -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_tooltip_text (row, file->path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (self, file->path));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "pv-path", g_strdup (file->path), g_free);

  return row;
}

static void
fill_recent (PvStartPage *self)
{
  g_autoptr (GPtrArray) files = pv_recent_list (self->recent);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, child);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->recent_list, row_new (self, g_ptr_array_index (files, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), files->len > 0);
}

static void
recent_activated_cb (PvStartPage *self, GtkListBoxRow *row)
{
  open_path (self, g_object_get_data (G_OBJECT (row), "pv-path"));
}

/* --- demonstration ------------------------------------------------------------------------ */

static void
show_progress (PvStartPage *self, gboolean making)
{
  gtk_widget_set_visible (GTK_WIDGET (self->demonstration_progress), making);
  gtk_widget_set_visible (GTK_WIDGET (self->demonstration_stop), making);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.demonstration", !making);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.stop", making);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  gtk_progress_bar_set_fraction (PV_START_PAGE (user_data)->demonstration_progress, fraction);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = pv_demonstration_make_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL) /* its window was closed meanwhile */
    return;
  show_progress (self, FALSE);
  if (path != NULL)
    open_path (self, path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
demonstration_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvStartPage *self = PV_START_PAGE (widget);
  g_autofree char *path = pv_demonstration_get_path ();

  tell (self, NULL);
  gtk_progress_bar_set_fraction (self->demonstration_progress, 0);
  show_progress (self, TRUE);
  self->cancellable = g_cancellable_new ();
  pv_demonstration_make_async (path, self->cancellable, progress_cb, self, made_cb,
                               g_object_ref (self));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (PV_START_PAGE (widget)->cancellable);
}

/* --- what failed --------------------------------------------------------------------------- */

static void
backups_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvStartPage *self = PV_START_PAGE (widget);
  GtkWindow *window = pv_backups_window_new (self->failed);

  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (window);
}

void
pv_start_page_tell_failure (PvStartPage *self, GFile *file, const GError *error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_START_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_free (self->failed);
  self->failed = g_file_get_path (file);
  if (self->failed != NULL)
    backups = pv_backup_list (self->failed);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_backups), backups != NULL && backups->len > 0);
  name = g_file_get_parse_name (file);
  text = error != NULL
             ? g_strdup (error->message)
             : g_strdup_printf (_ ("“%s” is not on this machine: copy it to a folder first"), name);
  tell (self, text);
}

/* --- object ---------------------------------------------------------------------------------- */

static void
pv_start_page_map (GtkWidget *widget)
{
  fill_recent (PV_START_PAGE (widget));

  GTK_WIDGET_CLASS (pv_start_page_parent_class)->map (widget);
}

static void
pv_start_page_dispose (GObject *object)
{
  PvStartPage *self = PV_START_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_START_PAGE);

  G_OBJECT_CLASS (pv_start_page_parent_class)->dispose (object);
}

static void
pv_start_page_finalize (GObject *object)
{
  PvStartPage *self = PV_START_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->failed);

  G_OBJECT_CLASS (pv_start_page_parent_class)->finalize (object);
}

static void
pv_start_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MENU)
    gtk_menu_button_set_menu_model (PV_START_PAGE (object)->menu_button,
                                    g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, failure_bar);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, failure_backups);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, demonstration_row);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, demonstration_progress);
  gtk_widget_class_bind_template_child (widget_class, PvStartPage, demonstration_stop);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
pv_start_page_class_init (PvStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_start_page_dispose;
  object_class->finalize = pv_start_page_finalize;
  object_class->set_property = pv_start_page_set_property;
  widget_class->map = pv_start_page_map;

  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "start.demonstration", NULL, demonstration_cb);
  gtk_widget_class_install_action (widget_class, "start.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "start.backups", NULL, backups_cb);
}

static void
pv_start_page_init (PvStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->recent = gtk_recent_manager_get_default ();
  g_signal_connect_object (self->recent, "changed", G_CALLBACK (fill_recent), self,
                           G_CONNECT_SWAPPED);
  show_progress (self, FALSE);
}
