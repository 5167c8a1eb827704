/* pv-stage-bar.c: the amounts of an envelope or a funder, stage by stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-stage-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widget/pv-tooltip.h"

#define THICK 12
#define HEIGHT (PV_CHART_THIN + PV_CHART_GAP + THICK)
#define MINIMUM_WIDTH 80

struct _PvStageBar
{
  GtkWidget parent_instance;

  PvStageAmounts amounts;
  PvCents scale;
};

G_DEFINE_FINAL_TYPE (PvStageBar, pv_stage_bar, GTK_TYPE_WIDGET)

/* --- amounts ------------------------------------------------------------------------- */

static PvCents
known (PvCents cents)
{
  return cents == PV_CENTS_NULL ? 0 : cents;
}

PvCents
pv_stage_amounts_get_engage (const PvStageAmounts *self)
{
  PvCents sum = PV_CENTS_NULL;

  g_return_val_if_fail (self != NULL, PV_CENTS_NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    pv_money_add (sum, self->parts[i], &sum);

  return sum;
}

PvCents
pv_stage_amounts_get_extent (const PvStageAmounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MAX (MAX (known (self->sollicite), known (self->enveloppe)),
              known (pv_stage_amounts_get_engage (self)));
}

static void
append_part (GString *text, PvChartPattern pattern, PvCents cents)
{
  g_autofree char *amount =
      pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);

  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, "%s %s", pv_chart_pattern_to_words (pattern), amount);
}

char *
pv_stage_amounts_to_text (const PvStageAmounts *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PvCents engage;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    if (known (self->parts[i]) != 0)
      append_part (text, (PvChartPattern)i, self->parts[i]);
  engage = known (pv_stage_amounts_get_engage (self));
  if (self->enveloppe != PV_CENTS_NULL && engage <= self->enveloppe)
    append_part (text, PV_CHART_RESTE, self->enveloppe - engage);
  else if (self->enveloppe != PV_CENTS_NULL)
    append_part (text, PV_CHART_DEPASSEMENT, engage - self->enveloppe);
  if (self->sollicite != PV_CENTS_NULL)
    append_part (text, PV_CHART_SOLLICITE, self->sollicite);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE)
                       : g_strdup (_ ("No amount yet"));
}

/* --- the bar ------------------------------------------------------------------------- */

typedef struct
{
  cairo_t *cr;
  double width;
  PvCents scale;
  PvCents before;
  gboolean dark;
} Pen;

static double
to_x (const Pen *pen, PvCents cents)
{
  return CLAMP (round ((double)cents / (double)pen->scale * pen->width), 0, pen->width);
}

static void
draw_part (Pen *pen, PvChartPattern pattern, PvCents cents)
{
  double start, end;

  if (known (cents) <= 0)
    return;

  start = to_x (pen, pen->before);
  pen->before += cents;
  end = to_x (pen, pen->before);
  pv_chart_pattern_paint (pattern, pen->cr,
                          &GRAPHENE_RECT_INIT ((float)start, PV_CHART_THIN + PV_CHART_GAP,
                                               (float)MAX (end - start - PV_CHART_GAP, 2), THICK),
                          pen->dark);
}

/* A part that goes over the envelope is cut there: what exceeds has its own pattern. */
static void
draw_parts (Pen *pen, const PvStageAmounts *amounts)
{
  PvCents limit = amounts->enveloppe != PV_CENTS_NULL ? amounts->enveloppe : G_MAXINT64;
  PvCents engage = known (pv_stage_amounts_get_engage (amounts));

  for (guint i = 0; i < G_N_ELEMENTS (amounts->parts); i++)
    draw_part (pen, (PvChartPattern)i, MIN (known (amounts->parts[i]), limit - pen->before));
  if (amounts->enveloppe == PV_CENTS_NULL)
    return;
  draw_part (pen, PV_CHART_RESTE, limit - engage);
  draw_part (pen, PV_CHART_DEPASSEMENT, engage - limit);
}

static void
pv_stage_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvStageBar *self = PV_STAGE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double y = (gtk_widget_get_height (widget) - HEIGHT) / 2;
  Pen pen = { .width = width, .scale = self->scale };

  if (self->scale <= 0 || width <= 0)
    return;

  pen.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  pen.cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float)y, (float)width, HEIGHT));
  cairo_translate (pen.cr, 0, y);
  if (known (self->amounts.sollicite) > 0)
    pv_chart_pattern_paint (
        PV_CHART_SOLLICITE, pen.cr,
        &GRAPHENE_RECT_INIT (0, 0, (float)MAX (to_x (&pen, self->amounts.sollicite), 2),
                             PV_CHART_THIN),
        pen.dark);
  draw_parts (&pen, &self->amounts);
  cairo_destroy (pen.cr);
}

static void
pv_stage_bar_measure (GtkWidget *widget,
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
pv_stage_bar_class_init (PvStageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pv_stage_bar_measure;
  widget_class->snapshot = pv_stage_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stage-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pv_stage_bar_init (PvStageBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->amounts.parts); i++)
    self->amounts.parts[i] = PV_CENTS_NULL;
  self->amounts.sollicite = self->amounts.enveloppe = PV_CENTS_NULL;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pv_stage_bar_new (void)
{
  return g_object_new (PV_TYPE_STAGE_BAR, NULL);
}

void
pv_stage_bar_set_amounts (PvStageBar *self, const PvStageAmounts *amounts, PvCents scale)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_STAGE_BAR (self));
  g_return_if_fail (amounts != NULL);

  self->amounts = *amounts;
  self->scale = scale;
  text = pv_stage_amounts_to_text (amounts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  pv_tooltip_set (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
