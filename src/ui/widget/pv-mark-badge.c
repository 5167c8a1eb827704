/* pv-mark-badge.c: the mark 0, 1 or 2 of a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-mark-badge.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

struct _PvMarkBadge
{
  AdwBin parent_instance;

  GtkLabel *label;
  int mark;
};

enum
{
  PROP_MARK = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvMarkBadge, pv_mark_badge, ADW_TYPE_BIN)

static const struct
{
  const char *css_class;
  const char *digit;
  const char *words;
} marks[] = {
  { "none", PV_TEXT_NULL, N_ ("Not assessed") },
  { "mark-0", "0", N_ ("Mark 0") },
  { "mark-1", "1", N_ ("Mark 1") },
  { "mark-2", "2", N_ ("Mark 2") },
};

static void
show (PvMarkBadge *self)
{
  gsize shown = (gsize)(self->mark + 1);
  const char *words = _ (marks[shown].words);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), marks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), marks[shown].css_class);
  gtk_label_set_label (self->label, marks[shown].digit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* A tooltip that is set asks the X server where the pointer is, for each row of a list. */
static gboolean
pv_mark_badge_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, _ (marks[PV_MARK_BADGE (widget)->mark + 1].words));

  return TRUE;
}

static void
pv_mark_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MARK:
      g_value_set_int (value, PV_MARK_BADGE (object)->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_mark_badge_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MARK:
      pv_mark_badge_set_mark (PV_MARK_BADGE (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_mark_badge_class_init (PvMarkBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_mark_badge_get_property;
  object_class->set_property = pv_mark_badge_set_property;
  widget_class->query_tooltip = pv_mark_badge_query_tooltip;

  properties[PROP_MARK] =
      g_param_spec_int ("mark", NULL, NULL, PV_MARK_BADGE_NONE, 2, PV_MARK_BADGE_NONE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/widget/pv-mark-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, PvMarkBadge, label);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pv_mark_badge_init (PvMarkBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->mark = PV_MARK_BADGE_NONE;
  show (self);
}

GtkWidget *
pv_mark_badge_new (int mark)
{
  return g_object_new (PV_TYPE_MARK_BADGE, "mark", mark, NULL);
}

int
pv_mark_badge_get_mark (PvMarkBadge *self)
{
  g_return_val_if_fail (PV_IS_MARK_BADGE (self), PV_MARK_BADGE_NONE);

  return self->mark;
}

void
pv_mark_badge_set_mark (PvMarkBadge *self, int mark)
{
  g_return_if_fail (PV_IS_MARK_BADGE (self));
  g_return_if_fail (mark >= PV_MARK_BADGE_NONE && mark <= 2);

  if (self->mark == mark)
    return;

  self->mark = mark;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

const char *
pv_mark_to_digit (int mark)
{
  g_return_val_if_fail (mark >= PV_MARK_BADGE_NONE && mark <= 2, NULL);

  return marks[mark + 1].digit;
}

const char *
pv_mark_to_words (int mark)
{
  g_return_val_if_fail (mark >= PV_MARK_BADGE_NONE && mark <= 2, NULL);

  return _ (marks[mark + 1].words);
}
