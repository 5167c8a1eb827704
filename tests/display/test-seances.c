/* test-seances.c: séances are prepared: agenda, members, recusals, quorum
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-page.h"
#include "dossier/pv-dossiers-view.h"
#include "dossier/pv-lot-dialog.h"
#include "parametres/pv-fiche-liste.h"
#include "parametres/pv-instance-membres.h"
#include "pv-display-fixture.h"
#include "seance/pv-agenda-ajout.h"
#include "seance/pv-agenda-item.h"
#include "seance/pv-agenda-vue.h"
#include "seance/pv-deport-dialog.h"
#include "seance/pv-deports-card.h"
#include "seance/pv-presence-card.h"
#include "seance/pv-presence-row.h"
#include "seance/pv-seance-decisions.h"
#include "seance/pv-seance-dialog.h"
#include "seance/pv-seance-page.h"
#include "seance/pv-seance-preparation.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seances-page.h"
#include "widget/pv-choice.h"

/* The appel that is decided. */
#define APPEL "(SELECT id FROM appel WHERE exercice = 2026)"

typedef PvDisplayFixture Fixture;

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_fixture_query (self, sql);
}

static GtkWidget *
find (Fixture *self, GType type, const char *id)
{
  return pv_display_fixture_find (self, type, id);
}

static void
act_on (Fixture *self, GType type, const char *action, GVariant *parameter)
{
  pv_display_act (find (self, type, NULL), self->context, action, parameter);
}

static void
undo (Fixture *self)
{
  pv_display_fixture_act (self, "win.undo", NULL);
}

/* Answers the dialog that is shown. */
static void
respond (Fixture *self, const char *response)
{
  AdwMessageDialog *dialog = pv_display_fixture_find_question ();

  g_assert_nonnull (dialog);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
}

static void
type_in (GtkWidget *root, const char *id, const char *text)
{
  GtkWidget *entry = pv_display_find (root, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* --- making one ---------------------------------------------------------------------------- */

static GtkWidget *
open_dialog (Fixture *self)
{
  GtkWidget *dialog;

  pv_display_fixture_goto (self, "seances", "");
  act_on (self, PV_TYPE_SEANCES_PAGE, "seances.new", NULL);
  dialog = pv_display_fixture_find_window (PV_TYPE_SEANCE_DIALOG);
  g_assert_nonnull (dialog);

  return dialog;
}

/* Of the first instance of the list, which the reference gives the first time. */
static void
prepare (Fixture *self, const char *date)
{
  GtkWidget *dialog = open_dialog (self);

  type_in (dialog, "date", date);
  type_in (dialog, "lieu", "Hôtel de la Métropole");
  pv_display_act (dialog, self->context, "preparer.create", NULL);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_SEANCE_DIALOG));
}

static void
add_proposed (Fixture *self)
{
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.filter", NULL);
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (pv_display_fixture_find_question ()), self->context,
                      "seance-ajout");
  respond (self, "add");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  pv_display_fixture_goto (self, "seances", "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pv_display_find (
                       find (self, PV_TYPE_SEANCES_PAGE, NULL), GTK_TYPE_STACK, "stack", NULL))),
                   ==, "empty");
  pv_display_check_names (find (self, PV_TYPE_SEANCES_PAGE, NULL));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seances-vides");

  dialog = open_dialog (self);
  pv_display_check_names (dialog);
  pv_display_picture (GTK_WINDOW (dialog), self->context, "seance-nouvelle");
  type_in (dialog, "date", "le 32 mars");
  g_assert_true (
      gtk_widget_get_visible (pv_display_find (dialog, GTK_TYPE_LABEL, "problem", NULL)));
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance"), ==, 0);
}

