/* test-window.c: the window with a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "appel/pv-appel-store.h"
#include "dossier/pv-dossier-store.h"
#include "programme/pv-backups-window.h"
#include "programme/pv-file-bars.h"
#include "pv-application.h"
#include "pv-backup.h"
#include "pv-display.h"
#include "pv-error.h"

/* Pixels across half of a screen. */
#define NARROW 800

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  g_assert_nonnull (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    {
      pv_display_settle (self->context);
      pv_display_close (GTK_WINDOW (self->window));
    }
  pv_display_remove (self->path);
}

static GtkWidget *
find (Fixture *self, GType type, const char *id)
{
  return pv_display_find (GTK_WIDGET (self->window), type, id, NULL);
}

static void
act (Fixture *self, const char *action, GVariant *parameter)
{
  pv_display_act (GTK_WIDGET (self->window), self->context, action, parameter);
}

static gboolean
timed_out (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *)data;
}

static void
linger (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  pv_display_wait (timed_out, &end);
}

/* --- the window ------------------------------------------------------------------------ */

static void
test_open_close (Fixture *self, gconstpointer data)
{
  AdwWindowTitle *title = ADW_WINDOW_TITLE (find (self, ADW_TYPE_WINDOW_TITLE, "title_widget"));

  g_assert_nonnull (strstr (adw_window_title_get_title (title), "2026"));
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==,
                   "demonstration.progville — ouvert en écriture");
  pv_display_check_names (GTK_WIDGET (self->window));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "fenetre");
}

static void
test_appel (Fixture *self, gconstpointer data)
{
  AdwWindowTitle *title = ADW_WINDOW_TITLE (find (self, ADW_TYPE_WINDOW_TITLE, "title_widget"));
  g_autoptr (GPtrArray) appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  GtkListBox *list;
  GtkListBoxRow *last = NULL;

  g_assert_cmpuint (appels->len, >=, 2);
  act (self, "win.appel", NULL);
  list = GTK_LIST_BOX (pv_display_find (find (self, GTK_TYPE_POPOVER, "appel_popover"),
                                        GTK_TYPE_LIST_BOX, "list", NULL));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  pv_display_check_names (GTK_WIDGET (list));
  last = gtk_list_box_get_row_at_index (list, (int)appels->len);
  g_assert_nonnull (last); /* all of them */
  g_assert_null (gtk_list_box_get_row_at_index (list, (int)appels->len + 1));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "fenetre-appel");

  gtk_widget_activate (GTK_WIDGET (last));
  pv_display_settle (self->context);
  g_assert_true (pv_context_get_appel (self->context) == PV_INT_NULL);
  g_assert_nonnull (strstr (adw_window_title_get_title (title), "Tous les appels"));
}

static gboolean
is_sidebar_shown (Fixture *self)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (find (self, ADW_TYPE_FLAP, "flap")));
}

static void
test_sidebar (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  const char *shown =
      gtk_stack_get_visible_child_name (GTK_STACK (find (self, GTK_TYPE_STACK, "pages")));
  gboolean before = is_sidebar_shown (self);
  g_auto (GStrv) without = NULL;

  g_assert_nonnull (shown);
  act (self, "win.sidebar", NULL);
  g_assert_true (is_sidebar_shown (self) != before);
  without = g_settings_get_strv (settings, "pages-without-sidebar");
  g_assert_true (g_strv_contains ((const char *const *)without, shown) == before);
  act (self, "win.sidebar", NULL);
  g_assert_true (is_sidebar_shown (self) == before);
}

static void
test_restored (Fixture *self, gconstpointer data)
{
  PvWindow *second;

  act (self, "win.goto", g_variant_new ("(ss)", "accueil", ""));
  pv_context_set_appel (self->context, PV_INT_NULL);
  pv_display_close (GTK_WINDOW (self->window));

  second = pv_display_show_programme (self->path);
  self->window = second;
  self->context = pv_window_get_context (second);
  g_assert_true (is_sidebar_shown (self));
  g_assert_true (pv_context_get_appel (self->context) == PV_INT_NULL);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (find (self, GTK_TYPE_STACK, "pages"))), ==,
      "accueil");

  /* a page that needs the width has it, restored as chosen */
  act (self, "win.goto", g_variant_new ("(ss)", "dossiers", ""));
  g_assert_false (is_sidebar_shown (self));
  pv_display_close (GTK_WINDOW (self->window));
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  g_assert_false (is_sidebar_shown (self));
}

