/* pv-share-bar.c: parts of a whole, one beside the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-share-bar.h"

#include <adwaita.h>

#define HEIGHT 14
#define MINIMUM_WIDTH 60

typedef struct
{
  PvChartPattern pattern;
  gint64 value;
} Segment;

struct _PvShareBar
{
  GtkWidget parent_instance;

  GArray *segments;
  gint64 scale;
};

G_DEFINE_FINAL_TYPE (PvShareBar, pv_share_bar, GTK_TYPE_WIDGET)

static void
pv_share_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
pv_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvShareBar *self = PV_SHARE_BAR (widget);
  int width = gtk_widget_get_width (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  float y = (float)((gtk_widget_get_height (widget) - HEIGHT) / 2);
  gint64 before = 0;
  cairo_t *cr;

  if (self->scale <= 0 || width <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, y, (float)width, HEIGHT));
  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      double start = round ((double)before / (double)self->scale * width);
      double end;
      graphene_rect_t area;

      before += segment->value;
      end = round ((double)before / (double)self->scale * width);
      /* However small, a part that is there is seen. */
      area =
          GRAPHENE_RECT_INIT ((float)start, y, (float)MAX (end - start - PV_CHART_GAP, 2), HEIGHT);
      pv_chart_pattern_paint (segment->pattern, cr, &area, dark);
    }
  cairo_destroy (cr);
}

static void
pv_share_bar_finalize (GObject *object)
{
  g_array_unref (PV_SHARE_BAR (object)->segments);

  G_OBJECT_CLASS (pv_share_bar_parent_class)->finalize (object);
}

static void
pv_share_bar_class_init (PvShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_share_bar_finalize;
  widget_class->measure = pv_share_bar_measure;
  widget_class->snapshot = pv_share_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "share-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pv_share_bar_init (PvShareBar *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pv_share_bar_new (void)
{
  return g_object_new (PV_TYPE_SHARE_BAR, NULL);
}

void
pv_share_bar_begin (PvShareBar *self, gint64 scale)
{
  g_return_if_fail (PV_IS_SHARE_BAR (self));

  g_array_set_size (self->segments, 0);
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pv_share_bar_add (PvShareBar *self, PvChartPattern pattern, gint64 value)
{
  Segment segment = { pattern, value };

  g_return_if_fail (PV_IS_SHARE_BAR (self));

  if (value > 0)
    g_array_append_val (self->segments, segment);
}

void
pv_share_bar_set_text (PvShareBar *self, const char *text)
{
  g_return_if_fail (PV_IS_SHARE_BAR (self));
  g_return_if_fail (text != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}
