/* pv-window-navigation.c: the pages of a window and how one goes between them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "bilan/pv-bilans-page.h"
#include "convention/pv-convention-page.h"
#include "dossier/pv-dossier-page.h"
#include "instruction/pv-instruction-page.h"
#include "organisme/pv-organisme-page.h"
#include "pv-window-private.h"
#include "seance/pv-seance-page.h"
#include "vote/pv-votes-vue.h"

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

static const PvWindowPage *
get_row_page (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "pv-page") : NULL;
}

static GtkListBoxRow *
find_row (PvWindow *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_str_equal (get_row_page (row)->id, id))
      return row;

  return NULL;
}

void
pv_window_set_row_count (PvWindow *self, const char *id, const char *count)
{
  GtkListBoxRow *row = find_row (self, id);

  if (row != NULL)
    gtk_label_set_label (g_object_get_data (G_OBJECT (row), "pv-count"), count);
}

/* What was counted before the page was made stays until it counts itself. */
static void
bind_count (PvPage *page, GtkLabel *label)
{
  const char *counted = gtk_label_get_label (label);

  if (pv_page_get_count (page) == NULL && *counted != '\0')
    pv_page_set_count (page, counted);
  g_object_bind_property (page, "count", label, "label", G_BINDING_SYNC_CREATE);
}

PvPage *
pv_window_get_page (PvWindow *self, const char *id)
{
  const PvWindowPage *known;
  GtkListBoxRow *row;
  GtkWidget *page;

  g_return_val_if_fail (PV_IS_WINDOW (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  page = gtk_stack_get_child_by_name (self->pages, id);
  known = find_page (id);
  if (page == NULL && known != NULL && self->context != NULL)
    {
      page = g_object_new (known->get_type (), "context", self->context, NULL);
      gtk_stack_add_named (self->pages, page, id);
      row = find_row (self, id);
      if (row != NULL)
        bind_count (PV_PAGE (page), g_object_get_data (G_OBJECT (row), "pv-count"));
    }

  return page != NULL ? PV_PAGE (page) : NULL;
}

/* --- sidebar --------------------------------------------------------------------- */

/* Some pages need the width: each remembers whether the sidebar is beside it. */
static void
apply_sidebar (PvWindow *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->pages);
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  g_auto (GStrv) without = g_settings_get_strv (settings, "pages-without-sidebar");

  if (id != NULL && !adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, !g_strv_contains ((const char *const *)without, id));
}

static void
remember_sidebar (PvWindow *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->pages);
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  g_auto (GStrv) without = g_settings_get_strv (settings, "pages-without-sidebar");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  if (id == NULL || adw_flap_get_folded (self->flap))
    return;
  for (guint i = 0; without[i] != NULL; i++)
    if (!g_str_equal (without[i], id))
      g_strv_builder_add (builder, without[i]);
  if (!adw_flap_get_reveal_flap (self->flap))
    g_strv_builder_add (builder, id);
  now = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "pages-without-sidebar", (const char *const *)now);
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context == NULL)
    return;
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  remember_sidebar (self);
}

static void
sidebar_clicked_cb (PvWindow *self)
{
  remember_sidebar (self);
}

static GtkWidget *
row_new (const PvWindowPage *page)
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

/* What is set once and for all lies apart. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *separator = NULL;

  if (before != NULL && g_str_equal (get_row_page (row)->id, "parametres"))
    {
      separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
      gtk_widget_set_margin_top (separator, 6);
      gtk_widget_set_margin_bottom (separator, 6);
    }
  gtk_list_box_row_set_header (row, separator);
}

/* --- what is being typed ---------------------------------------------------------- */

gboolean
pv_window_settle (PvWindow *self)
{
  GtkWidget *page = self->pushed->len > 0 ? g_ptr_array_index (self->pushed, self->pushed->len - 1)
                                          : gtk_stack_get_visible_child (self->pages);

  return page == NULL || pv_page_settle (PV_PAGE (page));
}

/* --- going to a page ---------------------------------------------------------------- */

