/* test-start.c: the window without a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "programme/pv-demonstration.h"
#include "programme/pv-recent.h"
#include "programme/pv-start-page.h"
#include "pv-application.h"
#include "pv-display.h"

static GtkRecentManager *
get_recent (void)
{
  return gtk_recent_manager_get_default ();
}

static void
forget_all (void)
{
  g_autoptr (GPtrArray) files = pv_recent_list (get_recent ());

  for (guint i = 0; i < files->len; i++)
    pv_recent_remove (get_recent (), ((PvRecent *)g_ptr_array_index (files, i))->path);
  pv_display_settle (NULL);
}

static GtkLabel *
find_failure (PvWindow *window)
{
  return GTK_LABEL (pv_display_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "failure_label", NULL));
}

static const char *
get_failure (PvWindow *window)
{
  return gtk_label_get_label (find_failure (window));
}

static GtkListBox *
find_list (PvWindow *window)
{
  return GTK_LIST_BOX (
      pv_display_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX, "recent_list", NULL));
}

static void
test_recent (void)
{
  char *path = pv_display_copy_demonstration ();
  g_autofree char *gone = g_build_filename (g_get_tmp_dir (), "disparu.progville", NULL);
  PvWindow *window;
  GtkListBoxRow *row;
  GtkWidget *remove;

  forget_all ();
  pv_recent_add (get_recent (), path);
  pv_recent_add (get_recent (), gone);
  window = pv_display_show_programme (NULL);
  row = gtk_list_box_get_row_at_index (find_list (window), 0);
  g_assert_nonnull (row);
  g_assert_null (gtk_list_box_get_row_at_index (find_list (window), 1)); /* the lost one */
  pv_display_check_names (GTK_WIDGET (window));
  pv_display_picture (GTK_WINDOW (window), NULL, "demarrage");

  row = gtk_list_box_get_row_at_index (find_list (window), 0);
  remove = pv_display_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, NULL, NULL);
  g_assert_nonnull (remove);
  g_signal_emit_by_name (remove, "clicked");
  pv_display_settle (NULL);
  g_assert_null (gtk_list_box_get_row_at_index (find_list (window), 0));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

static void
test_recent_opens_here (void)
{
  char *path = pv_display_copy_demonstration ();
  PvWindow *window;

  forget_all ();
  pv_recent_add (get_recent (), path);
  window = pv_display_show_programme (NULL);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (find_list (window), 0)));
  pv_display_settle (pv_window_get_context (window));
  g_assert_nonnull (pv_window_get_context (window));
  g_assert_cmpstr (pv_context_get_path (pv_window_get_context (window)), ==, path);
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

static void
assert_told (const char *contents, gssize size, const char *what)
{
  g_autofree char *folder = g_dir_make_tmp ("progville-XXXXXX", NULL);
  char *path = g_build_filename (folder, "essai.progville", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PvWindow *window = pv_display_show_programme (NULL);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, size, NULL));
  pv_window_open (window, file);
  pv_display_settle (NULL);
  g_assert_null (pv_window_get_context (window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_failure (window))));
  g_assert_nonnull (strstr (get_failure (window), what));
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

static void
test_missing (void)
{
  assert_told (NULL, 0, "ce fichier n’existe pas");
}

static void
test_not_ours (void)
{
  assert_told ("bonjour", -1, "n’est pas un fichier de programme");
}

static void
test_cut_short (void)
{
  assert_told ("SQLite format 3\0", 16, "tronqué");
}

static void
test_newer (void)
{
  char *path = pv_display_copy_demonstration ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PvWindow *window = pv_display_show_programme (NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  /* user_version, at byte 60 of SQLite's header */
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  bytes[62] = 0x7f;
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
  pv_window_open (window, file);
  pv_display_settle (NULL);
  g_assert_null (pv_window_get_context (window));
  g_assert_nonnull (strstr (get_failure (window), "plus récent"));
  pv_display_picture (GTK_WINDOW (window), NULL, "demarrage-refus");
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

/* What a file that takes long shows meanwhile. */
static void
test_opening_page (void)
{
  PvWindow *window = pv_display_show_programme (NULL);
  GtkWidget *page =
      pv_display_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, "opening_page", NULL);
  GtkWidget *shell = pv_display_find (GTK_WIDGET (window), GTK_TYPE_STACK, "shell", NULL);

  adw_status_page_set_title (ADW_STATUS_PAGE (page), "Ouverture de « Lille.progville »…");
  gtk_stack_set_visible_child_name (GTK_STACK (shell), "opening");
  pv_display_settle (NULL);
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (window), NULL, "demarrage-ouverture");
  pv_display_close (GTK_WINDOW (window));
}

