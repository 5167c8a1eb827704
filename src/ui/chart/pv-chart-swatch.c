/* pv-chart-swatch.c: a sample of a pattern, for the legend of a chart
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-chart-swatch.h"

#include <adwaita.h>

#define WIDTH 18
#define HEIGHT 11

struct _PvChartSwatch
{
  GtkWidget parent_instance;

  PvChartPattern pattern;
};

enum
{
  PROP_PATTERN = 1,
};

G_DEFINE_FINAL_TYPE (PvChartSwatch, pv_chart_swatch, GTK_TYPE_WIDGET)

static void
pv_chart_swatch_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
pv_chart_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvChartSwatch *self = PV_CHART_SWATCH (widget);
  gboolean thin = self->pattern == PV_CHART_SOLLICITE;
  float height = thin ? PV_CHART_THIN : HEIGHT;
  float y = (float)((gtk_widget_get_height (widget) - (int)height) / 2);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, y, WIDTH, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  pv_chart_pattern_paint (self->pattern, cr, &area,
                          adw_style_manager_get_dark (adw_style_manager_get_default ()));
  cairo_destroy (cr);
}

static void
pv_chart_swatch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PATTERN)
    g_value_set_enum (value, PV_CHART_SWATCH (object)->pattern);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_chart_swatch_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PATTERN)
    PV_CHART_SWATCH (object)->pattern = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_chart_swatch_class_init (PvChartSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_chart_swatch_get_property;
  object_class->set_property = pv_chart_swatch_set_property;
  widget_class->measure = pv_chart_swatch_measure;
  widget_class->snapshot = pv_chart_swatch_snapshot;

  g_object_class_install_property (
      object_class, PROP_PATTERN,
      g_param_spec_enum ("pattern", NULL, NULL, PV_TYPE_CHART_PATTERN, PV_CHART_VERSE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "chart-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pv_chart_swatch_init (PvChartSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pv_chart_swatch_new (PvChartPattern pattern)
{
  return g_object_new (PV_TYPE_CHART_SWATCH, "pattern", pattern, NULL);
}
