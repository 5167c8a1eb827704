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

/**
 * PvBackup:
 * @path: of the copy
 * @date: (nullable): the day it is of, ISO; %NULL: made before a migration
 * @at: when it was written, in seconds since 1970
 * @size: in bytes
 */
typedef struct
{
  char *path;
  char *date;
  gint64 at;
  gint64 size;
} PvBackup;

void pv_backup_free (PvBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvBackup, pv_backup_free)

/**
 * pv_backup_list:
 * @path: a programme file, which need not exist any more
 *
 * Returns: (transfer full) (element-type PvBackup): its daily copies and those made before
 *   a migration, the latest first
 */
GPtrArray *pv_backup_list (const char *path);

/**
 * pv_backup_restore:
 * @backup: path of a copy
 * @destination: written beside, synced, then renamed; a file there is replaced
 *
 * Errors: #PV_DB_ERROR: LOCKED when somebody writes to @destination, READ_ONLY, NO_SPACE…
 */
gboolean pv_backup_restore (const char *backup, const char *destination, GError **error);

G_END_DECLS
