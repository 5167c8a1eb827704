/* pv-recorder.h: collects what a transaction changes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db-private.h"

G_BEGIN_DECLS

/**
 * PvRecorder:
 *
 * Sees every row that changes through SQLite's preupdate hook, whoever wrote
 * the statement, and keeps the history's entries and the tables' seals.
 *
 * The hook must not write: entries wait in memory and go to their table when a
 * statement has ended, as soon as they weigh about a mebibyte, and at commit.
 * Rows inserted with consecutive keys make one entry, so a bulk import stays
 * small. What a failed statement or a savepoint takes back is taken back here.
 */
PvRecorder *pv_recorder_new (PvDb *db);
void pv_recorder_free (PvRecorder *self);

/* The outermost transaction. */
gboolean
pv_recorder_begin (PvRecorder *self, const char *action, const char *label, GError **error);
gboolean pv_recorder_commit (PvRecorder *self, GError **error); /* before COMMIT */
void pv_recorder_end (PvRecorder *self);                        /* after COMMIT or ROLLBACK */

/* Savepoints. */
void pv_recorder_push (PvRecorder *self);
void pv_recorder_pop (PvRecorder *self, gboolean keep);

/**
 * pv_recorder_begin_statement:
 *
 * Returns: a mark for pv_recorder_undo_statement()
 */
guint64 pv_recorder_begin_statement (PvRecorder *self);

/* Returns: %FALSE when another statement wrote in between: only a rollback of
 *   the whole transaction is right then */
gboolean pv_recorder_undo_statement (PvRecorder *self, guint64 mark);

gboolean pv_recorder_flush_if_large (PvRecorder *self, GError **error);

/* This transaction's group says that it undoes @group. */
void pv_recorder_set_undoes (PvRecorder *self, gint64 group);

/* The group written by the last commit, or 0. */
gint64 pv_recorder_get_group (PvRecorder *self);

/**
 * PvRecorderWatch:
 *
 * Told of each row that changes as a consequence (ON DELETE CASCADE…) and
 * not by the statement itself.
 */
typedef void (*PvRecorderWatch) (const char *table, gint64 key, gpointer user_data);

void pv_recorder_set_watch (PvRecorder *self, PvRecorderWatch watch, gpointer user_data);

G_END_DECLS
