/* test-versements.c: the list of payments, and paying
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "financement/pv-financement-dialog.h"
#include "financement/pv-plan-section.h"
#include "pv-date.h"
#include "pv-display.h"
#include "versement/pv-versement-dialog.h"
#include "versement/pv-versement-liste.h"
#include "versement/pv-versement-lot-row.h"
#include "versement/pv-versement-words.h"
#include "versement/pv-versements-vue.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-field.h"
#include "widget/pv-travail.h"

#define N_NOTIFIES 24

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *vue;
  PvDisplayAsked asked;
} Fixture;

static gboolean
run (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db, data, error);
}

static void
change (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "financement-edit", NULL, run, (gpointer)sql, &error);
  g_assert_no_error (error);
}

/* Nothing but what the tests are about: 24 financements notified, of which every third 90 days
 * ago, the others 20; of these the first is paid in part, the second in full, the third too
 * much. */
static void
notify_some (Fixture *self)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *long_ago = pv_date_add_days (today, -90);
  g_autofree char *recent = pv_date_add_days (today, -20);
  g_autofree char *yesterday = pv_date_add_days (today, -1);
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM versement; DELETE FROM bilan;"
      "UPDATE financement SET notifie_cents = NULL, notifie_le = NULL;"
      "WITH choisi AS (SELECT f.id, ROW_NUMBER () OVER (ORDER BY d.numero, f.id) AS n,"
      "  COALESCE (f.arbitre_cents, f.propose_cents) AS cents"
      "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
      " WHERE d.appel_id = %" G_GINT64_FORMAT " AND d.chapeau = 0 AND d.statut NOT IN"
      "  ('irrecevable', 'refuse', 'reoriente', 'abandonne') AND"
      "  COALESCE (f.arbitre_cents, f.propose_cents) > 0 LIMIT %d)"
      " UPDATE financement SET notifie_cents = c.cents, vote_cents = c.cents,"
      "  notifie_le = CASE WHEN c.n %% 3 = 1 THEN '%s' ELSE '%s' END"
      "  FROM choisi c WHERE c.id = financement.id;"
      "WITH choisi AS (SELECT f.id, ROW_NUMBER () OVER (ORDER BY d.numero, f.id) AS n,"
      "  f.notifie_cents AS cents FROM financement f JOIN dossier d ON d.id = f.dossier_id"
      " WHERE f.notifie_cents > 0)"
      " INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents, reference)"
      " SELECT 'v' || n, id, '%s', CASE n WHEN 2 THEN 'acompte' ELSE 'solde' END,"
      "        CASE n WHEN 2 THEN cents / 2 WHEN 3 THEN cents ELSE cents + 12345 END,"
      "        'M 2026-' || (100 + n)"
      "   FROM choisi WHERE n IN (2, 3, 5);",
      filtre.appel_id, N_NOTIFIES, long_ago, recent, yesterday);

  change (self, sql);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  notify_some (self);
  self->vue = pv_versements_vue_new (self->context);
  self->window = pv_display_show (self->vue);
  pv_display_listen (self->window, &self->asked);
  pv_versements_vue_refresh (PV_VERSEMENTS_VUE (self->vue));
  g_signal_connect_object (self->context, "changed", G_CALLBACK (pv_versements_vue_refresh),
                           self->vue, G_CONNECT_SWAPPED);
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_end (self->window, self->vue, self->context, self->path);
  g_free (self->asked.toast);
}

static GListModel *
get_model (Fixture *self)
{
  GtkColumnView *view =
      GTK_COLUMN_VIEW (pv_display_find (self->vue, GTK_TYPE_COLUMN_VIEW, "view", NULL));

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (get_model (self));
}

static void
select_rows (Fixture *self, guint n)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (get_model (self)));
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (get_model (self)), 0, n, TRUE);
  pv_display_settle (self->context);
}

static PvVersementSuivi
get_suivi (Fixture *self, guint position)
{
  g_autoptr (PvRow) item = g_list_model_get_item (get_model (self), position);

  return *pv_versement_row_get_suivi (item);
}