/* An instance of the reference is made with the institutions of the file, in one action. */
static void
test_make (Fixture *self, gconstpointer data)
{
  g_autofree char *before = pv_display_fixture_digest (self);
  g_autofree char *after = NULL;

  prepare (self, "17/03/2026");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE date_le = '2026-03-17'"
                                " AND etat = 'preparee' AND lieu = 'Hôtel de la Métropole'"
                                " AND minuterie_min IS NULL AND appel_id = " APPEL),
                   ==, 1);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM instance"
                                " WHERE nom LIKE 'Comité %' AND effet IS NOT NULL"),
                   ==, 1);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM instance_membre"), ==, 5);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_presence WHERE present = 0"), ==, 5);
  g_assert_nonnull (find (self, PV_TYPE_SEANCE_PAGE, NULL));
  pv_display_check_names (find (self, PV_TYPE_SEANCE_PAGE, NULL));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seance-sans-dossier");

  undo (self);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);
}

/* Another instance, under a name and with an effect of its own. */
static void
test_make_other (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self);
  AdwComboRow *instance =
      ADW_COMBO_ROW (pv_display_find (dialog, ADW_TYPE_COMBO_ROW, "instance", NULL));
  AdwComboRow *effet = ADW_COMBO_ROW (pv_display_find (dialog, ADW_TYPE_COMBO_ROW, "effet", NULL));
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (instance));

  g_assert_cmpint (n, >, 2);
  adw_combo_row_set_selected (instance, n - 1);
  type_in (dialog, "date", "3 avril 2026");
  type_in (dialog, "nom", "  Pré-comité  des financeurs ");
  adw_combo_row_set_selected (effet, 0);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (pv_display_find (dialog, GTK_TYPE_SPIN_BUTTON, "minuterie", NULL)), 5);
  pv_display_act (dialog, self->context, "preparer.create", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM instance"
                                " WHERE nom = 'Pré-comité des financeurs' AND effet = 'avis'"),
                   ==, 1);
  g_assert_cmpint (query (self, "SELECT minuterie_min FROM seance WHERE date_le = '2026-04-03'"),
                   ==, 5);
}

/* --- the agenda ---------------------------------------------------------------------------- */

static PvAgendaVue *
get_agenda (Fixture *self)
{
  return PV_AGENDA_VUE (find (self, PV_TYPE_AGENDA_VUE, NULL));
}

static GtkSelectionModel *
get_model (Fixture *self)
{
  GtkWidget *view =
      pv_display_find (GTK_WIDGET (get_agenda (self)), GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static gint64
get_line (Fixture *self, guint position)
{
  g_autoptr (PvAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (self)), position);

  return pv_agenda_item_get_id (item);
}

/* The agenda that is shown is the one of the file. */
static void
check_agenda (Fixture *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_model (self)));

  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier"), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM seance_dossier WHERE ordre = %u", i + 1);

      g_assert_cmpint (query (self, sql), ==, get_line (self, i));
    }
}

