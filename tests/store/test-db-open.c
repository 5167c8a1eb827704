/* test-db-open.c: creating, opening and refusing programme files
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db-fixture.h"

#define assert_db_error(error, code) g_assert_error ((error), PV_DB_ERROR, (code))

static void
test_create_makes_a_private_file_of_ours (DbFixture *self, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (self->path, ".verrou", NULL);
  struct stat info;

  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (pv_db_get_schema_version (self->db), ==, 1);
  g_assert_false (pv_db_is_read_only (self->db));
  g_assert_cmpint (db_fixture_query (self, "PRAGMA application_id"), ==, 0x5056696c);
  g_assert_cmpint (db_fixture_query (self, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (db_fixture_query (self, "PRAGMA synchronous"), ==, 2);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  db_fixture_close (self);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_create_refuses_an_existing_file (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) other = pv_db_create (self->path, self->clock, &error);

  g_assert_null (other);
  assert_db_error (error, PV_DB_ERROR_EXISTS);
}

static void
test_create_refuses_a_missing_folder (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "rien", "x.progville", NULL);
  g_autoptr (PvDb) other = pv_db_create (path, self->clock, &error);

  g_assert_null (other);
  assert_db_error (error, PV_DB_ERROR_NOT_FOUND);
}

static void
test_embedded_schema_opens_again (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "vrai.progville", NULL);
  g_autoptr (PvDb) db = pv_db_create (path, self->clock, &error);

  g_assert_no_error (error);
  g_assert_true (pv_db_close (db, &error));
  g_clear_object (&db);
  db = pv_db_open (path, PV_DB_OPEN_READ_ONLY, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (pv_db_is_read_only (db));
}

/* Else each opening would make the schema again, to compare. */
static void
test_embedded_schema_is_known (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "vrai.progville", NULL);
  g_autoptr (PvDb) db = pv_db_create (path, self->clock, &error);
  g_autoptr (PvMigrator) ours = pv_migrator_new ();

  g_assert_no_error (error);
  g_assert_true (pv_migrator_is_schema (ours, db));
  g_assert_false (pv_migrator_is_schema (ours, self->db));
  g_assert_true (pv_db_close (db, &error));
  g_clear_object (&db);
  db_fixture_write_outside (path, "ANALYZE");
  db = pv_db_open (path, PV_DB_OPEN_READ_ONLY, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (pv_migrator_is_schema (ours, db));
}

static void
write_bytes (const char *path, const char *bytes, gssize size)
{
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
}

static void
assert_refused (DbFixture *self, PvDbError code, const char *word)
{
  static const PvDbOpenMode modes[] = { PV_DB_OPEN_READ_ONLY, PV_DB_OPEN_READ_WRITE };
  g_autofree char *lock = g_strconcat (self->path, ".verrou", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PvDb) db = db_fixture_open (self, modes[i], &error);

      g_assert_null (db);
      assert_db_error (error, (int)code);
      g_assert_nonnull (strstr (error->message, "essai.progville"));
      if (strstr (error->message, word) == NULL)
        g_error ("“%s” does not say “%s”", error->message, word);
      g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
    }
}

static void
test_missing_file_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  g_unlink (self->path);
  assert_refused (self, PV_DB_ERROR_NOT_FOUND, "no such file");
}

static void
test_text_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  write_bytes (self->path, "siret;nom;montant\n", -1);
  assert_refused (self, PV_DB_ERROR_NOT_OURS, "not a programme file");
}

static void
test_empty_file_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  write_bytes (self->path, "", 0);
  assert_refused (self, PV_DB_ERROR_NOT_OURS, "empty");
}

static void
test_folder_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  g_unlink (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_refused (self, PV_DB_ERROR_NOT_OURS, "not a programme file");
}

static void
test_database_of_another_application_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  g_unlink (self->path);
  db_fixture_write_outside (self->path, "CREATE TABLE parent (id INTEGER PRIMARY KEY)");
  assert_refused (self, PV_DB_ERROR_NOT_OURS, "not a programme file");
}

static void
test_cut_file_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  g_assert_cmpint (truncate (self->path, 60), ==, 0);
  assert_refused (self, PV_DB_ERROR_CORRUPT, "cut short");
}

static void
overwrite (const char *path, long offset, const char *bytes, gsize size)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  fseek (file, offset, SEEK_SET);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  fclose (file);
}

static void
test_corrupt_header_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  overwrite (self->path, 16, "\x12\x34", 2); /* the page size */
  assert_refused (self, PV_DB_ERROR_NOT_OURS, "not a programme file");
}

static void
test_corrupt_schema_page_is_refused (DbFixture *self, gconstpointer data)
{
  g_autofree char *noise = g_malloc (3000);

  db_fixture_close (self);
  memset (noise, 0xa5, 3000);
  overwrite (self->path, 100, noise, 3000);
  assert_refused (self, PV_DB_ERROR_CORRUPT, "damaged");
}

