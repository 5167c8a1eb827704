/* pv-demonstration-file.h: a programme file made of data/demo
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/* @done_bp: of the whole work; called from the thread that does it. */
typedef void (*PvDemonstrationFunc) (guint done_bp, gpointer user_data);

/**
 * pv_demonstration_file_create:
 * @path: where the file goes; it must not exist
 * @agent: (nullable): who makes it
 * @func: (nullable) (scope call)
 * @cancellable: (nullable)
 *
 * The demonstration programme: a contrat with the reference data, three exercices and a plan
 * of actions from the tables of data/demo, then the votes, notifications, conventions and
 * reminders that no table carries. It is the same for the window, the command line and the tests.
 *
 * Returns: (transfer full): the open file, or %NULL with an error; nothing is left of a file that
 *   could not be completed
 */
PvDb *pv_demonstration_file_create (const char *path,
                                    PvClock *clock,
                                    const char *agent,
                                    PvDemonstrationFunc func,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