static void
filter (Fixture *self, const char *id)
{
  pv_display_act (self->vue, self->context, "versements.filtre", g_variant_new_string (id));
}

static const char *
get_text (Fixture *self, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (pv_display_find (self->vue, GTK_TYPE_LABEL, id, NULL)));
}

static gpointer
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

/* --- the list ------------------------------------------------------------------------------ */

static void
test_liste (Fixture *self, gconstpointer data)
{
  PvVersementSuivi suivi;
  g_autofree char *reste = NULL;
  g_autofree char *trop_percu = NULL;

  g_assert_cmpuint (count_rows (self), ==, N_NOTIFIES);
  /* late first */
  g_assert_cmpint (get_suivi (self, 0).retard, ==, 30);
  select_rows (self, 1);
  pv_display_check_names (self->vue);
  pv_display_picture (self->window, self->context, "versements");

  filter (self, "en-retard");
  g_assert_cmpuint (count_rows (self), ==, N_NOTIFIES / 3);
  filter (self, "partiel");
  g_assert_cmpuint (count_rows (self), ==, 1);
  filter (self, "solde");
  g_assert_cmpuint (count_rows (self), ==, 1);
  filter (self, "trop-percu");
  g_assert_cmpuint (count_rows (self), ==, 1);
  suivi = get_suivi (self, 0);
  g_assert_cmpint (suivi.trop_percu_cents, ==, 12345);
  /* one value for one fact: nothing is left, and so much is too much */
  reste = pv_versement_reste_to_text (&suivi);
  trop_percu = pv_versement_trop_percu_to_text (&suivi);
  g_assert_cmpstr (reste, ==, "0\342\200\257€");
  g_assert_nonnull (strstr (trop_percu, "123,45"));
  g_assert_cmpint (pv_amount_label_get_cents (PV_AMOUNT_LABEL (
                       pv_display_find (self->vue, PV_TYPE_AMOUNT_LABEL, "all_trop_percu", NULL))),
                   ==, 12345);
  select_rows (self, 1);
  pv_display_picture (self->window, self->context, "versements-trop-percu");
  filter (self, "tous");

  pv_versements_vue_search (PV_VERSEMENTS_VUE (self->vue), "qqqqqqq");
  pv_display_settle (self->context);
  g_assert_cmpuint (count_rows (self), ==, 0);
  pv_display_picture (self->window, self->context, "versements-vide");
  pv_versements_vue_search (PV_VERSEMENTS_VUE (self->vue), "");
  pv_display_settle (self->context);
  g_assert_cmpuint (count_rows (self), ==, N_NOTIFIES);
}

static void
test_financeur (Fixture *self, gconstpointer data)
{
  GtkDropDown *payer =
      GTK_DROP_DOWN (pv_display_find (self->vue, GTK_TYPE_DROP_DOWN, "financeur", NULL));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (payer));
  guint sum = 0, left;
  g_autofree char *sql = NULL;

  g_assert_cmpuint (n, >, 2);
  for (guint i = 1; i < n; i++)
    {
      gtk_drop_down_set_selected (payer, i);
      pv_display_settle (self->context);
      g_assert_cmpuint (count_rows (self), >, 0);
      sum += count_rows (self);
    }
  g_assert_cmpuint (sum, ==, N_NOTIFIES);

  /* the payer that is chosen has nothing any more: all are shown, as the list says */
  left = N_NOTIFIES - count_rows (self);
  sql = g_strdup_printf ("DELETE FROM versement WHERE financement_id IN (SELECT id FROM financement"
                         "  WHERE financeur_id = %" G_GINT64_FORMAT ");"
                         "UPDATE financement SET notifie_cents = NULL WHERE financeur_id = "
                         "%" G_GINT64_FORMAT,
                         get_suivi (self, 0).financeur_id, get_suivi (self, 0).financeur_id);
  change (self, sql);
  pv_display_settle (self->context);
  g_assert_cmpuint (count_rows (self), ==, left);
  g_assert_cmpuint (gtk_drop_down_get_selected (payer), ==, 0);
}

