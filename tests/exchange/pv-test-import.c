/* pv-test-import.c: a programme file to import into, and what comes out
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

#include "pv-history.h"
#include "pv-statement.h"
#include "pv-test-folder.h"
#include "pv-transaction.h"
#include "reference/pv-reference-load.h"

static void
load_reference (PvDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "new", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (pv_reference_load_cadres (db, "mel_2024", NULL, &error));
  g_assert_true (pv_reference_load_territoires (db, NULL, NULL, &error));
  g_assert_true (pv_reference_load_financeurs (db, NULL, NULL, &error));
  g_assert_true (pv_reference_load_dispositifs (db, NULL, &error));
  g_assert_true (pv_reference_load_comptes (db, &error));
  g_assert_true (pv_reference_load_axes (db, &error));
  g_assert_true (pv_transaction_commit (transaction, &error));
}

void
pv_test_programme_open (PvTestProgramme *self, gboolean reference)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-11-20T10:00:00Z", 1);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("pv-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "programme.progville", NULL);
  self->db = pv_db_create (path, clock, &error);
  g_assert_no_error (error);
  if (reference)
    load_reference (self->db);
}

void
pv_test_programme_close (PvTestProgramme *self)
{
  g_autoptr (GError) error = NULL;

  if (self->db == NULL)
    return;
  g_assert_true (pv_db_close (self->db, &error));
  g_clear_object (&self->db);
  pv_test_folder_remove (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

char *
pv_test_write (PvTestProgramme *self, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

PvImportReport *
pv_test_import (PvTestProgramme *self,
                const char *path,
                const PvImportOptions *options,
                gboolean apply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvImport) import = pv_import_new (self->db, path, options, &error);
  PvImportReport *report = NULL;

  g_assert_no_error (error);
  pv_import_run (import, apply, NULL, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->read, ==,
                    report->created + report->updated + report->unchanged + report->rejected);
  return report;
}

void
pv_test_assert_import (PvTestProgramme *self,
                       const char *path,
                       const PvImportOptions *options,
                       guint created,
                       guint updated,
                       guint unchanged,
                       guint rejected)
{
  g_autoptr (PvImportReport) report = pv_test_import (self, path, options, TRUE);

  g_assert_cmpuint (report->created, ==, created);
  g_assert_cmpuint (report->updated, ==, updated);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
  g_assert_cmpuint (report->rejected, ==, rejected);
}

const PvImportMessage *
pv_test_find (const PvImportReport *report, const char *code, guint row)
{
  for (guint i = 0; i < report->messages->len; i++)
    {
      const PvImportMessage *message = g_ptr_array_index (report->messages, i);

      if (g_str_equal (message->code, code) && (row == 0 || message->row == row))
        return message;
    }

  return NULL;
}

guint
pv_test_count (const PvImportReport *report, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < report->messages->len; i++)
    n += g_str_equal (((const PvImportMessage *)g_ptr_array_index (report->messages, i))->code,
                      code);

  return n;
}

void
pv_test_say (const PvImportReport *report)
{
  for (guint i = 0; i < report->messages->len; i++)
    {
      const PvImportMessage *message = report->messages->pdata[i];

      g_test_message ("row %u: %s: %s", message->row, message->code, message->text);
    }
}

void
pv_test_assert_refused (PvTestProgramme *self,
                        const char *sheet,
                        const char *debut,
                        const PvTestLigne *ligne)
{
  g_autofree char *name = g_strconcat (sheet, ".csv", NULL);
  g_autofree char *table = g_strconcat (debut, ligne->ligne, NULL);
  g_autofree char *path = pv_test_write (self, name, table);
  g_autoptr (PvImportReport) report = pv_test_import (self, path, NULL, TRUE);
  const PvImportMessage *message = pv_test_find (report, ligne->code, 3);

  pv_test_say (report);
  g_assert_nonnull (message);
  g_assert_cmpint (message->severity, ==, PV_IMPORT_ERROR);
  g_assert_cmpstr (message->sheet, ==, sheet);
  g_assert_cmpstr (message->column, ==, ligne->colonne);
  g_assert_cmpstr (message->value != NULL ? message->value : "", ==, ligne->valeur);
  g_assert_cmpuint (report->created, ==, 1);
  g_assert_cmpuint (report->rejected, ==, 1);
}

gint64
pv_test_query (PvTestProgramme *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  pv_db_query_int (self->db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

char *
pv_test_query_text (PvTestProgramme *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, sql, &error);

  g_assert_no_error (error);
  if (pv_statement_step (statement, &error) != PV_STEP_ROW)
    return NULL;
  return pv_statement_dup_text (statement, 0);
}

char *
pv_test_digest (PvTestProgramme *self)
{
  g_autoptr (GError) error = NULL;
  char *digest = pv_history_digest (self->db, &error);

  g_assert_no_error (error);
  return digest;
}

void
pv_test_undo (PvTestProgramme *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvHistoryGroup) group = pv_history_last_undoable (self->db, &error);

  g_assert_no_error (error);
  g_assert_nonnull (group);
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
}

void
pv_test_edit (PvTestProgramme *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (self->db, "dossier-edit", NULL, &error);

  g_assert_no_error (error);
  pv_db_execute (self->db, sql, &error);
  g_assert_no_error (error);
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

char *
pv_test_public_file (const char *name)
{
  const char *folder = g_getenv ("PV_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", name, NULL);
  g_autofree char *reason = NULL;

  if (folder != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  reason = g_strdup_printf ("the public file %s is not there", name);
  g_test_skip (reason);
  return NULL;
}

void
pv_test_programme_open_with_dossiers (PvTestProgramme *self)
{
  g_autofree char *path = NULL;

  pv_test_programme_open (self, TRUE);
  path = pv_test_write (self, "programmation.csv",
                        "N°;Porteur;Intitulé;Exercice;Avis État;Note État\n"
                        "0001;Les Lilas;Lecture;2026;favorable;80\n"
                        "0002;Les Lilas;Chantier;2026;;\n");
  pv_test_assert_import (self, path, NULL, 2, 0, 0, 0);
}
