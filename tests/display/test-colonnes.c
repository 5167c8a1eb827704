/* test-colonnes.c: the columns of the list, chosen and ordered
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-colonnes-popover.h"
#include "dossier/pv-dossiers-colonnes.h"
#include "dossier/pv-dossiers-page.h"
#include "pv-display.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *page;
  PvDossiersView *view;
  GtkWidget *popover;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  self->page = g_object_new (PV_TYPE_DOSSIERS_PAGE, "context", self->context, NULL);
  self->window = pv_display_show (self->page);
  pv_display_settle (self->context);
  self->view = PV_DOSSIERS_VIEW (pv_display_find (self->page, PV_TYPE_DOSSIERS_VIEW, NULL, NULL));
  self->popover = pv_display_find (self->page, PV_TYPE_COLONNES_POPOVER, NULL, NULL);
  g_assert_nonnull (self->popover);
  pv_dossiers_view_set_colonnes (self->view, "numero,porteur,cout,statut");
  gtk_popover_popup (GTK_POPOVER (self->popover));
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_dossiers_view_set_colonnes (self->view, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  pv_display_end (self->window, self->page, self->context, self->path);
}

static void
check_colonnes (Fixture *self, const char *expected)
{
  g_autofree char *ids = NULL;

  pv_display_settle (self->context);
  ids = pv_dossiers_view_dup_colonnes (self->view);
  g_assert_cmpstr (ids, ==, expected);
}

static GtkWidget *
find (Fixture *self, GType type, const char *label)
{
  GtkWidget *found = pv_display_find (self->popover, type, NULL, label);

  g_assert_nonnull (found);

  return found;
}

static void
press (Fixture *self, guint key)
{
  gboolean handled = FALSE;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->popover);

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GListModel *shortcuts =
          GTK_IS_SHORTCUT_CONTROLLER (controller) ? G_LIST_MODEL (controller) : NULL;

      for (guint j = 0; shortcuts != NULL && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          g_autoptr (GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, GDK_ALT_MASK);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                    GTK_SHORTCUT_ACTION_EXCLUSIVE, self->popover,
                                                    gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (handled);
  pv_display_settle (self->context);
}

static void
test_moves (Fixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (find (self, GTK_TYPE_CHECK_BUTTON, "Coût total"));
  press (self, GDK_KEY_Up);
  check_colonnes (self, "numero,cout,porteur,statut");
  /* the row moved keeps the focus */
  press (self, GDK_KEY_Up);
  check_colonnes (self, "cout,numero,porteur,statut");
  press (self, GDK_KEY_Up);
  check_colonnes (self, "cout,numero,porteur,statut");
  press (self, GDK_KEY_Down);
  check_colonnes (self, "numero,cout,porteur,statut");
  pv_display_act (self->popover, self->context, "colonnes.down", g_variant_new_string ("numero"));
  check_colonnes (self, "cout,numero,porteur,statut");
}

static void
test_chooses (Fixture *self, gconstpointer data)
{
  GtkWidget *check = find (self, GTK_TYPE_CHECK_BUTTON, "Porteur");

  gtk_widget_grab_focus (check);
  gtk_widget_activate (check);
  check_colonnes (self, "numero,cout,statut");
  gtk_widget_activate (find (self, GTK_TYPE_CHECK_BUTTON, "Porteur"));
  check_colonnes (self, "numero,porteur,cout,statut");
  pv_dossiers_view_set_colonnes (self->view, "statut");
  pv_display_settle (self->context);
  g_assert_false (gtk_widget_get_sensitive (find (self, GTK_TYPE_CHECK_BUTTON, "Statut")));
  pv_display_act (self->popover, self->context, "colonnes.reset", NULL);
  check_colonnes (self, PV_DOSSIERS_COLONNES);
}

/* A popover is drawn apart from its window: its content, in one of its own. */
static void
test_picture (Fixture *self, gconstpointer data)
{
  GtkWidget *content = g_object_ref (gtk_popover_get_child (GTK_POPOVER (self->popover)));
  GtkWindow *window;

  pv_display_check_names (self->popover);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_popover_set_child (GTK_POPOVER (self->popover), NULL);
  window = pv_display_show (content);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "liste",
                                  pv_dossiers_view_get_actions (self->view));
  gtk_window_set_default_size (window, 320, 620);
  pv_display_picture (window, self->context, "dossiers-colonnes");
  g_object_unref (content);
  pv_display_close (window);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/colonnes/moved-by-keys-and-buttons", test_moves);
  ADD ("/colonnes/shown-hidden-and-as-usual", test_chooses);
  ADD ("/colonnes/picture", test_picture);
#undef ADD

  return g_test_run ();
}
