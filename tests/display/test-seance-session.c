/* test-seance-session.c: an open séance, held with keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "pv-seance-fixture.h"
#include "seance/cloture/pv-cloture-dialog.h"
#include "seance/pv-deport-dialog.h"
#include "seance/pv-presence-card.h"
#include "seance/session/pv-seance-membres-window.h"
#include "seance/session/pv-session-minuterie.h"
#include "widget/pv-choice.h"

static const char *
get_numero (PvSeanceFixture *self)
{
  return pv_seance_session_get_fiche (self->session)->dossier->dossier->numero;
}

static gint64
count_montants (PvSeanceFixture *self, PvCents cents)
{
  return pv_seance_fixture_query (
      self,
      "SELECT count(*) FROM decision_montant m JOIN decision d ON d.id = m.decision_id "
      "WHERE d.seance_dossier_id = %" G_GINT64_FORMAT " AND m.montant_cents = %" G_GINT64_FORMAT,
      pv_seance_fixture_get_courant (self), cents);
}

/* (nullable): the window of that type. */
static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;

  return NULL;
}

/* As any page, it holds in half a screen. */
static void
check_width (PvSeanceFixture *self)
{
  int minimum;

  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("session: %d", minimum);
  g_assert_cmpint (minimum, <=, 640);
}

/* It goes on after the last decided dossier; keys decide, amounts are typed, the thread follows. */
static void
test_hold (PvSeanceFixture *self, gconstpointer data)
{
  gint64 rives;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  g_assert_cmpstr (get_numero (self), ==, "0412");
  rives = pv_seance_fixture_get_courant (self);
  pv_display_check_names (self->page);
  check_width (self);
  pv_seance_fixture_project (self, 1920, 1080);
  pv_seance_fixture_check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-non-decide");
  pv_seance_fixture_picture_projecteur (self, "projecteur-non-decide");

  pv_seance_fixture_type_amount (self, "État", "22000");
  pv_seance_fixture_type_amount (self, "Région Hauts-de-France", "10000");
  pv_seance_fixture_check_projected (self);
  pv_seance_fixture_press (self, GDK_KEY_2, GDK_ALT_MASK);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision = 'programme-sous-reserve'"), ==,
                   1);
  gtk_editable_set_text (
      GTK_EDITABLE (pv_seance_fixture_find (self, GTK_TYPE_ENTRY, "reserve_entry")),
      "Budget ramené à l’équilibre, 14 000 € à trouver avant le 15 avril 2026.");
  pv_seance_fixture_type_amount (self, "Région Hauts-de-France", "10000");
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "reserve LIKE 'Budget%'"), ==, 1);
  pv_seance_fixture_check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-sous-reserve");
  pv_seance_fixture_picture_projecteur (self, "projecteur-sous-reserve");

  /* a French keyboard has no digit without Shift */
  pv_seance_fixture_press (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (get_numero (self), ==, "0418");
  pv_seance_fixture_check_projected (self);
  pv_seance_fixture_press (self, GDK_KEY_apostrophe, GDK_ALT_MASK);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision = 'refuse'"), ==, 1);
  pv_seance_fixture_check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-refuse");
  pv_seance_fixture_picture_projecteur (self, "projecteur-refuse");

  /* the latest is taken back, from wherever one is */
  pv_seance_fixture_press (self, GDK_KEY_Page_Up, 0);
  g_assert_cmpint (pv_seance_fixture_get_courant (self), ==, rives);
  pv_seance_fixture_press (self, GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_numero (self), ==, "0418");
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision IS NULL"), ==, 1);
  g_assert_true (g_str_has_prefix (pv_context_get_undoable (self->context)->label, "0418 · "));

  /* Escape ends the projection, and the toggle says so */
  pv_seance_fixture_press_on (pv_seance_fixture_get_projecteur (self), self->context,
                              GDK_KEY_Escape, 0);
  g_assert_null (pv_seance_session_get_projecteur (self->session));
  g_assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (pv_seance_fixture_find (self, GTK_TYPE_TOGGLE_BUTTON, "project_button"))));
}

