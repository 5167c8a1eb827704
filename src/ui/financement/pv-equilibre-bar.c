/* pv-equilibre-bar.c: who brings what, up to the cost
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-equilibre-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widget/pv-format.h"

#define GAP 2
#define RADIUS 3

struct _PvEquilibreBar
{
  GtkWidget parent_instance;

  GArray *segments; /* of Segment */
};

typedef struct
{
  PvEquilibreGenre genre;
  char *name;
  char *sigle; /* (nullable) */
  char *amount;
  PvCents cents;
} Segment;

G_DEFINE_FINAL_TYPE (PvEquilibreBar, pv_equilibre_bar, GTK_TYPE_WIDGET)

static void
segment_clear (gpointer data)
{
  Segment *segment = data;

  g_free (segment->name);
  g_free (segment->sigle);
  g_free (segment->amount);
}

static PangoLayout *
create_layout (PvEquilibreBar *self, const char *text, gboolean bold, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pv_format_attributes (text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static int
line_height (PvEquilibreBar *self)
{
  g_autoptr (PangoLayout) layout = create_layout (self, "0", TRUE, 0.82);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
pv_equilibre_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int line = line_height (PV_EQUILIBRE_BAR (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 12 * line;
  else
    *minimum = *natural = 3 * line + 3;
}

static void
append_text (PvEquilibreBar *self,
             GtkSnapshot *snapshot,
             const char *text,
             gboolean bold,
             const graphene_rect_t *area,
             const GdkRGBA *color,
             const GdkRGBA *ground)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, bold, 0.82);
  PangoRectangle ink;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > area->size.width)
    pango_layout_set_width (layout, (int)area->size.width * PANGO_SCALE);
  /* too narrow for even a letter: the accessible text and the list above say it */
  if (area->size.width < height)
    return;
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (area->origin.x + (area->size.width - ink.width) / 2 - ink.x,
                                      area->origin.y + (area->size.height - height) / 2));
  if (ground != NULL)
    gtk_snapshot_append_color (snapshot, ground,
                               &GRAPHENE_RECT_INIT (ink.x - 3, 0, ink.width + 6, height));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
lookup (GtkWidget *widget, const char *name)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);

  return color;
}

static void
outline (cairo_t *cr, const graphene_rect_t *area, const GdkRGBA *color, gboolean dashed)
{
  const double dashes[] = { 4, 3 };

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.2);
  if (dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, area->origin.x + 0.6, area->origin.y + 0.6, area->size.width - 1.2,
                   area->size.height - 1.2);
  cairo_stroke (cr);
}

static void
append_lines (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  outline (cr, area, color, FALSE);
  cairo_set_line_width (cr, 1);
  for (double y = area->origin.y + 5.5; y < area->origin.y + area->size.height - 1; y += 5)
    {
      cairo_move_to (cr, area->origin.x + 1, y);
      cairo_line_to (cr, area->origin.x + area->size.width - 1, y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_dashes (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  outline (cr, area, color, TRUE);
  cairo_destroy (cr);
}

/* The name, or its short form where it has no room. */
static const char *
fitting_name (PvEquilibreBar *self, const Segment *segment, const graphene_rect_t *area)
{
  g_autoptr (PangoLayout) layout = create_layout (self, segment->name, TRUE, 0.82);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + 8 > area->size.width && segment->sigle != NULL ? segment->sigle : segment->name;
}

static void
append_segment (PvEquilibreBar *self,
                GtkSnapshot *snapshot,
                const Segment *segment,
                gboolean odd,
                const graphene_rect_t *area)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA solid = { 0.102f, 0.373f, 0.706f, 1 };
  GdkRGBA other = { 0.149f, 0.443f, 0.769f, 1 };
  GdkRGBA fg, ground;
  GskRoundedRect round;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &fg);
  switch (segment->genre)
    {
    case PV_EQUILIBRE_FINANCEUR:
      gsk_rounded_rect_init_from_rect (&round, area, RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &round);
      gtk_snapshot_append_color (snapshot, odd ? &other : &solid, area);
      gtk_snapshot_pop (snapshot);
      append_text (self, snapshot, fitting_name (self, segment, area), TRUE, area, &white, NULL);
      break;
    case PV_EQUILIBRE_AUTRES:
      ground = lookup (GTK_WIDGET (self), "card_bg_color");
      ground = adw_style_manager_get_dark (adw_style_manager_get_default ())
                   ? (GdkRGBA){ 0.21f, 0.21f, 0.21f, 1 }
                   : white;
      append_lines (snapshot, area, &fg);
      append_text (self, snapshot, segment->name, TRUE, area, &fg, &ground);
      break;
    case PV_EQUILIBRE_MANQUE:
      fg = lookup (GTK_WIDGET (self), "pv_error");
      append_dashes (snapshot, area, &fg);
      append_text (self, snapshot, segment->name, TRUE, area, &fg, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
pv_equilibre_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvEquilibreBar *self = PV_EQUILIBRE_BAR (widget);
  float width = (float)gtk_widget_get_width (widget);
  float line = (float)line_height (self);
  GdkRGBA secondary;
  double sum = 0, before = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &secondary);
  secondary.alpha *= 0.72f;
  for (guint i = 0; i < self->segments->len; i++)
    sum += (double)g_array_index (self->segments, Segment, i).cents;
  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      float from = (float)(before / sum) * width;
      float to = (float)((before + (double)segment->cents) / sum) * width;
      graphene_rect_t area = GRAPHENE_RECT_INIT (from, 0, MAX (to - from - GAP, 1), 2 * line);

      append_segment (self, snapshot, segment, i % 2 == 1, &area);
      area = GRAPHENE_RECT_INIT (from, 2 * line + 3, MAX (to - from - GAP, 1), line);
      append_text (self, snapshot, segment->amount, FALSE, &area, &secondary, NULL);
      before += (double)segment->cents;
    }
}

static void
pv_equilibre_bar_finalize (GObject *object)
{
  g_array_unref (PV_EQUILIBRE_BAR (object)->segments);

  G_OBJECT_CLASS (pv_equilibre_bar_parent_class)->finalize (object);
}

static void
pv_equilibre_bar_class_init (PvEquilibreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_equilibre_bar_finalize;
  widget_class->measure = pv_equilibre_bar_measure;
  widget_class->snapshot = pv_equilibre_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "equilibre");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pv_equilibre_bar_init (PvEquilibreBar *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_array_set_clear_func (self->segments, segment_clear);
}

void
pv_equilibre_bar_begin (PvEquilibreBar *self)
{
  g_return_if_fail (PV_IS_EQUILIBRE_BAR (self));

  g_array_set_size (self->segments, 0);
}

void
pv_equilibre_bar_add (PvEquilibreBar *self,
                      PvEquilibreGenre genre,
                      const char *name,
                      const char *sigle,
                      PvCents cents)
{
  Segment segment = { genre, NULL, NULL, NULL, cents };

  g_return_if_fail (PV_IS_EQUILIBRE_BAR (self));

  if (cents == PV_CENTS_NULL || cents <= 0)
    return;

  segment.name = g_strdup (name);
  segment.sigle = g_strdup (sigle);
  segment.amount = pv_amount_to_figures (cents);
  g_array_append_val (self->segments, segment);
}

void
pv_equilibre_bar_end (PvEquilibreBar *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (PV_IS_EQUILIBRE_BAR (self));

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", segment->name, segment->amount);
    }
  if (text->len == 0)
    g_string_append (text, _ ("Nothing yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
