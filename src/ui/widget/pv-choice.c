/* pv-choice.c: a titled choice among many, searched by typing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-choice.h"

#include <glib/gi18n.h>

struct _PvChoice
{
  GtkWidget parent_instance;

  gint64 key;
  char *label;
  char *create_label;
  char *button_label;
  gboolean optional;
  gboolean searchable;
  gboolean editable;
  PvChoiceFunc func;
  gpointer func_data;

  GtkLabel *title_label;
  GtkMenuButton *button;
  GtkLabel *value_label;
  GtkLabel *read_label; /* in its place when it is only read: it can be copied */
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  GtkLabel *more_label;
  GtkLabel *problem_label;
};

enum
{
  PROP_TITLE = 1,
  PROP_OPTIONAL,
  PROP_SEARCHABLE,
  PROP_CREATE_LABEL,
  PROP_BUTTON_LABEL,
  PROP_EDITABLE,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvChoice, pv_choice, GTK_TYPE_WIDGET)

void
pv_choice_item_free (PvChoiceItem *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->detail);
  g_free (self);
}

GPtrArray *
pv_choice_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)pv_choice_item_free);
}

void
pv_choice_add (GPtrArray *items, gint64 key, const char *label, const char *detail)
{
  PvChoiceItem *item = g_new0 (PvChoiceItem, 1);

  item->key = key;
  item->label = g_strdup (label);
  item->detail = g_strdup (detail);
  g_ptr_array_add (items, item);
}

/* --- what is chosen ------------------------------------------------------------------ */

static void
show_problem (PvChoice *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
show_value (PvChoice *self)
{
  const char *text = self->button_label != NULL ? self->button_label
                     : self->label != NULL      ? self->label
                                                : "–";
  const char *title = gtk_label_get_label (self->title_label);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->value_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               self->button_label == NULL ? self->label : NULL);
  /* Translators: the title of a choice, then what is chosen. */
  name = *title != '\0' ? g_strdup_printf (_ ("%s: %s"), title, text) : g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->read_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
choose (PvChoice *self, gint64 key)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  gtk_popover_popdown (self->popover);
  show_problem (self, NULL);
  if (key != self->key || self->button_label != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, key, text);
}

/* --- the list ------------------------------------------------------------------------ */

static GtkWidget *
row_new (const PvChoiceItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (item->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_set_margin_start (box, (int)item->depth * 18);
  gtk_box_append (GTK_BOX (box), label);
  if (item->heading)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }
  if (item->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (item->detail);

      gtk_label_set_xalign (GTK_LABEL (detail), 0);
      gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (detail), 60);
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "secondary");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, item->label,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "pv-key", g_memdup2 (&item->key, sizeof item->key),
                          g_free);

  return row;
}

static void
append_item (PvChoice *self, gint64 key, const char *label)
{
  PvChoiceItem item = { .key = key, .label = (char *)label };

  gtk_list_box_append (self->list, row_new (&item));
}

static void
fill_list (PvChoice *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GPtrArray) items = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->func == NULL)
    return;

  items = self->func (text, self->func_data);
  if (self->optional && *text == '\0')
    append_item (self, PV_INT_NULL, _ ("None"));
  for (guint i = 0; i < items->len && i < PV_CHOICE_MAX; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (items, i)));
  if (self->create_label != NULL && *text != '\0')
    {
      g_autoptr (GString) label = g_string_new (self->create_label);

      g_string_replace (label, "%s", text, 1);
      append_item (self, PV_CHOICE_NEW, label->str);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), items->len > PV_CHOICE_MAX);
}

static void
popover_shown_cb (PvChoice *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  fill_list (self);
  if (self->searchable)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_changed_cb (PvChoice *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    fill_list (self);
}

static void
search_stopped_cb (PvChoice *self)
{
  gtk_popover_popdown (self->popover);
}

static void
row_activated_cb (PvChoice *self, GtkListBoxRow *row)
{
  const gint64 *key = g_object_get_data (G_OBJECT (row), "pv-key");

  choose (self, *key);
}

/* Enter takes the first that can be. */
static void
search_activated_cb (PvChoice *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_list_box_row_get_activatable (row))
      {
        row_activated_cb (self, row);
        return;
      }
}

/* --- the object ---------------------------------------------------------------------- */

static void
pv_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_CHOICE);

  G_OBJECT_CLASS (pv_choice_parent_class)->dispose (object);
}

