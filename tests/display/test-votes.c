/* test-votes.c: acts of a funder over many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilans-page.h"
#include "financement/pv-financement-dialog.h"
#include "financement/pv-mouvement-dialog.h"
#include "pv-display-fixture.h"
#include "vote/pv-vote-dialog.h"
#include "vote/pv-votes-vue.h"
#include "widget/pv-amount-entry.h"

#define MEL                                                                                        \
  "(SELECT fi.id FROM financeur fi JOIN organisme o ON o.id = fi.organisme_id"                     \
  "  WHERE o.nom = 'Métropole européenne de Lille')"

#define NOTIFIES_SQL "SELECT COUNT(*) FROM dossier WHERE statut = 'notifie'"

typedef struct
{
  PvDisplayFixture base;
  PvVotesVue *vue;
} Fixture;

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_fixture_query (&self->base, sql);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 appel;

  pv_display_fixture_set_up (&self->base, data);
  appel = query (self, "SELECT id FROM appel WHERE exercice = 2026");
  pv_context_set_appel (self->base.context, appel);
  pv_display_fixture_goto (&self->base, "bilans", "votes");
  self->vue = PV_VOTES_VUE (pv_bilans_page_get_vue (
      PV_BILANS_PAGE (pv_window_get_page (self->base.window, "bilans")), "votes"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_fixture_tear_down (&self->base, data);
}

static gpointer
find (gpointer root, const char *id)
{
  GtkWidget *found = pv_display_find (GTK_WIDGET (root), G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
act (Fixture *self, gpointer widget, const char *action, GVariant *parameter)
{
  pv_display_act (GTK_WIDGET (widget), self->base.context, action, parameter);
}

static guint
get_n (Fixture *self)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (find (self->vue, "view"))));
}

static void
go (Fixture *self, const char *financeur, PvVoteAttente attente)
{
  pv_votes_vue_show (self->vue, query (self, financeur), attente);
  pv_display_settle (self->base.context);
}

static GtkWindow *
open_dialog (Fixture *self, const char *action)
{
  GtkWidget *dialog;

  act (self, self->vue, action, NULL);
  dialog = pv_display_fixture_find_window (PV_TYPE_VOTE_DIALOG);
  g_assert_nonnull (dialog);
  pv_display_settle (self->base.context);

  return GTK_WINDOW (dialog);
}

static void
type (Fixture *self, GtkWindow *dialog, const char *id, const char *text)
{
  PvField *field = find (dialog, id);
  GtkWidget *entry = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_assert_true (pv_field_commit (field));
  pv_display_settle (self->base.context);
}

/* The amounts on the screen, in their order. */
static GtkWidget *
find_amount (GtkWidget *root, guint *position)
{
  if (PV_IS_AMOUNT_ENTRY (root) && gtk_widget_get_mapped (root) && (*position)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_amount (child, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_amount (GtkWindow *dialog, guint position)
{
  GtkWidget *found = find_amount (find (dialog, "list"), &position);

  g_assert_nonnull (found);

  return found;
}

static void
confirm (Fixture *self, GtkWindow *dialog)
{
  gtk_check_button_set_active (find (dialog, "confirm"), TRUE);
  pv_display_settle (self->base.context);
}

/* What is arbitrated is voted in one act, and undone in one. */
static void
test_vote (Fixture *self, gconstpointer data)
{
  guint n;
  GtkWindow *dialog;

  go (self, "SELECT " MEL, PV_VOTE_A_VOTER);
  n = get_n (self);
  g_assert_cmpint (n, >, 2);
  pv_display_check_names (GTK_WIDGET (self->vue));
  gtk_selection_model_select_range (gtk_column_view_get_model (find (self->vue, "view")), 0, 3,
                                    TRUE);
  pv_display_settle (self->base.context);
  pv_display_picture (GTK_WINDOW (self->base.window), self->base.context, "votes-a-voter");

  dialog = open_dialog (self, "votes.voter");
  pv_display_check_names (GTK_WIDGET (dialog));
  type (self, dialog, "date", "21/11/2026");
  type (self, dialog, "reference", "Délibération 26 C 0412");
  /* from amount to amount by the arrows; what is left is kept */
  g_assert_true (gtk_widget_grab_focus (get_amount (dialog, 0)));
  gtk_editable_set_text (GTK_EDITABLE (get_amount (dialog, 0)), "2 600");
  pv_display_press (find (dialog, "list"), GDK_KEY_Down);
  pv_display_settle (self->base.context);
  g_assert_true (pv_display_has_focus (get_amount (dialog, 1)));
  g_assert_cmpint (pv_amount_entry_get_cents (PV_AMOUNT_ENTRY (get_amount (dialog, 0))), ==,
                   260000);
  pv_display_picture (dialog, self->base.context, "votes-acte");
  confirm (self, dialog);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "vote-acte.valider", NULL);
  g_assert_true (gtk_widget_get_visible (find (dialog, "travail")));
  g_assert_true (pv_context_is_busy (self->base.context));
  pv_display_settle (self->base.context);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_VOTE_DIALOG));
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM financement WHERE vote_acte ="
                                " 'Délibération 26 C 0412' AND vote_le = '2026-11-21'"),
                   ==, 3);
  g_assert_cmpint (query (self, "SELECT MIN(vote_cents) FROM financement WHERE vote_acte ="
                                " 'Délibération 26 C 0412' AND vote_cents = 260000"),
                   ==, 260000);
  g_assert_cmpint (get_n (self), ==, n - 3);

  pv_display_fixture_act (&self->base, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM financement WHERE vote_acte ="
                                " 'Délibération 26 C 0412'"),
                   ==, 0);
  g_assert_cmpint (get_n (self), ==, n);
}