static void
test_agenda (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *model;
  gint64 first, second, third;

  prepare (self, "17/03/2026");
  add_proposed (self);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier s"
                                " JOIN dossier d ON d.id = s.dossier_id"
                                " WHERE d.statut IN ('instruit', 'propose') AND d.chapeau = 0"),
                   ==,
                   query (self, "SELECT COUNT (*) FROM dossier WHERE appel_id = " APPEL
                                " AND statut IN ('instruit', 'propose') AND chapeau = 0"));
  check_agenda (self);

  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.sort", g_variant_new_string ("score"));
  check_agenda (self);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.sort", g_variant_new_string ("porteur"));
  check_agenda (self);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.sort", g_variant_new_string ("axe"));
  check_agenda (self);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.sort", g_variant_new_string ("numero"));
  check_agenda (self);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier a"
                                " JOIN seance_dossier b ON b.ordre = a.ordre + 1"
                                " JOIN dossier x ON x.id = a.dossier_id"
                                " JOIN dossier y ON y.id = b.dossier_id WHERE x.numero > y.numero"),
                   ==, 0);

  model = get_model (self);
  first = get_line (self, 0);
  second = get_line (self, 1);
  third = get_line (self, 2);
  gtk_selection_model_select_item (model, 2, TRUE);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.up", NULL);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.up", NULL);
  check_agenda (self);
  g_assert_cmpint (get_line (self, 0), ==, third);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.down", NULL);
  check_agenda (self);
  g_assert_cmpint (get_line (self, 1), ==, third);
  gtk_selection_model_select_range (model, 1, 2, TRUE);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.up", NULL);
  check_agenda (self);
  g_assert_cmpint (get_line (self, 0), ==, third);
  g_assert_cmpint (get_line (self, 1), ==, second);
  g_assert_cmpint (get_line (self, 2), ==, first);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.place", g_variant_new ("(xu)", first, 9));
  check_agenda (self);
  g_assert_cmpint (get_line (self, 8), ==, first);

  gtk_selection_model_select_range (model, 0, 2, TRUE);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.remove", NULL);
  check_agenda (self);
  g_assert_cmpint (get_line (self, 7 - 1), ==, first);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  undo (self);
  check_agenda (self);
  g_assert_cmpint (get_line (self, 0), ==, third);
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_INSCRIPTION (widget) &&
      g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

/* The keys go on with the dossier they moved: its row keeps the focus. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  g_autoptr (PvAgendaItem) item = NULL;
  const char *numero;
  GtkWidget *view;

  prepare (self, "17/03/2026");
  add_proposed (self);
  view = pv_display_find (GTK_WIDGET (get_agenda (self)), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  item = g_list_model_get_item (G_LIST_MODEL (get_model (self)), 0);
  numero = pv_agenda_item_get_resume (item)->numero;
  gtk_selection_model_select_item (get_model (self), 0, TRUE);
  gtk_widget_grab_focus (view);
  g_assert_true (has_text (gtk_window_get_focus (GTK_WINDOW (self->window)), numero));
  for (guint i = 0; i < 4; i++)
    {
      act_on (self, PV_TYPE_AGENDA_VUE, i < 3 ? "agenda.down" : "agenda.up", NULL);
      numero = pv_agenda_item_get_resume (item)->numero;
      g_assert_true (has_text (gtk_window_get_focus (GTK_WINDOW (self->window)), numero));
    }
  g_assert_cmpint (get_line (self, 2), ==, pv_agenda_item_get_id (item));
  check_agenda (self);
}

/* What a saved view filters, as it was saved. */
static void
test_view (Fixture *self, gconstpointer data)
{
  GtkDropDown *choice;
  GListModel *labels;

  pv_display_fixture_change (self,
                             "INSERT INTO vue (uuid, nom, nom_plie, page, critere)"
                             " VALUES ('3b241101-e2bb-4255-8caf-4136c566a962', 'Reconductions',"
                             " 'reconductions', 'dossiers', 'nature=reconduction')");
  prepare (self, "17/03/2026");
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.filter", NULL);
  choice = GTK_DROP_DOWN (pv_display_find (GTK_WIDGET (pv_display_fixture_find_question ()),
                                           GTK_TYPE_DROP_DOWN, "choice", NULL));
  labels = gtk_drop_down_get_model (choice);
  gtk_drop_down_set_selected (choice, g_list_model_get_n_items (labels) - 1);
  pv_display_settle (self->context);
  respond (self, "add");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier"), ==,
                   query (self, "SELECT COUNT (*) FROM dossier WHERE appel_id = " APPEL
                                " AND nature = 'reconduction' AND chapeau = 0"));
  check_agenda (self);
}

