/* pv-enveloppes-page-actions.c: what is done from the page of envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "enveloppe/pv-enveloppe-service.h"
#include "enveloppe/pv-enveloppes-page-private.h"

static PvContext *
get_context (PvEnveloppesPage *self)
{
  return pv_page_get_context (PV_PAGE (self));
}

static void
tell (PvEnveloppesPage *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- the dossiers of a line ------------------------------------------------------------------- */

/* The uuid of the envelopes of a line that are in no other. */
static void
collect (const PvEnveloppeNoeud *noeud, GString *uuids)
{
  if (noeud->uuid != NULL)
    g_string_append_printf (uuids, "%s%s", uuids->len > 0 ? "," : "", noeud->uuid);
  else
    for (guint i = 0; i < noeud->enfants->len; i++)
      collect (noeud->enfants->pdata[i], uuids);
}

static void
open_dossiers (PvEnveloppesPage *self, const PvEnveloppeNoeud *noeud)
{
  PvContext *context = get_context (self);
  g_autoptr (GString) uuids = g_string_new (NULL);
  g_autofree char *detail = NULL;
  gboolean hors = FALSE;

  if (noeud == self->arbre->total)
    for (guint i = 0; i < self->arbre->racines->len; i++)
      collect (self->arbre->racines->pdata[i], uuids);
  else
    collect (noeud, uuids);
  detail = g_strdup_printf ("enveloppe=%s", uuids->str);
  /* a figure of the whole file is not one of the call in use */
  if (pv_enveloppe_is_hors_appel (pv_context_get_reader (context), self->exercice,
                                  pv_context_get_appel (context), &hors, NULL) &&
      hors)
    pv_context_set_appel (context, PV_INT_NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.goto", "(ss)", "dossiers", detail);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);

  if (noeud != NULL)
    open_dossiers (self, noeud);
}

/* --- deleting ----------------------------------------------------------------------------------
 */

static gboolean
delete_enveloppe (PvDb *db, gpointer data, GError **error)
{
  return pv_enveloppe_service_delete (db, *(gint64 *)data, error);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (noeud == NULL || noeud->enveloppe_id == PV_INT_NULL)
    return;
  id = noeud->enveloppe_id;
  if (!pv_context_act (get_context (self), "enveloppe-delete", noeud->libelle, delete_enveloppe,
                       &id, &error))
    tell (self, error);
}

/* --- the table ----------------------------------------------------------------------------------
 */

static void
fold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, g_str_equal (name, "enveloppes.unfold"));
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);

  gtk_single_selection_set_selected (self->selection, g_variant_get_uint32 (parameter));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  pv_enveloppes_page_point_at_focus (self, GTK_POPOVER (self->context_menu));
  gtk_popover_popup (self->context_menu);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);

  if (pv_enveloppes_page_get_noeud (self) == NULL)
    return FALSE;
  pv_enveloppes_page_point_at_focus (self, GTK_POPOVER (self->context_menu));
  gtk_popover_popup (self->context_menu);

  return TRUE;
}

void
pv_enveloppes_page_point_at_focus (PvEnveloppesPage *self, GtkPopover *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  GdkRectangle area;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = GTK_WIDGET (self->view);
  if (!gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &place))
    return;
  area = (GdkRectangle){ (int)place.origin.x, (int)place.origin.y, (int)MIN (place.size.width, 360),
                         (int)place.size.height };
  gtk_popover_set_pointing_to (popover, &area);
}

void
pv_enveloppes_page_update_actions (PvEnveloppesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);
  gboolean can_edit = pv_context_can_edit (get_context (self));
  gboolean one = noeud != NULL && noeud->enveloppe_id != PV_INT_NULL;

  gtk_widget_action_set_enabled (widget, "enveloppes.open", noeud != NULL);
  gtk_widget_action_set_enabled (widget, "enveloppes.delete", can_edit && one);
  pv_enveloppes_page_update_edit (self);
}

void
pv_enveloppes_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "enveloppes.open", open_cb, 0, 0 },
    { "enveloppes.delete", delete_cb, GDK_KEY_Delete, 0 },
    { "enveloppes.fold", fold_cb, GDK_KEY_minus, 0 },
    { "enveloppes.unfold", fold_cb, GDK_KEY_plus, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "enveloppes.menu", "u", menu_cb);
  pv_enveloppes_page_install_edit (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}
