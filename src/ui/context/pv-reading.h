/* pv-reading.h: a reading that a newer one, or the end of its view, gives up
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_reading_stop:
 * @reading: (inout): the cancellable of the reading under way, or %NULL; becomes %NULL
 *
 * Gives it up: it ends with %G_IO_ERROR_CANCELLED.
 */
void pv_reading_stop (GCancellable **reading);

/**
 * pv_reading_renew:
 * @reading: (inout): as for pv_reading_stop(); becomes that of the reading to start
 *
 * Gives up the reading under way for a newer one.
 */
void pv_reading_renew (GCancellable **reading);

/**
 * pv_reading_finish:
 * @context: the #PvContext of a pv_context_query_async()
 *
 * Returns: (transfer full) (nullable): the answer; %NULL: it was given up, or it could not be
 *   read, and the window of @widget says why
 */
gpointer pv_reading_finish (GObject *context, GAsyncResult *result, GtkWidget *widget);

G_END_DECLS