/* A file is opened once, beside the main thread; its window may be closed meanwhile. */
static void
test_opening (void)
{
  char *path = pv_display_copy_demonstration ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PvWindow *window = pv_display_show_programme (NULL);
  gpointer gone = window;

  pv_window_open (window, file);
  g_assert_true (g_file_equal (pv_window_get_opening (window), file));
  g_assert_null (pv_window_get_context (window));
  pv_application_open_file (PV_APPLICATION (pv_display_get_application ()), file);
  g_assert_cmpuint (
      g_list_length (gtk_application_get_windows (GTK_APPLICATION (pv_display_get_application ()))),
      ==, 1);
  pv_display_settle (NULL);
  g_assert_null (pv_window_get_opening (window));
  g_assert_nonnull (pv_window_get_context (window));
  pv_display_close (GTK_WINDOW (window));

  window = pv_display_show_programme (NULL);
  gone = window;
  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  pv_window_open (window, file);
  gtk_window_destroy (GTK_WINDOW (window));
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
  pv_display_settle (NULL);

  /* nothing holds it */
  window = pv_display_show_programme (path);
  g_assert_true (pv_context_can_edit (pv_window_get_context (window)));
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

static gboolean
has_context (gpointer data)
{
  return pv_window_get_context (data) != NULL;
}

static void
test_demonstration (void)
{
  g_autofree char *path = pv_demonstration_get_path ();
  g_autofree char *stray = g_strconcat (path, ".partiel", NULL);
  PvWindow *window = pv_display_show_programme (NULL);
  GtkWidget *row =
      pv_display_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "demonstration_row", NULL);
  GtkWidget *bar =
      pv_display_find (GTK_WIDGET (window), GTK_TYPE_PROGRESS_BAR, "demonstration_progress", NULL);
  gint64 n;

  g_unlink (path);
  gtk_widget_activate (row);
  g_assert_true (gtk_widget_get_visible (bar));
  pv_display_wait (has_context, window);
  n = pv_display_query (pv_window_get_context (window), "SELECT COUNT (*) FROM dossier");
  g_assert_cmpint (n, >, 60);
  /* a séance of the proposed dossiers waits to be held */
  g_assert_cmpint (pv_display_query (pv_window_get_context (window),
                                     "SELECT COUNT (*) FROM seance_dossier s JOIN seance z"
                                     " ON z.id = s.seance_id WHERE z.etat = 'preparee'"),
                   ==, 27);
  g_assert_cmpint (
      pv_display_query (pv_window_get_context (window), "SELECT COUNT (*) FROM instance_membre"),
      ==, 10);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  pv_display_settle (pv_window_get_context (window));
  pv_display_close (GTK_WINDOW (window));

  /* the second time it is there */
  window = pv_display_show_programme (NULL);
  row = pv_display_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "demonstration_row", NULL);
  gtk_widget_activate (row);
  pv_display_wait (has_context, window);
  g_assert_cmpint (
      pv_display_query (pv_window_get_context (window), "SELECT COUNT (*) FROM dossier"), ==, n);
  pv_display_settle (pv_window_get_context (window));
  pv_display_close (GTK_WINDOW (window));
  g_unlink (path);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static void
test_demonstration_stopped (void)
{
  g_autofree char *path = pv_demonstration_get_path ();
  PvWindow *window = pv_display_show_programme (NULL);
  GtkWidget *page = pv_display_find (GTK_WIDGET (window), PV_TYPE_START_PAGE, NULL, NULL);
  GtkWidget *bar =
      pv_display_find (GTK_WIDGET (window), GTK_TYPE_PROGRESS_BAR, "demonstration_progress", NULL);

  g_unlink (path);
  gtk_widget_activate_action (page, "start.demonstration", NULL);
  gtk_widget_activate_action (page, "start.stop", NULL);
  pv_display_wait (is_hidden, bar);
  g_assert_null (pv_window_get_context (window));
  g_assert_cmpstr (get_failure (window), ==, "");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  pv_display_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("progville-XXXXXX", NULL);
  char *mark = g_build_filename (home, "x", NULL);
  int status;

  /* of this test alone: recent files, the demonstration */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  pv_display_init (&argc, &argv);

  g_test_add_func ("/start/recent-files-exist-and-can-be-removed", test_recent);
  g_test_add_func ("/start/a-recent-file-opens-in-this-window", test_recent_opens_here);
  g_test_add_func ("/start/a-missing-file-is-told", test_missing);
  g_test_add_func ("/start/a-file-of-others-is-told", test_not_ours);
  g_test_add_func ("/start/a-file-cut-short-is-told", test_cut_short);
  g_test_add_func ("/start/a-newer-file-is-told", test_newer);
  g_test_add_func ("/start/a-long-opening-is-said", test_opening_page);
  g_test_add_func ("/start/a-file-opens-beside-the-window", test_opening);
  g_test_add_func ("/start/the-demonstration-is-made-once", test_demonstration);
  g_test_add_func ("/start/the-demonstration-can-be-stopped", test_demonstration_stopped);

  status = g_test_run ();
  pv_display_remove (mark);

  return status;
}
