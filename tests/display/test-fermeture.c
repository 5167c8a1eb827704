/* test-fermeture.c: the window is closed, whatever is open above it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-display-fixture.h"
#include "pv-transaction.h"

typedef PvDisplayFixture Fixture;

static void
test_appel (Fixture *self, gconstpointer data)
{
  pv_display_fixture_act (self, "win.appel", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_display_fixture_close (self);
}

/* The one that was opened stays over the page one goes to. */
static void
test_other_page (Fixture *self, gconstpointer data)
{
  pv_display_fixture_goto (self, "parametres", "");
  pv_display_fixture_act (self, "win.appel", NULL);
  pv_display_fixture_goto (self, "dossiers", "");
  pv_display_fixture_close (self);
}

static gpointer
write_slowly (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "dossier-edit", NULL, error);

  if (transaction == NULL || !pv_db_execute (db, "UPDATE dossier SET intitule = 'À demi'", error))
    return NULL;
  g_usleep (300 * 1000);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !pv_transaction_commit (transaction, error))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  pv_context_work_finish (PV_CONTEXT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

/* The window waits for what is being written, then closes by itself. */
static void
test_while_writing (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;
  gboolean written = FALSE;

  g_object_add_weak_pointer (window, &window);
  pv_context_work_async (self->context, write_slowly, NULL, NULL, NULL, NULL, written_cb, &written);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_assert_false (written);
  self->window = NULL;
  self->context = NULL;
  pv_display_wait (is_gone, &window);
  g_assert_true (written);
  pv_display_fixture_show (self);
  g_assert_cmpint (
      pv_display_fixture_query (self, "SELECT COUNT (*) FROM dossier WHERE intitule <> 'À demi'"),
      ==, 0);
}

static void
list_buttons (GtkWidget *root, GPtrArray *buttons)
{
  if (GTK_IS_MENU_BUTTON (root) && gtk_widget_get_mapped (root) && gtk_widget_is_sensitive (root))
    g_ptr_array_add (buttons, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_buttons (child, buttons);
}

/* Each menu and popover of the window and of its list. */
static void
test_buttons (Fixture *self, gconstpointer data)
{
  guint n = 1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

      if (self->window == NULL)
        pv_display_fixture_show (self);
      pv_display_fixture_goto (self, "dossiers", "statut=depose");
      list_buttons (GTK_WIDGET (self->window), buttons);
      n = buttons->len;
      g_assert_cmpuint (n, >=, 4);
      gtk_menu_button_popup (buttons->pdata[i]);
      pv_display_settle (self->context);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
      pv_display_fixture_close (self);
    }
  g_test_message ("%u menus", n);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/fermeture/" name, Fixture, NULL, pv_display_fixture_set_up, function,              \
              pv_display_fixture_tear_down)
  ADD ("with-the-appels-open", test_appel);
  ADD ("with-the-appels-open-over-another-page", test_other_page);
  ADD ("with-any-menu-open", test_buttons);
  ADD ("while-something-is-written", test_while_writing);
#undef ADD

  return g_test_run ();
}