static void
test_ouvre (Fixture *self, gconstpointer data)
{
  GtkWidget *view = pv_display_find (self->vue, GTK_TYPE_COLUMN_VIEW, "view", NULL);

  g_signal_emit_by_name (view, "activate", 2u);
  pv_display_settle (self->context);
  g_assert_cmpint (self->asked.opened, ==, get_suivi (self, 2).dossier_id);
  self->asked.opened = 0;
  select_rows (self, 1);
  pv_display_act (self->vue, self->context, "versements.open", NULL);
  g_assert_cmpint (self->asked.opened, ==, get_suivi (self, 0).dossier_id);
  pv_display_act (self->vue, self->context, "versements.copy", NULL);
  g_assert_nonnull (self->asked.toast);
}

/* --- the payments beside ------------------------------------------------------------------- */

static void
test_volet (Fixture *self, gconstpointer data)
{
  gint64 versement = pv_display_query (self->context, "SELECT id FROM versement WHERE uuid = 'v2'");
  GtkWidget *pane;

  filter (self, "partiel");
  select_rows (self, 1);
  pane = pv_display_find (self->vue, GTK_TYPE_WIDGET, "pane", NULL);
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_nonnull (gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (pv_display_find (pane, GTK_TYPE_LIST_BOX, "versements", NULL)), 0));
  pv_display_picture (self->window, self->context, "versements-volet");

  pv_display_act (pane, self->context, "versement-pane.edit", NULL);
  g_assert_nonnull (find_dialog (PV_TYPE_FINANCEMENT_DIALOG));
  g_assert_nonnull (
      strstr (gtk_label_get_text (GTK_LABEL (pv_display_find (
                  find_dialog (PV_TYPE_FINANCEMENT_DIALOG), GTK_TYPE_LABEL, "suivi", NULL))),
              "450"));
  pv_display_picture (find_dialog (PV_TYPE_FINANCEMENT_DIALOG), self->context,
                      "versements-financement");
  gtk_window_destroy (find_dialog (PV_TYPE_FINANCEMENT_DIALOG));
  pv_display_settle (self->context);

  pv_display_act (pane, self->context, "versement-pane.delete", g_variant_new_int64 (versement));
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT COUNT(*) FROM versement WHERE uuid = 'v2'"), ==, 0);
  g_assert_cmpuint (count_rows (self), ==, 0);
}

/* --- on the dossier ------------------------------------------------------------------------ */

static void
test_plan (Fixture *self, gconstpointer data)
{
  gint64 dossier = get_suivi (self, 0).dossier_id;
  PvDossierSection *section = g_object_new (PV_TYPE_PLAN_SECTION, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWindow *window;
  GtkWidget *caption;

  gtk_widget_set_margin_start (GTK_WIDGET (section), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (section), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (section));
  pv_dossier_section_set_dossier (section, self->context, dossier);
  pv_dossier_section_load (section);
  window = pv_display_show (scrolled);
  pv_display_settle (self->context);
  caption = pv_display_find (GTK_WIDGET (section), GTK_TYPE_LABEL, "caption_verse", NULL);
  g_assert_nonnull (caption);
  g_assert_true (gtk_widget_has_css_class (caption, "pv-warning"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (caption)), !=, "");
  pv_display_picture (window, self->context, "versements-plan");
  pv_display_close (window);
}

/* --- paying -------------------------------------------------------------------------------- */

static PvVersementDialog *
open_dialog (Fixture *self, guint n)
{
  PvVersementDialog *dialog;

  select_rows (self, n);
  pv_display_act (self->vue, self->context, "versements.pay", NULL);
  dialog = find_dialog (PV_TYPE_VERSEMENT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (pv_display_has_focus (
      pv_display_find (GTK_WIDGET (dialog), PV_TYPE_FIELD, "date_field", NULL)));

  return dialog;
}

static GtkWidget *
get_lot_row (PvVersementDialog *dialog, int index)
{
  GtkWidget *list = pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, "lignes", NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);

  while (index-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return gtk_widget_get_first_child (row);
}

static GtkEditable *
get_amount (PvVersementDialog *dialog, int index)
{
  return GTK_EDITABLE (
      pv_display_find (get_lot_row (dialog, index), PV_TYPE_AMOUNT_ENTRY, "montant", NULL));
}

static void
type_amount (Fixture *self, PvVersementDialog *dialog, int index, const char *text)
{
  GtkEditable *entry = get_amount (dialog, index);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, text);
  pv_display_settle (self->context);
}

static void
test_payer (Fixture *self, gconstpointer data)
{
  PvCents due = 0;
  PvVersementDialog *dialog;
  gpointer question;
  GtkWidget *reference;

  filter (self, "en-retard");
  for (guint i = 0; i < 5; i++)
    due += get_suivi (self, i).reste_cents;
  dialog = open_dialog (self, 5);
  reference = pv_display_find (GTK_WIDGET (dialog), PV_TYPE_FIELD, "reference_field", NULL);
  pv_field_set_value (PV_FIELD (reference), "M 2026-417");
  g_signal_emit_by_name (reference, "committed", "M 2026-417");
  pv_display_check_names (GTK_WIDGET (dialog));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "versements-payer");

  /* Escape loses nothing that was typed */
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_true (find_dialog (PV_TYPE_VERSEMENT_DIALOG) == dialog);
  question = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "stay");
  pv_display_settle (self->context);

  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_null (find_dialog (PV_TYPE_VERSEMENT_DIALOG));
  g_assert_cmpint (
      pv_display_query (self->context,
                        "SELECT SUM(montant_cents) FROM versement WHERE reference = 'M 2026-417'"
                        " AND genre = 'solde'"),
      ==, due);
  g_assert_cmpuint (count_rows (self), ==, N_NOTIFIES / 3 - 5);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "versement-lot");
}

