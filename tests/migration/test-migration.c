/* test-migration.c: older files come up to date, or stay as they were
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "db-fixture.h"
#include "pv-history.h"
#include "pv-totals.h"

static void
add_rows_and_close (DbFixture *self)
{
  db_fixture_write (
      self, "essai",
      "INSERT INTO parent (uuid, nom, montant) VALUES ('a', 'A', 50), ('b', 'B', 500)");
  db_fixture_close (self);
}

static PvDb *
open_at (DbFixture *self, PvMigrator *migrator, PvDbOpenMode mode, GError **error)
{
  return pv_db_open_with (self->path, mode, self->clock, migrator, error);
}

static void
assert_problems (PvDb *db, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (pv_history_verify (db, &problems, &error));
  g_assert_cmpuint (problems->len, ==, n);
}

static void
test_older_file_is_migrated_and_its_copy_kept (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (2);
  g_autofree char *copy = g_strconcat (self->path, ".avant-migration-0002", NULL);
  g_autofree char *current = NULL;

  add_rows_and_close (self);
  self->db = open_at (self, migrator, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv_db_get_schema_version (self->db), ==, 2);
  g_assert_cmpint (db_fixture_query (self, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM parent WHERE note = 'ancien'"), ==,
                   1);
  assert_problems (self->db, 0);
  db_fixture_close (self);

  current = g_steal_pointer (&self->path);
  self->path = g_steal_pointer (&copy);
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM parent"), ==, 2);
}

static void
test_older_file_is_not_migrated_by_a_reader (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (2);

  add_rows_and_close (self);
  g_assert_null (open_at (self, migrator, PV_DB_OPEN_READ_ONLY, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_READ_ONLY);
}

static void
test_migration_does_not_hide_a_change_made_outside (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (2);

  add_rows_and_close (self);
  db_fixture_write_outside (self->path, "UPDATE parent SET montant = 51 WHERE id = 1");
  self->db = open_at (self, migrator, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  assert_problems (self->db, 1);
}

static void
test_undo_crosses_a_migration_that_left_the_row (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (2);
  g_autoptr (PvHistoryGroup) group = NULL;

  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'A')");
  db_fixture_close (self);
  self->db = open_at (self, migrator, PV_DB_OPEN_READ_WRITE, &error);
  group = pv_history_last_undoable (self->db, &error);
  g_assert_cmpint (group->id, ==, 1);
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
  assert_problems (self->db, 0);
}

static void
test_failed_migration_leaves_the_file_as_it_was (DbFixture *self, gconstpointer data)
{
  const char *names[] = { "0001-debut.sql", "0002-faux.sql", NULL };
  g_autoptr (PvMigrator) first = db_fixture_new_migrator (1);
  const char *scripts[] = { pv_migrator_get_script (first, 1),
                            "DELETE FROM parent; INSERT INTO nulle_part VALUES (1);", NULL };
  g_autoptr (PvMigrator) wrong = pv_migrator_new_from_scripts (names, scripts);
  g_autoptr (GError) error = NULL;

  add_rows_and_close (self);
  g_assert_null (open_at (self, wrong, PV_DB_OPEN_READ_WRITE, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED);
  g_clear_error (&error);
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM parent"), ==, 2);
  assert_problems (self->db, 0);
}

static void
test_rows_of_a_script_are_sealed_at_creation (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (2);
  g_autofree char *path = g_build_filename (self->folder, "neuf.progville", NULL);
  g_autoptr (PvDb) db = pv_db_create_with (path, self->clock, migrator, &error);

  g_assert_no_error (error);
  assert_problems (db, 0);
  g_assert_null (pv_history_last_undoable (db, &error));
  g_assert_no_error (error);
  g_assert_true (pv_db_close (db, &error));
  db_fixture_write_outside (path, "DELETE FROM suite WHERE id = 1");
  g_clear_object (&db);
  db = pv_db_open_with (path, PV_DB_OPEN_READ_ONLY, self->clock, migrator, &error);
  assert_problems (db, 1);
}

/* A file of a past version, as that version left it. */
static char *
unpack (DbFixture *self, const char *name)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "migration", name, NULL);
  g_autofree char *path = g_build_filename (self->folder, "ancien.progville", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (packed);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) file = g_file_read (source, NULL, &error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFileOutputStream) copy = NULL;

  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (file), G_CONVERTER (gzip));
  copy = g_file_create (target, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (copy), stream,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

typedef struct
{
  const char *file;
  int dossiers;
} PastVersion;

static const PastVersion version_3 = { "version-3.progville.gz", 8 };
static const PastVersion version_4 = { "version-4.progville.gz", 6 };
static const PastVersion version_5 = { "version-5.progville.gz", 6 };
static const PastVersion version_7 = { "version-7.progville.gz", 6 };

/* Nothing of a past version is lost, its history still holds, and what it was waiting for is
 * there. */
static void
test_past_version (DbFixture *self, gconstpointer data)
{
  const PastVersion *version = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = pv_migrator_new ();
  g_autofree char *path = unpack (self, version->file);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (PvHistoryGroup) group = NULL;

  db_fixture_close (self);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  self->db = open_at (self, migrator, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv_db_get_schema_version (self->db), ==, pv_migrator_get_version (migrator));
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM dossier"), ==, version->dossiers);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM enveloppe"), ==, 14);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM vue"), ==, 0);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM recevabilite_regle"), ==, 0);
  assert_problems (self->db, 0);
  g_assert_true (pv_totals_verify (self->db, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  /* the last import of before can still be taken back */
  group = pv_history_last_undoable (self->db, &error);
  g_assert_no_error (error);
  g_assert_nonnull (group);
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM dossier"), ==, 0);
  assert_problems (self->db, 0);
}

/* What another programme wrote of a closed séance is kept, and frozen from then on. */
static void
test_version_5_decisions (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvMigrator) migrator = pv_migrator_new ();
  g_autofree char *path = unpack (self, "version-5.progville.gz");
  g_autoptr (PvTransaction) transaction = NULL;

  db_fixture_write_outside (
      path, "INSERT INTO instance (id, uuid, nom, effet) VALUES (1, 'i', 'Copil', 'decision');"
            "INSERT INTO seance (id, uuid, instance_id, date_le, etat)"
            " VALUES (1, 's1', 1, '2026-01-05', 'close'), (2, 's2', 1, '2026-02-05', 'ouverte');"
            "INSERT INTO seance_dossier (id, seance_id, dossier_id, ordre)"
            " SELECT s.id, s.id, (SELECT MIN (id) FROM dossier), 1 FROM seance s;"
            "INSERT INTO decision (id, uuid, seance_dossier_id, decision, reserve)"
            " VALUES (1, 'd1', 1, 'refuse', 'hors sujet'), (2, 'd2', 2, 'programme', NULL);"
            "INSERT INTO decision_montant (id, decision_id, financement_id, montant_cents)"
            " SELECT d.id, d.id, (SELECT MIN (id) FROM financement), 1000 * d.id FROM decision d;");
  db_fixture_close (self);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  self->db = open_at (self, migrator, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (db_fixture_query (self, "SELECT scellee FROM decision WHERE id = 1"), ==, 1);
  g_assert_cmpint (db_fixture_query (self, "SELECT scellee FROM decision WHERE id = 2"), ==, 0);
  g_assert_cmpint (
      db_fixture_query (self, "SELECT reserve = 'hors sujet' FROM decision WHERE id = 1"), ==, 1);
  g_assert_cmpint (db_fixture_query (self, "SELECT SUM (montant_cents) FROM decision_montant"), ==,
                   3000);

  transaction = pv_transaction_begin (self->db, "test", NULL, &error);
  g_assert_false (
      pv_db_execute (self->db, "UPDATE decision_montant SET montant_cents = 1", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_db_execute (
      self->db, "UPDATE decision_montant SET montant_cents = 1 WHERE decision_id = 2", &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func) add_with (path, NULL, func)
#define add_with(path, data, func)                                                                 \
  g_test_add ("/migration/" path, DbFixture, data, db_fixture_set_up, func, db_fixture_tear_down)
  add ("older-file-is-migrated-and-its-copy-kept", test_older_file_is_migrated_and_its_copy_kept);
  add ("older-file-is-not-migrated-by-a-reader", test_older_file_is_not_migrated_by_a_reader);
  add ("does-not-hide-a-change-made-outside", test_migration_does_not_hide_a_change_made_outside);
  add ("undo-crosses-it", test_undo_crosses_a_migration_that_left_the_row);
  add ("failed-one-leaves-the-file-as-it-was", test_failed_migration_leaves_the_file_as_it_was);
  add ("rows-of-a-script-are-sealed", test_rows_of_a_script_are_sealed_at_creation);
  add_with ("version-3", &version_3, test_past_version);
  add_with ("version-4", &version_4, test_past_version);
  add_with ("version-5", &version_5, test_past_version);
  add_with ("version-7", &version_7, test_past_version);
  add ("version-5-decisions", test_version_5_decisions);
#undef add_with
#undef add
  return g_test_run ();
}
