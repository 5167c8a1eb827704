/* pv-context.h: an open programme file, as the screens see it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "appel/pv-appel.h"
#include "commun/pv-filtre.h"
#include "pv-db.h"
#include "pv-history.h"

G_BEGIN_DECLS

#define PV_TYPE_CONTEXT (pv_context_get_type ())

G_DECLARE_FINAL_TYPE (PvContext, pv_context, PV, CONTEXT, GObject)

/*
 * PvContext: made by the application for each file it opens, and handed down to
 * every page. There is no global one.
 *
 * Three ways to the file, and no other:
 *   - small reads of the main thread use pv_context_get_reader();
 *   - reads that may last go through pv_context_query_async(), in a worker, on its
 *     own read connection;
 *   - a user's action goes through pv_context_act(): one transaction, one group of
 *     the history, one undo. What lasts (import, large undo) goes through
 *     pv_context_work_async(); meanwhile other actions are refused with a message.
 *
 * Signals:
 *   changed (PvHistoryGroup *group): the file changed; @group is what did it, or
 *     %NULL (another window, several groups). Pages read again.
 *
 * Properties: `appel` (int64: key of the appel in use, PV_INT_NULL: all),
 *   `busy`, `can-edit`, `can-undo`, `can-redo` (read-only booleans); `refusal`,
 *   `problem`, `damage` (read-only texts for the user, or %NULL): why the file was
 *   opened read-only; what happened to it since, which keeps it from being written; what
 *   the check of its integrity found.
 */

/**
 * pv_context_open:
 * @path: an existing programme file
 *
 * Opens for writing; when another holds the file, or it cannot be written, opens
 * it read-only and pv_context_get_refusal() says why.
 *
 * Returns: (transfer full) (nullable): with a #PV_DB_ERROR
 */
PvContext *pv_context_open (const char *path, PvClock *clock, GError **error);

/* The same in a worker: a file of an earlier version is copied and brought up to date, which may
 * last. What is cancelled ends with G_IO_ERROR_CANCELLED, and the file closed. */
