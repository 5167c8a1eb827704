/* test-scenarios.c: the card of the scenarios, its dialogs and the table of a comparison
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "pv-display.h"
#include "scenario/pv-scenario-apply-dialog.h"
#include "scenario/pv-scenario-comparaison-window.h"
#include "scenario/pv-scenario-dialog.h"
#include "scenario/pv-scenario-grille.h"
#include "scenario/pv-scenario-modele.h"
#include "scenario/pv-scenario-montants-window.h"
#include "scenario/pv-scenario-service.h"
#include "scenario/pv-scenarios-card.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-choice.h"
#include "widget/pv-format.h"

#define APPEL "(SELECT id FROM appel WHERE exercice = 2026)"
#define REGION                                                                                     \
  "(SELECT f.id FROM financeur f JOIN organisme o ON o.id = f.organisme_id"                        \
  " WHERE f.categorie = 'region')"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *card;
  PvDisplayAsked asked;
} Fixture;

/* --- what a page does for the card ----------------------------------------------------------- */

static void
changed_cb (Fixture *self)
{
  pv_scenarios_card_refresh (PV_SCENARIOS_CARD (self->card));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *clamp;

  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  pv_context_set_appel (self->context, pv_display_query (self->context, "SELECT " APPEL));
  self->card = pv_scenarios_card_new (self->context);
  gtk_widget_set_valign (self->card, GTK_ALIGN_CENTER);
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->card);
  self->window = pv_display_show (clamp);
  pv_display_listen (self->window, &self->asked);
  g_signal_connect_swapped (self->context, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->context, self);
  g_settings_reset (pv_context_get_file_settings (self->context), "scenario-avant");
  g_settings_reset (pv_context_get_file_settings (self->context), "scenario-apres");
  g_free (self->asked.toast);
  pv_display_end (self->window, self->card, self->context, self->path);
}

/* --- helpers --------------------------------------------------------------------------------- */

static gpointer
find_in (GtkWidget *root, const char *id)
{
  GtkWidget *found = pv_display_find (root, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static gpointer
find (Fixture *self, const char *id)
{
  return find_in (self->card, id);
}

static gpointer
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static void
act (Fixture *self, const char *action)
{
  pv_display_act (self->card, self->context, action, NULL);
}

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_query (self->context, sql);
}

typedef struct
{
  PvEssai *essai;
  const char *nom;
  gint64 id;
} Creation;

static gboolean
create_cb (PvDb *db, gpointer user_data, GError **error)
{
  Creation *creation = user_data;
  gint64 appel;

  return pv_db_query_int (db, "SELECT " APPEL, &appel, error) &&
         pv_scenario_service_create (db, appel, creation->nom, PV_INT_NULL, creation->essai,
                                     &creation->id, NULL, error);
}

/* The Région withdraws; the Etat, the CAF and the MEL take over. */
static gint64
make_scenario (Fixture *self, const char *nom)
{
  static const char *const repreneurs[] = { "etat", "caf", "epci" };
  g_autoptr (PvEssai) essai = pv_essai_new (PV_ESSAI_RETRAIT);
  g_autoptr (GError) error = NULL;
  Creation creation = { essai, nom, 0 };

  essai->financeur_id = query (self, "SELECT " REGION);
  essai->repreneurs = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < G_N_ELEMENTS (repreneurs); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT p.financeur_id FROM enveloppe e JOIN dispositif p ON p.id = e.dispositif_id"
          " JOIN financeur f ON f.id = p.financeur_id WHERE f.categorie = '%s'",
          repreneurs[i]);
      gint64 id = query (self, sql);

      g_array_append_val (essai->repreneurs, id);
    }
  pv_context_act (self->context, "scenario-new", nom, create_cb, &creation, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);

  return creation.id;
}

static gboolean
run_sql (PvDb *db, gpointer user_data, GError **error)
{
  return pv_db_execute (db, user_data, error);
}

static void
change (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

/* --- the card -------------------------------------------------------------------------------- */

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "empty");
  pv_display_check_names (self->card);
  pv_display_picture (self->window, self->context, "scenarios-vide");

  pv_context_set_appel (self->context, PV_INT_NULL);
  changed_cb (self);
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "no-appel");
}

/* The text of a cell of the grid. */
static const char *
get_text (GtkWidget *grille, int column, int row)
{
  GtkWidget *cell = gtk_grid_get_child_at (find_in (grille, "grid"), column, row + 2);

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (cell)));
}

