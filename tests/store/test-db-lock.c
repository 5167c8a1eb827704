/* test-db-lock.c: one writer per file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db-fixture.h"

static char *
lock_path (DbFixture *self)
{
  return g_strconcat (self->path, ".verrou", NULL);
}

static void
assert_locked (DbFixture *self, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);

  g_assert_null (db);
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” does not say “%s”", error->message, word);
}

/* The side file as another machine would leave it. */
static void
write_foreign_lock (DbFixture *self, const char *beat)
{
  g_autofree char *path = lock_path (self);
  g_autofree char *text = g_strdup_printf ("[verrou]\nhost=ailleurs\nagent=Zoé\npid=1\n"
                                           "since=2026-03-01T07:00:00Z\nbeat=%s\ntoken=x\n",
                                           beat);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_second_writer_is_told_who_and_since_when (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) reader = NULL;

  pv_db_set_agent (self->db, "Aïcha");
  assert_locked (self, "Aïcha");
  assert_locked (self, g_get_host_name ());
  assert_locked (self, "2026-03-01T08:00:00Z");
  reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
}

static void
test_lock_of_another_name_for_the_file_holds (DbFixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "lien.progville", NULL);
  g_autofree char *real = NULL;

  g_assert_cmpint (symlink (self->path, link), ==, 0);
  real = g_steal_pointer (&self->path);
  self->path = g_strdup (link);
  assert_locked (self, "essai.progville");
  g_free (self->path);
  self->path = g_steal_pointer (&real);
}

static void
test_fresh_lock_of_another_host_holds (DbFixture *self, gconstpointer data)
{
  g_autofree char *path = lock_path (self);

  db_fixture_close (self);
  write_foreign_lock (self, "2026-03-01T07:58:30Z");
  assert_locked (self, "Zoé on ailleurs since 2026-03-01T07:00:00Z");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS)); /* not ours to remove */
}

static void
test_lock_without_beat_for_two_minutes_is_taken_over (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  db_fixture_close (self);
  write_foreign_lock (self, "2026-03-01T07:57:59Z");
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
}

static void
test_writer_whose_lock_was_taken_over_stops (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lock_path (self);

  write_foreign_lock (self, "2026-03-01T08:00:00Z");
  g_assert_null (pv_transaction_begin (self->db, "essai", NULL, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "Zoé"));
  db_fixture_close (self);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_beat_is_renewed_by_transactions (DbFixture *self, gconstpointer data)
{
  g_autofree char *path = lock_path (self);
  g_autofree char *text = NULL;

  pv_clock_advance (self->clock, 100);
  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "since=2026-03-01T08:00:00Z"));
  g_assert_nonnull (strstr (text, "beat=2026-03-01T08:01:40Z"));
}

static void
test_lock_left_by_kill_is_taken_over_at_once (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lock_path (self);
  int ready[2];
  char byte = 0;
  pid_t child = 0;

  db_fixture_close (self);
  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, NULL);
      if (self->db == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      pause ();
      _exit (1);
    }
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  assert_locked (self, g_get_host_name ());
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (ready[0]);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_damaged_lock_does_not_hold (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lock_path (self);

  db_fixture_close (self);
  g_assert_true (g_file_set_contents (path, "\xff\xfe rien", -1, NULL));
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_holder_can_be_described (DbFixture *self, gconstpointer data)
{
  g_autofree char *agent = NULL;
  g_autofree char *host = NULL;
  g_autofree char *none = NULL;
  gint64 since = 0;

  pv_db_set_agent (self->db, "Aïcha");
  g_assert_true (pv_lock_describe (self->path, &agent, &host, &since));
  g_assert_cmpstr (agent, ==, "Aïcha");
  g_assert_cmpstr (host, ==, g_get_host_name ());
  g_assert_cmpint (since, >, 0);
  db_fixture_close (self);
  g_assert_false (pv_lock_describe (self->path, &none, &none, &since));
}

static void
test_file_state_and_version_follow_others (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  g_autofree char *aside = g_strconcat (self->path, ".autre", NULL);
  gint64 version;

  g_assert_no_error (error);
  version = pv_db_get_data_version (reader);
  g_assert_cmpint (pv_db_get_data_version (reader), ==, version);
  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('u', 'n')");
  g_assert_cmpint (pv_db_get_data_version (reader), !=, version);

  g_assert_cmpint (pv_db_get_file_state (reader), ==, PV_DB_FILE_HERE);
  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_cmpint (pv_db_get_file_state (reader), ==, PV_DB_FILE_GONE);
  g_assert_true (g_file_set_contents (self->path, "x", 1, NULL));
  g_assert_cmpint (pv_db_get_file_state (reader), ==, PV_DB_FILE_REPLACED);
  g_assert_cmpint (g_rename (aside, self->path), ==, 0);
  g_assert_cmpint (pv_db_get_file_state (reader), ==, PV_DB_FILE_HERE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add ("/db/lock/" path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  add ("second-writer-is-told-who", test_second_writer_is_told_who_and_since_when);
  add ("other-name-for-the-file", test_lock_of_another_name_for_the_file_holds);
  add ("fresh-one-of-another-host-holds", test_fresh_lock_of_another_host_holds);
  add ("without-beat-is-taken-over", test_lock_without_beat_for_two_minutes_is_taken_over);
  add ("writer-whose-lock-was-taken-over-stops", test_writer_whose_lock_was_taken_over_stops);
  add ("beat-is-renewed-by-transactions", test_beat_is_renewed_by_transactions);
  add ("left-by-kill-is-taken-over", test_lock_left_by_kill_is_taken_over_at_once);
  add ("damaged-one-does-not-hold", test_damaged_lock_does_not_hold);
  add ("holder-can-be-described", test_holder_can_be_described);
  add ("file-state-and-version-follow-others", test_file_state_and_version_follow_others);
#undef add
  return g_test_run ();
}
