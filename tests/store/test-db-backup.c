/* test-db-backup.c: copies of the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db-fixture.h"
#include "pv-backup.h"
#include "pv-error.h"
#include "pv-history.h"

static void
add_many (DbFixture *self)
{
  db_fixture_write (self, "essai",
                    "INSERT INTO parent (uuid, nom) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                    " SELECT i + 1 FROM n WHERE i < 20000) SELECT 'u' || i, 'nom' FROM n");
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (entries != NULL && g_dir_read_name (entries) != NULL)
    n++;
  return n;
}

static void
progress_cb (guint done_bp, gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (done_bp, >=, *last);
  *last = done_bp;
}

static void
test_copy_is_the_file_and_opens_alone (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  g_autofree char *digest = NULL;
  g_autofree char *same = NULL;
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (1);
  g_autoptr (PvDb) db = NULL;
  guint done = 0;
  struct stat info;

  add_many (self);
  g_assert_true (pv_backup_copy (self->db, copy, progress_cb, &done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (done, ==, 10000);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  digest = pv_history_digest (self->db, &error);
  db = pv_db_open_with (copy, PV_DB_OPEN_READ_ONLY, self->clock, migrator, &error);
  g_assert_no_error (error);
  same = pv_history_digest (db, &error);
  g_assert_cmpstr (same, ==, digest);
}

static void
test_copy_in_a_transaction_is_refused (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "essai", NULL, &error);

  g_assert_false (pv_backup_copy (self->db, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_BUSY);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
write_cb (guint done_bp, gpointer user_data)
{
  DbFixture *self = user_data;

  if (done_bp < 10000)
    db_fixture_write (self, "essai",
                      "UPDATE parent SET montant = COALESCE(montant, 0) + 1 WHERE id < 10");
}

/* A reader copies while the writer writes: the copy is of one moment. */
static void
test_copy_under_write_is_whole (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (1);
  g_autoptr (PvDb) reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  g_autoptr (PvDb) db = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  add_many (self);
  db_fixture_write (self, "essai", "UPDATE parent SET nom = 'un nom bien plus long ' || id");
  g_assert_true (pv_backup_copy (self->db, copy, write_cb, self, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (db_fixture_query (self, "SELECT MAX(id) FROM historique_groupe"), >, 2);
  db = pv_db_open_with (copy, PV_DB_OPEN_READ_ONLY, self->clock, migrator, &error);
  g_assert_no_error (error);
  g_assert_true (pv_db_check_integrity (db, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_pointer (&problems, g_ptr_array_unref);
  g_assert_true (pv_history_verify (db, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_cancelled_copy_leaves_no_file (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  guint before = 0;

  add_many (self);
  db_fixture_write (self, "essai", "UPDATE parent SET nom = 'un nom bien plus long ' || id");
  before = count_files (self->folder);
  g_cancellable_cancel (cancellable);
  g_assert_false (pv_backup_copy (self->db, copy, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self->folder), ==, before);
}

/* A limit on the size of files fails as a full disk does. */
static void
test_copy_to_a_full_disk_leaves_no_file (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  struct rlimit before;
  struct rlimit small;
  guint n = 0;
  gboolean done = FALSE;

  add_many (self);
  n = count_files (self->folder);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 200000;
  setrlimit (RLIMIT_FSIZE, &small);
  done = pv_backup_copy (self->db, copy, NULL, NULL, NULL, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (done);
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_NO_SPACE);
  g_assert_cmpuint (count_files (self->folder), ==, n);
}

static void
test_daily_keeps_the_last_days (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_strconcat (self->path, ".sauvegardes", NULL);
  g_autofree char *first = g_build_filename (folder, "2026-03-01.progville", NULL);
  g_autofree char *last = g_build_filename (folder, "2026-03-05.progville", NULL);
  g_autofree char *own = g_build_filename (folder, "avant séance.progville", NULL);

  for (int day = 0; day < 5; day++)
    {
      g_assert_true (pv_backup_daily (self->db, 3, &error));
      g_assert_true (pv_backup_daily (self->db, 3, &error));
      if (day == 0)
        g_assert_true (g_file_set_contents (own, "", 0, NULL));
      pv_clock_advance (self->clock, 86400);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 4);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
}

static void
test_list_is_latest_first (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = g_strconcat (self->path, ".avant-migration-0004", NULL);
  const PvBackup *one, *other;

  g_assert_true (pv_backup_daily (self->db, 3, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (before, "x", 1, NULL));
  backups = pv_backup_list (self->path);
  g_assert_cmpuint (backups->len, ==, 2);
  one = g_ptr_array_index (backups, 0);
  other = g_ptr_array_index (backups, 1);
  g_assert_cmpint (one->at, >=, other->at);
  g_assert_true ((one->date == NULL) != (other->date == NULL));
  g_assert_cmpint (one->date != NULL ? one->size : other->size, >, 1000);
}

static void
test_restored_is_the_copy (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  g_autofree char *restored = g_build_filename (self->folder, "restauré.progville", NULL);
  g_autofree char *lock = g_strconcat (restored, ".verrou", NULL);
  g_autofree char *wal = g_strconcat (restored, "-wal", NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize size = 0, same = 0;

  add_many (self);
  g_assert_true (pv_backup_copy (self->db, copy, NULL, NULL, NULL, &error));
  /* what a file that was not closed well left there is not read into it */
  g_assert_true (g_file_set_contents (wal, "reste", -1, NULL));
  g_assert_true (pv_backup_restore (copy, restored, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (copy, &one, &size, NULL));
  g_assert_true (g_file_get_contents (restored, &other, &same, NULL));
  g_assert_cmpmem (one, size, other, same);
}

static void
test_open_file_is_not_restored_over (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);

  g_assert_true (pv_backup_copy (self->db, copy, NULL, NULL, NULL, NULL));
  g_assert_false (pv_backup_restore (copy, self->path, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED);
}

static void
test_what_is_no_programme_is_not_restored (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copie.progville", NULL);
  g_autofree char *restored = g_build_filename (self->folder, "restauré.progville", NULL);

  g_assert_true (g_file_set_contents (copy, "bonjour", -1, NULL));
  g_assert_false (pv_backup_restore (copy, restored, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_OURS);
  g_assert_false (g_file_test (restored, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add ("/db/backup/" path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  add ("copy-is-the-file", test_copy_is_the_file_and_opens_alone);
  add ("copy-in-a-transaction-is-refused", test_copy_in_a_transaction_is_refused);
  add ("copy-under-write-is-whole", test_copy_under_write_is_whole);
  add ("cancelled-copy-leaves-no-file", test_cancelled_copy_leaves_no_file);
  add ("copy-to-a-full-disk-leaves-no-file", test_copy_to_a_full_disk_leaves_no_file);
  add ("daily-keeps-the-last-days", test_daily_keeps_the_last_days);
  add ("list-is-latest-first", test_list_is_latest_first);
  add ("restored-is-the-copy", test_restored_is_the_copy);
  add ("open-file-is-not-restored-over", test_open_file_is_not_restored_over);
  add ("what-is-no-programme-is-not-restored", test_what_is_no_programme_is_not_restored);
#undef add
  return g_test_run ();
}