/* Half of a screen: the page shown fits in it. */
static void
check_narrow (Fixture *self, const char *page)
{
  g_autofree char *picture = g_strconcat ("etroit-", page, NULL);
  int minimum;

  pv_display_settle (self->context);
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_test_message ("%s: %d", page, minimum);
  g_assert_cmpint (minimum, <=, NARROW);
  gtk_window_set_default_size (GTK_WINDOW (self->window), NARROW, 700);
  pv_display_picture (GTK_WINDOW (self->window), self->context, picture);
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "accueil", "dossiers", "porteurs", "exports", "parametres" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      act (self, "win.goto", g_variant_new ("(ss)", ids[i], ""));
      check_narrow (self, ids[i]);
    }
  act (self, "win.open-dossier",
       g_variant_new_int64 (pv_display_query (self->context, "SELECT MIN (id) FROM dossier")));
  check_narrow (self, "dossier");
}

static void
test_last_files (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  PvApplication *application = PV_APPLICATION (pv_display_get_application ());
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_auto (GStrv) files = g_settings_get_strv (settings, "last-files");
  GList *windows;

  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_assert_cmpstr (files[0], ==, self->path);

  /* opened again, its window comes back */
  pv_application_open_file (application, file);
  pv_display_settle (self->context);
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);

  /* the last to be closed is what the next start opens */
  pv_display_close (GTK_WINDOW (self->window));
  g_application_activate (G_APPLICATION (application));
  pv_display_settle (NULL);
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
  self->window = windows->data;
  self->context = pv_window_get_context (self->window);
  g_assert_cmpstr (pv_context_get_path (self->context), ==, self->path);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

/* --- undo ------------------------------------------------------------------------------- */

static gboolean
rename_first (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, 1, error);

  if (dossier == NULL)
    return FALSE;
  g_free (dossier->intitule);
  dossier->intitule = g_strdup (user_data);

  return pv_dossier_store_update (db, dossier, NULL, error);
}

static char *
dup_title (PvContext *context)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (pv_context_get_reader (context), 1, NULL);

  return g_strdup (dossier->intitule);
}

static void
change (PvContext *context, const char *title)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      pv_context_act (context, "dossier-edit", NULL, rename_first, (gpointer)title, &error));
  g_assert_no_error (error);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *before = dup_title (self->context);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  change (self->context, "Été");
  act (self, "win.undo", NULL);
  after = dup_title (self->context);
  g_assert_cmpstr (after, ==, before);
  act (self, "win.redo", NULL);
  again = dup_title (self->context);
  g_assert_cmpstr (again, ==, "Été");
}

/* --- two windows, and what happens to the file -------------------------------------------- */

static GtkLabel *
find_bar (PvWindow *window, const char *id)
{
  GtkWidget *bars = pv_display_find (GTK_WIDGET (window), PV_TYPE_FILE_BARS, NULL, NULL);
  GtkWidget *label = pv_display_find (bars, GTK_TYPE_LABEL, id, NULL);

  return gtk_widget_get_mapped (label) ? GTK_LABEL (label) : NULL;
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  PvWindow *second = pv_display_show_programme (self->path);
  PvContext *context = pv_window_get_context (second);
  g_autofree char *seen = NULL;

  g_assert_false (pv_context_can_edit (context));
  g_assert_nonnull (find_bar (second, "refusal_label"));
  pv_display_check_names (GTK_WIDGET (second));
  pv_display_picture (GTK_WINDOW (second), context, "fenetre-lecture-seule");

  /* it sees what the first one writes */
  change (self->context, "Vu d’ailleurs");
  pv_context_look (context);
  pv_display_settle (context);
  seen = dup_title (context);
  g_assert_cmpstr (seen, ==, "Vu d’ailleurs");

  /* and takes its place once it is gone */
  pv_display_act (GTK_WIDGET (second), context, "win.retry", NULL);
  g_assert_false (pv_context_can_edit (context));
  pv_display_settle (self->context);
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_act (GTK_WIDGET (second), context, "win.retry", NULL);
  g_assert_true (pv_context_can_edit (context));
  g_assert_null (find_bar (second, "refusal_label"));
  change (context, "À moi");
  pv_display_settle (context);
  self->window = second;
  self->context = context;
}

