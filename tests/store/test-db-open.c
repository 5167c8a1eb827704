/* test-db-open.c: creating, opening and refusing programme files
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
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
  g_assert_cmpint (db_fixture_query (self->db != NULL ? self : NULL, "PRAGMA application_id"), ==,
                   0x5056696c);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add (path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  add ("/db/open/create-makes-a-private-file", test_create_makes_a_private_file_of_ours);
  add ("/db/open/create-refuses-an-existing-file", test_create_refuses_an_existing_file);
  add ("/db/open/create-refuses-a-missing-folder", test_create_refuses_a_missing_folder);
  add ("/db/open/embedded-schema-opens-again", test_embedded_schema_opens_again);
#undef add
  return g_test_run ();
}
