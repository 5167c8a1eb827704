/* pv-amount-label.c: an amount, a rate or a count that is shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-amount-label.h"

#include "widget/pv-format.h"

struct _PvAmountLabel
{
  AdwBin parent_instance;

  GtkLabel *label;
  PvCents cents;
};

enum
{
  PROP_CENTS = 1,
  PROP_TEXT,
  PROP_XALIGN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvAmountLabel, pv_amount_label, ADW_TYPE_BIN)

static void
show (PvAmountLabel *self, const char *text)
{
  g_autoptr (PangoAttrList) attributes = pv_format_attributes (text);

  gtk_label_set_attributes (self->label, attributes);
  gtk_label_set_label (self->label, text);
  if (g_str_equal (text, PV_TEXT_NULL))
    gtk_widget_add_css_class (GTK_WIDGET (self), "secondary");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "secondary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
pv_amount_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvAmountLabel *self = PV_AMOUNT_LABEL (object);

  switch (id)
    {
    case PROP_CENTS:
      g_value_set_int64 (value, self->cents);
      break;
    case PROP_TEXT:
      g_value_set_string (value, pv_amount_label_get_text (self));
      break;
    case PROP_XALIGN:
      g_value_set_float (value, gtk_label_get_xalign (self->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_amount_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvAmountLabel *self = PV_AMOUNT_LABEL (object);

  switch (id)
    {
    case PROP_CENTS:
      pv_amount_label_set_cents (self, g_value_get_int64 (value));
      break;
    case PROP_TEXT:
      pv_amount_label_set_text (self, g_value_get_string (value));
      break;
    case PROP_XALIGN:
      gtk_label_set_xalign (self->label, g_value_get_float (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_amount_label_class_init (PvAmountLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_amount_label_get_property;
  object_class->set_property = pv_amount_label_set_property;

  properties[PROP_CENTS] =
      g_param_spec_int64 ("cents", NULL, NULL, G_MININT64, G_MAXINT64, PV_CENTS_NULL,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 1,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/widget/pv-amount-label.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAmountLabel, label);
  gtk_widget_class_set_css_name (widget_class, "amount");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
pv_amount_label_init (PvAmountLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cents = PV_CENTS_NULL;
  show (self, PV_TEXT_NULL);
}

GtkWidget *
pv_amount_label_new (PvCents cents)
{
  return g_object_new (PV_TYPE_AMOUNT_LABEL, "cents", cents, NULL);
}

PvCents
pv_amount_label_get_cents (PvAmountLabel *self)
{
  g_return_val_if_fail (PV_IS_AMOUNT_LABEL (self), PV_CENTS_NULL);

  return self->cents;
}

void
pv_amount_label_set_cents (PvAmountLabel *self, PvCents cents)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_AMOUNT_LABEL (self));

  self->cents = cents;
  text = pv_amount_to_text (cents);
  show (self, text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CENTS]);
}

void
pv_amount_label_set_text (PvAmountLabel *self, const char *text)
{
  g_return_if_fail (PV_IS_AMOUNT_LABEL (self));

  self->cents = PV_CENTS_NULL;
  show (self, text != NULL ? text : "");
}

const char *
pv_amount_label_get_text (PvAmountLabel *self)
{
  g_return_val_if_fail (PV_IS_AMOUNT_LABEL (self), NULL);

  return gtk_label_get_label (self->label);
}
