/* pv-line-style.c: the lines of a chart, told apart without colour
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-line-style.h"

#include <adwaita.h>

#define SWATCH_WIDTH 28
#define SWATCH_HEIGHT 12

typedef enum
{
  MARKER_DISC,
  MARKER_SQUARE,
  MARKER_TRIANGLE,
  MARKER_DIAMOND,
} Marker;

typedef struct
{
  Marker marker;
  gboolean hollow;
  double width;
  double dashes[4];
  int n_dashes;
  guint colour[2]; /* light, dark: 0xRRGGBB */
} Style;

static const Style styles[PV_N_LINE_STYLES] = {
  [PV_LINE_SOLLICITE] = { MARKER_DIAMOND, TRUE, 1.5, { 1.5, 3 }, 2, { 0x77767b, 0x9a9996 } },
  [PV_LINE_ACCORDE] = { MARKER_DISC, FALSE, 2, { 0 }, 0, { 0x1a5fb4, 0x99c1f1 } },
  [PV_LINE_NOTIFIE] = { MARKER_TRIANGLE, TRUE, 1.5, { 6, 3 }, 2, { 0x4a8fe0, 0x62a0ea } },
  [PV_LINE_VERSE] = { MARKER_SQUARE, FALSE, 2.5, { 0 }, 0, { 0x0b2c5c, 0xe4effc } },
  [PV_LINE_REALISE] = { MARKER_DISC, TRUE, 1.5, { 6, 2, 1.5, 2 }, 4, { 0x613583, 0xc8a2da } },
};

struct _PvLineSwatch
{
  GtkWidget parent_instance;

  PvLineStyle style;
};

G_DEFINE_FINAL_TYPE (PvLineSwatch, pv_line_swatch, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, guint colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

void
pv_line_style_set (PvLineStyle style, cairo_t *cr, gboolean dark)
{
  g_return_if_fail ((guint)style < PV_N_LINE_STYLES);

  set_colour (cr, styles[style].colour[dark ? 1 : 0]);
  cairo_set_line_width (cr, styles[style].width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, styles[style].dashes, styles[style].n_dashes, 0);
}

static void
trace (Marker marker, cairo_t *cr, double x, double y)
{
  const double r = PV_LINE_MARKER;

  cairo_new_path (cr);
  switch (marker)
    {
    case MARKER_DISC:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    case MARKER_SQUARE:
      cairo_rectangle (cr, x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
      break;
    case MARKER_TRIANGLE:
      cairo_move_to (cr, x, y - r - 0.5);
      cairo_line_to (cr, x + r, y + r - 1);
      cairo_line_to (cr, x - r, y + r - 1);
      cairo_close_path (cr);
      break;
    case MARKER_DIAMOND:
      cairo_move_to (cr, x, y - r - 0.5);
      cairo_line_to (cr, x + r + 0.5, y);
      cairo_line_to (cr, x, y + r + 0.5);
      cairo_line_to (cr, x - r - 0.5, y);
      cairo_close_path (cr);
      break;
    }
}

void
pv_line_style_mark (PvLineStyle style,
                    cairo_t *cr,
                    double x,
                    double y,
                    const GdkRGBA *paper,
                    gboolean dark)
{
  const Style *shown;

  g_return_if_fail ((guint)style < PV_N_LINE_STYLES);

  shown = &styles[style];
  trace (shown->marker, cr, x, y);
  if (shown->hollow)
    gdk_cairo_set_source_rgba (cr, paper);
  else
    set_colour (cr, shown->colour[dark ? 1 : 0]);
  cairo_fill_preserve (cr);
  set_colour (cr, shown->colour[dark ? 1 : 0]);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
pv_line_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvLineSwatch *self = PV_LINE_SWATCH (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const GdkRGBA paper = dark ? (GdkRGBA){ 0.21f, 0.21f, 0.21f, 1 } : (GdkRGBA){ 1, 1, 1, 1 };
  double y = gtk_widget_get_height (widget) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, SWATCH_WIDTH, (float)gtk_widget_get_height (widget)));

  pv_line_style_set (self->style, cr, dark);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, SWATCH_WIDTH, y);
  cairo_stroke (cr);
  pv_line_style_mark (self->style, cr, SWATCH_WIDTH / 2.0, y, &paper, dark);
  cairo_destroy (cr);
}

static void
pv_line_swatch_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SWATCH_WIDTH : SWATCH_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
pv_line_swatch_class_init (PvLineSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pv_line_swatch_measure;
  widget_class->snapshot = pv_line_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "line-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pv_line_swatch_init (PvLineSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pv_line_swatch_new (PvLineStyle style)
{
  PvLineSwatch *self = g_object_new (PV_TYPE_LINE_SWATCH, NULL);

  self->style = style;

  return GTK_WIDGET (self);
}