static void
apply_search (PvWindow *self, PvPage *page)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return;
  if (pv_page_can_search (page))
    pv_page_search (page, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  else
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_page (PvWindow *self, const char *id)
{
  /* before: the first page is shown as soon as it is made */
  GtkWidget *before = gtk_stack_get_visible_child (self->pages);
  PvPage *page = pv_window_get_page (self, id);
  GtkListBoxRow *row = find_row (self, id);

  if (page == NULL)
    return;

  if (before != GTK_WIDGET (page))
    {
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
      apply_sidebar (self);
      apply_search (self, page);
    }
  if (row != NULL)
    gtk_list_box_select_row (self->sidebar, row);
  g_settings_set_string (pv_context_get_file_settings (self->context), "page", id);
}

/* A page says by its grab_focus what is worked with first; else it is its first control. */
static gboolean
focus_page (PvWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL &&
         (gtk_widget_grab_focus (page) || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
}

/* Keys go on in the page that is shown: settling took the focus from the one that was left. */
static void
keep_focus (PvWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    focus_page (self);
}

static void
row_selected_cb (PvWindow *self, GtkListBoxRow *row)
{
  const PvWindowPage *page = get_row_page (row);
  const char *shown = self->pages != NULL ? gtk_stack_get_visible_child_name (self->pages) : NULL;

  /* The list is taken down with the window, after its stack. */
  if (page == NULL || self->pages == NULL || g_strcmp0 (page->id, shown) == 0)
    return;
  if (pv_window_settle (self))
    show_page (self, page->id);
  else
    gtk_list_box_select_row (self->sidebar, find_row (self, shown));
}

static void
row_activated_cb (PvWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
update_back (PvWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->pushed->len > 0);
}

static void
show_top (PvWindow *self)
{
  if (self->pushed->len > 0)
    gtk_stack_set_visible_child (self->shell,
                                 g_ptr_array_index (self->pushed, self->pushed->len - 1));
  else
    gtk_stack_set_visible_child_name (self->shell, "programme");
}

/* Leaves @n pages above the others. */
static void
pop_to (PvWindow *self, guint n)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();

  while (self->pushed->len > n)
    g_ptr_array_add (leaving, g_ptr_array_steal_index (self->pushed, self->pushed->len - 1));
  if (leaving->len == 0)
    return;
  show_top (self);
  for (guint i = 0; i < leaving->len; i++)
    gtk_stack_remove (self->shell, g_ptr_array_index (leaving, i));
  update_back (self);
}

/* A page takes the place of the one of its type, and of what was opened from there:
 * going from dossier to porteur to dossier does not pile up. */
void
pv_window_push (PvWindow *self, PvPage *page)
{
  guint n;

  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (PV_IS_PAGE (page));

  for (n = 0; n < self->pushed->len; n++)
    if (G_OBJECT_TYPE (g_ptr_array_index (self->pushed, n)) == G_OBJECT_TYPE (page))
      break;
  gtk_stack_add_child (self->shell, GTK_WIDGET (page));
  gtk_stack_set_visible_child (self->shell, GTK_WIDGET (page));
  while (self->pushed->len > n)
    gtk_stack_remove (self->shell, g_ptr_array_steal_index (self->pushed, self->pushed->len - 1));
  g_ptr_array_add (self->pushed, page);
  update_back (self);
}

static void
open_dossier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context != NULL && pv_window_settle (self))
    pv_window_push (self,
                    PV_PAGE (pv_dossier_page_new (self->context, g_variant_get_int64 (parameter))));
}

static void
open_instruction_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context != NULL && pv_window_settle (self))
    pv_window_push (
        self, PV_PAGE (pv_instruction_page_new (self->context, g_variant_get_int64 (parameter))));
}

static void
open_organisme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context != NULL && pv_window_settle (self))
    pv_window_push (self, pv_organisme_page_new (self->context, g_variant_get_int64 (parameter)));
}

static void
open_seance_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context != NULL && pv_window_settle (self))
    pv_window_push (self, pv_seance_page_new (self->context, g_variant_get_int64 (parameter)));
}

static void
open_convention_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context != NULL && pv_window_settle (self))
    pv_window_push (self, pv_convention_page_new (self->context, g_variant_get_int64 (parameter)));
}

/* A tab of the page Bilans. */
static void
open_bilans_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.goto", "(ss)", "bilans",
                              g_variant_get_string (parameter, NULL));
}

/* What the funders have to vote and to notify of these dossiers. */
static void
open_votes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n;
  const gint64 *keys = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));
  PvPage *page;

  if (n > 0)
    g_array_append_vals (ids, keys, (guint)n);
  gtk_widget_activate_action (widget, "win.goto", "(ss)", "bilans", "votes");
  page = pv_window_get_page (PV_WINDOW (widget), "bilans");
  if (page != NULL)
    pv_votes_vue_set_dossiers (
        PV_VOTES_VUE (pv_bilans_page_get_vue (PV_BILANS_PAGE (page), "votes")), ids);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->pushed->len == 0 || !pv_window_settle (self))
    return;
  pop_to (self, self->pushed->len - 1);
  if (self->pushed->len == 0)
    keep_focus (self);
}