static const char *
get_remarks (GtkWindow *dialog)
{
  return gtk_label_get_label (
      GTK_LABEL (pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "remarks", NULL)));
}

/* A line that is refused is taken out; what is only said is confirmed. */
static void
test_remarks (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  PvAmountEntry *entry;
  g_autofree char *refused = NULL;
  gint64 before = query (self, NOTIFIES_SQL);

  pv_display_fixture_change (
      &self->base, "UPDATE dossier SET statut = 'instruit' WHERE id ="
                   " (SELECT MIN(d.id) FROM dossier d JOIN financement f ON f.dossier_id = d.id"
                   "   WHERE f.financeur_id = " MEL " AND f.arbitre_cents > 0"
                   "     AND f.vote_cents IS NULL AND d.exercice = 2026)");
  go (self, "SELECT " MEL, PV_VOTE_A_VOTER);
  dialog = open_dialog (self, "votes.notifier");
  type (self, dialog, "date", "01/12/2030");
  g_assert_true (gtk_widget_get_visible (find (dialog, "refus")));
  g_assert_true (gtk_widget_get_visible (find (dialog, "take_out")));
  pv_display_picture (dialog, self->base.context, "votes-remarques");
  /* lines are counted, whatever there is against each: its status, then its amount too */
  refused = g_strdup (get_remarks (dialog));
  g_assert_true (g_str_has_prefix (refused, "1 "));
  gtk_editable_set_text (GTK_EDITABLE (get_amount (dialog, 0)), "mille");
  pv_display_settle (self->base.context);
  g_assert_cmpstr (get_remarks (dialog), ==, refused);
  act (self, dialog, "vote-acte.retirer-refus", NULL);
  g_assert_false (gtk_widget_get_visible (find (dialog, "take_out")));
  g_assert_true (gtk_widget_get_visible (find (dialog, "confirm")));

  /* an amount that cannot be read is no amount */
  entry = PV_AMOUNT_ENTRY (pv_display_find (GTK_WIDGET (dialog), PV_TYPE_AMOUNT_ENTRY, NULL, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "mille");
  pv_display_settle (self->base.context);
  g_assert_true (gtk_widget_get_visible (find (dialog, "take_out")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1000");
  g_assert_true (pv_amount_entry_commit (entry));
  pv_display_settle (self->base.context);
  g_assert_false (gtk_widget_get_visible (find (dialog, "take_out")));
  confirm (self, dialog);
  /* as many remarks, of which one was never read: it is asked again */
  type (self, dialog, "date", "21/11/2020");
  g_assert_true (gtk_check_button_get_active (find (dialog, "confirm")));
  gtk_check_button_set_active (find (dialog, "confirm"), FALSE);
  confirm (self, dialog);
  g_signal_emit_by_name (pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "retirer", NULL),
                         "clicked");
  pv_display_settle (self->base.context);
  g_assert_true (gtk_check_button_get_active (find (dialog, "confirm")));
  type (self, dialog, "date", "01/12/2030");
  g_assert_true (gtk_widget_get_visible (find (dialog, "confirm")));
  g_assert_false (gtk_check_button_get_active (find (dialog, "confirm")));
  type (self, dialog, "date", "01/12/2030");
  confirm (self, dialog);
  type (self, dialog, "reference", "Lettre du 1er décembre");
  act (self, dialog, "vote-acte.valider", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) > 0 FROM financement WHERE notifie_acte ="
                                " 'Lettre du 1er décembre'"),
                   ==, 1);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM financement f JOIN dossier d ON d.id ="
                                " f.dossier_id WHERE f.notifie_acte = 'Lettre du 1er décembre'"
                                " AND d.statut NOT IN ('notifie', 'en-cours', 'bilan-recu',"
                                " 'solde')"),
                   ==, 0);

  /* one act: the amounts and the statuses go back together */
  pv_display_fixture_act (&self->base, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM financement WHERE notifie_acte ="
                                " 'Lettre du 1er décembre'"),
                   ==, 0);
  g_assert_cmpint (query (self, NOTIFIES_SQL), ==, before);
}