/* All that is due is paid at once, or nothing when it is stopped. */
static void
test_tout (Fixture *self, gconstpointer data)
{
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM versement");
  PvVersementDialog *dialog;
  GtkWidget *travail;
  guint n;

  change (self, "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, notifie_cents,"
                " notifie_le) WITH RECURSIVE r (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE"
                " i < 400) SELECT printf ('00000000-0000-4000-8000-%012d', i), dossier_id,"
                " financeur_id, 3000 + i, 100000, '2026-02-01' FROM (SELECT MIN (id), dossier_id,"
                " financeur_id FROM financement WHERE notifie_cents > 0), r");
  pv_display_settle (self->context);
  filter (self, "en-retard");
  n = count_rows (self);
  g_assert_cmpuint (n, >, 400);
  dialog = open_dialog (self, n);
  travail = pv_display_find (GTK_WIDGET (dialog), PV_TYPE_TRAVAIL, "travail", NULL);
  g_assert_false (gtk_widget_get_visible (travail));

  gtk_widget_activate_action (GTK_WIDGET (dialog), "versement-dialog.pay", NULL);
  g_assert_true (gtk_widget_get_visible (travail));
  g_assert_true (pv_context_is_busy (self->context));
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_nonnull (find_dialog (PV_TYPE_VERSEMENT_DIALOG));
  g_assert_false (gtk_widget_get_visible (travail));
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM versement"), ==, before);

  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_null (find_dialog (PV_TYPE_VERSEMENT_DIALOG));
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM versement"), ==,
                   before + n);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "versement-lot");
}

static void
test_confirmer (Fixture *self, gconstpointer data)
{
  PvVersementDialog *dialog;
  GtkWidget *box, *confirm, *genre;

  filter (self, "en-retard");
  dialog = open_dialog (self, 3);
  box = pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_BOX, "confirm_box", NULL);
  confirm = pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, "confirm", NULL);
  g_assert_false (gtk_widget_get_visible (box));

  /* the kind follows the amount */
  genre = pv_display_find (get_lot_row (dialog, 0), GTK_TYPE_DROP_DOWN, "genre", NULL);
  type_amount (self, dialog, 0, "1");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (genre)), ==,
                    PV_VERSEMENT_GENRE_ACOMPTE);
  type_amount (self, dialog, 1, "999 999");
  g_assert_true (gtk_widget_get_visible (box));
  type_amount (self, dialog, 2, "zut");
  pv_display_picture (GTK_WINDOW (dialog), self->context, "versements-objections");
  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM versement"), ==, 3);

  type_amount (self, dialog, 2, "2");
  gtk_widget_activate_action (get_lot_row (dialog, 2), "versement-lot.leave-out", NULL);
  pv_display_settle (self->context);
  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_nonnull (find_dialog (PV_TYPE_VERSEMENT_DIALOG));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (confirm), TRUE);
  pv_display_settle (self->context);
  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_null (find_dialog (PV_TYPE_VERSEMENT_DIALOG));
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM versement"), ==, 5);
  g_assert_cmpint (
      pv_display_query (self->context,
                        "SELECT COUNT(*) FROM versement WHERE montant_cents IN (100, 99999900)"),
      ==, 2);
}

