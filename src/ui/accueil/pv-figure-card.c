/* pv-figure-card.c: a key figure that opens what it counts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-figure-card.h"

#include "widget/pv-amount-label.h"

struct _PvFigureCard
{
  GtkButton parent_instance;

  GtkLabel *title_label;
  PvAmountLabel *value_label;
  GtkImage *severe_icon;
  GtkLabel *caption_label;
};

enum
{
  PROP_TITLE = 1,
};

G_DEFINE_FINAL_TYPE (PvFigureCard, pv_figure_card, GTK_TYPE_BUTTON)

/* A reader says the title, the figure and what is beside it. */
static void
update_name (PvFigureCard *self)
{
  const char *value = pv_figure_card_get_value (self);
  g_autofree char *name =
      g_strdup_printf ("%s : %s, %s", gtk_label_get_text (self->title_label),
                       value != NULL ? value : "", gtk_label_get_text (self->caption_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pv_figure_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (PV_FIGURE_CARD (object)->title_label));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_figure_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvFigureCard *self = PV_FIGURE_CARD (object);

  if (id == PROP_TITLE)
    {
      gtk_label_set_text (self->title_label, g_value_get_string (value));
      update_name (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_figure_card_class_init (PvFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_figure_card_get_property;
  object_class->set_property = pv_figure_card_set_property;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFigureCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvFigureCard, value_label);
  gtk_widget_class_bind_template_child (widget_class, PvFigureCard, severe_icon);
  gtk_widget_class_bind_template_child (widget_class, PvFigureCard, caption_label);
}

static void
pv_figure_card_init (PvFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_figure_card_set (PvFigureCard *self, const char *value, const char *caption, gboolean severe)
{
  g_return_if_fail (PV_IS_FIGURE_CARD (self));
  g_return_if_fail (value != NULL && caption != NULL);

  pv_amount_label_set_text (self->value_label, value);
  gtk_label_set_text (self->caption_label, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->severe_icon), severe);
  update_name (self);
}

const char *
pv_figure_card_get_value (PvFigureCard *self)
{
  g_return_val_if_fail (PV_IS_FIGURE_CARD (self), NULL);

  return pv_amount_label_get_text (self->value_label);
}