/* By hand: what is there already is said, and kept where it is. */
static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *choice;

  prepare (self, "17/03/2026");
  choice = pv_display_find (GTK_WIDGET (get_agenda (self)), PV_TYPE_CHOICE, "search_choice", NULL);
  pv_choice_open (PV_CHOICE (choice));
  pv_choice_search (PV_CHOICE (choice), "0412");
  g_assert_true (pv_choice_choose (PV_CHOICE (choice), 0));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier s"
                                " JOIN dossier d ON d.id = s.dossier_id WHERE d.numero = '0412'"),
                   ==, 1);
  pv_choice_open (PV_CHOICE (choice));
  pv_choice_search (PV_CHOICE (choice), "0412");
  g_assert_true (pv_choice_choose (PV_CHOICE (choice), 0));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier"), ==, 1);
}

/* --- members, quorum, recusals -------------------------------------------------------------- */

static GtkWidget *
get_member (Fixture *self, int index)
{
  GtkWidget *card = find (self, PV_TYPE_PRESENCE_CARD, NULL);
  GtkWidget *list = pv_display_find (card, GTK_TYPE_LIST_BOX, "list", NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index));
}

static void
set_present (Fixture *self, int index, gboolean present)
{
  GtkWidget *row = get_member (self, index);

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (pv_display_find (row, GTK_TYPE_CHECK_BUTTON, "present", NULL)), present);
  pv_display_settle (self->context);
}

static const char *
get_quorum (Fixture *self)
{
  return gtk_label_get_label (GTK_LABEL (find (self, GTK_TYPE_LABEL, "quorum_label")));
}

static gboolean
can_open (Fixture *self)
{
  return gtk_widget_is_sensitive (find (self, GTK_TYPE_BUTTON, "ouvrir_button"));
}

static void
test_quorum (Fixture *self, gconstpointer data)
{
  GtkWidget *field;

  prepare (self, "17/03/2026");
  pv_display_fixture_change (self, "UPDATE instance SET quorum = 3");
  g_assert_false (can_open (self));
  add_proposed (self);
  g_assert_false (can_open (self));
  set_present (self, 0, TRUE);
  set_present (self, 1, TRUE);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_presence WHERE present = 1"), ==, 2);
  g_assert_nonnull (strstr (get_quorum (self), "3"));
  g_assert_true (can_open (self));

  field = pv_display_find (get_member (self, 0), PV_TYPE_FIELD, "personne", NULL);
  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (field, GTK_TYPE_ENTRY, NULL, NULL)),
                         "Mme Lefebvre");
  g_assert_true (pv_field_commit (PV_FIELD (field)));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_presence"
                                " WHERE personne = 'Mme Lefebvre' AND present = 1"),
                   ==, 1);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seance-quorum");

  act_on (self, PV_TYPE_SEANCE_PREPARATION, "preparation.ouvrir", NULL);
  pv_display_picture (GTK_WINDOW (pv_display_fixture_find_question ()), self->context,
                      "seance-quorum-question");
  respond (self, "cancel");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'preparee'"), ==, 1);
  act_on (self, PV_TYPE_PRESENCE_CARD, "presence.all", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_presence WHERE present = 1"), ==, 5);
  set_present (self, 4, FALSE);
  g_signal_emit_by_name (
      pv_display_find (get_member (self, 4), GTK_TYPE_BUTTON, "remove_button", NULL), "clicked");
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_presence"), ==, 4);
  act_on (self, PV_TYPE_SEANCE_PREPARATION, "preparation.ouvrir", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'ouverte'"), ==, 1);
}

static void
test_below_quorum (Fixture *self, gconstpointer data)
{
  prepare (self, "17/03/2026");
  pv_display_fixture_change (self, "UPDATE instance SET quorum = 4");
  add_proposed (self);
  set_present (self, 0, TRUE);
  act_on (self, PV_TYPE_SEANCE_PREPARATION, "preparation.ouvrir", NULL);
  respond (self, "open");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'ouverte'"), ==, 1);
  g_assert_false (gtk_widget_get_visible (pv_display_find (find (self, PV_TYPE_SEANCE_PAGE, NULL),
                                                           ADW_TYPE_HEADER_BAR, "header", NULL)));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seance-ouverte");

  /* until it is decided, opening it can be undone: it is prepared again */
  undo (self);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'preparee'"), ==, 1);
  g_assert_nonnull (get_agenda (self));
}

static void
test_deports (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  gint64 line;

  prepare (self, "17/03/2026");
  add_proposed (self);
  pv_display_fixture_change (self, "UPDATE institution SET organisme_id = (SELECT d.porteur_id"
                                   " FROM seance_dossier s JOIN dossier d ON d.id = s.dossier_id"
                                   " WHERE s.ordre = 2) WHERE nom = 'MEL'");
  line = query (self, "SELECT id FROM seance_dossier WHERE ordre = 2");
  act_on (
      self, PV_TYPE_DEPORTS_CARD, "deports.record",
      g_variant_new ("(xx)", line, query (self, "SELECT id FROM institution WHERE nom = 'MEL'")));
  g_assert_cmpint (query (self, "SELECT seance_dossier_id FROM deport WHERE motif IS NOT NULL"), ==,
                   line);

  gtk_selection_model_select_range (get_model (self), 0, 2, TRUE);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.deport", NULL);
  dialog = pv_display_fixture_find_window (PV_TYPE_DEPORT_DIALOG);
  pv_display_check_names (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "record"));
  type_in (dialog, "motif", "Siège à son conseil d’administration");
  pv_display_picture (GTK_WINDOW (dialog), self->context, "seance-deport");
  respond (self, "record");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM deport"), ==, 3);
  pv_display_check_names (find (self, PV_TYPE_SEANCE_PAGE, NULL));
  set_present (self, 0, TRUE);
  set_present (self, 1, TRUE);
  set_present (self, 3, TRUE);
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.sort", g_variant_new_string ("score"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seance-preparee");

  act_on (
      self, PV_TYPE_DEPORTS_CARD, "deports.remove",
      g_variant_new ("(xx)", line, query (self, "SELECT id FROM institution WHERE nom = 'MEL'")));
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM deport"), ==, 2);
}

