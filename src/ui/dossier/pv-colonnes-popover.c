/* pv-colonnes-popover.c: which columns the list of dossiers shows, and in which order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-colonnes-popover.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/pv-dossiers-colonnes.h"

#define COLONNE_KEY "pv-colonne"

struct _PvColonnesPopover
{
  GtkPopover parent_instance;

  PvDossiersView *view; /* weak */
  guint fill_id;        /* of the idle that lists them again */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PvColonnesPopover, pv_colonnes_popover, GTK_TYPE_POPOVER)

/* --- the rows ---------------------------------------------------------------------------- */

static GtkWidget *
check_new (PvDossierColonne colonne, gboolean alone)
{
  g_autofree char *action = g_strconcat ("liste.", pv_dossier_colonne_to_id (colonne), NULL);
  GtkWidget *check = gtk_check_button_new_with_label (pv_dossiers_colonne_get_nom (colonne));

  gtk_widget_set_hexpand (check, TRUE);
  if (alone) /* a list shows one at least */
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_sensitive (check, FALSE);
    }
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (check), action);

  return check;
}

static GtkWidget *
button_new (PvDossierColonne colonne, gboolean up)
{
  GtkWidget *button = gtk_button_new_from_icon_name (up ? "go-up-symbolic" : "go-down-symbolic");
  const char *tooltip = up ? _ ("Move Up (Alt+↑)") : _ ("Move Down (Alt+↓)");
  /* Translators: the name of a column follows. */
  g_autofree char *label = g_strdup_printf (up ? _ ("Move up: %s") : _ ("Move down: %s"),
                                            pv_dossiers_colonne_get_nom (colonne));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE); /* the keys do it */
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), up ? "colonnes.up" : "colonnes.down");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    pv_dossier_colonne_to_id (colonne));

  return button;
}

/* @place: among the @n shown, or @n for one that is not. */
static GtkWidget *
row_new (PvDossierColonne colonne, guint place, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), check_new (colonne, place < n && n == 1));
  if (place < n)
    {
      GtkWidget *up = button_new (colonne, TRUE);
      GtkWidget *down = button_new (colonne, FALSE);

      gtk_widget_set_sensitive (up, place > 0);
      gtk_widget_set_sensitive (down, place + 1 < n);
      gtk_box_append (GTK_BOX (box), up);
      gtk_box_append (GTK_BOX (box), down);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), COLONNE_KEY, GINT_TO_POINTER ((int)colonne + 1));

  return row;
}

static PvDossierColonne
get_colonne (GtkWidget *row)
{
  return (PvDossierColonne)(GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), COLONNE_KEY)) - 1);
}

/* PV_DOSSIER_COLONNE_NULL: none has the focus. */
static PvDossierColonne
get_focused (PvColonnesPopover *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? get_colonne (row) : PV_DOSSIER_COLONNE_NULL;
}

static void
focus_colonne (PvColonnesPopover *self, PvDossierColonne colonne)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (get_colonne (row) == colonne)
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
add_rows (PvColonnesPopover *self)
{
  g_autofree char *shown = pv_dossiers_view_dup_colonnes (self->view);
  g_auto (GStrv) ids = g_strsplit (shown, ",", -1);
  guint n = g_strv_length (ids);

  for (guint i = 0; i < n; i++)
    {
      PvDossierColonne colonne;

      if (pv_dossier_colonne_from_id (ids[i], &colonne))
        gtk_list_box_append (self->list, row_new (colonne, i, n));
    }
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    if (!g_strv_contains ((const char *const *)ids, pv_dossier_colonne_to_id ((PvDossierColonne)i)))
      gtk_list_box_append (self->list, row_new ((PvDossierColonne)i, n, n));
}

static void
fill (PvColonnesPopover *self)
{
  PvDossierColonne focused = get_focused (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->view == NULL)
    return;
  add_rows (self);
  if (focused != PV_DOSSIER_COLONNE_NULL)
    focus_colonne (self, focused);
}

static gboolean
fill_cb (gpointer user_data)
{
  PvColonnesPopover *self = user_data;

  self->fill_id = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

/* Not while the button pressed is at work. */
static void
queue_fill (PvColonnesPopover *self)
{
  if (self->fill_id == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    self->fill_id = g_idle_add (fill_cb, self);
}

/* The line between those shown and the others. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  gboolean shown = gtk_widget_get_first_child (box) != gtk_widget_get_last_child (box);
  GtkWidget *last = before != NULL ? gtk_list_box_row_get_child (before) : NULL;
  gboolean first = !shown && last != NULL &&
                   gtk_widget_get_first_child (last) != gtk_widget_get_last_child (last);

  gtk_list_box_row_set_header (row, first ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

/* --- the actions -------------------------------------------------------------------------- */

static void
move (PvColonnesPopover *self, PvDossierColonne colonne, int by)
{
  if (self->view == NULL || !pv_dossiers_view_move_colonne (self->view, colonne, by))
    return;
  queue_fill (self);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierColonne colonne;

  if (pv_dossier_colonne_from_id (g_variant_get_string (parameter, NULL), &colonne))
    move (PV_COLONNES_POPOVER (widget), colonne, g_str_equal (name, "colonnes.up") ? -1 : 1);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *by, gpointer user_data)
{
  PvColonnesPopover *self = PV_COLONNES_POPOVER (widget);
  PvDossierColonne colonne = get_focused (self);

  if (colonne == PV_DOSSIER_COLONNE_NULL)
    return FALSE;
  move (self, colonne, g_variant_get_int32 (by));

  return TRUE;
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvColonnesPopover *self = PV_COLONNES_POPOVER (widget);

  if (self->view != NULL)
    pv_dossiers_view_set_colonnes (self->view, NULL);
  queue_fill (self);
}

/* --- the object --------------------------------------------------------------------------- */

static void
pv_colonnes_popover_dispose (GObject *object)
{
  PvColonnesPopover *self = PV_COLONNES_POPOVER (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_weak_pointer (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_COLONNES_POPOVER);

  G_OBJECT_CLASS (pv_colonnes_popover_parent_class)->dispose (object);
}

static void
pv_colonnes_popover_class_init (PvColonnesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_colonnes_popover_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-colonnes-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PvColonnesPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_install_action (widget_class, "colonnes.up", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "colonnes.down", "s", move_cb);
  gtk_widget_class_install_action (widget_class, "colonnes.reset", NULL, reset_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, key_cb, "i", 1);
}

static void
pv_colonnes_popover_init (PvColonnesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

void
pv_colonnes_popover_set_view (PvColonnesPopover *self, PvDossiersView *view)
{
  g_return_if_fail (PV_IS_COLONNES_POPOVER (self));

  if (!g_set_weak_pointer (&self->view, view) || view == NULL)
    return;
  g_signal_connect_object (pv_dossiers_view_get_actions (view), "action-state-changed",
                           G_CALLBACK (queue_fill), self, G_CONNECT_SWAPPED);
}