static void
count_cb (PvContext *context, const PvHistoryGroup *group, gpointer user_data)
{
  guint *n = user_data;

  g_assert_null (group);
  ++*n;
}

static void
test_look_tells_once (Fixture *self, gconstpointer data)
{
  PvContext *reader = pv_display_open (self->path);
  guint n = 0;

  g_signal_connect (reader, "changed", G_CALLBACK (count_cb), &n);
  pv_context_look (reader);
  g_assert_cmpuint (n, ==, 0);
  change (self->context, "Un");
  pv_context_look (reader);
  pv_context_look (reader);
  g_assert_cmpuint (n, ==, 1);
  pv_display_settle (reader);
  g_assert_finalize_object (reader);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  *done = pv_context_copy_finish (PV_CONTEXT (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

/* A change that was made is in a copy that is saved afterwards. */
static void
assert_copy_is_whole (Fixture *self, const char *title)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *copy = g_build_filename (folder, "copie.progville", NULL);
  g_autofree char *found = NULL;
  PvContext *context;
  gboolean done = FALSE;

  pv_context_copy_async (self->context, copy, copied_cb, &done);
  pv_display_wait (is_true, &done);
  context = pv_display_open (copy);
  found = dup_title (context);
  g_assert_cmpstr (found, ==, title);
  pv_display_settle (context);
  g_assert_finalize_object (context);
}

static void
assert_refused (PvContext *context)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      pv_context_act (context, "dossier-edit", NULL, rename_first, (gpointer) "x", &error));
  g_assert_nonnull (error);
}

static void
test_deleted (Fixture *self, gconstpointer data)
{
  change (self->context, "Gardé");
  pv_display_settle (self->context);
  g_unlink (self->path);
  /* even before it is noticed */
  assert_refused (self->context);
  pv_context_look (self->context);
  pv_display_settle (self->context);
  g_assert_false (pv_context_can_edit (self->context));
  g_assert_nonnull (find_bar (self->window, "problem_label"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "fenetre-fichier-supprime");
  assert_refused (self->context);
  assert_copy_is_whole (self, "Gardé");
}

static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->path, ".avant", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("PV_DEMONSTRATION"));
  g_autoptr (GFile) to = g_file_new_for_path (self->path);
  GList *windows;

  change (self->context, "Gardé");
  pv_display_settle (self->context);
  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  pv_context_look (self->context);
  g_assert_nonnull (strstr (pv_context_get_problem (self->context), "pris la place"));
  assert_refused (self->context);
  assert_copy_is_whole (self, "Gardé");

  /* put back, all is well again */
  g_assert_cmpint (g_rename (aside, self->path), ==, 0);
  pv_context_look (self->context);
  g_assert_true (pv_context_can_edit (self->context));
  g_assert_null (find_bar (self->window, "problem_label"));

  /* opened again, another window shows it */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.reopen", NULL);
  pv_display_settle (NULL);
  windows = gtk_application_get_windows (GTK_APPLICATION (pv_display_get_application ()));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
  g_assert_true (windows->data != (gpointer)self->window);
  self->window = windows->data;
  self->context = pv_window_get_context (self->window);
  g_assert_true (pv_context_can_edit (self->context));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

static void
test_busy (Fixture *self, gconstpointer data)
{
  const PvHistoryGroup *group = pv_context_get_undoable (self->context);
  gint64 last;

  g_assert_nonnull (group);
  last = group->id;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  g_assert_true (pv_context_is_busy (self->context));
  assert_refused (self->context);
  pv_display_settle (self->context);
  g_assert_false (pv_context_is_busy (self->context));
  g_assert_false (gtk_widget_get_visible (find (self, GTK_TYPE_PROGRESS_BAR, "busy_bar")));
  group = pv_context_get_undoable (self->context);
  g_assert_true (group == NULL || group->id != last);
  g_assert_nonnull (pv_context_get_redoable (self->context));
  act (self, "win.redo", NULL);
  g_assert_null (pv_context_get_redoable (self->context));
}