/* --- the list ------------------------------------------------------------------------------ */

static void
test_list (Fixture *self, gconstpointer data)
{
  prepare (self, "17/03/2026");
  add_proposed (self);
  pv_display_fixture_act (self, "win.back", NULL);
  prepare (self, "12/02/2026");
  pv_display_fixture_act (self, "win.back", NULL);
  pv_display_settle (self->context);
  pv_display_check_names (find (self, PV_TYPE_SEANCES_PAGE, NULL));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seances");

  g_signal_emit_by_name (
      pv_display_find (find (self, PV_TYPE_SEANCES_PAGE, NULL), GTK_TYPE_COLUMN_VIEW, "view", NULL),
      "activate", 0);
  pv_display_settle (self->context);
  g_assert_cmpint (
      pv_seance_page_get_seance_id (PV_SEANCE_PAGE (find (self, PV_TYPE_SEANCE_PAGE, NULL))), ==,
      query (self, "SELECT id FROM seance WHERE date_le = '2026-03-17'"));
  pv_display_fixture_act (self, "win.back", NULL);

  /* the latest is the first: what goes with it is asked */
  act_on (self, PV_TYPE_SEANCES_PAGE, "seances.delete", NULL);
  respond (self, "delete");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE date_le = '2026-03-17'"), ==,
                   0);
  undo (self);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE date_le = '2026-03-17'"), ==,
                   1);
}

/* A dossier that another open séance has is not taken from it. */
static void
test_other_open (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  prepare (self, "17/03/2026");
  add_proposed (self);
  set_present (self, 0, TRUE);
  act_on (self, PV_TYPE_SEANCE_PREPARATION, "preparation.ouvrir", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'ouverte'"), ==, 1);
  pv_display_fixture_act (self, "win.back", NULL);
  prepare (self, "24/03/2026");
  act_on (self, PV_TYPE_AGENDA_VUE, "agenda.filter", NULL);
  pv_display_settle (self->context);
  dialog = pv_display_fixture_find_window (PV_TYPE_AGENDA_AJOUT);
  pv_display_check_names (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "add"));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "seance-ajout-refuse");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
}

