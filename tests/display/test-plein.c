/* test-plein.c: an import and exports on a disk that is full
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier/pv-dossiers-page.h"
#include "import/pv-import-assistant.h"
#include "pv-display-fixture.h"

typedef PvDisplayFixture Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  pv_display_fixture_set_up (self, data);
  pv_display_fixture_rest ();
}

/* Beside the programme's own. */
static guint
count_files (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, "progville") == NULL ? 1 : 0;

  return n;
}

/* --- an import ----------------------------------------------------------------------------- */

static char *
write_table (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GString) rows = g_string_new ("N°;Porteur;Intitulé;Communes;Coût total\n");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (rows, "P%03u;Porteur fictif %u;Action %u;Roubaix;%u\n", i, i % 40, i,
                            1000 + i);
  g_assert_true (g_file_set_contents (path, rows->str, -1, NULL));

  return path;
}

static void
check_file (Fixture *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  pv_db_check_integrity (pv_context_get_reader (self->context), &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self);
  g_autofree char *before = pv_display_fixture_digest (self);
  g_autofree char *after = NULL;
  GtkWidget *assistant, *problem;
  PvImportSession *session;

  pv_display_fixture_act (self, "win.import", NULL);
  assistant = pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT);
  session = pv_import_assistant_get_session (PV_IMPORT_ASSISTANT (assistant));
  pv_display_act (assistant, self->context, "import.open-file", g_variant_new_string (path));
  pv_display_act (assistant, self->context, "import.next", NULL);
  pv_display_act (assistant, self->context, "import.next", NULL);
  pv_display_fixture_fill_disk (TRUE);
  pv_display_act (assistant, self->context, "import.next", NULL);
  pv_display_fixture_fill_disk (FALSE);
  g_assert_cmpint (pv_import_session_get_etat (session), ==, PV_IMPORT_ETAT_PREVU);
  g_assert_nonnull (strstr (pv_import_session_get_problem (session), "disque"));
  problem = pv_display_find (assistant, ADW_TYPE_STATUS_PAGE, "problem_page", NULL);
  g_assert_true (gtk_widget_get_mapped (problem));
  pv_display_check_names (assistant);
  pv_display_picture (GTK_WINDOW (assistant), self->context, "import-disque-plein");
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);
  check_file (self);

  /* with room again, it is tried again */
  pv_display_act (assistant, self->context, "import.retry", NULL);
  pv_display_act (assistant, self->context, "import.next", NULL);
  g_assert_cmpint (pv_import_session_get_etat (session), ==, PV_IMPORT_ETAT_FAIT);
  gtk_window_close (GTK_WINDOW (assistant));
  pv_display_settle (self->context);
  pv_display_fixture_act (self, "win.undo", NULL);
  g_free (after);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);
  check_file (self);
}

/* The report cannot be written either. */
static void
test_import_report (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_table (self);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *report = g_build_filename (folder, "rapport.xlsx", NULL);
  GtkWidget *assistant;
  guint n;

  pv_display_fixture_act (self, "win.import", NULL);
  assistant = pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT);
  pv_display_act (assistant, self->context, "import.open-file", g_variant_new_string (path));
  for (guint i = 0; i < 3; i++)
    pv_display_act (assistant, self->context, "import.next", NULL);
  n = count_files (self);
  pv_display_fixture_fill_disk (TRUE);
  pv_display_act (assistant, self->context, "import.save-to", g_variant_new ("(bs)", TRUE, report));
  pv_display_fixture_fill_disk (FALSE);
  g_assert_cmpuint (count_files (self), ==, n);
  pv_display_act (assistant, self->context, "import.save-to", g_variant_new ("(bs)", TRUE, report));
  g_assert_true (g_file_test (report, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (assistant));
  pv_display_settle (self->context);
}

/* --- exports ------------------------------------------------------------------------------- */

/* What the last toast says. */
static const char *
get_toast (Fixture *self)
{
  GtkWidget *toast =
      pv_display_find (GTK_WIDGET (self->window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  GtkWidget *label = toast != NULL ? pv_display_find (toast, GTK_TYPE_LABEL, NULL, NULL) : NULL;

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, data, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PvDossiersPage *page;
  guint n;

  pv_display_fixture_goto (self, "dossiers", "");
  page = PV_DOSSIERS_PAGE (pv_window_get_page (self->window, "dossiers"));
  n = count_files (self);
  pv_display_fixture_fill_disk (TRUE);
  pv_dossiers_page_export_to (page, file);
  pv_display_settle (self->context);
  pv_display_fixture_fill_disk (FALSE);
  g_assert_nonnull (strstr (get_toast (self), "Fichier trop gros"));
  g_assert_cmpuint (count_files (self), ==, n);
  pv_dossiers_page_export_to (page, file);
  pv_display_settle (self->context);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_workbook (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "suivi.xlsx", NULL);
  GtkWidget *page, *problem;
  guint n;

  pv_display_fixture_goto (self, "exports", "");
  page = GTK_WIDGET (pv_window_get_page (self->window, "exports"));
  n = count_files (self);
  pv_display_fixture_fill_disk (TRUE);
  pv_display_act (page, self->context, "exports.write", g_variant_new_string (path));
  pv_display_fixture_fill_disk (FALSE);
  problem = pv_display_find (page, GTK_TYPE_LABEL, "problem_label", NULL);
  g_assert_true (gtk_widget_get_mapped (problem));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (problem)), "Fichier trop gros"));
  g_assert_cmpuint (count_files (self), ==, n);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, data, function)                                                                  \
  g_test_add ("/plein/" name, Fixture, data, set_up, function, pv_display_fixture_tear_down)
  ADD ("an-import-leaves-nothing", NULL, test_import);
  ADD ("a-report-leaves-nothing", NULL, test_import_report);
  ADD ("a-workbook-of-the-list-leaves-nothing", "dossiers.xlsx", test_list);
  ADD ("a-table-of-the-list-leaves-nothing", "dossiers.csv", test_list);
  ADD ("a-workbook-leaves-nothing", NULL, test_workbook);
#undef ADD

  return g_test_run ();
}
