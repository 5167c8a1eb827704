/* pv-backup.h: copies of the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

typedef void (*PvBackupProgress) (guint done_bp, gpointer user_data);

/**
 * pv_backup_copy:
 * @destination: written beside, synced, then renamed: never half a file
 *
 * Copies the open file with SQLite's backup interface, while it is in use.
 */
gboolean pv_backup_copy (PvDb *db,
                         const char *destination,
                         PvBackupProgress progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);

/**
 * pv_backup_daily:
 * @keep: how many daily copies stay in "<file>.sauvegardes/"
 *
 * Makes the copy of the day when there is none yet; removes the oldest beyond @keep.
 */
gboolean pv_backup_daily (PvDb *db, guint keep, GError **error);

G_END_DECLS
