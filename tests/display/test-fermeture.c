/* test-fermeture.c: the window is closed, whatever is open above it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-display-fixture.h"

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
#undef ADD

  return g_test_run ();
}
