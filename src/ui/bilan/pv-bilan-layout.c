/* pv-bilan-layout.c: cards in two columns, or one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-layout.h"

struct _PvBilanLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
};

G_DEFINE_FINAL_TYPE (PvBilanLayout, pv_bilan_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The next child that is shown, @child or after. */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_min_width (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  return widest;
}

static int
get_height (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  GskTransform *place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)x, (float)y));

  gtk_widget_allocate (child, width, height, -1, place);
}

/* Lays the children out, or only measures: returns the height of all. */
static int
lay_out (PvBilanLayout *self, GtkWidget *widget, int width, gboolean really)
{
  int least = get_min_width (widget);
  gboolean two = width >= 2 * least + self->spacing;
  int column = two ? (width - self->spacing) / 2 : MAX (width, least);
  int heights[2] = { 0, 0 };

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      guint where = two && heights[1] < heights[0] ? 1 : 0;
      int height = get_height (child, column);

      if (really)
        allocate (child, where == 0 ? 0 : width - column, heights[where], column, height);
      heights[where] += height + self->spacing;
    }

  return MAX (MAX (heights[0], heights[1]) - self->spacing, 0);
}

static GtkSizeRequestMode
pv_bilan_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pv_bilan_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PvBilanLayout *self = PV_BILAN_LAYOUT (manager);
  int least = get_min_width (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = 2 * least + self->spacing;
    }
  else
    *minimum = *natural = lay_out (self, widget, for_size < 0 ? least : for_size, FALSE);
  *minimum_baseline = *natural_baseline = -1;
}

static void
pv_bilan_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  lay_out (PV_BILAN_LAYOUT (manager), widget, width, TRUE);
}

static void
pv_bilan_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, PV_BILAN_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_bilan_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    {
      PV_BILAN_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_bilan_layout_class_init (PvBilanLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = pv_bilan_layout_get_property;
  object_class->set_property = pv_bilan_layout_set_property;
  manager_class->get_request_mode = pv_bilan_layout_get_request_mode;
  manager_class->measure = pv_bilan_layout_measure;
  manager_class->allocate = pv_bilan_layout_allocate;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, 100, 12,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
pv_bilan_layout_init (PvBilanLayout *self)
{
  self->spacing = 12;
}
