/* pv-window.c: a window on one programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-window.h"

#include <glib/gi18n.h>

#include "context/pv-action-words.h"
#include "pv-window-import.h"
#include "pv-window-private.h"

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvWindow, pv_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- toasts ---------------------------------------------------------------------- */

/* How long words stay, in seconds; and how long more while the pointer or the focus is on them. */
enum
{
  TOAST_SECONDS = 5,
  TOAST_MORE_SECONDS = 1
};

static gboolean
is_looked_at (PvWindow *self)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->toasts));

  return child != NULL && (gtk_widget_get_state_flags (child) &
                           (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

static gboolean
toast_over_cb (gpointer user_data)
{
  PvWindow *self = user_data;

  if (is_looked_at (self))
    {
      self->toast_id = g_timeout_add_seconds (TOAST_MORE_SECONDS, toast_over_cb, self);
      return G_SOURCE_REMOVE;
    }
  self->toast_id = 0;
  adw_toast_dismiss (self->toast);

  return G_SOURCE_REMOVE;
}

static void
toast_dismissed_cb (PvWindow *self)
{
  self->toast_leaves = TRUE;
  g_clear_handle_id (&self->toast_id, g_source_remove);
}

static void
stay (PvWindow *self)
{
  g_clear_handle_id (&self->toast_id, g_source_remove);
  self->toast_id = g_timeout_add_seconds (TOAST_SECONDS, toast_over_cb, self);
}

static void
add_toast (PvWindow *self, AdwToast *toast)
{
  g_set_weak_pointer (&self->toast, toast);
  self->toast_leaves = FALSE;
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  stay (self);
}

static gboolean
add_next_toast_cb (gpointer user_data)
{
  PvWindow *self = user_data;

  self->next_toast_id = 0;
  add_toast (self, g_steal_pointer (&self->next_toast));

  return G_SOURCE_REMOVE;
}

/* The overlay lets go of a toast once it has left. */
static void
toast_gone_cb (gpointer user_data, GObject *toast)
{
  PvWindow *self = user_data;

  self->next_toast_id = g_idle_add (add_next_toast_cb, self);
}

/* One at a time, the last one, in the place of the one that is there: libadwaita 1.2 ends with a
 * fault when a toast is dismissed before it is there, as on a busy machine. One that comes while
 * another leaves waits until it is gone. @toast: (transfer full) */
static void
show_toast (PvWindow *self, AdwToast *toast)
{
  if (self->next_toast != NULL)
    {
      g_object_unref (self->next_toast);
      self->next_toast = toast;
    }
  else if (self->toast == NULL)
    add_toast (self, toast);
  else if (!self->toast_leaves)
    {
      adw_toast_set_title (self->toast, adw_toast_get_title (toast));
      adw_toast_set_button_label (self->toast, adw_toast_get_button_label (toast));
      adw_toast_set_action_name (self->toast, adw_toast_get_action_name (toast));
      g_object_unref (toast);
      stay (self);
    }
  else
    {
      g_object_weak_ref (G_OBJECT (self->toast), toast_gone_cb, self);
      self->next_toast = toast;
    }
}

static void
stop_toasts (PvWindow *self)
{
  if (self->next_toast != NULL && self->next_toast_id == 0)
    g_object_weak_unref (G_OBJECT (self->toast), toast_gone_cb, self);
  g_clear_handle_id (&self->toast_id, g_source_remove);
  g_clear_handle_id (&self->next_toast_id, g_source_remove);
  g_clear_object (&self->next_toast);
  g_clear_weak_pointer (&self->toast);
}

void
pv_window_tell (PvWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  show_toast (self, adw_toast_new (escaped));
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_window_tell (PV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
changed_cb (PvWindow *self, const PvHistoryGroup *group)
{
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;
  gboolean undone = FALSE;
  AdwToast *toast;

  pv_window_update_title (self);
  pv_window_update_counts (self);
  if (group == NULL || pv_action_is_quiet (group->action))
    return;

  undone = group->undoes != PV_INT_NULL;
  words = pv_history_group_to_words (group);
  escaped = g_markup_escape_text (words, -1);
  toast = adw_toast_new (escaped);
  if (!pv_action_is_final (group->action))
    {
      adw_toast_set_button_label (toast, undone ? _ ("_Redo") : _ ("_Undo"));
      adw_toast_set_action_name (toast, undone ? "win.redo" : "win.undo");
    }
  show_toast (self, toast);
}

/* --- undo ------------------------------------------------------------------------ */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!pv_context_undo_finish (PV_CONTEXT (source), result, &error))
    pv_window_tell (self, error->message);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  gboolean redo = g_str_equal (name, "win.redo");
  const PvHistoryGroup *group =
      redo ? pv_context_get_redoable (self->context) : pv_context_get_undoable (self->context);

  if (group != NULL)
    pv_context_undo_async (self->context, group->id, NULL, undone_cb, g_object_ref (self));
}

static void
update_actions (PvWindow *self)
{
  static const char *const with_file[] = {
    "win.search", "win.sidebar", "win.appel", "win.save-copy", "win.backups", "win.reopen",
  };
  gboolean can_undo = FALSE, can_redo = FALSE, can_edit = FALSE;

  if (self->context != NULL)
    g_object_get (self->context, "can-undo", &can_undo, "can-redo", &can_redo, "can-edit",
                  &can_edit, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  for (guint i = 0; i < G_N_ELEMENTS (with_file); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), with_file[i], self->context != NULL);
}

static void
state_cb (PvWindow *self)
{
  update_actions (self);
  pv_window_update_title (self);
  pv_window_update_busy (self);
  pv_window_update_closing (self);
}

/* --- the window ------------------------------------------------------------------- */

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_window_import (PV_WINDOW (widget), NULL);
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (widget)), NULL);
}