static void
test_side_by_side (Fixture *self, gconstpointer data)
{
  GtkWidget *grille = find (self, "grille");
  g_autofree char *before = NULL;
  int width = 0;

  make_scenario (self, "Sans la Région");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "table");
  g_assert_cmpuint (gtk_drop_down_get_selected (find (self, "avant")), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (find (self, "apres")), ==, 1);

  /* the second row is the Région: what is proposed and not decided goes */
  g_assert_cmpstr (get_text (grille, 0, 1), ==, "Région Hauts-de-France");
  before = pv_amount_to_text (query (
      self, "SELECT SUM (t.engage_cents) FROM total_enveloppe t JOIN enveloppe e ON e.id = t.id"
            " JOIN dispositif d ON d.id = e.dispositif_id"
            " WHERE e.exercice = 2026 AND d.financeur_id = " REGION));
  g_assert_cmpstr (get_text (grille, 1, 1), ==, before);
  g_assert_cmpstr (get_text (grille, 3, 1), !=, before);
  g_assert_true (g_str_has_prefix (get_text (grille, 5, 1), "\u2212"));
  pv_display_check_names (self->card);
  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 642); /* beside the limits, in a window of 1280 */
  pv_display_picture (self->window, self->context, "scenarios");

  /* the same on both sides */
  gtk_drop_down_set_selected (find (self, "apres"), 0);
  pv_display_settle (self->context);
  g_assert_cmpstr (get_text (grille, 5, 1), ==, "=");
  gtk_drop_down_set_selected (find (self, "apres"), 1);
  pv_display_settle (self->context);
}

static void
test_named_copied_deleted_and_undone (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  make_scenario (self, "Sans la Région");
  act (self, "scenarios.duplicate");
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  pv_display_check_names (GTK_WIDGET (dialog));
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL)),
      "Sans la Région");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "save"));
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL)), "Autre");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "save"));
  adw_message_dialog_response (dialog, "save");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario"), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (find (self, "apres")), ==, 2);

  /* one scenario beside the other: they are the same */
  gtk_drop_down_set_selected (find (self, "avant"), 1);
  pv_display_settle (self->context);
  g_assert_cmpstr (get_text (find (self, "grille"), 5, 1), ==, "=");

  act (self, "scenarios.rename");
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL)),
      "Autre nom");
  adw_message_dialog_response (dialog, "save");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario WHERE nom = 'Autre nom'"), ==, 1);

  act (self, "scenarios.delete");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario"), ==, 1);
}

/* --- applying -------------------------------------------------------------------------------- */

static void
test_applied_once_confirmed (Fixture *self, gconstpointer data)
{
  gint64 id = make_scenario (self, "Sans la Région");
  g_autofree char *count = g_strdup_printf (
      "SELECT COUNT (*) FROM scenario_montant m JOIN financement f ON f.id = m.financement_id"
      " WHERE m.scenario_id = %d AND m.propose_cents IS NOT f.propose_cents",
      (int)id);
  gint64 n = query (self, count);
  AdwMessageDialog *dialog;
  const PvHistoryGroup *group;

  g_assert_cmpint (n, >, 0);
  change (self, "UPDATE financement SET propose_cents = propose_cents + 50000 WHERE id ="
                " (SELECT MIN (financement_id) FROM scenario_montant);"
                "UPDATE financement SET vote_cents = propose_cents WHERE id ="
                " (SELECT MAX (financement_id) FROM scenario_montant);");
  act (self, "scenarios.apply");
  dialog = find_window (PV_TYPE_SCENARIO_APPLY_DIALOG);
  g_assert_nonnull (dialog);
  pv_display_check_names (GTK_WIDGET (dialog));
  g_assert_true (gtk_widget_get_visible (find_in (GTK_WIDGET (dialog), "since_box")));
  g_assert_true (gtk_widget_get_visible (find_in (GTK_WIDGET (dialog), "locked")));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "scenarios-appliquer");
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, count), ==, n);

  act (self, "scenarios.apply");
  dialog = find_window (PV_TYPE_SCENARIO_APPLY_DIALOG);
  adw_message_dialog_response (dialog, "apply");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, count), ==, 1); /* the one that was voted */
  group = pv_context_get_undoable (self->context);
  g_assert_cmpstr (group->action, ==, "scenario-appliquer");
  g_assert_cmpstr (group->label, ==, "Sans la Région");
  g_assert_false (gtk_widget_get_visible (find (self, "travail")));
}

