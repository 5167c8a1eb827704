/* pv-window.c: a window on one programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-window.h"

#include <glib/gi18n.h>

#include "context/pv-action-words.h"
#include "pv-window-pages.h"

struct _PvWindow
{
  AdwApplicationWindow parent_instance;

  PvContext *context;
  AdwToast *toast; /* the last one, weak */

  AdwToastOverlay *toasts;
  GtkStack *shell;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *pages;
  AdwWindowTitle *title_widget;
  GtkMenuButton *appel_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkInfoBar *refusal_bar;
  GtkLabel *refusal_label;
};

G_DEFINE_FINAL_TYPE (PvWindow, pv_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- toasts ---------------------------------------------------------------------- */

static void
show_toast (PvWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
tell (PvWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  show_toast (self, adw_toast_new (escaped));
}

static void
changed_cb (PvWindow *self, const PvHistoryGroup *group)
{
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;
  gboolean undone = FALSE;
  AdwToast *toast;

  if (group == NULL)
    return;

  undone = group->undoes != PV_INT_NULL;
  words = pv_history_group_to_words (group);
  escaped = g_markup_escape_text (words, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, undone ? _ ("_Redo") : _ ("_Undo"));
  adw_toast_set_action_name (toast, undone ? "win.redo" : "win.undo");
  show_toast (self, toast);
}

/* --- undo ------------------------------------------------------------------------ */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!pv_context_undo_finish (PV_CONTEXT (source), result, &error))
    tell (self, error->message);
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
  gboolean can_undo = FALSE, can_redo = FALSE, can_edit = FALSE;

  if (self->context != NULL)
    g_object_get (self->context, "can-undo", &can_undo, "can-redo", &can_redo, "can-edit",
                  &can_edit, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", can_edit);
}

/* --- pages ----------------------------------------------------------------------- */

static const PvWindowPage *
find_page (const char *id)
{
  gsize n = 0;
  const PvWindowPage *pages = pv_window_pages (&n);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];

  return NULL;
}

PvPage *
pv_window_get_page (PvWindow *self, const char *id)
{
  const PvWindowPage *known;
  GtkWidget *page;

  g_return_val_if_fail (PV_IS_WINDOW (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  page = gtk_stack_get_child_by_name (self->pages, id);
  known = find_page (id);
  if (page == NULL && known != NULL && self->context != NULL)
    {
      page = g_object_new (known->get_type (), "context", self->context, NULL);
      gtk_stack_add_named (self->pages, page, id);
    }

  return page != NULL ? PV_PAGE (page) : NULL;
}

static GtkWidget *
sidebar_row_new (const PvWindowPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, page->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (title)), -1);
  g_object_set_data (G_OBJECT (row), "pv-page", (gpointer)page);
  g_object_set_data (G_OBJECT (row), "pv-count", count);

  return row;
}

static GtkListBoxRow *
find_row (PvWindow *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    {
      const PvWindowPage *page = g_object_get_data (G_OBJECT (row), "pv-page");

      if (g_str_equal (page->id, id))
        return row;
    }

  return NULL;
}

static void
show_page (PvWindow *self, const char *id)
{
  PvPage *page = pv_window_get_page (self, id);
  GtkListBoxRow *row = find_row (self, id);

  if (page == NULL)
    return;

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  if (row != NULL)
    {
      gtk_list_box_select_row (self->sidebar, row);
      g_object_bind_property (page, "count", g_object_get_data (G_OBJECT (row), "pv-count"),
                              "label", G_BINDING_SYNC_CREATE);
    }
  g_settings_set_string (pv_context_get_file_settings (self->context), "page", id);
}

static void
row_selected_cb (PvWindow *self, GtkListBoxRow *row)
{
  const PvWindowPage *page = row != NULL ? g_object_get_data (G_OBJECT (row), "pv-page") : NULL;

  /* The list is taken down with the window, after its stack. */
  if (page != NULL && self->pages != NULL &&
      g_strcmp0 (page->id, gtk_stack_get_visible_child_name (self->pages)) != 0)
    show_page (self, page->id);
}

