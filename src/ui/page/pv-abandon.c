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
answered_cb (AdwMessageDialog *question, const char *response, GtkWindow *window)
{
  GSourceFunc leave = (GSourceFunc)g_object_get_data (G_OBJECT (question), "pv-leave");

  if (g_str_equal (response, "close"))
    g_idle_add_full (G_PRIORITY_LOW, leave, g_object_ref (window), g_object_unref);
}

static void
ask (AdwMessageDialog *question,
     GtkWindow *window,
     const char *stay,
     const char *close,
     GSourceFunc leave)
{
  adw_message_dialog_add_responses (question, "stay", stay, "close", close, NULL);
  adw_message_dialog_set_response_appearance (question, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "stay");
  adw_message_dialog_set_close_response (question, "stay");
  g_object_set_data (G_OBJECT (question), "pv-leave", (gpointer)leave);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), window, 0);
  gtk_window_present (GTK_WINDOW (question));
}

void
pv_abandon_ask (GtkWindow *window)
{
  GtkWidget *question = adw_message_dialog_new (
      window, _ ("Close Without Saving a Value?"),
      _ ("What was typed in a field is refused, and is lost if the window is closed. All the rest "
         "is saved."));

  ask (ADW_MESSAGE_DIALOG (question), window, _ ("_Correct It"), _ ("Close _Without It"),
       destroy_cb);
}

void
pv_abandon_ask_act (GtkWindow *window)
{
  GtkWidget *question = adw_message_dialog_new (
      window, _ ("Close Without Writing It?"),
      _ ("Nothing of what was typed here is written yet: it is lost if the window is closed."));

  ask (ADW_MESSAGE_DIALOG (question), window, _ ("_Go On"), _ ("Close _Without It"), destroy_cb);
}

void
pv_abandon_ask_waiting (GtkWindow *window, GSourceFunc leave)
{
  GtkWidget *question = adw_message_dialog_new (
      window, _ ("Close Without the Changes of a Grid?"),
      _ ("The changes of a scoring grid in use wait for a new version of it, and are lost if the "
         "window is closed. All the rest is saved."));

  ask (ADW_MESSAGE_DIALOG (question), window, _ ("_Keep Open"), _ ("Close _Without Them"),
       leave != NULL ? leave : destroy_cb);
}