static void
test_applying_is_stopped (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;
  sqlite3 *other = NULL;
  gint64 before;

  make_scenario (self, "Sans la Région");
  before = query (self, "SELECT SUM (propose_cents) FROM financement");
  /* another connection holds the worker until it was told to stop */
  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  act (self, "scenarios.apply");
  dialog = find_window (PV_TYPE_SCENARIO_APPLY_DIALOG);
  adw_message_dialog_response (dialog, "apply");
  gtk_widget_activate_action (self->card, "scenarios.cancel", NULL);
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT SUM (propose_cents) FROM financement"), ==, before);
  g_assert_nonnull (self->asked.toast);
  g_assert_false (gtk_widget_get_visible (find (self, "travail")));
  g_assert_true (pv_context_can_edit (self->context));
}

/* --- a new one ------------------------------------------------------------------------------- */

static PvScenarioDialog *
open_dialog (Fixture *self)
{
  PvScenarioDialog *dialog;

  act (self, "scenarios.new");
  dialog = find_window (PV_TYPE_SCENARIO_DIALOG);
  g_assert_nonnull (dialog);
  pv_display_settle (self->context);

  return dialog;
}

static void
choose (Fixture *self, GtkWidget *dialog, const char *id, const char *label)
{
  GtkDropDown *row = find_in (dialog, id);
  GListModel *model = gtk_drop_down_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (strstr (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label) != NULL)
      {
        gtk_drop_down_set_selected (row, i);
        pv_display_settle (self->context);
        return;
      }
  g_assert_not_reached ();
}

static const char *
get_phrase (GtkWidget *dialog)
{
  return gtk_label_get_text (find_in (dialog, "phrase"));
}

static void
check_created (Fixture *self, GtkWidget *dialog, const char *nom)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT (*) FROM scenario WHERE nom = '%s'", nom);

  gtk_widget_activate_action (dialog, "nouveau.create", NULL);
  pv_display_settle (self->context);
  g_assert_null (find_window (PV_TYPE_SCENARIO_DIALOG));
  g_assert_cmpint (query (self, sql), ==, 1);
}

static void
check (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = gtk_widget_get_first_child (find_in (dialog, "repreneurs"));

  while (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (button)), label) != 0)
    button = gtk_widget_get_next_sibling (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static void
test_withdrawal_seen_before_it_is_made (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (self));
  g_autofree char *alone = NULL;

  pv_display_check_names (dialog);
  choose (self, dialog, "financeur", "Région");
  g_assert_cmpstr (gtk_editable_get_text (find_in (dialog, "nom")), ==,
                   "Sans Région Hauts-de-France");
  alone = g_strdup (get_phrase (dialog));
  check (dialog, "État");
  check (dialog, "CAF du Nord");
  pv_display_settle (self->context);
  g_assert_cmpstr (get_phrase (dialog), !=, alone);
  pv_display_picture (GTK_WINDOW (dialog), self->context, "scenarios-nouveau");
  gtk_editable_set_text (find_in (dialog, "nom"), "Sans la Région");
  check_created (self, dialog, "Sans la Région");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario_montant WHERE propose_cents = 0"),
                   >, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (find (self, "apres")), ==, 1);
}

static void
test_a_cut (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (self));

  choose (self, dialog, "essai", "réduit");
  choose (self, dialog, "financeur", "État");
  gtk_spin_button_set_value (find_in (dialog, "taux"), 5);
  pv_display_settle (self->context);
  check_created (self, dialog, "État −5,0 %");
}

static void
test_by_rank (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (self));

  choose (self, dialog, "essai", "rang");
  choose (self, dialog, "enveloppe", "Prévention");
  choose (self, dialog, "coupure", "artage");
  pv_display_picture (GTK_WINDOW (dialog), self->context, "scenarios-rang");
  gtk_editable_set_text (find_in (dialog, "nom"), "Par rang");
  check_created (self, dialog, "Par rang");
}

static void
test_a_share_and_its_refusal (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  change (self, "UPDATE enveloppe SET montant_cents = NULL WHERE libelle = 'Prévention jeunesse'");
  dialog = GTK_WIDGET (open_dialog (self));
  choose (self, dialog, "essai", "artag");
  choose (self, dialog, "enveloppe", "Prévention");
  g_assert_true (gtk_widget_get_visible (find_in (dialog, "problem")));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "scenarios-refus");
  choose (self, dialog, "enveloppe", "Crédits");
  g_assert_false (gtk_widget_get_visible (find_in (dialog, "problem")));
  gtk_editable_set_text (find_in (dialog, "nom"), "Partage");
  check_created (self, dialog, "Partage");
}

