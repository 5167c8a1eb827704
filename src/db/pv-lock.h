/* pv-lock.h: one writer per file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-clock.h"

G_BEGIN_DECLS

/* A lock of another machine that did not beat for so long is left over. */
#define PV_LOCK_STALE_SECONDS 120

/* A beat is written at most that often. */
#define PV_LOCK_BEAT_SECONDS 15

/**
 * PvLock:
 *
 * The side file "<file>.verrou", which says who writes: host, agent, process,
 * since when, and the last sign of life. On one host, an advisory lock on the
 * side file itself tells a living writer from what kill -9 left.
 */
typedef struct _PvLock PvLock;

/**
 * pv_lock_acquire:
 * @path: the programme file
 * @agent: (nullable): the name told to others; the login name otherwise
 *
 * Returns: (transfer full): the lock, or %NULL with PV_DB_ERROR_LOCKED (the
 *   message says who, where and since when), READ_ONLY or NO_SPACE
 */
PvLock *pv_lock_acquire (const char *path, const char *agent, PvClock *clock, GError **error);

/**
 * pv_lock_beat:
 *
 * Gives a sign of life, and makes sure that the lock is still ours. Called at
 * the start of each transaction; a programme that stays idle calls it from a
 * timer, several times within %PV_LOCK_STALE_SECONDS.
 *
 * Returns: %FALSE with PV_DB_ERROR_LOCKED when another writer took it over
 */
gboolean pv_lock_beat (PvLock *self, GError **error);

/**
 * pv_lock_describe:
 * @path: a programme file
 * @agent: (out) (transfer full): who writes to it
 * @host: (out) (transfer full): on which machine
 * @since: (out): in seconds since 1970
 *
 * Returns: %FALSE when nobody does, as far as its lock says
 */
gboolean pv_lock_describe (const char *path, char **agent, char **host, gint64 *since);

/* Who writes, from the next beat on. */
void pv_lock_set_agent (PvLock *self, const char *agent);

/* Removes the side file when it is still ours, and frees. */
void pv_lock_release (PvLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvLock, pv_lock_release)

G_END_DECLS
