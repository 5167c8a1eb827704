/* pv-db.h: a programme file and its connection
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "pv-clock.h"

G_BEGIN_DECLS

#define PV_TYPE_DB (pv_db_get_type ())

G_DECLARE_FINAL_TYPE (PvDb, pv_db, PV, DB, GObject)

/* "PVil", what `file` and we recognise a programme file by. */
#define PV_DB_APPLICATION_ID 0x5056696c

typedef enum
{
  PV_DB_OPEN_READ_WRITE, /* takes the writer's lock, migrates if needed */
  PV_DB_OPEN_READ_ONLY,  /* never writes; a file of an older version is refused */
} PvDbOpenMode;

/**
 * pv_db_create:
 * @path: where the new file goes; it must not exist
 * @clock: the time of everything written through this connection
 *
 * Creates an empty programme file (mode 0600) at the current schema and takes
 * its writer's lock. A file that could not be completed is removed.
 *
 * Returns: (transfer full): the connection, or %NULL with a #PV_DB_ERROR
 *   (EXISTS, READ_ONLY, NO_SPACE…)
 */
PvDb *pv_db_create (const char *path, PvClock *clock, GError **error);

/**
 * pv_db_open:
 *
 * Opens a programme file defensively: its application id, version and schema
 * are compared with ours before anything of it runs. In read-write mode it
 * takes the writer's lock and migrates an older file after a copy of it is made.
 *
 * Returns: (transfer full): the connection, or %NULL with a #PV_DB_ERROR
 *   (NOT_FOUND, NOT_OURS, SCHEMA_TOO_NEW, CORRUPT, LOCKED, READ_ONLY…)
 */
PvDb *pv_db_open (const char *path, PvDbOpenMode mode, PvClock *clock, GError **error);

/**
 * pv_db_open_beside:
 *
 * Another connection to the file that @self has open; any thread may ask for it. When
 * another file has taken its place it is refused (%PV_DB_ERROR_NOT_FOUND): both would
 * share the side files of WAL, which are found by name, and damage each other.
 *
 * Returns: (transfer full): as pv_db_open()
 */
PvDb *pv_db_open_beside (PvDb *self, PvDbOpenMode mode, GError **error);

/**
 * pv_db_hand_over:
 * @thread: the only one that may use the connection from now on
 *
 * For work that reads in one thread and writes in another. The caller vouches
 * that the thread before has finished with it.
 */
void pv_db_hand_over (PvDb *self, GThread *thread);

const char *pv_db_get_path (PvDb *self);
gboolean pv_db_is_read_only (PvDb *self);
PvClock *pv_db_get_clock (PvDb *self);
int pv_db_get_schema_version (PvDb *self);

/**
 * pv_db_set_agent:
 * @name: (nullable): who acts from now on, as written in the history
 */
void pv_db_set_agent (PvDb *self, const char *name);
const char *pv_db_get_agent (PvDb *self);

/**
 * pv_db_beat:
 *
 * A sign of life of the writer, for a programme that stays open without writing: called
 * from a timer, from any thread. See pv_lock_beat().
 *
 * Returns: %FALSE with PV_DB_ERROR_LOCKED when another writer took the file over
 */
gboolean pv_db_beat (PvDb *self, GError **error);

/**
 * PvDbFileState:
 * @PV_DB_FILE_HERE: the file that was opened is at its path and may be written
 * @PV_DB_FILE_GONE: nothing is at its path any more
 * @PV_DB_FILE_REPLACED: another file is at its path
 * @PV_DB_FILE_READ_ONLY: it is there, but its mode or its folder keeps it from being written
 */
typedef enum
{
  PV_DB_FILE_HERE,
  PV_DB_FILE_GONE,
  PV_DB_FILE_REPLACED,
  PV_DB_FILE_READ_ONLY,
} PvDbFileState;

PvDbFileState pv_db_get_file_state (PvDb *self);

/**
 * pv_db_get_data_version:
 *
 * Returns: a number that changes when another connection, of any process, committed to
 *   the file; 0 when it cannot be read
 */
gint64 pv_db_get_data_version (PvDb *self);

/**
 * pv_db_execute:
 * @sql: one or several statements without parameters; what writes needs an
 *   open #PvTransaction and is refused without
 */
gboolean pv_db_execute (PvDb *self, const char *sql, GError **error);

/**
 * pv_db_query_int:
 * @sql: a query of one column, without parameters
 * @value: (out): its first row, or %PV_INT_NULL for NULL or no row
 */
gboolean pv_db_query_int (PvDb *self, const char *sql, gint64 *value, GError **error);

/**
 * pv_db_release_memory:
 *
 * Gives back the pages that a large query left in the cache; a small cache is kept for
 * the next one.
 */
void pv_db_release_memory (PvDb *self);

gint64 pv_db_get_last_insert_id (PvDb *self);
gint64 pv_db_get_changes (PvDb *self);

/**
 * pv_db_begin_snapshot:
 *
 * Until pv_db_end_snapshot() this connection reads one state of the file, whatever
 * others write meanwhile.
 */
gboolean pv_db_begin_snapshot (PvDb *self, GError **error);
void pv_db_end_snapshot (PvDb *self);

/**
 * pv_db_set_cancellable:
 *
 * Long statements of this connection end with G_IO_ERROR_CANCELLED soon
 * after @cancellable is. A write that is cut so ends its whole transaction:
 * whatever follows in it is refused with the same error.
 */
void pv_db_set_cancellable (PvDb *self, GCancellable *cancellable);

/**
 * pv_db_check_integrity:
 * @problems: (out) (transfer full): one sentence each, empty when sound
 *
 * SQLite's own integrity and foreign key checks.
 */
gboolean pv_db_check_integrity (PvDb *self, GPtrArray **problems, GError **error);

/**
 * pv_db_close:
 *
 * Closes now, releases the writer's lock and reports what went wrong (a
 * statement still borrowed is a programming error).
 */
gboolean pv_db_close (PvDb *self, GError **error);

G_END_DECLS
