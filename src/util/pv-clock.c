/* pv-clock.c: the time, that a test can set
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-clock.h"

struct _PvClock
{
  gboolean fixed;
  gint64 step;
  GMutex mutex; /* of now */
  gint64 now;   /* fixed clock: seconds since 1970 */
};

static void
clear_cb (gpointer data)
{
  PvClock *clock = data;

  g_mutex_clear (&clock->mutex);
}

static PvClock *
clock_new (void)
{
  PvClock *clock = g_atomic_rc_box_new0 (PvClock);

  g_mutex_init (&clock->mutex);
  return clock;
}

/* Reads the fixed time, then adds @seconds. */
static gint64
read_and_add (PvClock *clock, gint64 seconds)
{
  gint64 now;

  g_mutex_lock (&clock->mutex);
  now = clock->now;
  clock->now += seconds;
  g_mutex_unlock (&clock->mutex);

  return now;
}

PvClock *
pv_clock_new_system (void)
{
  return clock_new ();
}

PvClock *
pv_clock_new_fixed (const char *iso, gint64 step_seconds)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (iso, utc);
  PvClock *clock;

  g_return_val_if_fail (start != NULL, NULL);

  clock = clock_new ();
  clock->fixed = TRUE;
  clock->step = step_seconds;
  clock->now = g_date_time_to_unix (start);

  return clock;
}

PvClock *
pv_clock_ref (PvClock *clock)
{
  return g_atomic_rc_box_acquire (clock);
}

void
pv_clock_unref (PvClock *clock)
{
  g_atomic_rc_box_release_full (clock, clear_cb);
}

void
pv_clock_advance (PvClock *clock, gint64 seconds)
{
  g_return_if_fail (clock->fixed);

  read_and_add (clock, seconds);
}

char *
pv_clock_now (PvClock *clock)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (pv_clock_now_unix (clock));

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

gint64
pv_clock_now_unix (PvClock *clock)
{
  return clock->fixed ? read_and_add (clock, clock->step) : g_get_real_time () / G_USEC_PER_SEC;
}

char *
pv_clock_today (PvClock *clock)
{
  g_autoptr (GDateTime) now = clock->fixed ? g_date_time_new_from_unix_utc (read_and_add (clock, 0))
                                           : g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