static void
test_damage (Fixture *self, gconstpointer data)
{
  g_assert_null (pv_context_get_damage (self->context));
  g_assert_null (find_bar (self->window, "damage_label"));
}

/* Some page of the file is overwritten: it opens, and the check finds it. */
static void
test_damaged (void)
{
  char *path = pv_display_copy_demonstration ();
  g_autofree char *bytes = NULL;
  gsize size = 0;
  PvWindow *window;
  PvContext *context;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + size - 8192, 0xff, 64);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
  window = pv_display_show_programme (path);
  context = pv_window_get_context (window);
  pv_display_settle (context);
  g_assert_nonnull (pv_context_get_damage (context));
  g_assert_nonnull (find_bar (window, "damage_label"));
  pv_display_picture (GTK_WINDOW (window), context, "fenetre-endommagee");
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

static void
test_quit (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  GApplication *application = G_APPLICATION (pv_display_get_application ());
  char *one = pv_display_copy_demonstration ();
  char *other = pv_display_copy_demonstration ();
  PvWindow *window = pv_display_show_programme (one);
  PvWindow *second = pv_display_show_programme (other);
  g_auto (GStrv) files = NULL;

  pv_display_settle (pv_window_get_context (window));
  pv_display_settle (pv_window_get_context (second));
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  pv_display_settle (NULL);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
  files = g_settings_get_strv (settings, "last-files");
  g_assert_cmpuint (g_strv_length (files), ==, 2);
  g_settings_reset (settings, "last-files");
  pv_display_remove (one);
  pv_display_remove (other);
}

/* --- backups --------------------------------------------------------------------------------- */

static void
test_backups (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = pv_backup_list (self->path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *restored = g_build_filename (folder, "restauré.progville", NULL);
  GtkWindow *window;
  PvWindow *opened = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  change (self->context, "Copié");
  pv_display_settle (self->context);
  backups = pv_backup_list (self->path);
  g_assert_cmpuint (backups->len, ==, 1);

  window = pv_backups_window_new (self->path);
  gtk_window_set_transient_for (window, GTK_WINDOW (self->window));
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  pv_display_check_names (GTK_WIDGET (window));
  pv_display_picture (window, self->context, "sauvegardes");
  /* never over the file itself */
  pv_backups_window_restore (PV_BACKUPS_WINDOW (window), ((PvBackup *)backups->pdata[0])->path,
                             self->path);
  pv_display_settle (self->context);
  g_assert_true (pv_context_can_edit (self->context));

  pv_backups_window_restore (PV_BACKUPS_WINDOW (window), ((PvBackup *)backups->pdata[0])->path,
                             restored);
  while (opened == NULL)
    {
      GList *windows =
          gtk_application_get_windows (GTK_APPLICATION (pv_display_get_application ()));

      for (GList *link = windows; link != NULL; link = link->next)
        if (PV_IS_WINDOW (link->data) && link->data != (gpointer)self->window &&
            pv_window_get_context (link->data) != NULL)
          opened = link->data;
      pv_display_settle (NULL);
    }
  g_assert_cmpstr (pv_context_get_path (pv_window_get_context (opened)), ==, restored);
  pv_display_settle (pv_window_get_context (opened));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (opened));
  pv_display_close (GTK_WINDOW (opened));
}

/* --- windows of no file ------------------------------------------------------------------------
 */

