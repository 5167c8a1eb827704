/* pv-wrap-layout.c: children one after the other, on as many lines as they take
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-wrap-layout.h"

#define SPACING 6
#define LINE_SPACING 4

struct _PvWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
};

G_DEFINE_FINAL_TYPE (PvWrapLayout, pv_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Lays the children out in @width, and says the height; places them when @place. */
static int
lay_out (PvWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition minimum, natural;
      int w;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &minimum, &natural);
      w = MAX (minimum.width, MIN (natural.width, width));
      if (w < natural.width) /* what wraps is higher */
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, NULL, &natural.height, NULL, NULL);
      if (x > 0 && x + w > width)
        {
          x = 0;
          y += line + LINE_SPACING;
          line = 0;
        }
      if (place)
        gtk_widget_size_allocate (
            child, &(GtkAllocation){ rtl ? width - x - w : x, y, w, natural.height }, -1);
      x += w + self->spacing;
      line = MAX (line, natural.height);
    }

  return y + line;
}

static void
measure_width (PvWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &least, &wanted);
      *minimum = MAX (*minimum, least.width);
      *natural += wanted.width + (*natural > 0 ? self->spacing : 0);
    }
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  PvWrapLayout *self = PV_WRAP_LAYOUT (manager);
  int least = 0, wanted = 0;

  measure_width (self, widget, &least, &wanted);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    least = wanted = lay_out (self, widget, for_size < 0 ? wanted : MAX (for_size, least), FALSE);
  *minimum = least;
  *natural = wanted;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (PV_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
pv_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PV_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
pv_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, PV_WRAP_LAYOUT (object)->spacing);
}

static void
pv_wrap_layout_class_init (PvWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = pv_wrap_layout_set_property;
  object_class->get_property = pv_wrap_layout_get_property;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, SPACING,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
pv_wrap_layout_init (PvWrapLayout *self)
{
  self->spacing = SPACING;
}