static void
test_corrupt_row_page_is_found (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *noise = NULL;
  gint64 page = 0;
  gint64 size = 0;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  g_assert_true (pv_db_check_integrity (self->db, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_pointer (&problems, g_ptr_array_unref);
  page = db_fixture_query (self, "SELECT rootpage FROM sqlite_schema WHERE name = 'parent'");
  size = db_fixture_query (self, "SELECT page_size FROM pragma_page_size");
  db_fixture_close (self);
  noise = g_malloc (size);
  memset (noise, 0xa5, size);
  overwrite (self->path, (long)((page - 1) * size), noise, size);
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (pv_db_check_integrity (self->db, &problems, &error));
  g_assert_cmpuint (problems->len, >, 0);
}

static void
test_dangling_reference_is_found (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  db_fixture_close (self);
  db_fixture_write_outside (self->path, "INSERT INTO enfant (id, parent_id) VALUES (4, 77)");
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_true (pv_db_check_integrity (self->db, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "enfant 4"));
}

static void
test_newer_file_is_refused (DbFixture *self, gconstpointer data)
{
  db_fixture_close (self);
  db_fixture_write_outside (self->path, "PRAGMA user_version = 99");
  assert_refused (self, PV_DB_ERROR_SCHEMA_TOO_NEW, "newer");
}

/* What another programme did to the schema, and the name that is told. */
static const struct
{
  const char *sql;
  const char *word;
} alterations[] = {
  { "CREATE TRIGGER intrus AFTER INSERT ON parent BEGIN DELETE FROM enfant; END", "intrus" },
  { "CREATE VIEW vue AS SELECT 1", "vue" },
  { "CREATE TABLE ajout (x)", "ajout" },
  { "CREATE INDEX cle ON parent (nom)", "cle" },
  { "ALTER TABLE enfant ADD COLUMN x TEXT", "enfant" },
  { "DROP TRIGGER total_enfant_modifie", "total_enfant_modifie" },
  { "DROP TRIGGER total_enfant_nouveau; CREATE TRIGGER total_enfant_nouveau AFTER INSERT ON enfant"
    " BEGIN DELETE FROM parent; END",
    "total_enfant_nouveau" },
  { "CREATE TRIGGER intrus AFTER INSERT ON parent BEGIN DELETE FROM enfant; END;"
    "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET name = 'sqlite_stat1' WHERE name = 'intrus'",
    "sqlite_stat1" },
  { "CREATE TRIGGER intrus AFTER INSERT ON parent BEGIN DELETE FROM enfant; END;"
    "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET name = NULL WHERE name = 'intrus'",
    "?" },
};

static void
test_altered_schema_is_refused (gconstpointer data)
{
  DbFixture self = { 0 };

  db_fixture_set_up (&self, NULL);
  db_fixture_close (&self);
  db_fixture_write_outside (self.path, alterations[GPOINTER_TO_UINT (data)].sql);
  assert_refused (&self, PV_DB_ERROR_CORRUPT, alterations[GPOINTER_TO_UINT (data)].word);
  db_fixture_tear_down (&self, NULL);
}

static void
test_what_analyze_keeps_is_allowed (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  db_fixture_close (self);
  db_fixture_write_outside (self->path, "ANALYZE");
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_read_only_never_writes (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);

  g_assert_no_error (error); /* beside the writer */
  g_assert_null (pv_transaction_begin (reader, "essai", NULL, &error));
  assert_db_error (error, PV_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (pv_db_execute (reader, "DELETE FROM parent", &error));
  assert_db_error (error, PV_DB_ERROR_READ_ONLY);
}

static void
test_reader_sees_what_the_writer_committed (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  gint64 n = 0;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  g_assert_true (pv_db_query_int (reader, "SELECT COUNT(*) FROM parent", &n, &error));
  g_assert_cmpint (n, ==, 1);
}

/* Whether another process sees the shared lock that SQLite keeps on a file in use:
 * https://www.sqlite.org/src/file/src/os.h, SHARED_FIRST. */
static gboolean
is_held (const char *path)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510
      };
      int fd = open (path, O_RDWR | O_CLOEXEC);

      _exit (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* Else a program that reads the file and leaves takes the WAL away from under the writer. */
static void
test_looking_at_a_file_leaves_it_held (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) reader = NULL;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  g_assert_true (is_held (self->path));
  reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (pv_db_close (reader, &error));
  g_clear_object (&reader);
  g_assert_true (is_held (self->path));
}

/* Rights do not bind root: the test becomes nobody. */
static void
test_read_only_folder_is_read_and_not_written (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  db_fixture_close (self);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  if (geteuid () == 0 && seteuid (65534) != 0)
    g_test_skip ("cannot give up root");
  else
    {
      g_autoptr (PvDb) writer = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
      g_autoptr (PvDb) reader = NULL;
      gint64 n = 0;

      g_assert_null (writer);
      assert_db_error (error, PV_DB_ERROR_READ_ONLY);
      g_clear_error (&error);
      reader = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      g_assert_true (pv_db_query_int (reader, "SELECT COUNT(*) FROM parent", &n, &error));
      g_assert_cmpint (n, ==, 1);
    }
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_chmod (self->folder, 0755);
}

static void
test_removed_or_replaced_file_is_told (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = g_strconcat (self->path, ".ailleurs", NULL);

  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_null (pv_transaction_begin (self->db, "essai", NULL, &error));
  assert_db_error (error, PV_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  write_bytes (self->path, "autre", -1);
  g_assert_null (pv_transaction_begin (self->db, "essai", NULL, &error));
  assert_db_error (error, PV_DB_ERROR_NOT_FOUND);
}

/* A connection to the file that took the place would share the side files of ours, and
 * empty them under it. */
static void
test_another_connection_is_to_the_same_file (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "entier.progville", NULL);
  g_autofree char *aside = g_strconcat (path, ".ailleurs", NULL);
  g_autofree char *content = NULL;
  g_autoptr (PvDb) db = pv_db_create (path, self->clock, &error);
  gint64 found = 0;
  gsize size;

  g_assert_no_error (error);
  {
    g_autoptr (PvDb) beside = pv_db_open_beside (db, PV_DB_OPEN_READ_ONLY, &error);

    g_assert_no_error (error);
    g_assert_nonnull (beside);
  }
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_true (g_file_set_contents (path, content, (gssize)size, NULL));

  g_assert_null (pv_db_open_beside (db, PV_DB_OPEN_READ_ONLY, &error));
  assert_db_error (error, PV_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (pv_db_query_int (db, "SELECT COUNT(*) FROM dossier", &found, &error));
  g_assert_no_error (error);
}

static void
test_full_disk_changes_nothing (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *limit = NULL;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  before = db_fixture_dump (self);
  limit = g_strdup_printf ("PRAGMA max_page_count = %d",
                           (int)db_fixture_query (self, "PRAGMA page_count") + 5);
  g_assert_true (pv_db_run (self->db, limit, &error));
  {
    g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "gros", NULL, &error);

    g_assert_false (pv_db_execute (
        self->db,
        "INSERT INTO parent (uuid, nom) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
        " SELECT i + 1 FROM n WHERE i < 5000) SELECT 'u' || i, 'un nom assez long' FROM n",
        &error));
    assert_db_error (error, PV_DB_ERROR_NO_SPACE);
  }
  after = db_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (pv_db_run (self->db, "PRAGMA max_page_count = 100000", NULL));
  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('b', 'b')");
}

#define add(path, func)                                                                            \
  g_test_add ("/db/open/" path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)

static void
add_refusals (void)
{
  add ("missing-file-is-refused", test_missing_file_is_refused);
  add ("text-is-refused", test_text_is_refused);
  add ("empty-file-is-refused", test_empty_file_is_refused);
  add ("folder-is-refused", test_folder_is_refused);
  add ("other-database-is-refused", test_database_of_another_application_is_refused);
  add ("cut-file-is-refused", test_cut_file_is_refused);
  add ("corrupt-header-is-refused", test_corrupt_header_is_refused);
  add ("corrupt-schema-page-is-refused", test_corrupt_schema_page_is_refused);
  add ("newer-file-is-refused", test_newer_file_is_refused);
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/db/open/altered-schema-is-refused/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_altered_schema_is_refused);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("create-makes-a-private-file", test_create_makes_a_private_file_of_ours);
  add ("create-refuses-an-existing-file", test_create_refuses_an_existing_file);
  add ("create-refuses-a-missing-folder", test_create_refuses_a_missing_folder);
  add ("embedded-schema-opens-again", test_embedded_schema_opens_again);
  add ("embedded-schema-is-known", test_embedded_schema_is_known);
  add_refusals ();
  add ("corrupt-row-page-is-found", test_corrupt_row_page_is_found);
  add ("dangling-reference-is-found", test_dangling_reference_is_found);
  add ("what-analyze-keeps-is-allowed", test_what_analyze_keeps_is_allowed);
  add ("read-only-never-writes", test_read_only_never_writes);
  add ("reader-sees-what-was-committed", test_reader_sees_what_the_writer_committed);
  add ("looking-leaves-the-file-held", test_looking_at_a_file_leaves_it_held);
  add ("read-only-folder-is-read", test_read_only_folder_is_read_and_not_written);
  add ("removed-or-replaced-file-is-told", test_removed_or_replaced_file_is_told);
  add ("another-connection-is-to-the-same-file", test_another_connection_is_to_the_same_file);
  add ("full-disk-changes-nothing", test_full_disk_changes_nothing);
  return g_test_run ();
}
