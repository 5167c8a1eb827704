/* test-classement.c: the ranking, its line, and what moves it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "classement/pv-classement-modele.h"
#include "classement/pv-classement-store.h"
#include "classement/pv-classement-vue.h"
#include "classement/pv-sensibilite-pane.h"
#include "pv-display.h"
#include "pv-transaction.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *vue;
  PvDisplayAsked asked;
} Fixture;

static gboolean
run_sql (PvDb *db, gpointer user_data, GError **error)
{
  return pv_db_execute (db, user_data, error);
}

static void
act (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
}

static void
refresh (Fixture *self)
{
  pv_classement_vue_refresh (PV_CLASSEMENT_VUE (self->vue));
  pv_display_settle (self->context);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  if (data != NULL)
    act (self, data);
  self->vue = pv_classement_vue_new (self->context);
  self->window = pv_display_show (self->vue);
  pv_display_listen (self->window, &self->asked);
  refresh (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->asked.toast);
  pv_display_end (self->window, self->vue, self->context, self->path);
}

static gpointer
find (Fixture *self, const char *id)
{
  GtkWidget *found = pv_display_find (self->vue, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static const char *
get_part (Fixture *self)
{
  return gtk_stack_get_visible_child_name (find (self, "stack"));
}

static GListModel *
get_rows (Fixture *self)
{
  return G_LIST_MODEL (gtk_column_view_get_model (find (self, "columns")));
}

static void
check_rows (Fixture *self, PvClassement *classement)
{
  GListModel *rows = get_rows (self);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, classement->lignes->len);
  for (guint i = 0; i < classement->lignes->len; i++)
    {
      g_autoptr (PvClassementRang) rang = g_list_model_get_item (rows, i);
      const PvClassementLigne *ligne = &g_array_index (classement->lignes, PvClassementLigne, i);

      g_assert_cmpint (pv_classement_rang_get_ligne (rang)->dossier_id, ==, ligne->dossier_id);
      g_assert_cmpint (pv_classement_rang_get_ligne (rang)->rang, ==, ligne->rang);
      g_assert_cmpint (pv_classement_rang_get_resume (rang)->score, ==, ligne->score);
    }
}

static PvClassement *
load (Fixture *self, gint64 enveloppe)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autofree char *jour = pv_context_get_today (self->context);

  return pv_classement_store_load (pv_context_get_reader (self->context), &filtre, enveloppe, jour,
                                   NULL);
}

static void
test_ranking_is_that_of_the_model (Fixture *self, gconstpointer data)
{
  g_autoptr (PvClassement) classement = load (self, PV_CLASSEMENT_TOUTES);

  int width = 0;

  g_assert_cmpstr (get_part (self), ==, "list");
  check_rows (self, classement);
  pv_display_check_names (self->vue);
  gtk_widget_measure (self->vue, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 640); /* half of a screen */
  pv_display_picture (self->window, self->context, "classement");
}

static void
test_envelope_moves_the_line (Fixture *self, gconstpointer data)
{
  gint64 enveloppe = pv_display_query (
      self->context,
      "SELECT id FROM enveloppe WHERE libelle = 'Prévention jeunesse' AND exercice = 2026");
  g_autoptr (PvClassement) classement = load (self, enveloppe);
  GtkDropDown *choice = find (self, "choice");
  g_autofree char *before = g_strdup (gtk_label_get_text (find (self, "phrase")));
  GListModel *names = gtk_drop_down_get_model (choice);
  guint n = g_list_model_get_n_items (names);

  g_assert_cmpuint (classement->coupure, <, classement->n_classes);
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (names), i), "Prévention"))
      {
        gtk_drop_down_set_selected (choice, i);
        break;
      }
  pv_display_settle (self->context);
  check_rows (self, classement);
  g_assert_cmpstr (gtk_label_get_text (find (self, "phrase")), !=, before);
  pv_display_act (self->vue, self->context, "classement.goto-line", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (
                        GTK_SINGLE_SELECTION (gtk_column_view_get_model (find (self, "columns")))),
                    ==, classement->coupure);
  pv_display_picture (self->window, self->context, "classement-enveloppe");

  /* remembered; none: no line */
  g_assert_cmpint (
      g_settings_get_int64 (pv_context_get_file_settings (self->context), "classement-enveloppe"),
      ==, enveloppe);
  gtk_drop_down_set_selected (choice, n - 1);
  pv_display_settle (self->context);
  {
    g_autoptr (PvClassementRang) first = g_list_model_get_item (get_rows (self), 0);

    g_assert_cmpint (pv_classement_rang_get_ligne (first)->cote, ==, PV_CLASSEMENT_HORS);
  }
  gtk_drop_down_set_selected (choice, 0);
  pv_display_settle (self->context);
}

static void
test_sensitivity_is_shown (Fixture *self, gconstpointer data)
{
  GtkToggleButton *button = find (self, "sensibilite_button");
  GtkWidget *pane = find (self, "sensibilite");
  GtkWidget *row;
  guint n = 0;

  act (self, "UPDATE enveloppe SET montant_cents = montant_cents / 2");
  gtk_toggle_button_set_active (button, TRUE);
  refresh (self);
  g_assert_true (gtk_widget_get_visible (pane));
  row = gtk_widget_get_first_child (pv_display_find (pane, GTK_TYPE_LIST_BOX, NULL, NULL));
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  g_assert_cmpuint (n, ==, 8);
  pv_display_check_names (self->vue);
  pv_display_act (self->vue, self->context, "classement.goto-line", NULL);
  pv_display_picture (self->window, self->context, "classement-sensibilite");

  /* Stopped: said, and begun again. */
  gtk_widget_activate_action (pane, "sensibilite.compute", NULL);
  gtk_widget_activate_action (pane, "sensibilite.cancel", NULL);
  pv_display_settle (self->context);
  gtk_widget_activate_action (pane, "sensibilite.compute", NULL);
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (pv_display_find (pane, GTK_TYPE_STACK, "stack", NULL))),
                   ==, "list");
  gtk_toggle_button_set_active (button, FALSE);
  pv_display_settle (self->context);
}