/* From the list of dossiers: theirs alone, until all are asked for. */
static void
test_from_dossiers (Fixture *self, gconstpointer data)
{
  gint64 id = query (self, "SELECT MIN(d.id) FROM dossier d JOIN financement f ON f.dossier_id ="
                           " d.id WHERE f.financeur_id = " MEL " AND f.arbitre_cents > 0"
                           " AND f.vote_cents IS NULL AND d.exercice = 2026"
                           " AND d.statut = 'programme'");

  go (self, "SELECT " MEL, PV_VOTE_A_VOTER);
  g_assert_cmpint (get_n (self), >, 1);
  pv_display_fixture_act (
      &self->base, "win.open-votes",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof (gint64)));
  g_assert_cmpint (get_n (self), ==, 1);
  g_assert_true (gtk_widget_get_visible (find (self->vue, "limit")));
  /* the counts are of this dossier too */
  g_assert_true (g_str_has_suffix (gtk_button_get_label (find (self->vue, "a_voter")), "  1"));
  pv_display_check_names (GTK_WIDGET (self->vue));
  act (self, self->vue, "votes.tous", NULL);
  g_assert_cmpint (get_n (self), >, 1);
  g_assert_false (gtk_widget_get_visible (find (self->vue, "limit")));
}

static void
search (Fixture *self, const char *text)
{
  GtkSearchBar *bar = find (self->base.window, "search_bar");
  GtkWidget *entry = find (self->base.window, "search_entry");

  if (*text == '\0')
    {
      gtk_search_bar_set_search_mode (bar, FALSE);
      pv_display_settle (self->base.context);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
      return;
    }
  pv_display_fixture_act (&self->base, "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  pv_display_settle (self->base.context);
}

static void
show_tab (Fixture *self, const char *id)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self->vue), PV_TYPE_BILANS_PAGE);

  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (pv_display_find (page, ADW_TYPE_VIEW_STACK, NULL, NULL)), id);
  pv_display_settle (self->base.context);
}

/* What is searched is searched in the tab that is shown next, and ends in all of them. */
static void
test_search (Fixture *self, gconstpointer data)
{
  guint n;

  go (self, "SELECT " MEL, PV_VOTE_A_VOTER);
  n = get_n (self);
  g_assert_cmpint (n, >, 0);
  /* ended on another tab that is searched, on one that is not, on another page */
  search (self, "zzzz");
  g_assert_cmpint (get_n (self), ==, 0);
  show_tab (self, "versements");
  search (self, "");
  show_tab (self, "votes");
  g_assert_cmpint (get_n (self), ==, n);
  search (self, "zzzz");
  show_tab (self, "bilan");
  search (self, "");
  show_tab (self, "votes");
  g_assert_cmpint (get_n (self), ==, n);
  search (self, "zzzz");
  pv_display_fixture_goto (&self->base, "dossiers", "");
  search (self, "");
  pv_display_fixture_goto (&self->base, "bilans", "votes");
  g_assert_cmpint (get_n (self), ==, n);

  /* begun elsewhere, it is applied by the switcher too */
  show_tab (self, "versements");
  search (self, "zzzz");
  show_tab (self, "votes");
  g_assert_cmpint (get_n (self), ==, 0);
  search (self, "");
  g_assert_cmpint (get_n (self), ==, n);
}

static void
test_notifies (Fixture *self, gconstpointer data)
{
  GtkWidget *details;

  go (self, "SELECT fi.id FROM financeur fi WHERE fi.categorie = 'etat'", PV_VOTE_NOTIFIES);
  g_assert_cmpint (get_n (self), >, 0);
  pv_display_picture (GTK_WINDOW (self->base.window), self->base.context, "votes-notifies");
  gtk_selection_model_select_item (gtk_column_view_get_model (find (self->vue, "view")), 0, TRUE);
  act (self, self->vue, "votes.details", NULL);
  details = pv_display_fixture_find_window (PV_TYPE_FINANCEMENT_DIALOG);
  g_assert_nonnull (details);
  gtk_window_destroy (GTK_WINDOW (details));
  pv_display_settle (self->base.context);
  pv_votes_vue_search (self->vue, "zzzz");
  pv_display_settle (self->base.context);
  g_assert_cmpint (get_n (self), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self->vue, "stack")), ==, "empty");
  pv_votes_vue_search (self->vue, "");
  pv_display_settle (self->base.context);
  g_assert_cmpint (get_n (self), >, 0);
}

