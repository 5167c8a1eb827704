/* pv-noeud-row.c: a node of a frame, in its tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-noeud-row.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"
#include "widget/pv-tooltip.h"

struct _PvNoeudRow
{
  AdwBin parent_instance;

  PvNoeudItem *item; /* (nullable) */
  gboolean editing;

  GtkStack *stack;
  GtkLabel *label;
  GtkEntry *entry;
  GtkLabel *count;
};

enum
{
  RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvNoeudRow, pv_noeud_row, ADW_TYPE_BIN)

static void
show (PvNoeudRow *self)
{
  gint64 n = pv_noeud_item_get_count (self->item);
  g_autofree char *text = NULL;
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s dossier", "%s dossiers", (gulong)n), count);

  g_object_get (self->item, "text", &text, NULL);
  gtk_label_set_label (self->label, text);
  gtk_label_set_label (self->count, count);
  pv_tooltip_set (GTK_WIDGET (self->count), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}

static void
stop (PvNoeudRow *self, gboolean keep)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (!self->editing)
    return;
  self->editing = FALSE; /* the entry that goes loses the focus */
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->label));
  if (keep && *words != '\0' && self->item != NULL &&
      !g_str_equal (words, pv_noeud_item_get_noeud (self->item)->libelle))
    g_signal_emit (self, signals[RENAMED], 0, words);
}

static void
give_focus_back (PvNoeudRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  if (list != NULL)
    gtk_widget_grab_focus (list);
}

static void
activate_cb (PvNoeudRow *self)
{
  stop (self, TRUE);
  give_focus_back (self);
}

static void
leave_cb (PvNoeudRow *self)
{
  stop (self, TRUE);
}

static gboolean
key_pressed_cb (PvNoeudRow *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  stop (self, FALSE);
  give_focus_back (self);

  return TRUE;
}

static void
pv_noeud_row_dispose (GObject *object)
{
  PvNoeudRow *self = PV_NOEUD_ROW (object);

  self->editing = FALSE;
  pv_noeud_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_NOEUD_ROW);

  G_OBJECT_CLASS (pv_noeud_row_parent_class)->dispose (object);
}

static void
pv_noeud_row_class_init (PvNoeudRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_noeud_row_dispose;

  signals[RENAMED] = g_signal_new ("renamed", PV_TYPE_NOEUD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/parametres/pv-noeud-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvNoeudRow, stack);
  gtk_widget_class_bind_template_child (widget_class, PvNoeudRow, label);
  gtk_widget_class_bind_template_child (widget_class, PvNoeudRow, entry);
  gtk_widget_class_bind_template_child (widget_class, PvNoeudRow, count);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
pv_noeud_row_init (PvNoeudRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_noeud_row_set_item (PvNoeudRow *self, PvNoeudItem *item)
{
  g_return_if_fail (PV_IS_NOEUD_ROW (self));

  if (self->item != NULL)
    {
      stop (self, FALSE);
      g_signal_handlers_disconnect_by_func (self->item, show, self);
    }
  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  g_signal_connect_swapped (item, "notify", G_CALLBACK (show), self);
  show (self);
}

PvNoeudItem *
pv_noeud_row_get_item (PvNoeudRow *self)
{
  g_return_val_if_fail (PV_IS_NOEUD_ROW (self), NULL);

  return self->item;
}

void
pv_noeud_row_edit (PvNoeudRow *self)
{
  g_return_if_fail (PV_IS_NOEUD_ROW (self));

  if (self->item == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), pv_noeud_item_get_noeud (self->item)->libelle);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->editing = TRUE;
}