/* Closing the dialog stops what it began, unless it is done already: then it can be undone. */
static void
test_the_dialog_is_left_while_it_works (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (self));

  gtk_widget_activate_action (dialog, "nouveau.create", NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (find_window (PV_TYPE_SCENARIO_DIALOG));
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario"), <=, 1);
  g_assert_true (pv_context_can_edit (self->context));
}

/* An appel where nobody was asked for anything. */
static void
test_an_appel_without_dossiers (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  change (self, "INSERT INTO appel (id, uuid, exercice, genre, libelle) VALUES (77, 'x', 2031,"
                " 'aap', 'Vide')");
  pv_context_set_appel (self->context, 77);
  changed_cb (self);
  pv_display_settle (self->context);
  dialog = GTK_WIDGET (open_dialog (self));
  g_assert_true (gtk_widget_get_visible (find_in (dialog, "problem")));
  choose (self, dialog, "essai", "copie");
  g_assert_false (gtk_widget_get_visible (find_in (dialog, "problem")));
  gtk_editable_set_text (find_in (dialog, "nom"), "Rien");
  check_created (self, dialog, "Rien");
}

static void
test_the_dialog_is_left (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (self));

  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (find_window (PV_TYPE_SCENARIO_DIALOG));
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario"), ==, 0);
}

/* --- gainers and losers ---------------------------------------------------------------------- */

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

static PvCents
get_ecart (GListModel *rows, guint i)
{
  g_autoptr (PvScenarioRangee) row = g_list_model_get_item (rows, i);

  return pv_scenario_rangee_get_ecart (row)->ecart;
}

static void
check_sorted (GtkColumnView *columns, GListModel *rows)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (columns), 5);

  gtk_column_view_sort_by_column (columns, column, GTK_SORT_ASCENDING);
  for (guint i = 1; i < g_list_model_get_n_items (rows); i++)
    g_assert_cmpint (get_ecart (rows, i - 1), <=, get_ecart (rows, i));
}

static void
check_export (Fixture *self, GtkWidget *window, guint n)
{
  g_autofree char *path = g_strconcat (self->path, ".csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *written = NULL;
  g_autofree char *copied = NULL;
  g_auto (GStrv) lines = NULL;

  pv_display_act (window, self->context, "comparaison.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, read_text_cb, &copied);
  pv_display_wait (is_set, &copied);
  lines = g_strsplit (g_strchomp (copied), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n + 1);
  g_assert_cmpstr (lines[0], ==, "N°\tIntitulé\tPorteur\tEngagé avant\tEngagé après\tÉcart");

  pv_scenario_comparaison_window_export_to (PV_SCENARIO_COMPARAISON_WINDOW (window), file);
  pv_display_settle (self->context);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "Engagé avant"));
  g_unlink (path);
}

static void
test_gainers_and_losers (Fixture *self, gconstpointer data)
{
  GtkWidget *window;
  GtkColumnView *columns;
  GListModel *rows;
  guint n, n_losers;

  make_scenario (self, "Sans la Région");
  act (self, "scenarios.compare");
  window = find_window (PV_TYPE_SCENARIO_COMPARAISON_WINDOW);
  g_assert_nonnull (window);
  pv_display_settle (self->context);
  pv_display_check_names (window);
  columns = find_in (window, "columns");
  rows = G_LIST_MODEL (gtk_column_view_get_model (columns));
  n = g_list_model_get_n_items (rows);
  g_assert_cmpuint (n, >, 3);
  check_sorted (columns, rows);
  pv_display_picture (GTK_WINDOW (window), self->context, "scenarios-comparaison");

  gtk_toggle_button_set_active (find_in (window, "perdants"), TRUE);
  pv_display_settle (self->context);
  n_losers = g_list_model_get_n_items (rows);
  g_assert_cmpuint (n_losers, <=, n);
  for (guint i = 0; i < n_losers; i++)
    g_assert_cmpint (get_ecart (rows, i), <, 0);
  check_export (self, window, n_losers);

  g_signal_emit_by_name (columns, "activate", 0);
  g_assert_cmpint (self->asked.opened, >, 0);

  /* it follows the file */
  change (self, "UPDATE scenario_montant SET propose_cents = (SELECT propose_cents FROM financement"
                " WHERE id = financement_id)");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);

  gtk_stack_set_visible_child_name (find_in (window, "parts"), "enveloppes");
  pv_display_picture (GTK_WINDOW (window), self->context, "scenarios-enveloppes");
  gtk_window_close (GTK_WINDOW (window));
  pv_display_settle (self->context);
  g_assert_null (find_window (PV_TYPE_SCENARIO_COMPARAISON_WINDOW));
}

