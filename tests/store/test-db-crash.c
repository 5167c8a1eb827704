/* test-db-crash.c: kill -9 at random moments
 *
 * A child writes and tells each commit through a pipe once it has returned;
 * it is killed at a random one of them, or within. What it told is there.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db-fixture.h"
#include "pv-history.h"
#include "pv-totals.h"

#define N_KILLS 30
#define MAX_COMMITS 40

/* One action: rows, a change, now and then a bulk or an undo. */
static void
write_once (DbFixture *self, int number)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO parent (uuid, nom, montant) VALUES (hex(randomblob(8)), 'n%d', %d);"
      "INSERT INTO enfant (parent_id, montant) SELECT MAX(id), %d FROM parent;"
      "UPDATE parent SET montant = montant + 1 WHERE id %% 7 = %d;",
      number, number, number * 100, number % 7);
  PvTransaction *transaction = pv_transaction_begin (self->db, "essai", NULL, NULL);

  if (number % 5 == 0)
    pv_transaction_suspend_totals (transaction, NULL);
  if (!pv_db_execute (self->db, sql, NULL) || !pv_transaction_commit (transaction, NULL))
    _exit (2);
  pv_transaction_free (transaction);
  if (number % 6 == 0)
    {
      g_autoptr (PvHistoryGroup) group = pv_history_last_undoable (self->db, NULL);

      if (pv_history_undo (self->db, group->id, NULL) == 0)
        _exit (3);
    }
}

static void
write_until_killed (DbFixture *self, int told)
{
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, NULL);
  if (self->db == NULL)
    _exit (1);
  for (int i = 1; i <= MAX_COMMITS; i++)
    {
      gint64 last = 0;

      write_once (self, i);
      last = db_fixture_query (self, "SELECT MAX(id) FROM historique_groupe");
      if (write (told, &last, sizeof last) != sizeof last)
        _exit (4);
    }
  pause ();
}

/* Returns: the last group that the child said to have committed */
static gint64
run_and_kill (DbFixture *self, gint64 before)
{
  int pipes[2];
  int commits = g_test_rand_int_range (0, MAX_COMMITS);
  gulong delay = (gulong)g_test_rand_int_range (0, 3000);
  gint64 last = before;
  gint64 told = 0;
  pid_t child = 0;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (pipes[0]);
      write_until_killed (self, pipes[1]);
    }
  close (pipes[1]);
  for (int i = 0; i < commits && read (pipes[0], &told, sizeof told) == sizeof told; i++)
    last = told;
  g_usleep (delay);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (pipes[0], &told, sizeof told) == sizeof told)
    last = told;
  close (pipes[0]);
  return last;
}

static void
assert_sound (DbFixture *self)
{
  typedef gboolean (*Check) (PvDb *, GPtrArray **, GError **);
  static const Check checks[] = { pv_db_check_integrity, pv_history_verify, pv_totals_verify };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      checks[i](self->db, &problems, &error);
      g_assert_no_error (error);
      if (problems->len > 0)
        g_test_message ("%s", (const char *)problems->pdata[0]);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_what_was_committed_outlives_kill (DbFixture *self, gconstpointer data)
{
  gint64 last = 0;

  db_fixture_close (self);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 told = run_and_kill (self, last);

      self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
      g_assert_no_error (error);
      last = db_fixture_query (self, "SELECT COALESCE(MAX(id), 0) FROM historique_groupe");
      g_assert_cmpint (last, >=, told);
      assert_sound (self);
      db_fixture_close (self);
    }
  g_assert_cmpint (last, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/db/crash/what-was-committed-outlives-kill", DbFixture, NULL, db_fixture_set_up,
              test_what_was_committed_outlives_kill, db_fixture_tear_down);
  return g_test_run ();
}