void pv_context_open_async (const char *path,
                            PvClock *clock,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/* Returns: (transfer full) (nullable): with a #PV_DB_ERROR */
PvContext *pv_context_open_finish (GAsyncResult *result, GError **error);

/**
 * pv_context_close:
 *
 * Ends with the file: gives up the writer's lock at once. Work under way is
 * cancelled. Also done by the last unref.
 */
void pv_context_close (PvContext *self);

const char *pv_context_get_path (PvContext *self);
PvClock *pv_context_get_clock (PvContext *self);

/* Today, as an ISO date (transfer full), by the clock of the context. */
char *pv_context_get_today (PvContext *self);

/* The connection of the main thread's small reads. It never writes. */
PvDb *pv_context_get_reader (PvContext *self);

/* Whether actions are possible now: opened for writing, and no long work. */
gboolean pv_context_can_edit (PvContext *self);

/* (nullable): why the file is read-only, in words for the user. */
const char *pv_context_get_refusal (PvContext *self);

/* (nullable): what happened to the file while it was open (removed, replaced, made
 * read-only), in words for the user with what to do; nothing is written meanwhile. */
const char *pv_context_get_problem (PvContext *self);

/* (nullable): what the check of the file's integrity found. */
const char *pv_context_get_damage (PvContext *self);

/**
 * pv_context_look:
 *
 * Looks at the file now, as a timer does every two seconds: is it still there, and the
 * same; may it be written; did another window write to it (then `changed` %NULL).
 */
void pv_context_look (PvContext *self);

/**
 * pv_context_reopen_for_writing:
 *
 * Tries again to open for writing a file that was opened read-only, or that another
 * writer took over.
 *
 * Returns: %FALSE with a #PV_DB_ERROR, also kept as the new refusal
 */
gboolean pv_context_reopen_for_writing (PvContext *self, GError **error);

/*
 * Checks the integrity of the file in a worker; `damage` says what was found. Writing does not
 * wait for it: a large file takes seconds to read, SQLite refuses by itself a damaged page it
 * meets (the action is then taken back whole), and each day's copy leaves those of the days
 * before beside it.
 */
void pv_context_check_integrity (PvContext *self);

/**
 * pv_context_copy_async:
 * @path: of the copy; a file there is replaced, but never the open one
 *
 * Copies the open file as it is read here, even when it is gone from its folder.
 */
void pv_context_copy_async (PvContext *self,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean pv_context_copy_finish (PvContext *self, GAsyncResult *result, GError **error);

/* The appel in use, PV_INT_NULL: all of them; remembered with the file's state. */
gint64 pv_context_get_appel (PvContext *self);
void pv_context_set_appel (PvContext *self, gint64 appel_id);

/* The filter of the appel in use. */
PvFiltre pv_context_get_filtre (PvContext *self);

/* (transfer full): the name of who acts, as the history keeps it: that of the preferences,
 * else of the session's user. The agent of that name (PvAgent), when the file has one, is
 * who instructs. */
char *pv_context_dup_agent (PvContext *self);

/* The same before there is a file; @settings: those of the application. */
char *pv_context_name_agent (GSettings *settings);

/* Settings of the application; of this file on this machine (columns, filters…). */
GSettings *pv_context_get_settings (PvContext *self);
GSettings *pv_context_get_file_settings (PvContext *self);

/* (transfer none) (nullable): the list the user walks through: the PvDossierListe of the
 * page a dossier was opened from, which owns it: forgotten when it goes. */
GListModel *pv_context_get_suite (PvContext *self);
void pv_context_set_suite (PvContext *self, GListModel *suite);

/**
 * PvContextFunc:
 * @db: the writer's connection, inside a transaction
 */
typedef gboolean (*PvContextFunc) (PvDb *db, gpointer user_data, GError **error);

/**
 * pv_context_act:
 * @action: id of the action, as pv_action_to_words() knows it
 * @label: (nullable): what it was done on, in words ("0412 · En route vers l’emploi")
 * @func: (scope call): writes
 *
 * One action of the user, now. On an error nothing is written. `changed` is
 * emitted when a row changed.
 *
 * Errors: those of @func and #PV_DB_ERROR; %PV_RULE_ERROR_REFUSED when the file is
 * read-only or long work is under way.
 */
gboolean pv_context_act (PvContext *self,
                         const char *action,
                         const char *label,
                         PvContextFunc func,
                         gpointer user_data,
                         GError **error);

/**
 * PvContextQuery:
 * @db: a connection of the worker's thread
 *
 * Returns: (transfer full) (nullable): the answer, freed with the GDestroyNotify
 *   given beside it when nobody takes it; %NULL may be an answer: an error is told
 *   by @error
 */
typedef gpointer (*PvContextQuery) (PvDb *db,
                                    gpointer query_data,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * pv_context_query_async:
 * @query_data: (transfer full): freed by @query_data_free once the query has run
 *
 * Reads in a worker.
 */
void pv_context_query_async (PvContext *self,
                             PvContextQuery query,
                             gpointer query_data,
                             GDestroyNotify query_data_free,
                             GDestroyNotify answer_free,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* Returns: (transfer full) (nullable): the answer, or %NULL with an error. */
gpointer pv_context_query_finish (PvContext *self, GAsyncResult *result, GError **error);

/**
 * pv_context_work_async:
 *
 * As pv_context_query_async(), but lends the writer's connection: the work opens its
 * own transaction. `busy` until it ends, then `changed` when a row changed.
 */
void pv_context_work_async (PvContext *self,
                            PvContextQuery work,
                            gpointer work_data,
                            GDestroyNotify work_data_free,
                            GDestroyNotify answer_free,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gpointer pv_context_work_finish (PvContext *self, GAsyncResult *result, GError **error);

gboolean pv_context_is_busy (PvContext *self);

/* Whether a query or work has not been answered yet. For tests, which wait for it. */
gboolean pv_context_is_pending (PvContext *self);

/* The group that undo, or redo, would take back, or %NULL (transfer none). */
const PvHistoryGroup *pv_context_get_undoable (PvContext *self);
const PvHistoryGroup *pv_context_get_redoable (PvContext *self);

/**
 * pv_context_undo_async:
 * @group: key of a group of the history (its undo is a redo)
 *
 * Finish with pv_context_undo_finish(). In a worker: an import may take a while.
 */
void pv_context_undo_async (PvContext *self,
                            gint64 group,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean pv_context_undo_finish (PvContext *self, GAsyncResult *result, GError **error);

G_END_DECLS