/* Those that are selected in the list of dossiers. */
static void
test_bulk (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *selection;
  GtkWidget *dialog;

  pv_display_fixture_goto (self, "dossiers", "");
  selection =
      pv_dossiers_view_get_selection (PV_DOSSIERS_VIEW (find (self, PV_TYPE_DOSSIERS_VIEW, NULL)));
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  pv_display_settle (self->context);
  act_on (self, PV_TYPE_DOSSIERS_PAGE, "dossiers.seance", NULL);
  g_assert_false (
      adw_message_dialog_get_response_enabled (pv_display_fixture_find_question (), "apply"));
  gtk_window_close (GTK_WINDOW (pv_display_fixture_find_question ()));
  pv_display_settle (self->context);

  prepare (self, "17/03/2026");
  pv_display_fixture_act (self, "win.back", NULL);
  pv_display_fixture_goto (self, "dossiers", "");
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  pv_display_settle (self->context);
  act_on (self, PV_TYPE_DOSSIERS_PAGE, "dossiers.seance", NULL);
  dialog = pv_display_fixture_find_window (PV_TYPE_LOT_DIALOG);
  pv_display_check_names (dialog);
  pv_display_picture (GTK_WINDOW (dialog), self->context, "dossiers-seance");
  respond (self, "apply");
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier"), ==, 3);
  undo (self);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance_dossier"), ==, 0);
}

/* --- closed -------------------------------------------------------------------------------- */

static gboolean
hold (PvDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (db, 1, error);
  static const PvDecisionGenre genres[] = {
    PV_DECISION_GENRE_PROGRAMME,    PV_DECISION_GENRE_PROGRAMME, PV_DECISION_GENRE_REFUSE,
    PV_DECISION_GENRE_SOUS_RESERVE, PV_DECISION_GENRE_AJOURNE,   PV_DECISION_GENRE_REORIENTE,
  };

  for (guint i = 0; dossiers != NULL && i < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];
      PvDecisionGenre genre = dossier->propose_cents == PV_CENTS_NULL
                                  ? PV_DECISION_GENRE_AJOURNE
                                  : genres[i % G_N_ELEMENTS (genres)];

      if (!pv_seance_decider (db, dossier->id, genre, 90, error) ||
          (genre == PV_DECISION_GENRE_SOUS_RESERVE &&
           !pv_seance_set_reserve (db, dossier->id, "Budget ramené à l’équilibre.", error)))
        return FALSE;
    }

  return dossiers != NULL && pv_seance_clore (db, 1, "Accord du préfet", error);
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  prepare (self, "17/03/2026");
  add_proposed (self);
  pv_display_fixture_change (
      self, "DELETE FROM seance_dossier WHERE dossier_id IN (SELECT id FROM dossier"
            " WHERE statut <> 'propose')");
  act_on (self, PV_TYPE_PRESENCE_CARD, "presence.all", NULL);
  act_on (self, PV_TYPE_SEANCE_PREPARATION, "preparation.ouvrir", NULL);
  pv_context_act (self->context, "seance-close", NULL, hold, NULL, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'close'"), ==, 1);
  g_assert_nonnull (find (self, PV_TYPE_SEANCE_DECISIONS, NULL));
  pv_display_check_names (find (self, PV_TYPE_SEANCE_PAGE, NULL));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "seance-close");

  /* frozen: neither undone nor deleted */
  undo (self);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM seance WHERE etat = 'close'"), ==, 1);
  pv_display_fixture_act (self, "win.back", NULL);
  pv_display_settle (self->context);
  g_assert_false (gtk_widget_is_sensitive (pv_display_find (
      find (self, PV_TYPE_SEANCES_PAGE, NULL), GTK_TYPE_BUTTON, "delete_button", NULL)));
}