static void
test_enter_opens_and_a_change_keeps_the_row (Fixture *self, gconstpointer data)
{
  GtkColumnView *columns = find (self, "columns");
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (columns));
  g_autoptr (PvClassementRang) rang = g_list_model_get_item (get_rows (self), 3);
  gint64 dossier = pv_classement_rang_get_ligne (rang)->dossier_id;
  PvClassementRang *kept;

  g_signal_emit_by_name (columns, "activate", 3);
  g_assert_cmpint (self->asked.opened, ==, dossier);

  gtk_single_selection_set_selected (selection, 3);
  act (self, "UPDATE dossier SET intitule = intitule || ' !'");
  refresh (self);
  kept = gtk_single_selection_get_selected_item (selection);
  g_assert_cmpint (pv_classement_rang_get_ligne (kept)->dossier_id, ==, dossier);
  g_assert_true (g_str_has_suffix (pv_classement_rang_get_resume (kept)->intitule, " !"));
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **)data != NULL;
}

static void
test_copy_and_export (Fixture *self, gconstpointer data)
{
  g_autoptr (PvClassement) classement = load (self, PV_CLASSEMENT_TOUTES);
  g_autofree char *path = g_strconcat (self->path, ".csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *written = NULL;
  g_autofree char *copied = NULL;
  g_auto (GStrv) lines = NULL;

  pv_display_act (self->vue, self->context, "classement.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->vue), NULL, read_text_cb, &copied);
  pv_display_wait (is_set, &copied);
  lines = g_strsplit (g_strchomp (copied), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, classement->lignes->len + 1);
  g_assert_true (g_str_has_prefix (lines[0], "Rang\tN°\tIntitulé\tPorteur\tScore\tDispersion"));
  g_assert_true (g_str_has_prefix (lines[1], "1\t0321\tParcours de réussite éducative\t"));

  pv_classement_vue_export_to (PV_CLASSEMENT_VUE (self->vue), file);
  pv_display_settle (self->context);
  g_assert_nonnull (self->asked.toast);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, ";0321;"));
  g_unlink (path);
}

static void
test_institutions_weigh (Fixture *self, gconstpointer data)
{
  const PvHistoryGroup *group;

  act (self, "UPDATE institution SET poids = 3 WHERE nom = 'Région'");
  pv_display_act (self->vue, self->context, "classement.pondere", NULL);
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT valeur FROM reglage WHERE cle = 'score-pondere'"),
      ==, 1);
  refresh (self);
  {
    g_autoptr (PvClassement) classement = load (self, PV_CLASSEMENT_TOUTES);

    g_assert_true (classement->notation->pondere);
    check_rows (self, classement);
  }

  group = pv_context_get_undoable (self->context);
  g_assert_cmpstr (group->action, ==, "score-ponderer");
  pv_display_act (self->vue, self->context, "classement.pondere", NULL);
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT count (*) FROM reglage WHERE cle = 'score-pondere'"),
      ==, 0);
}

static void
test_empty_states (Fixture *self, gconstpointer data)
{
  act (self, "DELETE FROM note");
  act (self, "UPDATE instruction SET score_declare = NULL");
  refresh (self);
  g_assert_cmpstr (get_part (self), ==, "no-score");
  pv_display_picture (self->window, self->context, "classement-sans-score");

  act (self, "UPDATE appel SET grille_id = NULL");
  refresh (self);
  g_assert_cmpstr (get_part (self), ==, "no-grid");
  pv_display_check_names (self->vue);
  pv_display_picture (self->window, self->context, "classement-sans-grille");
}

/* In the programme's own window, as one goes there. */
static void
test_in_the_window (void)
{
  g_autofree char *path = pv_display_copy_demonstration ();
  PvWindow *window = pv_display_show_programme (path);
  PvContext *context = pv_window_get_context (window);
  GtkWidget *vue;

  pv_display_settle (context);
  pv_display_act (GTK_WIDGET (window), context, "win.goto",
                  g_variant_new ("(ss)", "instruction", "classement"));
  pv_display_settle (context);
  vue = pv_display_find (GTK_WIDGET (window), PV_TYPE_CLASSEMENT_VUE, NULL, NULL);
  g_assert_nonnull (vue);
  g_assert_true (gtk_widget_get_mapped (vue));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (pv_display_find (vue, GTK_TYPE_STACK, "stack", NULL))),
                   ==, "list");
  pv_display_check_names (vue);
  pv_display_picture (GTK_WINDOW (window), context, "classement-fenetre");

  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (g_steal_pointer (&path));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/display/classement/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("ranking-is-that-of-the-model", test_ranking_is_that_of_the_model);
  ADD ("envelope-moves-the-line", test_envelope_moves_the_line);
  ADD ("sensitivity-is-shown", test_sensitivity_is_shown);
  ADD ("enter-opens-and-a-change-keeps-the-row", test_enter_opens_and_a_change_keeps_the_row);
  ADD ("copy-and-export", test_copy_and_export);
  ADD ("institutions-weigh", test_institutions_weigh);
  ADD ("empty-states", test_empty_states);
  g_test_add_func ("/display/classement/in-the-window", test_in_the_window);

  return g_test_run ();
}
