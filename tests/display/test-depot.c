/* test-depot.c: files dropped on the window, or chosen elsewhere than on this machine
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/pv-import-assistant.h"
#include "import/pv-import-ligne.h"
#include "pv-display-fixture.h"
#include "pv-window-private.h"
#include "table/pv-table.h"

typedef PvDisplayFixture Fixture;

/* (transfer full) */
static GFile *
write_table (Fixture *self, const char *name, const char *rows)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content =
      g_strconcat ("N°;Porteur;Intitulé;Communes;Bénéficiaires femmes\n", rows, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_file_new_for_path (path);
}

static gboolean
drop (Fixture *self, GFile *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  pv_display_settle (self->context);

  return taken;
}

/* What the last toast says. */
static const char *
get_toast (Fixture *self)
{
  GtkWidget *toast =
      pv_display_find (GTK_WIDGET (self->window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  GtkWidget *label = toast != NULL ? pv_display_find (toast, GTK_TYPE_LABEL, NULL, NULL) : NULL;

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : "";
}

#define ROWS                                                                                       \
  "D1;Tremplin Textile fictif;Atelier textile;Roubaix;26\n"                                        \
  "D2;Mains Vertes fictives;Jardin partagé;Roubaix;12\n"

static void
test_drop (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) table = write_table (self, "table.csv", ROWS);
  g_autoptr (GFile) other = write_table (self, "photo.png", "");
  GtkWidget *assistant;

  g_assert_false (drop (self, other));
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT));
  g_assert_nonnull (strstr (get_toast (self), "CSV"));
  g_assert_true (drop (self, table));
  assistant = pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT);
  g_assert_cmpint (pv_import_session_get_etat (
                       pv_import_assistant_get_session (PV_IMPORT_ASSISTANT (assistant))),
                   ==, PV_IMPORT_ETAT_LU);
  gtk_window_close (GTK_WINDOW (assistant));
  pv_display_settle (self->context);
}

/* The second window only reads. */
static void
test_drop_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) table = write_table (self, "table.csv", ROWS);
  Fixture second = { self->path, pv_display_show_programme (self->path), NULL };

  second.context = pv_window_get_context (second.window);
  g_assert_false (pv_context_can_edit (second.context));
  drop (&second, table);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT));
  g_assert_cmpstr (get_toast (&second), ==, pv_context_get_refusal (second.context));
  pv_display_fixture_close (&second);
}

static void
test_far (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://serveur.exemple/contrat.progville");

  pv_window_open_chosen (self->window, far);
  pv_display_settle (self->context);
  g_assert_nonnull (strstr (get_toast (self), "n’est pas sur cet ordinateur"));
  g_assert_nonnull (strstr (get_toast (self), "contrat.progville"));
  pv_window_tell (self->window, "…");
  pv_window_copy_to (self->window, far);
  pv_display_settle (self->context);
  g_assert_nonnull (strstr (get_toast (self), "n’est pas sur cet ordinateur"));
}

/* --- a conflict, with the keyboard ----------------------------------------------------------- */

static GtkWidget *
find_decision (GtkWidget *root)
{
  if (gtk_widget_has_css_class (root, "pv-decision") && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_decision (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As Tab does, from the first control. */
static gboolean
tab_to (GtkWidget *window, GtkWidget *target)
{
  for (guint i = 0; i < 100; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      if (focus != NULL && (focus == target || gtk_widget_is_ancestor (focus, target)))
        return TRUE;
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}

/* Enter opens the choice, Down goes to the second one, Enter takes it. */
static void
choose_second (Fixture *self, GtkWidget *choice)
{
  GtkWidget *list;

  g_signal_emit_by_name (pv_display_find (choice, GTK_TYPE_TOGGLE_BUTTON, NULL, NULL), "clicked");
  pv_display_settle (self->context);
  list = pv_display_find (choice, GTK_TYPE_LIST_VIEW, NULL, NULL);
  g_assert_true (gtk_widget_get_mapped (list));
  g_assert_true (gtk_widget_activate_action (list, "list.select-item", "(ubb)", 1, FALSE, FALSE));
  g_assert_true (gtk_widget_activate_action (list, "list.activate-item", "u", 1));
  pv_display_settle (self->context);
}

static GtkWidget *
begin_import (Fixture *self, GFile *table, guint steps)
{
  GtkWidget *assistant;

  g_assert_true (drop (self, table));
  assistant = pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT);
  for (guint i = 0; i < steps; i++)
    pv_display_act (assistant, self->context, "import.next", NULL);

  return assistant;
}

static guint
count_rows (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTable) table = pv_table_open (path, &error);
  PvRow row;
  guint n = 0;

  g_assert_no_error (error);
  while (pv_table_next_row (table, &row, &error))
    n++;
  g_assert_no_error (error);

  return n;
}

static void
test_conflict (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *report = g_build_filename (folder, "rapport.xlsx", NULL);
  g_autoptr (GFile) first = write_table (self, "table.csv", ROWS);
  g_autoptr (GFile) second = NULL;
  GtkWidget *assistant, *choice;

  assistant = begin_import (self, first, 4);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_IMPORT_ASSISTANT));
  pv_display_fixture_change (self, "UPDATE dossier SET beneficiaires_femmes = 30, revision = "
                                   "revision + 1 WHERE numero = 'D1'");
  second = write_table (self, "table.csv",
                        "D1;Tremplin Textile fictif;Atelier textile;Roubaix;24\n"
                        "D2;Mains Vertes fictives;Jardin partagé;Roubaix;-3\n");
  assistant = begin_import (self, second, 2);
  gtk_test_widget_wait_for_draw (assistant);
  choice = find_decision (assistant);
  g_assert_nonnull (choice);
  g_assert_true (tab_to (assistant, choice));
  choose_second (self, choice);
  pv_display_act (assistant, self->context, "import.next", NULL);
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT beneficiaires_femmes FROM dossier WHERE numero = 'D1'"),
                   ==, 24);
  pv_display_act (assistant, self->context, "import.save-to", g_variant_new ("(bs)", TRUE, report));
  /* its five counts, and what was said */
  g_assert_cmpuint (count_rows (report), >=, 7);
  gtk_window_close (GTK_WINDOW (assistant));
  pv_display_settle (self->context);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/depot/" name, Fixture, NULL, pv_display_fixture_set_up, function,                  \
              pv_display_fixture_tear_down)
  ADD ("a-table-is-imported", test_drop);
  ADD ("a-file-that-is-only-read-says-why", test_drop_read_only);
  ADD ("a-place-far-away-is-told", test_far);
  ADD ("a-conflict-is-settled-with-the-keyboard", test_conflict);
#undef ADD

  return g_test_run ();
}
