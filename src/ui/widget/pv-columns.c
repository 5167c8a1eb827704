/* pv-columns.c: cards side by side where there is room, else one above the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-columns.h"

#define SPACING 12
#define MIN_CHARS 44

struct _PvColumns
{
  GtkWidget parent_instance;

  double first_share;
};

enum
{
  PROP_FIRST_SHARE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvColumns, pv_columns, GTK_TYPE_WIDGET)

/* The least width of the first column, and of the widest of the others; how many there are. */
static int
get_least (GtkWidget *widget, int *others, int *n)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int first = MIN_CHARS * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  *others = first;
  *n = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int *least = *n == 0 ? &first : others;
        int minimum = 0;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        *least = MAX (*least, minimum);
        (*n)++;
      }

  return first;
}

/* The width of the first column, and of the others. */
static int
get_column_width (GtkWidget *widget, int width, gboolean *stacked, int *others)
{
  double share = PV_COLUMNS (widget)->first_share;
  gboolean shared;
  int n = 0;
  int least_others;
  int least = get_least (widget, &least_others, &n);
  int first;

  shared = n == 2 && share > 0;
  *stacked = n < 2 || width < (shared ? least + least_others : n * MAX (least, least_others)) +
                                  (n - 1) * SPACING;
  *others = *stacked ? width : (width - (n - 1) * SPACING) / n;
  if (*stacked || !shared)
    return *others;

  first = CLAMP ((int)(share * (width - SPACING)), least, width - SPACING - least_others);
  *others = width - SPACING - first;

  return first;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min = 0, nat = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      *minimum = MAX (*minimum, min);
      *natural = MAX (*natural, nat);
    }
}

static void
measure_height (GtkWidget *widget, int width, int *minimum, int *natural)
{
  gboolean stacked = TRUE;
  int others = -1;
  int column = width >= 0 ? get_column_width (widget, width, &stacked, &others) : -1;
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min = 0, nat = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, n > 0 ? others : column, &min, &nat,
                          NULL, NULL);
      *minimum = stacked ? *minimum + min + (n > 0 ? SPACING : 0) : MAX (*minimum, min);
      *natural = stacked ? *natural + nat + (n > 0 ? SPACING : 0) : MAX (*natural, nat);
      n++;
    }
}

static void
pv_columns_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

static void
pv_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean stacked = TRUE;
  int others;
  int column = get_column_width (widget, width, &stacked, &others);
  GtkAllocation place = { 0, 0, column, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation here;

      if (!gtk_widget_should_layout (child))
        continue;
      if (stacked)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL,
                            NULL);
      here = place;
      if (rtl && !stacked)
        here.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &here, -1);
      if (stacked)
        place.y += place.height + SPACING;
      else
        place.x += place.width + SPACING;
      place.width = others;
    }
}

static GtkSizeRequestMode
pv_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pv_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pv_columns_parent_class)->dispose (object);
}

static void
pv_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, PV_COLUMNS (object)->first_share);
}

static void
pv_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PV_COLUMNS (object)->first_share = g_value_get_double (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
pv_columns_class_init (PvColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_columns_dispose;
  G_OBJECT_CLASS (klass)->get_property = pv_columns_get_property;
  G_OBJECT_CLASS (klass)->set_property = pv_columns_set_property;
  properties[PROP_FIRST_SHARE] = g_param_spec_double ("first-share", NULL, NULL, 0, 1, 0,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->measure = pv_columns_measure;
  widget_class->size_allocate = pv_columns_size_allocate;
  widget_class->get_request_mode = pv_columns_get_request_mode;
}

static void
pv_columns_init (PvColumns *self)
{
}
