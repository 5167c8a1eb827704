/* bench-dossier.c: the page of a dossier, from the action that opens it to its frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On an X server, on the demonstration: each of its dossiers in turn; one line of JSON per measure.
 */

#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "pv-display-fixture.h"

#define N_DOSSIERS 24

typedef struct
{
  double cpu;     /* ms of the window's thread until the frame */
  double painted; /* ms on the clock */
  double all;     /* until all that is read later is shown */
} Opening;

static double
get_cpu_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return (double)spent.tv_sec * 1e3 + (double)spent.tv_nsec / 1e6;
}

static double
get_time (void)
{
  return (double)g_get_monotonic_time () / 1e3;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static Opening
measure (PvDisplayFixture *self, const char *action, GVariant *parameter)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  gboolean painted = FALSE;
  gulong handler;
  double cpu = get_cpu_time (), start = get_time ();
  Opening opening;

  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, parameter);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  opening.cpu = get_cpu_time () - cpu;
  opening.painted = get_time () - start;
  g_signal_handler_disconnect (clock, handler);
  pv_display_settle (self->context);
  opening.all = get_time () - start;

  return opening;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const Opening *one = a;
  const Opening *other = b;

  return (one->cpu > other->cpu) - (one->cpu < other->cpu);
}

/* The middle one by the time of the thread, and the slowest. */
static void
tell (const char *name, Opening *opening, guint n)
{
  qsort (opening, n, sizeof *opening, compare_cb);
  printf ("{\"bench\": \"%s\", \"n\": %u, \"cpu_ms\": %.1f, \"painted_ms\": %.1f, \"all_ms\": %.1f,"
          " \"worst_cpu_ms\": %.1f}\n",
          name, n, opening[n / 2].cpu, opening[n / 2].painted, opening[n / 2].all,
          opening[n - 1].cpu);
}

int
main (int argc, char **argv)
{
  PvDisplayFixture self = { 0 };
  Opening opening[N_DOSSIERS];

  pv_display_init (&argc, &argv);
  setlocale (LC_NUMERIC, "C"); /* JSON has points */
  pv_display_fixture_set_up (&self, NULL);
  pv_display_fixture_goto (&self, "dossiers", "");
  for (guint i = 0; i < N_DOSSIERS; i++)
    {
      g_autofree char *nth = g_strdup_printf (
          "SELECT id FROM dossier WHERE exercice = 2026 ORDER BY id LIMIT 1 OFFSET %u", i);
      gint64 id = pv_display_fixture_query (&self, nth);

      opening[i] = measure (&self, "win.open-dossier", g_variant_new_int64 (id));
      pv_display_fixture_act (&self, "win.back", NULL);
    }
  tell ("dossier-open", opening, N_DOSSIERS);
  pv_display_fixture_tear_down (&self, NULL);

  return 0;
}