static void
appel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (PV_WINDOW (widget)->appel_button);
}

static void
restore_size (PvWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  int width = 0, height = 0;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width, 360, 10000),
                               CLAMP (height, 294, 10000));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (PvWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  int width = 0, height = 0;

  /* the default size follows the user's, and stays when the window is maximized */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
pv_window_unrealize (GtkWidget *widget)
{
  remember_size (PV_WINDOW (widget));

  GTK_WIDGET_CLASS (pv_window_parent_class)->unrealize (widget);
}

/* --- the file -------------------------------------------------------------------- */

static gboolean
check_cb (gpointer user_data)
{
  PvWindow *self = user_data;

  if (self->context != NULL)
    pv_context_check_integrity (self->context);

  return G_SOURCE_REMOVE;
}

/* The check reads the whole file: the first frame goes before. */
static void
check_later (PvWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, check_cb, g_object_ref (self), g_object_unref);
}

void
pv_window_take_context (PvWindow *self, PvContext *context)
{
  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (PV_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = context;
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::appel", G_CALLBACK (pv_window_update_counts), self,
                           G_CONNECT_SWAPPED);
  pv_appel_popover_set_context (self->appel_popover, context);
  pv_file_bars_set_context (self->file_bars, context);
  gtk_stack_set_visible_child_name (self->shell, "programme");
  pv_window_start_navigation (self);
  pv_window_update_counts (self);
  state_cb (self);
  check_later (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT]);
}

PvContext *
pv_window_get_context (PvWindow *self)
{
  g_return_val_if_fail (PV_IS_WINDOW (self), NULL);

  return self->context;
}

/* --- object ------------------------------------------------------------------------ */

static void
pv_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_WINDOW (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_window_dispose (GObject *object)
{
  PvWindow *self = PV_WINDOW (object);

  pv_window_end_busy (self);
  pv_window_end_opening (self);
  stop_toasts (self);
  g_ptr_array_set_size (self->pushed, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_WINDOW);
  if (self->context != NULL)
    pv_context_close (self->context);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_window_parent_class)->dispose (object);
}

static void
pv_window_finalize (GObject *object)
{
  g_ptr_array_unref (PV_WINDOW (object)->pushed);

  G_OBJECT_CLASS (pv_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/app/pv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, opening_spinner);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, appel_button);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, appel_popover);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, file_bars);
}

static void
pv_window_class_init (PvWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_window_dispose;
  object_class->finalize = pv_window_finalize;
  object_class->get_property = pv_window_get_property;
  widget_class->unrealize = pv_window_unrealize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_APPEL_POPOVER);
  g_type_ensure (PV_TYPE_FILE_BARS);
  g_type_ensure (PV_TYPE_START_PAGE);
  bind_template (widget_class);
  pv_window_install_navigation (widget_class);
  pv_window_install_file (widget_class);
  pv_window_install_close (widget_class);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.appel", NULL, appel_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
}

static void
pv_window_init (PvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_window_accept_tables (self);
  pv_window_init_navigation (self);
  restore_size (self);
  update_actions (self);
}

PvWindow *
pv_window_new (AdwApplication *application)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);

  return g_object_new (PV_TYPE_WINDOW, "application", application, NULL);
}