static GtkWindow *
find_over (Fixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if ((gpointer)window != (gpointer)self->window &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static void
show_over (Fixture *self, const char *action, const char *picture)
{
  GtkWindow *over;

  act (self, action, NULL);
  over = find_over (self);
  g_assert_nonnull (over);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (over));
  pv_display_settle (self->context);
  pv_display_picture (over, self->context, picture);
}

static void
close_over (Fixture *self)
{
  gtk_window_close (find_over (self));
  pv_display_settle (self->context);
  g_assert_null (find_over (self));
}

static void
test_preferences (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.progville.Progville");
  g_autofree char *agent = NULL;
  GtkWidget *row;

  show_over (self, "app.preferences", "preferences");
  row = pv_display_find (GTK_WIDGET (find_over (self)), ADW_TYPE_ENTRY_ROW, "agent_row", NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "Zoé Martin");
  pv_display_check_names (row);
  g_signal_emit_by_name (row, "apply");
  agent = g_settings_get_string (settings, "agent");
  g_assert_cmpstr (agent, ==, "Zoé Martin");
  close_over (self);
  change (self->context, "Signé");
  g_assert_cmpstr (pv_context_get_undoable (self->context)->agent, ==, "Zoé Martin");
  g_settings_reset (settings, "agent");
}

static void
test_help (Fixture *self, gconstpointer data)
{
  show_over (self, "app.help", "aide");
  pv_display_check_names (GTK_WIDGET (find_over (self)));
  close_over (self);
}

static void
test_about (Fixture *self, gconstpointer data)
{
  show_over (self, "app.about", "a-propos");
  close_over (self);
}

/* Faster than they come and go, as somebody who answers by keys has them. */
static void
test_toasts (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *overlay = find (self, ADW_TYPE_TOAST_OVERLAY, "toasts");

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  for (int i = 1; i <= 12; i++)
    {
      g_autofree char *text = g_strdup_printf ("toast %d", i);

      act (self, "win.toast", g_variant_new_string (text));
      if (i % 3 == 0)
        g_usleep (450 * 1000); /* a machine that has other things to do */
      else
        linger (90);
    }
  linger (1500);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);

  g_assert_nonnull (pv_display_find (overlay, GTK_TYPE_LABEL, NULL, "toast 12"));
  for (int i = 1; i < 12; i++)
    {
      g_autofree char *text = g_strdup_printf ("toast %d", i);

      g_assert_null (pv_display_find (overlay, GTK_TYPE_LABEL, NULL, text));
    }

  /* it has its time, then is gone; so has what takes a place after it */
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (gtk_widget_get_last_child (overlay)), ==, "AdwToastWidget");
  linger (4000);
  act (self, "win.toast", g_variant_new_string ("toast 13"));
  act (self, "win.toast", g_variant_new_string ("toast 14"));
  linger (1000);
  g_assert_nonnull (pv_display_find (overlay, GTK_TYPE_LABEL, NULL, "toast 14"));
  g_assert_null (pv_display_find (overlay, GTK_TYPE_LABEL, NULL, "toast 13"));
  linger (6500);
  g_assert_null (pv_display_find (overlay, GTK_TYPE_LABEL, NULL, "toast 14"));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
test_shortcuts (Fixture *self, gconstpointer data)
{
  show_over (self, "win.show-help-overlay", "raccourcis");
  close_over (self);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/window/opens-a-file-and-leaves-nothing", test_open_close);
  ADD ("/window/the-appel-is-chosen-in-the-title", test_appel);
  ADD ("/window/the-sidebar-is-remembered-by-page", test_sidebar);
  ADD ("/window/page-and-appel-come-back", test_restored);
  ADD ("/window/pages-fit-in-half-a-screen", test_narrow);
  ADD ("/window/one-window-for-a-file-which-the-next-start-opens", test_last_files);
  ADD ("/window/undo-and-redo", test_undo);
  ADD ("/window/a-second-window-reads-follows-and-takes-over", test_read_only);
  ADD ("/window/a-change-of-another-is-told-once", test_look_tells_once);
  ADD ("/window/a-deleted-file-is-told-and-can-be-saved", test_deleted);
  ADD ("/window/a-replaced-file-is-told-and-can-be-saved", test_replaced);
  ADD ("/window/undoing-an-import-keeps-others-from-writing", test_busy);
  ADD ("/window/a-sound-file-shows-no-damage", test_damage);
  ADD ("/window/a-backup-is-restored-beside-the-file", test_backups);
  ADD ("/window/preferences-name-the-agent", test_preferences);
  ADD ("/window/help", test_help);
  ADD ("/window/about", test_about);
  ADD ("/window/shortcuts", test_shortcuts);
  ADD ("/window/toasts-one-after-the-other", test_toasts);
#undef ADD
  g_test_add_func ("/window/a-damaged-file-is-told", test_damaged);
  g_test_add_func ("/window/quitting-keeps-all-files-for-the-next-start", test_quit);

  return g_test_run ();
}
