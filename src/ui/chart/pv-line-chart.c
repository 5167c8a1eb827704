/* pv-line-chart.c: amounts over the years, as lines
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-line-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "widget/pv-format.h"

#define MINIMUM_WIDTH 260
#define NATURAL_WIDTH 420
#define LINES 11 /* of text, in its height */
#define GAP 6
#define MAX_STEPS 5

typedef struct
{
  PvLineStyle style;
  PvCents *values;
} Line;

struct _PvLineChart
{
  GtkWidget parent_instance;

  GStrv labels;
  guint n;
  GArray *lines;
};

G_DEFINE_FINAL_TYPE (PvLineChart, pv_line_chart, GTK_TYPE_WIDGET)

/* --- the axis ---------------------------------------------------------------------------- */

PvCents
pv_line_chart_get_step (PvCents max)
{
  static const gint64 round_ones[] = { 1, 2, 5 };

  for (gint64 ten = 10000; ten <= G_MAXINT64 / 50; ten *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (round_ones); i++)
      if (max / (ten * round_ones[i]) < MAX_STEPS)
        return ten * round_ones[i];

  return G_MAXINT64 / MAX_STEPS;
}

static PvCents
get_max (PvLineChart *self)
{
  PvCents max = 0;

  for (guint l = 0; l < self->lines->len; l++)
    for (guint i = 0; i < self->n; i++)
      max = MAX (max, g_array_index (self->lines, Line, l).values[i]);

  return max;
}

/* "2,5 M€", "500 k€". */
static char *
dup_tick (PvCents cents, PvCents step)
{
  g_autofree char *count = NULL;

  if (cents == 0)
    return g_strdup ("0");
  if (step >= 10000000 && step % 100000000 != 0)
    {
      count = g_strdup_printf ("%.1f", (double)cents / 1e8);
      /* Translators: millions of euros. */
      return g_strdup_printf (_ ("%s M€"), count);
    }
  if (step >= 100000000)
    {
      count = pv_count_to_text (cents / 100000000);
      return g_strdup_printf (_ ("%s M€"), count);
    }
  count = pv_count_to_text (cents / 100000);

  /* Translators: thousands of euros. */
  return g_strdup_printf (_ ("%s k€"), count);
}

/* --- drawing ----------------------------------------------------------------------------- */

/* Where the lines are drawn, and the ink of the axis. */
typedef struct
{
  GtkSnapshot *snapshot;
  cairo_t *cr;
  double left, top, width, height;
  PvCents top_value;
  guint n;
  gboolean dark;
  GdkRGBA ink;
  GdkRGBA paper;
} Plot;

static double
to_x (const Plot *plot, guint i)
{
  return plot->n > 1 ? plot->left + plot->width * i / (plot->n - 1) : plot->left + plot->width / 2;
}

static double
to_y (const Plot *plot, PvCents cents)
{
  return plot->top + plot->height * (1 - (double)cents / (double)plot->top_value);
}

/* @align: 0: begins at @x, 0.5: centred on it, 1: ends there */
static void
draw_text (GtkWidget *widget, const Plot *plot, const char *text, double x, double y, double align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GdkRGBA ink = plot->ink;
  int width, height;

  ink.alpha *= 0.62f;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (plot->snapshot);
  gtk_snapshot_translate (
      plot->snapshot, &GRAPHENE_POINT_INIT ((float)(x - width * align), (float)(y - height / 2.0)));
  gtk_snapshot_append_layout (plot->snapshot, layout, &ink);
  gtk_snapshot_restore (plot->snapshot);
}

static void
draw_axis (const Plot *plot, PvCents step, double side)
{
  for (PvCents tick = 0; tick <= plot->top_value; tick += step)
    {
      double y = floor (to_y (plot, tick)) + 0.5;

      cairo_set_source_rgba (plot->cr, plot->ink.red, plot->ink.green, plot->ink.blue,
                             tick == 0 ? 0.4 : 0.12);
      cairo_set_line_width (plot->cr, 1);
      cairo_move_to (plot->cr, plot->left - side, y);
      cairo_line_to (plot->cr, plot->left + plot->width + side, y);
      cairo_stroke (plot->cr);
    }
}

static void
draw_ticks (PvLineChart *self, const Plot *plot, PvCents step)
{
  for (PvCents tick = 0; tick <= plot->top_value; tick += step)
    {
      g_autofree char *text = dup_tick (tick, step);

      draw_text (GTK_WIDGET (self), plot, text, plot->left - GAP, to_y (plot, tick), 1);
    }
}

