/* pv-session-minuterie.c: how long a dossier has been on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-minuterie.h"

#include <glib/gi18n.h>

#include "pv-number.h"

struct _PvSessionMinuterie
{
  AdwBin parent_instance;

  GtkImage *image;
  GtkLabel *label;
  gint64 minutes;
  gint64 since; /* monotonic, in microseconds */
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (PvSessionMinuterie, pv_session_minuterie, ADW_TYPE_BIN)

static void
show (PvSessionMinuterie *self)
{
  gint64 seconds = pv_session_minuterie_get_seconds (self);
  gboolean over = seconds >= self->minutes * 60;
  g_autofree char *text = g_strdup_printf (_ ("%d min %02d of %d"), (int)(seconds / 60),
                                           (int)(seconds % 60), (int)self->minutes);

  gtk_label_set_label (self->label, text);
  gtk_image_set_from_icon_name (self->image, over ? "pv-warning-symbolic" : "alarm-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               over ? _ ("The time of this dossier is over; nothing stops")
                                    : _ ("How long this dossier has been on the table"));
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "depassee");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "depassee");
}

static gboolean
tick_cb (gpointer user_data)
{
  show (user_data);

  return G_SOURCE_CONTINUE;
}

/* It ticks only where it is seen. */
static void
watch (PvSessionMinuterie *self)
{
  gboolean ticks = gtk_widget_get_mapped (GTK_WIDGET (self));

  if (ticks && self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
  else if (!ticks)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

static void
pv_session_minuterie_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pv_session_minuterie_parent_class)->map (widget);
  show (PV_SESSION_MINUTERIE (widget));
  watch (PV_SESSION_MINUTERIE (widget));
}

static void
pv_session_minuterie_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pv_session_minuterie_parent_class)->unmap (widget);
  watch (PV_SESSION_MINUTERIE (widget));
}

static void
pv_session_minuterie_dispose (GObject *object)
{
  g_clear_handle_id (&PV_SESSION_MINUTERIE (object)->tick_id, g_source_remove);

  G_OBJECT_CLASS (pv_session_minuterie_parent_class)->dispose (object);
}

static void
pv_session_minuterie_class_init (PvSessionMinuterieClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_session_minuterie_dispose;
  widget_class->map = pv_session_minuterie_map;
  widget_class->unmap = pv_session_minuterie_unmap;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-minuterie.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSessionMinuterie, image);
  gtk_widget_class_bind_template_child (widget_class, PvSessionMinuterie, label);
}

static void
pv_session_minuterie_init (PvSessionMinuterie *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->minutes = PV_INT_NULL;
  self->since = g_get_monotonic_time ();
}

void
pv_session_minuterie_set_minutes (PvSessionMinuterie *self, gint64 minutes)
{
  g_return_if_fail (PV_IS_SESSION_MINUTERIE (self));

  self->minutes = minutes;
  gtk_widget_set_visible (GTK_WIDGET (self), minutes != PV_INT_NULL);
  if (minutes != PV_INT_NULL)
    show (self);
}

void
pv_session_minuterie_start (PvSessionMinuterie *self)
{
  g_return_if_fail (PV_IS_SESSION_MINUTERIE (self));

  self->since = g_get_monotonic_time ();
  if (self->minutes != PV_INT_NULL)
    show (self);
}

gint64
pv_session_minuterie_get_seconds (PvSessionMinuterie *self)
{
  g_return_val_if_fail (PV_IS_SESSION_MINUTERIE (self), 0);

  return (g_get_monotonic_time () - self->since) / G_USEC_PER_SEC;
}

void
pv_session_minuterie_advance (PvSessionMinuterie *self, gint64 seconds)
{
  g_return_if_fail (PV_IS_SESSION_MINUTERIE (self));

  self->since -= seconds * G_USEC_PER_SEC;
  if (self->minutes != PV_INT_NULL)
    show (self);
}
