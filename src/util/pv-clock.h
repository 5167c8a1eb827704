/* pv-clock.h: the time, that a test can set
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvClock:
 *
 * Where the time comes from. Counted references; may be shared by threads.
 */
typedef struct _PvClock PvClock;

/**
 * pv_clock_new_system:
 *
 * Returns: (transfer full): the time of this machine
 */
PvClock *pv_clock_new_system (void);

/**
 * pv_clock_new_fixed:
 * @iso: a UTC time such as `2026-11-20T10:15:30Z`; anything else is a
 *   programming error
 * @step_seconds: added after each reading by pv_clock_now() or
 *   pv_clock_now_unix(); 0 to stand still
 *
 * Returns: (transfer full): a clock for tests and reproducible output
 */
PvClock *pv_clock_new_fixed (const char *iso, gint64 step_seconds);

PvClock *pv_clock_ref (PvClock *clock);
void pv_clock_unref (PvClock *clock);

/**
 * pv_clock_advance:
 * @clock: a fixed clock
 */
void pv_clock_advance (PvClock *clock, gint64 seconds);

/**
 * pv_clock_now:
 *
 * Returns: (transfer full): now in UTC, `2026-11-20T10:15:30Z`
 */
char *pv_clock_now (PvClock *clock);

/**
 * pv_clock_now_unix:
 *
 * Returns: now in seconds since 1970, UTC
 */
gint64 pv_clock_now_unix (PvClock *clock);

/**
 * pv_clock_today:
 *
 * The day the user would name: local for the system clock, UTC for a fixed
 * one. Does not step.
 *
 * Returns: (transfer full): an ISO date
 */
char *pv_clock_today (PvClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvClock, pv_clock_unref)

G_END_DECLS