/* --- acts on what is notified ---------------------------------------------------------------- */

#define NOTIFIE                                                                                    \
  "(SELECT MIN(f.id) FROM financement f JOIN dossier d ON d.id = f.dossier_id"                     \
  "  WHERE f.notifie_cents > 100000 AND d.exercice = 2026 AND d.statut = 'notifie')"

static void
type_entry (GtkWidget *dialog, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, id)), text);
}

static void
assert_entry (GtkWidget *dialog, const char *id, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (dialog, id))), ==, text);
}

static GtkWidget *
open_mouvement (Fixture *self, GtkWidget *dialog)
{
  GtkWidget *question;

  act (self, dialog, "financement.mouvement", NULL);
  question = pv_display_fixture_find_window (PV_TYPE_MOUVEMENT_DIALOG);
  g_assert_nonnull (question);

  return question;
}

static void
answer (Fixture *self, GtkWidget *question, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  gtk_window_destroy (GTK_WINDOW (question));
  pv_display_settle (self->base.context);
}

static void
test_mouvement (Fixture *self, gconstpointer data)
{
  gint64 id = query (self, "SELECT " NOTIFIE);
  gint64 dossier = query (self, "SELECT dossier_id FROM financement WHERE id = " NOTIFIE);
  gint64 before = query (self, "SELECT notifie_cents FROM financement WHERE id = " NOTIFIE);
  gint64 last;
  GtkWidget *dialog = pv_financement_dialog_new (self->base.context, dossier, id);
  GtkWidget *question;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self->base.window));
  gtk_window_present (GTK_WINDOW (dialog));
  pv_display_settle (self->base.context);
  pv_display_check_names (dialog);

  question = open_mouvement (self, dialog);
  pv_display_check_names (question);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "keep"));
  gtk_drop_down_set_selected (find (question, "genre"), 1);
  type_entry (question, "amount", "900");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "keep"));
  type_entry (question, "motif", "Un quartier de moins que prévu");
  type_entry (question, "acte", "Avenant n° 7");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "keep"));
  pv_display_picture (GTK_WINDOW (question), self->base.context, "votes-mouvement");
  /* one that cannot be written is asked for again, as it was typed */
  pv_display_fixture_change (&self->base, "CREATE TRIGGER refus BEFORE INSERT ON mouvement"
                                          " BEGIN SELECT RAISE (ABORT, 'refus'); END");
  answer (self, question, "keep");
  question = pv_display_fixture_find_window (PV_TYPE_MOUVEMENT_DIALOG);
  g_assert_nonnull (question);
  g_assert_cmpuint (gtk_drop_down_get_selected (find (question, "genre")), ==, 1);
  assert_entry (question, "amount", "900\u202f€");
  assert_entry (question, "motif", "Un quartier de moins que prévu");
  assert_entry (question, "acte", "Avenant n° 7");
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), !=, "");
  pv_display_check_names (question);
  pv_display_picture (GTK_WINDOW (question), self->base.context, "votes-mouvement-refuse");
  pv_display_fixture_change (&self->base, "DROP TRIGGER refus");
  answer (self, question, "keep");
  g_assert_cmpint (query (self, "SELECT notifie_cents FROM financement WHERE id = " NOTIFIE), !=,
                   before);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM mouvement WHERE acte = 'Avenant n° 7'"), ==,
                   1);
  gtk_widget_child_focus (find (dialog, "mouvements"), GTK_DIR_TAB_FORWARD);
  pv_display_picture (GTK_WINDOW (dialog), self->base.context, "votes-mouvements");

  last = query (self, "SELECT MAX(id) FROM mouvement WHERE acte = 'Avenant n° 7'");
  act (self, dialog, "financement.retirer-mouvement", g_variant_new_int64 (last));
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM mouvement WHERE acte = 'Avenant n° 7'"), ==,
                   0);

  /* what one gives up is what is not paid */
  question = open_mouvement (self, dialog);
  gtk_drop_down_set_selected (find (question, "genre"), 3);
  g_assert_false (gtk_widget_get_sensitive (find (question, "amount")));
  answer (self, question, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  pv_display_settle (self->base.context);
}

int
main (int argc, char *argv[])
{
  pv_display_init (&argc, &argv);

#define TEST(name, function) g_test_add ("/votes/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("vote", test_vote);
  TEST ("remarks", test_remarks);
  TEST ("from-dossiers", test_from_dossiers);
  TEST ("search", test_search);
  TEST ("notified", test_notifies);
  TEST ("act", test_mouvement);
#undef TEST

  return g_test_run ();
}