/* Put off to another séance; the amounts leave the table. */
static void
test_adjourn (PvSeanceFixture *self, gconstpointer data)
{
  PvChoice *choice;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_project (self, 1920, 1080);
  pv_seance_fixture_press (self, GDK_KEY_3, GDK_ALT_MASK);
  choice = PV_CHOICE (pv_seance_fixture_find (self, PV_TYPE_CHOICE, "retour_choice"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice)));
  pv_choice_search (choice, "12 mai");
  g_assert_true (pv_choice_choose (choice, 0));
  pv_display_settle (self->context);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "ajourne_seance_id"), ==, self->autre_id);
  g_assert_cmpint (
      pv_seance_fixture_query (self,
                               "SELECT count(*) FROM decision_montant m JOIN decision d ON d.id = "
                               "m.decision_id WHERE d.seance_dossier_id = %" G_GINT64_FORMAT,
                               pv_seance_fixture_get_courant (self)),
      ==, 0);
  pv_display_picture (self->window, self->context, "seance-session-ajourne");
  pv_seance_fixture_picture_projecteur (self, "projecteur-ajourne");
}

/* The words of a decision are its own: a reserve is not why it is then refused. */
static void
test_reason (PvSeanceFixture *self, gconstpointer data)
{
  GtkEditable *entry;
  GtkWidget *box;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  box = pv_seance_fixture_find (self, GTK_TYPE_BOX, "reserve_box");
  entry = GTK_EDITABLE (pv_seance_fixture_find (self, GTK_TYPE_ENTRY, "reserve_entry"));
  g_assert_false (gtk_widget_get_visible (box));
  pv_seance_fixture_press (self, GDK_KEY_2, GDK_ALT_MASK);
  g_assert_cmpstr (pv_seance_fixture_label_of (box, "reserve_title"), ==, "Réserve");
  gtk_editable_set_text (entry, "Budget à équilibrer.");
  pv_seance_fixture_press (self, GDK_KEY_4, GDK_ALT_MASK);
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_cmpstr (pv_seance_fixture_label_of (box, "reserve_title"), ==, "Motif");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "reserve IS NULL"), ==, 1);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "Hors des priorités du contrat de ville pour 2026.");
  pv_display_picture (self->window, self->context, "seance-session-motif");
  pv_seance_fixture_press (self, GDK_KEY_Page_Down, 0);
  pv_seance_fixture_press (self, GDK_KEY_Page_Up, 0);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "reserve LIKE 'Hors%'"), ==, 1);
  pv_seance_fixture_press (self, GDK_KEY_1, GDK_ALT_MASK);
  g_assert_false (gtk_widget_get_visible (box));
}

/* What is refused is told under its line, and keeps one there. */
static void
test_refused (PvSeanceFixture *self, gconstpointer data)
{
  PvAmountEntry *entry;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  entry = pv_session_ligne_get_entry (pv_seance_fixture_find_ligne (self, "État"));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "vingt");
  pv_amount_entry_commit (entry);
  g_assert_nonnull (pv_amount_entry_get_problem (entry));
  pv_seance_fixture_press (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (get_numero (self), ==, "0412");
  pv_seance_fixture_press (self, GDK_KEY_1, GDK_ALT_MASK);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision"), ==, PV_INT_NULL);
  pv_amount_entry_revert (entry);
  pv_seance_fixture_press (self, GDK_KEY_1, GDK_ALT_MASK);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision = 'programme'"), ==, 1);
}

/* What is typed is saved, or keeps one there, before a finding leads away and before the end. */
static void
test_settled (PvSeanceFixture *self, gconstpointer data)
{
  GtkWidget *session, *entry;
  gint64 rives, first;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  session = GTK_WIDGET (self->session);
  rives = pv_seance_fixture_get_courant (self);
  first = pv_seance_fixture_query (
      self,
      "SELECT id FROM seance_dossier WHERE seance_id = %" G_GINT64_FORMAT " ORDER BY ordre LIMIT 1",
      self->seance_id);
  entry = GTK_WIDGET (pv_session_ligne_get_entry (pv_seance_fixture_find_ligne (self, "État")));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "vingt");
  pv_display_act (session, self->context, "session.go", g_variant_new_int64 (first));
  g_assert_cmpint (pv_seance_fixture_get_courant (self), ==, rives);
  pv_display_act (session, self->context, "seance.clore", NULL);
  g_assert_null (find_dialog (PV_TYPE_CLOTURE_DIALOG));

  gtk_editable_set_text (GTK_EDITABLE (entry), "21000");
  pv_display_act (session, self->context, "session.go", g_variant_new_int64 (first));
  g_assert_cmpint (pv_seance_fixture_get_courant (self), ==, first);
  pv_display_act (session, self->context, "session.go", g_variant_new_int64 (rives));
  g_assert_cmpint (count_montants (self, 2100000), ==, 1);
}

