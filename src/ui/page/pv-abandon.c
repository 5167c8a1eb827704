/* pv-abandon.c: closing a window with a value that is refused is asked
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page/pv-abandon.h"

#include <glib/gi18n.h>

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* Once the question, which is above this window, is gone. */
static void
answered_cb (GtkWindow *window, const char *response)
{
  if (g_str_equal (response, "close"))
    g_idle_add_full (G_PRIORITY_LOW, destroy_cb, g_object_ref (window), g_object_unref);
}

void
pv_abandon_ask (GtkWindow *window)
{
  GtkWidget *question = adw_message_dialog_new (
      window, _ ("Close Without Saving a Value?"),
      _ ("What was typed in a field is refused, and is lost if the window is closed. All the rest "
         "is saved."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "correct", _ ("_Correct It"),
                                    "close", _ ("Close _Without It"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "correct");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "correct");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}
