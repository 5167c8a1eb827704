/* pv-reading.c: a reading that a newer one, or the end of its view, gives up
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "context/pv-reading.h"

#include "context/pv-context.h"

void
pv_reading_stop (GCancellable **reading)
{
  g_cancellable_cancel (*reading);
  g_clear_object (reading);
}

void
pv_reading_renew (GCancellable **reading)
{
  pv_reading_stop (reading);
  *reading = g_cancellable_new ();
}

gpointer
pv_reading_finish (GObject *context, GAsyncResult *result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = pv_context_query_finish (PV_CONTEXT (context), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);

  return answer;
}