static void
goto_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  const char *id, *detail;

  g_variant_get (parameter, "(&s&s)", &id, &detail);
  if (self->context == NULL || !pv_window_settle (self))
    return;
  pop_to (self, 0);
  show_page (self, id);
  if (*detail != '\0' && pv_window_get_page (self, id) != NULL)
    pv_page_show_detail (pv_window_get_page (self, id), detail);
  keep_focus (self);
}

static void
parametres_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.goto", "(ss)", "parametres", "");
}

static void
page_number_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);
  GtkListBoxRow *row =
      gtk_list_box_get_row_at_index (self->sidebar, (int)(name[strlen ("win.page-")] - '1'));
  const PvWindowPage *page = get_row_page (row);

  /* the settings have their own key, whatever the number of pages */
  if (page == NULL || g_str_equal (page->id, "parametres") || !pv_window_settle (self))
    return;
  pop_to (self, 0);
  show_page (self, page->id);
  keep_focus (self);
}

/* --- search ---------------------------------------------------------------------- */

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvWindow *self = PV_WINDOW (widget);

  if (self->context == NULL || !pv_window_settle (self))
    return;
  pop_to (self, 0);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* A search ends wherever it was heard: no page keeps it without a bar to end it. */
static void
end_search (PvWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    pv_page_end_search (PV_PAGE (page));
}

static void
search_changed_cb (PvWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page == NULL)
    return;
  if (*text == '\0')
    end_search (self);
  else if (pv_page_can_search (PV_PAGE (page)))
    pv_page_search (PV_PAGE (page), text);
  else if (pv_window_settle (self))
    show_page (self, "dossiers"); /* which searches it */
}

static gboolean
enter_page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return focus_page (user_data);
}

/* Else Tab takes every row of the sidebar on its way, and each shows its page. */
static void
enter_page_by (PvWindow *self, GtkWidget *from, const char *keys)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                        gtk_callback_action_new (enter_page_cb, self, NULL)));
  gtk_widget_add_controller (from, controller);
}

/* --- setting up --------------------------------------------------------------------- */

void
pv_window_install_navigation (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_sidebar);

  gtk_widget_class_install_action (widget_class, "win.goto", "(ss)", goto_cb);
  gtk_widget_class_install_action (widget_class, "win.parametres", NULL, parametres_cb);
  gtk_widget_class_install_action (widget_class, "win.open-dossier", "x", open_dossier_cb);
  gtk_widget_class_install_action (widget_class, "win.open-instruction", "x", open_instruction_cb);
  gtk_widget_class_install_action (widget_class, "win.open-organisme", "x", open_organisme_cb);
  gtk_widget_class_install_action (widget_class, "win.open-seance", "x", open_seance_cb);
  gtk_widget_class_install_action (widget_class, "win.open-convention", "x", open_convention_cb);
  gtk_widget_class_install_action (widget_class, "win.open-bilans", "s", open_bilans_cb);
  gtk_widget_class_install_action (widget_class, "win.open-votes", "ax", open_votes_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("win.page-%u", i);

      gtk_widget_class_install_action (widget_class, g_intern_string (name), NULL, page_number_cb);
    }
}

void
pv_window_init_navigation (PvWindow *self)
{
  self->pushed = g_ptr_array_new ();
  gtk_list_box_set_header_func (self->sidebar, header_cb, NULL, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  enter_page_by (self, GTK_WIDGET (self->search_entry), "Tab|Down|Return");
  enter_page_by (self, GTK_WIDGET (self->sidebar), "Tab");
  update_back (self);
}

void
pv_window_start_navigation (PvWindow *self)
{
  gsize n = 0;
  const PvWindowPage *pages = pv_window_pages (&n);
  g_autofree char *last = NULL;

  for (gsize i = 0; i < n; i++)
    gtk_list_box_append (self->sidebar, row_new (&pages[i]));

  last = g_settings_get_string (pv_context_get_file_settings (self->context), "page");
  if (find_page (last) != NULL)
    show_page (self, last);
  else if (n > 0)
    show_page (self, pages[0].id);
}