/* What no séance decides is told under its line too. */
static void
test_absurd (PvSeanceFixture *self, gconstpointer data)
{
  PvSessionLigne *ligne;
  GtkWidget *problem;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_type_amount (self, "État", "99999999999999");
  ligne = pv_seance_fixture_find_ligne (self, "État");
  g_assert_nonnull (pv_amount_entry_get_problem (pv_session_ligne_get_entry (ligne)));
  problem = pv_display_find (GTK_WIDGET (ligne), GTK_TYPE_BOX, "problem_box", NULL);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "count(*)"), ==, 0);
  pv_display_picture (self->window, self->context, "seance-session-refus");
  pv_amount_entry_revert (pv_session_ligne_get_entry (ligne));
  g_assert_false (gtk_widget_get_visible (problem));
}

/* What the latest action did. */
static void
undo (PvSeanceFixture *self)
{
  pv_context_undo_async (self->context, pv_context_get_undoable (self->context)->id, NULL, NULL,
                         NULL);
  pv_display_settle (self->context);
}

/* Withdrawn while it is held: it leaves the agenda with its decision, and one undo brings both. */
static void
test_remove (PvSeanceFixture *self, gconstpointer data)
{
  gint64 removed;

  pv_seance_fixture_open (self, 3, 3);
  removed = pv_seance_fixture_get_courant (self);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision IS NOT NULL"), ==, 1);
  pv_seance_fixture_press (self, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (pv_seance_fixture_get_courant (self), !=, removed);
  g_assert_cmpint (pv_seance_fixture_query (
                       self,
                       "SELECT count(*) FROM seance_dossier WHERE seance_id = %" G_GINT64_FORMAT,
                       self->seance_id),
                   ==, 2);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "seance-dossiers");

  undo (self);
  pv_display_act (GTK_WIDGET (self->session), self->context, "session.go",
                  g_variant_new_int64 (removed));
  g_assert_cmpint (pv_seance_fixture_get_courant (self), ==, removed);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision IS NOT NULL"), ==, 1);

  /* the last one stays */
  pv_seance_fixture_press (self, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  pv_seance_fixture_press (self, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  gtk_widget_activate_action (GTK_WIDGET (self->session), "session.remove", NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_seance_fixture_query (
                       self,
                       "SELECT count(*) FROM seance_dossier WHERE seance_id = %" G_GINT64_FORMAT,
                       self->seance_id),
                   ==, 1);
}

/* A recusal, and a latecomer, while it is held. */
static void
test_people (PvSeanceFixture *self, gconstpointer data)
{
  GtkWidget *dialog, *row;
  gint64 deports;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  deports = pv_seance_fixture_query (self, "SELECT count(*) FROM deport");
  pv_seance_fixture_press (self, GDK_KEY_F7, 0);
  dialog = find_dialog (PV_TYPE_DEPORT_DIALOG);
  g_assert_nonnull (dialog);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (pv_display_find (dialog, GTK_TYPE_DROP_DOWN, "institution", NULL)), 1);
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (dialog, GTK_TYPE_EDITABLE, "motif", NULL)),
                         "lien");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "record");
  gtk_window_destroy (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (pv_seance_fixture_query (self, "SELECT count(*) FROM deport"), ==, deports + 1);
  g_assert_cmpstr (pv_seance_fixture_label_of (GTK_WIDGET (self->session), "deports_label"), ==,
                   "2 déports");

  pv_seance_fixture_press (self, GDK_KEY_F6, 0);
  dialog = find_dialog (PV_TYPE_SEANCE_MEMBRES_WINDOW);
  g_assert_nonnull (dialog);
  pv_display_settle (self->context);
  pv_display_check_names (dialog);
  pv_display_picture (GTK_WINDOW (dialog), self->context, "seance-session-membres");
  g_assert_cmpint (pv_seance_fixture_query (
                       self,
                       "SELECT count(*) FROM seance_presence WHERE present = 1 AND seance_id = "
                       "%" G_GINT64_FORMAT,
                       self->seance_id),
                   ==, 4);
  row = pv_display_find (dialog, PV_TYPE_PRESENCE_CARD, NULL, NULL);
  pv_display_act (row, self->context, "presence.all", NULL);
  g_assert_cmpint (pv_seance_fixture_query (
                       self,
                       "SELECT count(*) FROM seance_presence WHERE present = 1 AND seance_id = "
                       "%" G_GINT64_FORMAT,
                       self->seance_id),
                   ==, 5);
  pv_display_act (dialog, self->context, "window.close", NULL);
  g_assert_null (find_dialog (PV_TYPE_SEANCE_MEMBRES_WINDOW));
}