/* --- by hand --------------------------------------------------------------------------------- */

static void
test_amounts_by_hand (Fixture *self, gconstpointer data)
{
  GtkWidget *window;
  PvChoice *choice;
  PvAmountEntry *entry;
  gint64 dossier;

  make_scenario (self, "Sans la Région");
  act (self, "scenarios.edit");
  window = find_window (PV_TYPE_SCENARIO_MONTANTS_WINDOW);
  g_assert_nonnull (window);
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_in (window, "stack")), ==, "lines");
  pv_display_check_names (window);

  choice = find_in (window, "choice");
  pv_choice_search (choice, "0412");
  g_assert_true (pv_choice_choose (choice, 0));
  pv_display_settle (self->context);
  dossier = query (self, "SELECT id FROM dossier WHERE numero = '0412'");
  g_assert_cmpint (pv_choice_get_key (choice), ==, dossier);

  entry = PV_AMOUNT_ENTRY (pv_display_find (window, PV_TYPE_AMOUNT_ENTRY, NULL, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1234");
  g_assert_true (pv_amount_entry_commit (entry));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM scenario_montant m JOIN financement f ON"
                                " f.id = m.financement_id JOIN dossier d ON d.id = f.dossier_id"
                                " WHERE d.numero = '0412' AND m.propose_cents = 123400"),
                   ==, 1);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "scenario-edit");
  gtk_editable_set_text (GTK_EDITABLE (entry), "douze");
  g_assert_false (pv_amount_entry_commit (entry));
  g_assert_true (gtk_widget_get_visible (find_in (window, "problem")));
  pv_amount_entry_revert (entry);
  pv_display_picture (GTK_WINDOW (window), self->context, "scenarios-montants");
  gtk_window_close (GTK_WINDOW (window));
  pv_display_settle (self->context);
  g_assert_null (find_window (PV_TYPE_SCENARIO_MONTANTS_WINDOW));
}

/* --- in the programme's own window ----------------------------------------------------------- */

static void
test_in_the_window (void)
{
  g_autofree char *path = pv_display_copy_demonstration ();
  PvWindow *window = pv_display_show_programme (path);
  PvContext *context = pv_window_get_context (window);
  Fixture self = { .path = path, .context = context, .window = GTK_WINDOW (window) };

  pv_display_settle (context);
  pv_context_set_appel (context, pv_display_query (context, "SELECT " APPEL));
  pv_display_act (GTK_WIDGET (window), context, "win.goto",
                  g_variant_new ("(ss)", "enveloppes", ""));
  pv_display_settle (context);
  self.card = pv_display_find (GTK_WIDGET (window), PV_TYPE_SCENARIOS_CARD, NULL, NULL);
  g_assert_nonnull (self.card);
  g_assert_true (gtk_widget_get_mapped (self.card));
  make_scenario (&self, "Sans la Région");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (&self, "stack")), ==, "table");
  pv_display_check_names (self.card);
  pv_display_picture (GTK_WINDOW (window), context, "scenarios-fenetre");

  pv_display_act (GTK_WIDGET (window), context, "win.undo", NULL);
  pv_display_settle (context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (&self, "stack")), ==, "empty");

  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (g_steal_pointer (&path));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/display/scenarios/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("side-by-side", test_side_by_side);
  ADD ("named-copied-deleted-and-undone", test_named_copied_deleted_and_undone);
  ADD ("applied-once-confirmed", test_applied_once_confirmed);
  ADD ("applying-is-stopped", test_applying_is_stopped);
  ADD ("withdrawal-seen-before-it-is-made", test_withdrawal_seen_before_it_is_made);
  ADD ("a-cut", test_a_cut);
  ADD ("by-rank", test_by_rank);
  ADD ("a-share-and-its-refusal", test_a_share_and_its_refusal);
  ADD ("the-dialog-is-left", test_the_dialog_is_left);
  ADD ("the-dialog-is-left-while-it-works", test_the_dialog_is_left_while_it_works);
  ADD ("an-appel-without-dossiers", test_an_appel_without_dossiers);
  ADD ("gainers-and-losers", test_gainers_and_losers);
  ADD ("amounts-by-hand", test_amounts_by_hand);
  g_test_add_func ("/display/scenarios/in-the-window", test_in_the_window);

  return g_test_run ();
}
