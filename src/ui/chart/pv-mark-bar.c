/* pv-mark-bar.c: how many of each mark, with the numbers inside
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-mark-bar.h"

#include <adwaita.h>

#include "widget/pv-tooltip.h"

#define MINIMUM_WIDTH 120
#define SLIVER 3 /* however small, a part that is there is seen */

typedef struct
{
  gint64 value;
  GtkWidget *button;
  GtkWidget *label;
  double x, width; /* where it was put */
} Segment;

struct _PvMarkBar
{
  GtkWidget parent_instance;

  char *action;
  gint64 scale;
  Segment segments[PV_MARK_BAR_SEGMENTS];
};

G_DEFINE_FINAL_TYPE (PvMarkBar, pv_mark_bar, GTK_TYPE_WIDGET)

static const PvChartPattern patterns[PV_MARK_BAR_SEGMENTS] = {
  PV_CHART_MARQUE_0,
  PV_CHART_MARQUE_1,
  PV_CHART_MARQUE_2,
  PV_CHART_NON_EVALUE,
};

static const char *const classes[PV_MARK_BAR_SEGMENTS] = { "mark-0", "mark-1", "mark-2", "none" };

static void
pv_mark_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  PvMarkBar *self = PV_MARK_BAR (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = 0;
  for (guint i = 0; i < PV_MARK_BAR_SEGMENTS; i++)
    {
      int min = 0;

      gtk_widget_measure (self->segments[i].button, orientation, -1, &min, NULL, NULL, NULL);
      *minimum = MAX (*minimum, min);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (*minimum, MINIMUM_WIDTH);
  *natural = *minimum;
}

/* Where each begins and ends: of the value, but no sliver is lost. */
static void
place_segments (PvMarkBar *self, int width)
{
  double x = 0;

  for (guint i = 0; i < PV_MARK_BAR_SEGMENTS; i++)
    {
      Segment *segment = &self->segments[i];

      segment->x = x;
      segment->width = 0;
      if (segment->value <= 0 || self->scale <= 0)
        continue;
      segment->width = MAX (round ((double)segment->value / (double)self->scale * width), SLIVER);
      segment->width = MIN (segment->width, width - x);
      x += segment->width;
    }
}

static void
pv_mark_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PvMarkBar *self = PV_MARK_BAR (widget);

  place_segments (self, width);
  for (guint i = 0; i < PV_MARK_BAR_SEGMENTS; i++)
    {
      Segment *segment = &self->segments[i];
      int need = 0, min = 0;
      GtkAllocation place = { (int)segment->x, 0, (int)segment->width, height };

      gtk_widget_set_child_visible (segment->button, segment->width > 0);
      if (segment->width <= 0)
        continue;
      gtk_widget_set_opacity (segment->label, 1);
      gtk_widget_measure (segment->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &need, NULL, NULL);
      gtk_widget_set_opacity (segment->label, need + 2 <= place.width ? 1 : 0);
      gtk_widget_measure (segment->button, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
      /* a button is as wide as its number: what does not fit is not painted */
      if (place.width < min)
        {
          place.x = MIN (place.x, MAX (width - min, 0));
          place.width = min;
        }
      gtk_widget_size_allocate (segment->button, &place, -1);
    }
}

static void
pv_mark_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvMarkBar *self = PV_MARK_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  for (guint i = 0; i < PV_MARK_BAR_SEGMENTS; i++)
    {
      const Segment *segment = &self->segments[i];
      float drawn = (float)MAX (segment->width - PV_CHART_GAP, 2);

      if (segment->width > 0)
        pv_chart_pattern_paint (patterns[i], cr,
                                &GRAPHENE_RECT_INIT ((float)segment->x, 0, drawn, (float)height),
                                dark);
    }
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (pv_mark_bar_parent_class)->snapshot (widget, snapshot);
}

static void
pv_mark_bar_dispose (GObject *object)
{
  PvMarkBar *self = PV_MARK_BAR (object);

  for (guint i = 0; i < PV_MARK_BAR_SEGMENTS; i++)
    g_clear_pointer (&self->segments[i].button, gtk_widget_unparent);

  G_OBJECT_CLASS (pv_mark_bar_parent_class)->dispose (object);
}

static void
pv_mark_bar_finalize (GObject *object)
{
  g_free (PV_MARK_BAR (object)->action);

  G_OBJECT_CLASS (pv_mark_bar_parent_class)->finalize (object);
}

static void
pv_mark_bar_class_init (PvMarkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_mark_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_mark_bar_finalize;
  widget_class->measure = pv_mark_bar_measure;
  widget_class->size_allocate = pv_mark_bar_size_allocate;
  widget_class->snapshot = pv_mark_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mark-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pv_mark_bar_init (PvMarkBar *self)
{
  for (guint i = 0; i < PV_MARK_BAR_SEGMENTS; i++)
    {
      Segment *segment = &self->segments[i];

      segment->label = gtk_label_new (NULL);
      gtk_widget_set_halign (segment->label, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (segment->label, "numeric");
      segment->button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (segment->button), segment->label);
      gtk_widget_add_css_class (segment->button, "flat");
      gtk_widget_add_css_class (segment->button, classes[i]);
      gtk_widget_set_overflow (segment->button, GTK_OVERFLOW_HIDDEN);
      gtk_widget_set_parent (segment->button, GTK_WIDGET (self));
    }
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
pv_mark_bar_new (const char *action)
{
  PvMarkBar *self = g_object_new (PV_TYPE_MARK_BAR, NULL);

  self->action = g_strdup (action);

  return GTK_WIDGET (self);
}

void
pv_mark_bar_set_scale (PvMarkBar *self, gint64 scale)
{
  g_return_if_fail (PV_IS_MARK_BAR (self));

  self->scale = scale;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pv_mark_bar_set (PvMarkBar *self,
                 guint mark,
                 gint64 value,
                 const char *text,
                 const char *words,
                 const char *detail)
{
  Segment *segment;

  g_return_if_fail (PV_IS_MARK_BAR (self));
  g_return_if_fail (mark < PV_MARK_BAR_SEGMENTS);

  segment = &self->segments[mark];
  segment->value = value;
  gtk_label_set_label (GTK_LABEL (segment->label), text);
  pv_tooltip_set (segment->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (segment->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_can_target (segment->button, detail != NULL);
  gtk_widget_set_focusable (segment->button, detail != NULL);
  if (detail != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (segment->button), "s", detail);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (segment->button), self->action);
    }
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (segment->button), NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