/* --- settings ------------------------------------------------------------------------------ */

static void
test_instance (Fixture *self, gconstpointer data)
{
  GtkWidget *liste, *membres, *choice, *row, *field;

  pv_display_fixture_goto (self, "parametres", "instance");
  liste = gtk_stack_get_visible_child (
      GTK_STACK (pv_display_find (GTK_WIDGET (pv_window_get_page (self->window, "parametres")),
                                  GTK_TYPE_STACK, "stack", NULL)));
  pv_display_act (liste, self->context, "liste.add", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM instance WHERE effet = 'decision'"), ==, 1);
  membres = pv_display_find (liste, PV_TYPE_INSTANCE_MEMBRES, NULL, NULL);
  choice = pv_display_find (membres, PV_TYPE_CHOICE, "choice", NULL);
  pv_choice_open (PV_CHOICE (choice));
  pv_choice_search (PV_CHOICE (choice), "mel");
  g_assert_true (pv_choice_choose (PV_CHOICE (choice), 0));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM instance_membre m JOIN institution i"
                                " ON i.id = m.institution_id WHERE i.nom = 'MEL'"),
                   ==, 1);
  pv_choice_open (PV_CHOICE (choice));
  pv_choice_search (PV_CHOICE (choice), "Ville de Roubaix");
  g_assert_true (pv_choice_choose (PV_CHOICE (choice), 0));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM institution WHERE nom = 'Ville de Roubaix'"),
                   ==, 1);

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (pv_display_find (membres, GTK_TYPE_LIST_BOX, "list", NULL)), 0));
  field = pv_display_find (row, PV_TYPE_FIELD, NULL, NULL);
  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (field, GTK_TYPE_ENTRY, NULL, NULL)),
                         "M. Dubois");
  g_assert_true (pv_field_commit (PV_FIELD (field)));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM instance_membre"
                                " WHERE representant = 'M. Dubois'"),
                   ==, 1);
  pv_display_check_names (liste);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-instance");
}

/* One that has séances stays, and says why. */
static void
test_instance_used (Fixture *self, gconstpointer data)
{
  GtkWidget *liste;

  prepare (self, "17/03/2026");
  pv_display_fixture_goto (self, "parametres", "instance");
  liste = gtk_stack_get_visible_child (
      GTK_STACK (pv_display_find (GTK_WIDGET (pv_window_get_page (self->window, "parametres")),
                                  GTK_TYPE_STACK, "stack", NULL)));
  pv_fiche_liste_select (PV_FICHE_LISTE (liste), query (self, "SELECT id FROM instance"));
  pv_display_settle (self->context);
  g_assert_false (
      gtk_widget_is_sensitive (pv_display_find (liste, GTK_TYPE_BUTTON, "delete_button", NULL)));
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (pv_display_find (liste, GTK_TYPE_LABEL, "usage", NULL))), !=,
      "");
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define TEST(path, func)                                                                           \
  g_test_add ("/display/seances/" path, Fixture, NULL, pv_display_fixture_set_up, func,            \
              pv_display_fixture_tear_down)

  TEST ("empty", test_empty);
  TEST ("make", test_make);
  TEST ("make-other", test_make_other);
  TEST ("agenda", test_agenda);
  TEST ("focus", test_focus);
  TEST ("view", test_view);
  TEST ("search", test_search);
  TEST ("quorum", test_quorum);
  TEST ("below-quorum", test_below_quorum);
  TEST ("deports", test_deports);
  TEST ("list", test_list);
  TEST ("other-open", test_other_open);
  TEST ("bulk", test_bulk);
  TEST ("closed", test_closed);
  TEST ("instance", test_instance);
  TEST ("instance-used", test_instance_used);

  return g_test_run ();
}
