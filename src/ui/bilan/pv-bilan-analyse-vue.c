/* pv-bilan-analyse-vue.c: the bilan of the programming, with its charts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue.h"

#include <glib/gi18n.h>

struct _PvBilanAnalyseVue
{
  AdwBin parent_instance;

  PvContext *context;
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvBilanAnalyseVue, pv_bilan_analyse_vue, ADW_TYPE_BIN)

void
pv_bilan_analyse_vue_refresh (PvBilanAnalyseVue *self)
{
  g_return_if_fail (PV_IS_BILAN_ANALYSE_VUE (self));
}

static void
pv_bilan_analyse_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_BILAN_ANALYSE_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_bilan_analyse_vue_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_BILAN_ANALYSE_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_bilan_analyse_vue_dispose (GObject *object)
{
  PvBilanAnalyseVue *self = PV_BILAN_ANALYSE_VUE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_BILAN_ANALYSE_VUE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_bilan_analyse_vue_parent_class)->dispose (object);
}

static void
pv_bilan_analyse_vue_class_init (PvBilanAnalyseVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_bilan_analyse_vue_dispose;
  object_class->get_property = pv_bilan_analyse_vue_get_property;
  object_class->set_property = pv_bilan_analyse_vue_set_property;
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-bilan-analyse-vue.ui");
}

static void
pv_bilan_analyse_vue_init (PvBilanAnalyseVue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_bilan_analyse_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_BILAN_ANALYSE_VUE, "context", context, NULL);
}