static void
pop_pages (PvWindow *self)
{
  GtkWidget *top = gtk_stack_get_visible_child (self->shell);

  while (PV_IS_PAGE (top))
    {
      gtk_stack_set_visible_child_name (self->shell, "programme");
      gtk_stack_remove (self->shell, top);
      top = gtk_stack_get_visible_child (self->shell);
    }
}

void
pv_window_push (PvWindow *self, PvPage *page)
{
  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (PV_IS_PAGE (page));

  pop_pages (self);
  gtk_stack_add_child (self->shell, GTK_WIDGET (page));
  gtk_stack_set_visible_child (self->shell, GTK_WIDGET (page));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pop_pages (PV_WINDOW (widget));
}

static void
goto_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  const char *id, *detail;

  g_variant_get (parameter, "(&s&s)", &id, &detail);
  pop_pages (self);
  show_page (self, id);
  if (*detail != '\0' && pv_window_get_page (self, id) != NULL)
    pv_page_show_detail (pv_window_get_page (self, id), detail);
}

static void
page_number_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  GtkListBoxRow *row =
      gtk_list_box_get_row_at_index (self->sidebar, (int)(name[strlen ("win.page-")] - '1'));
  const PvWindowPage *page = row != NULL ? g_object_get_data (G_OBJECT (row), "pv-page") : NULL;

  if (page == NULL)
    return;
  pop_pages (self);
  show_page (self, page->id);
}

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tell (PV_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (widget)), NULL);
}

/* --- search ---------------------------------------------------------------------- */

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  pop_pages (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_changed_cb (PvWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page == NULL)
    return;
  if (!pv_page_can_search (PV_PAGE (page)))
    {
      if (*text == '\0')
        return;
      show_page (self, "dossiers");
      page = gtk_stack_get_visible_child (self->pages);
    }
  pv_page_search (PV_PAGE (page), text);
}

/* --- the file -------------------------------------------------------------------- */

static void
update_title (PvWindow *self)
{
  g_autofree char *name = g_path_get_basename (pv_context_get_path (self->context));
  const char *refusal = pv_context_get_refusal (self->context);

  adw_window_title_set_title (self->title_widget, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_label_set_label (self->refusal_label, refusal != NULL ? refusal : "");
  gtk_info_bar_set_revealed (self->refusal_bar, refusal != NULL);
}

static void
fill_sidebar (PvWindow *self)
{
  gsize n = 0;
  const PvWindowPage *pages = pv_window_pages (&n);

  for (gsize i = 0; i < n; i++)
    gtk_list_box_append (self->sidebar, sidebar_row_new (&pages[i]));
}

void
pv_window_open (PvWindow *self, GFile *file)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;

  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->context == NULL);

  self->context = pv_context_open (g_file_peek_path (file), clock, &error);
  if (self->context == NULL)
    {
      tell (self, error->message);
      return;
    }

  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  fill_sidebar (self);
  update_title (self);
  update_actions (self);
  page = g_settings_get_string (pv_context_get_file_settings (self->context), "page");
  show_page (self, page);
}

PvContext *
pv_window_get_context (PvWindow *self)
{
  g_return_val_if_fail (PV_IS_WINDOW (self), NULL);

  return self->context;
}

static void
pv_window_dispose (GObject *object)
{
  PvWindow *self = PV_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_WINDOW);
  if (self->context != NULL)
    pv_context_close (self->context);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_window_parent_class)->dispose (object);
}

static void
pv_window_class_init (PvWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/app/pv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, appel_button);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, refusal_bar);
  gtk_widget_class_bind_template_child (widget_class, PvWindow, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.goto", "(ss)", goto_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_cb);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("win.page-%u", i);

      gtk_widget_class_install_action (widget_class, g_intern_string (name), NULL, page_number_cb);
    }
}

static void
pv_window_init (PvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  update_actions (self);
}

PvWindow *
pv_window_new (AdwApplication *application)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);

  return g_object_new (PV_TYPE_WINDOW, "application", application, NULL);
}
