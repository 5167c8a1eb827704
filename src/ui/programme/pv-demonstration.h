/* pv-demonstration.h: the demonstration programme of a user
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In the user's data folder; (transfer full). */
char *pv_demonstration_get_path (void);

/* @fraction: 0 to 1. */
typedef void (*PvDemonstrationProgress) (double fraction, gpointer user_data);

/**
 * pv_demonstration_make_async:
 * @path: where it goes; nothing is done when it is already there
 * @cancellable: (nullable)
 * @progress: told in the main thread, until @callback
 *
 * Makes a fictitious programme in a worker, from the reference data and the tables of
 * data/demo. It takes its name once it is whole.
 */
void pv_demonstration_make_async (const char *path,
                                  GCancellable *cancellable,
                                  PvDemonstrationProgress progress,
                                  gpointer progress_data,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Returns: (transfer full) (nullable): its path, or %NULL with an error. */
char *pv_demonstration_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
