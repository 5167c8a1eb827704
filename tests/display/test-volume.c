/* test-volume.c: a long import is taken back while one goes on
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <time.h>

#include "dossier/pv-dossiers-view.h"
#include "import/pv-import-assistant.h"
#include "pv-display-fixture.h"

typedef PvDisplayFixture Fixture;

#define N_ROWS 20000
#define STIR_MS 30

#define N_GESTURES 60

/* How much longer the longest turn of the loop may be than the longest one
 * when nothing goes on, not counting what other processes take: the lists
 * are read again, and painted. The undo itself takes seconds. Of the same build on the same
 * machine, so that a sanitizer or a slow processor moves both. */
#define TURN_RATIO 2
#define TURN_MORE_MS 250

static char *
write_table (Fixture *self, guint n)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  char *path = g_build_filename (folder, "longue.csv", NULL);
  g_autoptr (GString) rows = g_string_new ("N°;Porteur;Intitulé;Communes;Coût total;"
                                           "État sollicité;Région sollicité\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "L%05u;Porteur fictif %u;Action %u;Roubaix;%u;1000;2000\n", i,
                            i % 700, i, 1000 + i);
  g_assert_true (g_file_set_contents (path, rows->str, -1, NULL));

  return path;
}

static gboolean
is_written (gpointer data)
{
  return pv_import_session_get_etat (data) == PV_IMPORT_ETAT_FAIT &&
         !pv_import_session_is_busy (data);
}

static void
import (Fixture *self, const char *path)
{
  PvImportSession *session;
  GtkWidget *assistant;

  pv_display_fixture_act (self, "win.import", NULL);
  assistant = pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT);
  session = pv_import_assistant_get_session (PV_IMPORT_ASSISTANT (assistant));
  pv_display_act (assistant, self->context, "import.open-file", g_variant_new_string (path));
  for (guint i = 0; i < 3; i++)
    pv_display_act (assistant, self->context, "import.next", NULL);
  pv_display_wait (is_written, session);
  pv_display_settle (self->context);
  gtk_window_close (GTK_WINDOW (assistant));
  pv_display_settle (self->context);
}

/* --- what the user does meanwhile ---------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  gint64 last;
  gint64 worst;
  gint64 spent; /* by this thread itself, at the last beat */
  gint64 longest;
  guint n;
} Stir;

/* Of this thread: what other processes take is not counted. */
static gint64
get_spent (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
beat_cb (gpointer data)
{
  Stir *stir = data;
  gint64 now = g_get_monotonic_time ();
  gint64 spent = get_spent ();

  stir->worst = MAX (stir->worst, now - stir->last);
  stir->longest = MAX (stir->longest, spent - stir->spent);
  stir->last = now;
  stir->spent = spent;

  return G_SOURCE_CONTINUE;
}

/* Scrolls the list here and there, and goes to another page now and then. */
static gboolean
stir_cb (gpointer data)
{
  static const char *const pages[] = { "dossiers", "accueil", "dossiers", "porteurs" };
  Stir *stir = data;
  GtkWidget *window = GTK_WIDGET (stir->fixture->window);
  GtkWidget *view = pv_display_find (window, PV_TYPE_DOSSIERS_VIEW, NULL, NULL);
  GtkWidget *scrolled = pv_display_find (view, GTK_TYPE_SCROLLED_WINDOW, "scrolled", NULL);
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  stir->n++;
  if (stir->n % 12 == 0)
    gtk_widget_activate_action (window, "win.goto", "(ss)",
                                pages[stir->n / 12 % G_N_ELEMENTS (pages)], "");
  gtk_adjustment_set_value (rows, gtk_adjustment_get_upper (rows) * (stir->n * 7 % 100) / 100);

  return G_SOURCE_CONTINUE;
}

static gboolean
is_taken_back (gpointer data)
{
  return !pv_context_is_busy (((Stir *)data)->fixture->context);
}

static PvDossierListe *
get_liste (Fixture *self)
{
  return pv_dossiers_view_get_liste (
      PV_DOSSIERS_VIEW (pv_display_fixture_find (self, PV_TYPE_DOSSIERS_VIEW, NULL)));
}

static guint
count_shown (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_liste (self)));
}

static gboolean
is_stirred (gpointer data)
{
  return ((Stir *)data)->n >= N_GESTURES;
}

/* Moves about until @done: the longest turn of this thread, in microseconds of its own. */
static gint64
stir (Fixture *self, const char *what, gboolean (*done) (gpointer))
{
  Stir stir = { .fixture = self, .last = g_get_monotonic_time (), .spent = get_spent () };
  guint beat = g_timeout_add (5, beat_cb, &stir);
  guint hand = g_timeout_add (STIR_MS, stir_cb, &stir);

  pv_display_wait (done, &stir);
  g_source_remove (hand);
  pv_display_settle (self->context);
  g_source_remove (beat);
  g_test_message ("%s, %u rows: %u gestures meanwhile, the longest turn took %.0f ms, %.0f of them "
                  "its own",
                  what, N_ROWS, stir.n, stir.worst / 1000.0, stir.longest / 1000.0);
  g_assert_cmpint (stir.n, >, 0);

  return stir.longest;
}

static void
act_while_stirred (Fixture *self, const char *action)
{
  gint64 alone, longest;

  stir (self, "every page for the first time", is_stirred);
  alone = stir (self, "nothing else", is_stirred);
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
  g_assert_true (pv_context_is_busy (self->context));
  longest = stir (self, action, is_taken_back);
  g_assert_cmpint (longest, <, alone * TURN_RATIO + TURN_MORE_MS * 1000);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self, N_ROWS);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint shown;

  pv_context_set_appel (self->context, PV_INT_NULL);
  pv_display_fixture_goto (self, "dossiers", "");
  shown = count_shown (self);
  before = pv_display_fixture_digest (self);
  import (self, path);
  pv_display_fixture_goto (self, "dossiers", "");
  g_assert_cmpuint (count_shown (self), ==, shown + N_ROWS);

  act_while_stirred (self, "win.undo");
  pv_display_fixture_goto (self, "dossiers", "");
  g_assert_cmpuint (count_shown (self), ==, shown);
  for (guint i = 0; i < shown; i++)
    g_assert_cmpint (pv_dossier_liste_get_id (get_liste (self), i), >, 0);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add ("/volume/an-import-is-undone-while-one-scrolls", Fixture, NULL,
              pv_display_fixture_set_up, test_undo, pv_display_fixture_tear_down);

  return g_test_run ();
}
