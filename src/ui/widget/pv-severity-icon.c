/* pv-severity-icon.c: how serious a finding is
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-severity-icon.h"

#include <glib/gi18n.h>

#include "widget/pv-tooltip.h"

struct _PvSeverityIcon
{
  AdwBin parent_instance;

  GtkImage *image;
  PvSeverite severite;
};

enum
{
  PROP_SEVERITE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvSeverityIcon, pv_severity_icon, ADW_TYPE_BIN)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *words;
} severites[] = {
  [PV_SEVERITE_INFO] = { "pv-info-symbolic", "accent", N_ ("Information") },
  [PV_SEVERITE_WARNING] = { "pv-warning-symbolic", "pv-warning", N_ ("Warning") },
  [PV_SEVERITE_ERROR] = { "pv-error-symbolic", "pv-error", N_ ("Error") },
};

static void
show (PvSeverityIcon *self)
{
  const char *words = pv_severite_to_words (self->severite);

  for (gsize i = 0; i < G_N_ELEMENTS (severites); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), severites[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), pv_severite_to_css_class (self->severite));
  gtk_image_set_from_icon_name (self->image, pv_severite_to_icon_name (self->severite));
  pv_tooltip_set (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
pv_severity_icon_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEVERITE:
      g_value_set_int (value, (int)PV_SEVERITY_ICON (object)->severite);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_severity_icon_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEVERITE:
      pv_severity_icon_set_severite (PV_SEVERITY_ICON (object),
                                     (PvSeverite)g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_severity_icon_class_init (PvSeverityIconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_severity_icon_get_property;
  object_class->set_property = pv_severity_icon_set_property;

  properties[PROP_SEVERITE] = g_param_spec_int (
      "severite", NULL, NULL, PV_SEVERITE_INFO, PV_SEVERITE_ERROR, PV_SEVERITE_INFO,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/widget/pv-severity-icon.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSeverityIcon, image);
  gtk_widget_class_set_css_name (widget_class, "severity");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pv_severity_icon_init (PvSeverityIcon *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}

GtkWidget *
pv_severity_icon_new (PvSeverite severite)
{
  return g_object_new (PV_TYPE_SEVERITY_ICON, "severite", (int)severite, NULL);
}

PvSeverite
pv_severity_icon_get_severite (PvSeverityIcon *self)
{
  g_return_val_if_fail (PV_IS_SEVERITY_ICON (self), PV_SEVERITE_INFO);

  return self->severite;
}

void
pv_severity_icon_set_severite (PvSeverityIcon *self, PvSeverite severite)
{
  g_return_if_fail (PV_IS_SEVERITY_ICON (self));

  if (self->severite == severite)
    return;

  self->severite = severite;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEVERITE]);
}

const char *
pv_severite_to_icon_name (PvSeverite severite)
{
  return severites[severite].icon;
}

const char *
pv_severite_to_css_class (PvSeverite severite)
{
  return severites[severite].css_class;
}

const char *
pv_severite_to_words (PvSeverite severite)
{
  return _ (severites[severite].words);
}
