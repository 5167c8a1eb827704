/* pv-projecteur-cadre.c: what is drawn for 1920 × 1080, on a screen of any size
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-projecteur-cadre.h"

#define LARGEUR 1920
#define HAUTEUR 1080

struct _PvProjecteurCadre
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

enum
{
  PROP_CHILD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvProjecteurCadre, pv_projecteur_cadre, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
pv_projecteur_cadre_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
pv_projecteur_cadre_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? LARGEUR : HAUTEUR;

  *minimum = size / 6;
  *natural = size / 2;
}

static void
pv_projecteur_cadre_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PvProjecteurCadre *self = PV_PROJECTEUR_CADRE (widget);
  float scale = MIN ((float)width / LARGEUR, (float)height / HAUTEUR);
  int minimum_width, needed;

  if (self->child == NULL || !gtk_widget_should_layout (self->child) || scale <= 0)
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL,
                      NULL);
  scale = MIN (scale, (float)width / (float)MAX (minimum_width, 1));
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, (int)((float)width / scale), &needed,
                      NULL, NULL, NULL);
  /* wider, it does not need more height */
  scale = MIN (scale, (float)height / (float)MAX (needed, 1));
  gtk_widget_allocate (self->child, (int)((float)width / scale + 0.5f),
                       (int)((float)height / scale + 0.5f), -1,
                       gsk_transform_scale (NULL, scale, scale));
}

static void
set_child (PvProjecteurCadre *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
pv_projecteur_cadre_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, PV_PROJECTEUR_CADRE (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_projecteur_cadre_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (PV_PROJECTEUR_CADRE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_projecteur_cadre_dispose (GObject *object)
{
  set_child (PV_PROJECTEUR_CADRE (object), NULL);

  G_OBJECT_CLASS (pv_projecteur_cadre_parent_class)->dispose (object);
}

static void
pv_projecteur_cadre_class_init (PvProjecteurCadreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_projecteur_cadre_dispose;
  object_class->get_property = pv_projecteur_cadre_get_property;
  object_class->set_property = pv_projecteur_cadre_set_property;
  widget_class->get_request_mode = pv_projecteur_cadre_get_request_mode;
  widget_class->measure = pv_projecteur_cadre_measure;
  widget_class->size_allocate = pv_projecteur_cadre_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_projecteur_cadre_init (PvProjecteurCadre *self)
{
}