/* What was never read is never confirmed. */
static void
test_unread (Fixture *self, gconstpointer data)
{
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM versement");
  PvVersementDialog *dialog;
  GtkWidget *box;
  GtkCheckButton *confirm;

  filter (self, "en-retard");
  dialog = open_dialog (self, 2);
  box = pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_BOX, "confirm_box", NULL);
  confirm = GTK_CHECK_BUTTON (
      pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, "confirm", NULL));
  type_amount (self, dialog, 0, "999 999");
  gtk_check_button_set_active (confirm, TRUE);
  pv_display_settle (self->context);
  g_assert_true (gtk_check_button_get_active (confirm));
  type_amount (self, dialog, 1, "888 888");
  g_assert_false (gtk_check_button_get_active (confirm));
  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM versement"), ==, before);

  /* nor by a tick that is not seen any more */
  gtk_check_button_set_active (confirm, TRUE);
  pv_display_settle (self->context);
  type_amount (self, dialog, 0, "1");
  type_amount (self, dialog, 1, "1");
  g_assert_false (gtk_widget_get_visible (box));
  type_amount (self, dialog, 0, "999 999");
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_false (gtk_check_button_get_active (confirm));

  /* nor by a key pressed before it is read */
  gtk_check_button_set_active (confirm, TRUE);
  pv_display_settle (self->context);
  gtk_editable_set_text (get_amount (dialog, 1), "888 888");
  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_false (gtk_check_button_get_active (confirm));
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM versement"), ==, before);

  /* what was read is paid, and the key waits for what is typed just before it */
  gtk_check_button_set_active (confirm, TRUE);
  pv_display_settle (self->context);
  gtk_editable_set_text (get_amount (dialog, 1), "2");
  pv_display_act (GTK_WIDGET (dialog), self->context, "versement-dialog.pay", NULL);
  g_assert_null (find_dialog (PV_TYPE_VERSEMENT_DIALOG));
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT(*) FROM versement WHERE montant_cents IN"
                                     " (200, 99999900)"),
                   ==, 2);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  gint64 id;

  select_rows (self, 3);
  id = get_suivi (self, 2).financement_id;
  g_assert_true (
      gtk_widget_get_visible (pv_display_find (self->vue, GTK_TYPE_WIDGET, "selected_bar", NULL)));
  g_assert_cmpstr (get_text (self, "selected_count"), !=, "");
  pv_display_picture (self->window, self->context, "versements-selection");
  /* what changes elsewhere leaves the selection */
  change (self, "UPDATE financement SET commentaire = 'vu' WHERE id = 1");
  pv_display_settle (self->context);
  g_assert_cmpint (get_suivi (self, 2).financement_id, ==, id);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_model (self)), 2));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_model (self)), 3));
}

#define ADD(name, func) g_test_add ("/versements/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  pv_display_init (&argc, &argv);

  ADD ("liste", test_liste);
  ADD ("financeur", test_financeur);
  ADD ("ouvre", test_ouvre);
  ADD ("volet", test_volet);
  ADD ("plan", test_plan);
  ADD ("payer", test_payer);
  ADD ("tout", test_tout);
  ADD ("confirmer", test_confirmer);
  ADD ("unread", test_unread);
  ADD ("selection", test_selection);

  return g_test_run ();
}
