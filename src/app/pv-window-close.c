/* pv-window-close.c: closing a window while something is typed in it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "pv-window-private.h"

static gpointer parent_class;

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* Once the question, which is above this window, is gone. */
static void
answered_cb (PvWindow *self, const char *response)
{
  if (g_str_equal (response, "close"))
    g_idle_add_full (G_PRIORITY_LOW, destroy_cb, g_object_ref (self), g_object_unref);
}

static void
ask (PvWindow *self)
{
  GtkWidget *question = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Close Without Saving a Value?"),
      _ ("What was typed in a field is refused, and is lost if the window is closed. All the rest "
         "is saved."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "correct", _ ("_Correct It"),
                                    "close", _ ("Close _Without It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "correct");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "correct");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static gboolean
pv_window_close_request (GtkWindow *window)
{
  PvWindow *self = PV_WINDOW (window);

  if (self->context != NULL && !pv_window_settle (self))
    {
      ask (self);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (parent_class)->close_request (window);
}

void
pv_window_install_close (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  GTK_WINDOW_CLASS (widget_class)->close_request = pv_window_close_request;
}
