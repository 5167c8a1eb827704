/* pv-plan-keys.c: arrows from cell to cell of a table of amounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-keys.h"

#include "widget/pv-amount-entry.h"

typedef struct
{
  GtkWidget *table;
  graphene_point_t from; /* the middle of the entry that is left */
  int dx;
  int dy;
  GtkWidget *best;
  float distance;
} Step;

static gboolean
get_middle (GtkWidget *widget, GtkWidget *table, graphene_point_t *middle)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, table, &bounds))
    return FALSE;

  graphene_rect_get_center (&bounds, middle);

  return TRUE;
}

/* The nearest in the direction; what is out of line is far. */
static void
consider (Step *step, GtkWidget *entry)
{
  graphene_point_t middle;
  float along, across, distance;

  if (!get_middle (entry, step->table, &middle))
    return;

  along = step->dx != 0 ? (middle.x - step->from.x) * (float)step->dx
                        : (middle.y - step->from.y) * (float)step->dy;
  across = step->dx != 0 ? ABS (middle.y - step->from.y) : ABS (middle.x - step->from.x);
  distance = along + 8 * across;
  if (along < 2 || (step->dx != 0 && across > 8) || (step->dy != 0 && across > 40) ||
      (step->best != NULL && distance >= step->distance))
    return;

  step->best = entry;
  step->distance = distance;
}

static void
look_below (Step *step, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (PV_IS_AMOUNT_ENTRY (widget))
    {
      consider (step, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_below (step, child);
}

/* Left and right move in the text, until it ends. */
static gboolean
is_at_end (GtkEditable *entry, int dx)
{
  int length = (int)gtk_entry_get_text_length (GTK_ENTRY (entry));
  int start, end;

  if (gtk_editable_get_selection_bounds (entry, &start, &end))
    return start == 0 && end == length;

  return gtk_editable_get_position (entry) == (dx < 0 ? 0 : length);
}

static gboolean
get_direction (guint key, int *dx, int *dy)
{
  *dx = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right) -
        (key == GDK_KEY_Left || key == GDK_KEY_KP_Left);
  *dy =
      (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) - (key == GDK_KEY_Up || key == GDK_KEY_KP_Up);

  return *dx != 0 || *dy != 0;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                gpointer user_data)
{
  GtkWidget *table = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (table));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, PV_TYPE_AMOUNT_ENTRY) : NULL;
  Step step = { .table = table };

  if (entry == NULL || !get_direction (key, &step.dx, &step.dy) ||
      (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      (step.dx != 0 && !is_at_end (GTK_EDITABLE (entry), step.dx)) ||
      !get_middle (entry, table, &step.from))
    return GDK_EVENT_PROPAGATE;

  look_below (&step, table);
  if (step.best != NULL)
    gtk_widget_grab_focus (step.best);

  return step.best != NULL || step.dy != 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
pv_plan_keys_install (GtkWidget *table)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), table);
  gtk_widget_add_controller (table, keys);
}
