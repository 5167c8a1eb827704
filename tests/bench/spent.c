/* spent.c: a file made for a bench, and the time that is spent on it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "spent.h"

#include <stdlib.h>
#include <time.h>

#include "pv-transaction.h"

static double
get_cpu (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return (double)spent.tv_sec + (double)spent.tv_nsec / 1e9;
}

void
spent_begin (Spent *now)
{
  now->seconds = (double)g_get_monotonic_time () / G_USEC_PER_SEC;
  now->cpu = get_cpu ();
}

void
spent_end (const Spent *start, Spent *best)
{
  best->cpu = MIN (best->cpu, get_cpu () - start->cpu);
  best->seconds =
      MIN (best->seconds, (double)g_get_monotonic_time () / G_USEC_PER_SEC - start->seconds);
}

void
bench_die (GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

PvDb *
bench_make (const char *path, const char *programme)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  PvDb *db = pv_db_create (path, clock, &error);
  g_autoptr (PvTransaction) transaction =
      db != NULL ? pv_transaction_begin (db, "bench", NULL, &error) : NULL;

  if (transaction == NULL || !pv_db_execute (db, programme, &error) ||
      !pv_transaction_commit (transaction, &error))
    bench_die (error);

  return db;
}