static void
pv_choice_finalize (GObject *object)
{
  PvChoice *self = PV_CHOICE (object);

  g_free (self->label);
  g_free (self->create_label);
  g_free (self->button_label);

  G_OBJECT_CLASS (pv_choice_parent_class)->finalize (object);
}

static gboolean
pv_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PV_CHOICE (widget)->button));
}

static void
pv_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvChoice *self = PV_CHOICE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;
    case PROP_SEARCHABLE:
      g_value_set_boolean (value, self->searchable);
      break;
    case PROP_CREATE_LABEL:
      g_value_set_string (value, self->create_label);
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, self->button_label);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvChoice *self = PV_CHOICE (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->title_label), g_value_get_string (value) != NULL);
      show_value (self);
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    case PROP_SEARCHABLE:
      self->searchable = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->search_entry), self->searchable);
      break;
    case PROP_CREATE_LABEL:
      g_free (self->create_label);
      self->create_label = g_value_dup_string (value);
      break;
    case PROP_BUTTON_LABEL:
      g_free (self->button_label);
      self->button_label = g_value_dup_string (value);
      show_value (self);
      break;
    case PROP_EDITABLE:
      pv_choice_set_editable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define READWRITE (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS)

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, READWRITE);
  properties[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE, READWRITE);
  properties[PROP_SEARCHABLE] = g_param_spec_boolean ("searchable", NULL, NULL, TRUE, READWRITE);
  properties[PROP_CREATE_LABEL] = g_param_spec_string ("create-label", NULL, NULL, NULL, READWRITE);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, READWRITE);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/widget/pv-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, PvChoice, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, button);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, value_label);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, read_label);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, popover);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, list);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, more_label);
  gtk_widget_class_bind_template_child (widget_class, PvChoice, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pv_choice_class_init (PvChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_choice_dispose;
  object_class->finalize = pv_choice_finalize;
  object_class->get_property = pv_choice_get_property;
  object_class->set_property = pv_choice_set_property;
  widget_class->grab_focus = pv_choice_grab_focus;
  install_properties (object_class);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A menu button centres its child; what is chosen is read from the left. */
static void
fill_button (PvChoice *self)
{
  GtkWidget *inner = gtk_widget_get_parent (GTK_WIDGET (self->value_label));

  for (; inner != NULL && !GTK_IS_BUTTON (inner); inner = gtk_widget_get_parent (inner))
    {
      gtk_widget_set_halign (inner, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (inner, TRUE);
    }
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

static void
pv_choice_init (PvChoice *self)
{
  self->key = PV_INT_NULL;
  self->editable = TRUE;
  self->searchable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), FALSE);
  show_value (self);
}

void
pv_choice_set_func (PvChoice *self, PvChoiceFunc func, gpointer user_data)
{
  g_return_if_fail (PV_IS_CHOICE (self));

  self->func = func;
  self->func_data = user_data;
}

void
pv_choice_set_value (PvChoice *self, gint64 key, const char *label)
{
  g_return_if_fail (PV_IS_CHOICE (self));

  if (self->key == key && g_strcmp0 (self->label, label) == 0)
    return;
  self->key = key;
  g_free (self->label);
  self->label = g_strdup (label);
  show_value (self);
}

gint64
pv_choice_get_key (PvChoice *self)
{
  g_return_val_if_fail (PV_IS_CHOICE (self), PV_INT_NULL);

  return self->key;
}

void
pv_choice_set_editable (PvChoice *self, gboolean editable)
{
  g_return_if_fail (PV_IS_CHOICE (self));

  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->button), editable || self->button_label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->read_label), !editable && self->button_label == NULL);
}

void
pv_choice_refuse (PvChoice *self, const char *reason)
{
  g_return_if_fail (PV_IS_CHOICE (self));

  show_problem (self, reason);
}

void
pv_choice_open (PvChoice *self)
{
  g_return_if_fail (PV_IS_CHOICE (self));

  gtk_menu_button_popup (self->button);
}

void
pv_choice_search (PvChoice *self, const char *text)
{
  g_return_if_fail (PV_IS_CHOICE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  fill_list (self);
}

gboolean
pv_choice_choose (PvChoice *self, guint position)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PV_IS_CHOICE (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->list, (int)position);
  if (row == NULL || !gtk_list_box_row_get_activatable (row))
    return FALSE;
  row_activated_cb (self, row);

  return TRUE;
}