static void
draw_labels (PvLineChart *self, const Plot *plot, int line_height)
{
  for (guint i = 0; i < self->n; i++)
    draw_text (GTK_WIDGET (self), plot, self->labels[i], to_x (plot, i),
               plot->top + plot->height + GAP + line_height / 2.0, 0.5);
}

static void
draw_line (const Plot *plot, const Line *line)
{
  gboolean before = FALSE;

  pv_line_style_set (line->style, plot->cr, plot->dark);
  for (guint i = 0; i < plot->n; i++)
    {
      gboolean known = line->values[i] != PV_CENTS_NULL;

      if (known && before)
        cairo_line_to (plot->cr, to_x (plot, i), to_y (plot, line->values[i]));
      else if (known)
        cairo_move_to (plot->cr, to_x (plot, i), to_y (plot, line->values[i]));
      before = known;
    }
  cairo_stroke (plot->cr);
  for (guint i = 0; i < plot->n; i++)
    if (line->values[i] != PV_CENTS_NULL)
      pv_line_style_mark (line->style, plot->cr, to_x (plot, i), to_y (plot, line->values[i]),
                          &plot->paper, plot->dark);
}

static int
get_line_height (PvLineChart *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* The widest of the ticks. */
static int
get_tick_width (PvLineChart *self, PvCents top, PvCents step)
{
  int widest = 0;

  for (PvCents tick = 0; tick <= top; tick += step)
    {
      g_autofree char *text = dup_tick (tick, step);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

static void
pv_line_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvLineChart *self = PV_LINE_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int text = get_line_height (self);
  PvCents max = get_max (self), step = pv_line_chart_get_step (max);
  Plot plot = { .snapshot = snapshot, .n = self->n, .top = text / 2.0 + GAP };
  double side;

  if (self->n == 0 || width <= 0)
    return;
  plot.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &plot.ink);
  plot.paper = plot.dark ? (GdkRGBA){ 0.21f, 0.21f, 0.21f, 1 } : (GdkRGBA){ 1, 1, 1, 1 };
  plot.top_value = MAX ((max + step - 1) / step, 1) * step;
  /* room for half of a year under the first and the last point */
  side = text * 1.3;
  plot.left = get_tick_width (self, plot.top_value, step) + 2 * GAP + side;
  plot.width = width - plot.left - side - GAP;
  plot.height = height - plot.top - text - 2 * GAP;
  plot.cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  draw_axis (&plot, step, side);
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (&plot, &g_array_index (self->lines, Line, i));
  cairo_destroy (plot.cr);
  plot.left -= side;
  draw_ticks (self, &plot, step);
  plot.left += side;
  draw_labels (self, &plot, text);
}

static void
pv_line_chart_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int text = get_line_height (PV_LINE_CHART (widget));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : text * LINES;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : text * LINES;
  *minimum_baseline = *natural_baseline = -1;
}

/* --- the object -------------------------------------------------------------------------- */

static void
line_clear (gpointer data)
{
  g_free (((Line *)data)->values);
}

static void
pv_line_chart_finalize (GObject *object)
{
  PvLineChart *self = PV_LINE_CHART (object);

  g_array_unref (self->lines);
  g_strfreev (self->labels);

  G_OBJECT_CLASS (pv_line_chart_parent_class)->finalize (object);
}

static void
pv_line_chart_class_init (PvLineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_line_chart_finalize;
  widget_class->measure = pv_line_chart_measure;
  widget_class->snapshot = pv_line_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "line-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pv_line_chart_init (PvLineChart *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pv_line_chart_new (void)
{
  return g_object_new (PV_TYPE_LINE_CHART, NULL);
}

void
pv_line_chart_begin (PvLineChart *self, const char *const *labels, guint n)
{
  g_return_if_fail (PV_IS_LINE_CHART (self));

  g_array_set_size (self->lines, 0);
  g_strfreev (self->labels);
  self->labels = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->labels[i] = g_strdup (labels[i]);
  self->n = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pv_line_chart_add (PvLineChart *self, PvLineStyle style, const PvCents *values)
{
  Line line = { .style = style };

  g_return_if_fail (PV_IS_LINE_CHART (self));

  line.values = g_memdup2 (values, self->n * sizeof (PvCents));
  g_array_append_val (self->lines, line);
}

void
pv_line_chart_set_text (PvLineChart *self, const char *text)
{
  g_return_if_fail (PV_IS_LINE_CHART (self));
  g_return_if_fail (text != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
