/* pv-links.c: the things something is linked to, and a choice that adds one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-links.h"

#include <glib/gi18n.h>

struct _PvLinks
{
  GtkWidget parent_instance;

  gboolean editable;
  GPtrArray *shown; /* of PvChoiceItem */

  GtkLabel *title_label;
  GtkBox *rows;
  PvChoice *choice;
};

enum
{
  PROP_TITLE = 1,
  PROP_ADD_LABEL,
  PROP_CREATE_LABEL,
  PROP_EDITABLE,
  N_PROPS
};

enum
{
  ADDED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvLinks, pv_links, GTK_TYPE_WIDGET)

static void
chosen_cb (PvLinks *self, gint64 key, const char *text)
{
  g_signal_emit (self, signals[ADDED], 0, key, text);
}

static void
remove_cb (PvLinks *self, GtkButton *button)
{
  const gint64 *key = g_object_get_data (G_OBJECT (button), "pv-key");

  g_signal_emit (self, signals[REMOVED], 0, *key);
}

static GtkWidget *
remove_button_new (PvLinks *self, const PvChoiceItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: what a button takes away from a list. */
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), item->label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_sensitive (button, self->editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pv-key", g_memdup2 (&item->key, sizeof item->key),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
row_new (PvLinks *self, const PvChoiceItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (item->label);

  gtk_widget_add_css_class (row, "pv-link");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, item->detail);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), remove_button_new (self, item));

  return row;
}

static gboolean
is_shown (PvLinks *self, GPtrArray *items)
{
  if (self->shown == NULL || self->shown->len != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const PvChoiceItem *a = g_ptr_array_index (self->shown, i);
      const PvChoiceItem *b = g_ptr_array_index (items, i);

      if (a->key != b->key || !g_str_equal (a->label, b->label))
        return FALSE;
    }

  return TRUE;
}

static void
show_rows (PvLinks *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; self->shown != NULL && i < self->shown->len; i++)
    gtk_box_append (self->rows, row_new (self, g_ptr_array_index (self->shown, i)));
}

static void
pv_links_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_LINKS);

  G_OBJECT_CLASS (pv_links_parent_class)->dispose (object);
}

static void
pv_links_finalize (GObject *object)
{
  g_clear_pointer (&PV_LINKS (object)->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_links_parent_class)->finalize (object);
}

static void
pv_links_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvLinks *self = PV_LINKS (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;
    case PROP_ADD_LABEL:
      g_object_set (self->choice, "button-label", g_value_get_string (value), NULL);
      break;
    case PROP_CREATE_LABEL:
      g_object_set (self->choice, "create-label", g_value_get_string (value), NULL);
      break;
    case PROP_EDITABLE:
      pv_links_set_editable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ADD_LABEL,
                                   g_param_spec_string ("add-label", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_CREATE_LABEL,
                                   g_param_spec_string ("create-label", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EDITABLE,
                                   g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags));
}

static void
pv_links_class_init (PvLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_links_dispose;
  object_class->finalize = pv_links_finalize;
  object_class->set_property = pv_links_set_property;
  install_properties (object_class);

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/widget/pv-links.ui");
  gtk_widget_class_bind_template_child (widget_class, PvLinks, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvLinks, rows);
  gtk_widget_class_bind_template_child (widget_class, PvLinks, choice);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pv_links_init (PvLinks *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_links_set_func (PvLinks *self, PvChoiceFunc func, gpointer user_data)
{
  g_return_if_fail (PV_IS_LINKS (self));

  pv_choice_set_func (self->choice, func, user_data);
}

void
pv_links_set_items (PvLinks *self, GPtrArray *items)
{
  g_return_if_fail (PV_IS_LINKS (self));

  if (is_shown (self, items))
    return;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (items);
  show_rows (self);
}

void
pv_links_set_editable (PvLinks *self, gboolean editable)
{
  g_return_if_fail (PV_IS_LINKS (self));

  if (self->editable == editable)
    return;
  self->editable = editable;
  pv_choice_set_editable (self->choice, editable);
  show_rows (self);
}

PvChoice *
pv_links_get_choice (PvLinks *self)
{
  g_return_val_if_fail (PV_IS_LINKS (self), NULL);

  return self->choice;
}

void
pv_links_refuse (PvLinks *self, const char *reason)
{
  g_return_if_fail (PV_IS_LINKS (self));

  pv_choice_refuse (self->choice, reason);
}