/* One dossier alone, then all decided: there is nowhere to go but to close. */
static void
test_all_decided (PvSeanceFixture *self, gconstpointer data)
{
  GtkWidget *close;

  pv_seance_fixture_open (self, 1, 0);
  pv_display_picture (self->window, self->context, "seance-session-un-seul");
  pv_seance_fixture_press (self, GDK_KEY_1, GDK_ALT_MASK);
  close = pv_seance_fixture_find (self, GTK_TYPE_BUTTON, "close_button");
  g_assert_true (gtk_widget_has_css_class (close, "suggested-action"));
  pv_display_picture (self->window, self->context, "seance-session-tout-decide");
}

/* It warns, and stops nothing. */
static void
test_timer (PvSeanceFixture *self, gconstpointer data)
{
  PvSessionMinuterie *minuterie;
  g_autoptr (GError) error = NULL;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  minuterie = PV_SESSION_MINUTERIE (pv_seance_fixture_find (self, PV_TYPE_SESSION_MINUTERIE, NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (minuterie)));
  pv_session_minuterie_set_minutes (minuterie, 5);
  pv_session_minuterie_advance (minuterie, 161);
  g_assert_cmpstr (pv_seance_fixture_label_of (GTK_WIDGET (minuterie), "label"), ==,
                   "2\302\240min\302\24041 sur 5");
  pv_session_minuterie_advance (minuterie, 200);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (minuterie), "depassee"));
  pv_display_picture (self->window, self->context, "seance-session-minuterie");
  pv_seance_fixture_press (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpint (pv_session_minuterie_get_seconds (minuterie), <, 60);
}

/* In half a screen the panes fold, and come by their keys. */
static void
test_narrow (PvSeanceFixture *self, gconstpointer data)
{
  AdwFlap *agenda_flap, *fil_flap;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  agenda_flap = ADW_FLAP (pv_seance_fixture_find (self, ADW_TYPE_FLAP, "agenda_flap"));
  fil_flap = ADW_FLAP (pv_seance_fixture_find (self, ADW_TYPE_FLAP, "fil_flap"));
  gtk_window_set_default_size (self->window, 640, 800);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_display_settle (self->context);
  g_assert_true (adw_flap_get_folded (agenda_flap));
  g_assert_true (adw_flap_get_folded (fil_flap));
  g_assert_false (adw_flap_get_reveal_flap (agenda_flap));
  g_assert_false (adw_flap_get_reveal_flap (fil_flap));
  pv_seance_fixture_press (self, GDK_KEY_F9, 0);
  g_assert_true (adw_flap_get_reveal_flap (agenda_flap));
  pv_seance_fixture_press (self, GDK_KEY_F9, 0);
  g_assert_false (adw_flap_get_reveal_flap (agenda_flap));
  pv_seance_fixture_press (self, GDK_KEY_F8, 0);
  g_assert_true (adw_flap_get_reveal_flap (fil_flap));
  pv_seance_fixture_press (self, GDK_KEY_F8, 0);
  pv_display_picture (self->window, self->context, "seance-session-etroit");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (PvSeanceFixture *self, gconstpointer data);
  } tests[] = {
    { "hold", test_hold },       { "adjourn", test_adjourn },
    { "refused", test_refused }, { "all-decided", test_all_decided },
    { "timer", test_timer },     { "narrow", test_narrow },
    { "absurd", test_absurd },   { "settled", test_settled },
    { "reason", test_reason },   { "remove", test_remove },
    { "people", test_people },
  };

  pv_display_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/seance-session/", tests[i].name, NULL);

      g_test_add (path, PvSeanceFixture, NULL, pv_seance_fixture_set_up, tests[i].test,
                  pv_seance_fixture_tear_down);
    }

  return g_test_run ();
}
