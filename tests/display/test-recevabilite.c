/* test-recevabilite.c: the conditions of a dossier, and the avis asked of services
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "avis/pv-avis-externe-row.h"
#include "avis/pv-avis-externe-store.h"
#include "avis/pv-avis-externes-section.h"
#include "avis/pv-avis-externes-vue.h"
#include "dossier/pv-dossier-store.h"
#include "dossier/pv-dossiers-page.h"
#include "dossier/pv-lot-dialog.h"
#include "pv-display.h"
#include "recevabilite/pv-recevabilite-regle-store.h"
#include "recevabilite/pv-recevabilite-row.h"
#include "recevabilite/pv-recevabilite-section.h"
#include "recevabilite/pv-regle-row.h"
#include "recevabilite/pv-regles-editor.h"
#include "widget/pv-field.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  PvDb *db;
  gint64 dossier_id;
  gint64 appel_id;
} Fixture;

static gint64
query (Fixture *self, const char *sql)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, sql, NULL);

  return pv_statement_step (statement, NULL) == PV_STEP_ROW ? pv_statement_get_int (statement, 0)
                                                            : PV_INT_NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) dossier = NULL;

  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  self->db = pv_context_get_reader (self->context);
  self->dossier_id =
      query (self, "SELECT MIN (id) FROM dossier WHERE statut = 'depose' AND chapeau = 0");
  g_assert_cmpint (self->dossier_id, !=, PV_INT_NULL);
  dossier = pv_dossier_store_get (self->db, self->dossier_id, NULL);
  self->appel_id = dossier->appel_id;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static gboolean
propose_cb (PvDb *db, gpointer data, GError **error)
{
  g_autoptr (PvRecevabiliteRegle) regle = pv_recevabilite_regle_new ();
  Fixture *self = data;

  regle->appel_id = self->appel_id;
  regle->ordre = PV_INT_NULL;
  regle->genre = PV_RECEVABILITE_GENRE_DECLARATIVE;
  regle->libelle = g_strdup ("Action hors du droit commun");

  return pv_recevabilite_proposer (db, self->appel_id, error) &&
         pv_recevabilite_set_regle (db, regle, error);
}

static GtkWidget *
open_section (Fixture *self, GType type, const char *id)
{
  GtkWidget *section;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.open-dossier",
                  g_variant_new_int64 (self->dossier_id));
  section = pv_display_find (GTK_WIDGET (self->window), type, NULL, NULL);
  g_assert_nonnull (section);
  gtk_widget_activate_action (section, "dossier.section", "s", id);
  pv_display_settle (self->context);

  return section;
}

static AdwMessageDialog *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        last = ADW_MESSAGE_DIALOG (window);
    }
  g_assert_nonnull (last);

  return last;
}

static GtkWidget *
get_row (GtkWidget *section, int position)
{
  GtkWidget *list = pv_display_find (section, GTK_TYPE_LIST_BOX, "list", NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), position));
}

static void
test_conditions (Fixture *self, gconstpointer data)
{
  GtkWidget *section = open_section (self, PV_TYPE_RECEVABILITE_SECTION, "recevabilite");
  GtkWidget *row = NULL;
  AdwMessageDialog *dialog;
  g_autoptr (GError) error = NULL;
  int position = -1;

  pv_display_picture (GTK_WINDOW (self->window), self->context, "recevabilite-sans-condition");
  pv_context_act (self->context, "recevabilite-regles", NULL, propose_cb, self, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  gtk_widget_activate_action (section, "dossier.section", "s", "recevabilite");
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "recevabilite");
  pv_display_check_names (section);

  /* the declarative one is answered at once */
  while (get_row (section, position + 1) != NULL)
    row = get_row (section, ++position);
  pv_display_act (row, self->context, "condition.answer", g_variant_new_boolean (FALSE));
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_reponse WHERE reponse = 0"), ==,
                   1);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_reponse"), ==, 0);
  pv_display_act (get_row (section, position), self->context, "condition.answer",
                  g_variant_new_boolean (FALSE));

  /* a computed one needs a reason */
  pv_display_act (get_row (section, 0), self->context, "condition.answer",
                  g_variant_new_boolean (TRUE));
  dialog = get_dialog ();
  pv_display_check_names (GTK_WIDGET (dialog));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "answer"));
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)),
                         "Original vu le 3 mars");
  adw_message_dialog_response (dialog, "answer");
  pv_display_settle (self->context);
  g_assert_cmpint (
      query (self, "SELECT COUNT (*) FROM recevabilite_reponse WHERE motif LIKE 'Original%'"), ==,
      1);
  pv_display_act (get_row (section, 0), self->context, "condition.clear", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_reponse"), ==, 1);

  /* irrecevable, with what is not met */
  pv_display_act (section, self->context, "recevabilite.refuse", NULL);
  dialog = get_dialog ();
  pv_display_picture (GTK_WINDOW (dialog), self->context, "recevabilite-irrecevable");
  adw_message_dialog_response (dialog, "refuse");
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM dossier WHERE statut = 'irrecevable'"
                                " AND statut_motif LIKE '%Action hors du droit commun%'"),
                   ==, 1);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "recevabilite-refuse");
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  pv_display_act (section, self->context, "recevabilite.accept", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM dossier WHERE statut = 'recevable' AND id ="
                                " (SELECT MAX (dossier_id) FROM recevabilite_reponse)"),
                   ==, 1);
}

static const char *
type (Fixture *self, GtkWidget *row, const char *id, const char *text)
{
  PvField *field = PV_FIELD (pv_display_find (row, PV_TYPE_FIELD, id, NULL));
  GtkWidget *control = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (control), text);
  pv_field_commit (field);
  pv_display_settle (self->context);

  return pv_field_get_problem (field);
}

static void
test_avis (Fixture *self, gconstpointer data)
{
  GtkWidget *section = open_section (self, PV_TYPE_AVIS_EXTERNES_SECTION, "avis-externes");
  GtkWidget *row;
  GtkWidget *choice;

  pv_display_act (section, self->context, "avis.ask", g_variant_new_string ("ARS"));
  pv_display_act (section, self->context, "avis.ask", g_variant_new_string ("DRAC"));
  pv_display_act (section, self->context, "avis.ask", g_variant_new_string (""));
  g_assert_cmpint (
      query (self, "SELECT COUNT (*) FROM avis_externe WHERE echeance_le > demande_le"), ==, 3);
  row = get_row (section, 0);
  g_assert_null (type (self, row, "demande_le", "01/03/2020"));
  g_assert_null (type (self, row, "echeance_le", "15/03/2020"));
  g_assert_nonnull (type (self, row, "repondu_le", "01/02/2020"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "avis-externes");
  pv_display_check_names (section);
  pv_field_restore (PV_FIELD (pv_display_find (row, PV_TYPE_FIELD, "repondu_le", NULL)));

  pv_display_act (row, self->context, "avis-externe.remind", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe WHERE relance_le IS NOT NULL"),
                   ==, 1);
  choice = pv_display_find (get_row (section, 1), GTK_TYPE_DROP_DOWN, "avis_choice", NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 2);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe"
                                " WHERE avis = 'favorable-avec-reserves'"
                                "   AND repondu_le IS NOT NULL"),
                   ==, 1);
  for (int i = 0; i < 3; i++)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (section, i)), FALSE);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "avis-externes-fermes");
  pv_display_act (get_row (section, 2), self->context, "avis-externe.remove", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe"), ==, 2);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe"), ==, 3);
}

static void
type_quickly (GtkWidget *row, const char *id, const char *text)
{
  GtkWidget *field = pv_display_find (row, PV_TYPE_FIELD, id, NULL);
  GtkWidget *entry = pv_display_find (field, GTK_TYPE_TEXT, NULL, NULL);
  GtkWidget *lines = pv_display_find (field, GTK_TYPE_TEXT_VIEW, NULL, NULL);

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lines)), text, -1);
  g_assert_true (pv_field_commit (PV_FIELD (field)));
}

/* A second edit before the row is shown again does not write the first one back. */
static void
test_quick_edits (Fixture *self, gconstpointer data)
{
  GtkWidget *section = open_section (self, PV_TYPE_AVIS_EXTERNES_SECTION, "avis-externes");
  GtkWidget *editor;

  pv_display_act (section, self->context, "avis.ask", g_variant_new_string ("ARS"));
  type_quickly (get_row (section, 0), "demande_le", "01/03/2020");
  type_quickly (get_row (section, 0), "echeance_le", "15/03/2020");
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe WHERE demande_le = '2020-03-01'"
                                " AND echeance_le = '2020-03-15'"),
                   ==, 1);

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "parametres", "recevabilite"));
  editor = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_REGLES_EDITOR, NULL, NULL);
  pv_display_act (editor, self->context, "regles.usual", NULL);
  for (int i = 0; get_row (editor, i) != NULL; i++)
    if (gtk_widget_get_visible (pv_display_find (get_row (editor, i), PV_TYPE_FIELD, "part", NULL)))
      {
        type_quickly (get_row (editor, i), "libelle", "Part");
        type_quickly (get_row (editor, i), "part", "40");
      }
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT valeur FROM recevabilite_regle WHERE libelle = 'Part'"), ==,
                   4000);
}

static gboolean
ask_cb (PvDb *db, gpointer data, GError **error)
{
  static const struct
  {
    const char *service, *echeance;
    PvAvis avis;
  } asked[] = {
    { "ARS", "2026-01-15", PV_AVIS_NULL },
    { "CAF", "2099-01-15", PV_AVIS_NULL },
    { "Délégué du préfet", "2026-02-01", PV_AVIS_FAVORABLE },
  };
  Fixture *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (PvAvisExterne) avis = pv_avis_externe_new ();

      avis->dossier_id = self->dossier_id;
      avis->service = g_strdup (asked[i].service);
      avis->demande_le = g_strdup ("2026-01-02");
      avis->echeance_le = g_strdup (asked[i].echeance);
      avis->avis = asked[i].avis;
      if (!pv_avis_externe_store_insert (db, avis, error))
        return FALSE;
    }

  return TRUE;
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkSelectionModel *model;
  GtkWidget *vue;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "instruction", "avis-externes"));
  vue = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_AVIS_EXTERNES_VUE, NULL, NULL);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "avis-externes-vide");
  pv_context_act (self->context, "avis-externe-new", NULL, ask_cb, self, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  model = gtk_column_view_get_model (
      GTK_COLUMN_VIEW (pv_display_find (vue, GTK_TYPE_COLUMN_VIEW, "view", NULL)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  pv_display_act (vue, self->context, "avis.filtre", g_variant_new_string ("tous"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  gtk_selection_model_select_all (model);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "avis-externes-liste");
  pv_display_check_names (vue);
  pv_display_act (vue, self->context, "avis.copier", NULL);
  {
    g_autofree char *path = g_strconcat (self->path, ".csv", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autofree char *written = NULL;
    g_auto (GStrv) lines = NULL;

    pv_avis_externes_vue_export_to (PV_AVIS_EXTERNES_VUE (vue), file);
    pv_display_settle (self->context);
    g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
    lines = g_strsplit (g_strchomp (written), "\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, 1 + 3);
    g_assert_nonnull (strstr (lines[0], "Service"));
    g_unlink (path);
  }
  pv_display_act (vue, self->context, "avis.relancer", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe WHERE relance_le IS NOT NULL"),
                   ==, 2);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe WHERE relance_le IS NOT NULL"),
                   ==, 0);
}

static void
test_rules (Fixture *self, gconstpointer data)
{
  GtkWidget *editor;
  const char *first =
      "SELECT genre = 'delai' FROM recevabilite_regle ORDER BY appel_id DESC, ordre";

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "parametres", "recevabilite"));
  editor = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_REGLES_EDITOR, NULL, NULL);
  g_assert_nonnull (editor);
  pv_display_act (editor, self->context, "regles.usual", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_regle"), >=, 6);
  pv_display_act (editor, self->context, "regles.add", NULL);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "recevabilite-regles");
  pv_display_check_names (editor);

  g_assert_nonnull (type (self, get_row (editor, 0), "libelle", ""));
  g_assert_null (type (self, get_row (editor, 0), "libelle", "CER"));
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_regle WHERE libelle = 'CER'"),
                   ==, 1);
  pv_display_act (get_row (editor, 0), self->context, "regle.down", NULL);
  g_assert_cmpint (query (self, first), ==, 1);
  pv_display_act (get_row (editor, 0), self->context, "regle.remove", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_regle WHERE genre = 'delai'"),
                   ==, 0);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM recevabilite_regle WHERE genre = 'delai'"),
                   ==, 1);
}

/* Words that are being typed are kept when their condition is moved; the one that is added
 * has the focus. */
static void
test_rules_while_typing (Fixture *self, gconstpointer data)
{
  GtkWidget *editor, *field, *focus;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "parametres", "recevabilite"));
  editor = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_REGLES_EDITOR, NULL, NULL);
  pv_display_act (editor, self->context, "regles.usual", NULL);
  field = pv_display_find (get_row (editor, 0), PV_TYPE_FIELD, "libelle", NULL);
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (field, GTK_TYPE_TEXT, NULL, NULL)), "CER");
  pv_display_act (get_row (editor, 0), self->context, "regle.down", NULL);
  g_assert_cmpint (query (self, "SELECT ordre FROM recevabilite_regle WHERE libelle = 'CER'"), ==,
                   2);

  pv_display_act (get_row (editor, 0), self->context, "regle.remove", NULL);
  pv_display_act (editor, self->context, "regles.add", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), ==, "Nouvelle condition");
  g_assert_cmpint (query (self, "SELECT COUNT (*) - COUNT (DISTINCT ordre) FROM recevabilite_regle"
                                " GROUP BY appel_id ORDER BY 1 DESC"),
                   ==, 0);
}

/* One service, about all the dossiers that are listed. */
static void
test_ask_many (Fixture *self, gconstpointer data)
{
  GtkWidget *page;
  AdwMessageDialog *dialog;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "dossiers", ""));
  page = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_DOSSIERS_PAGE, NULL, NULL);
  pv_display_act (page, self->context, "dossiers.select-all", NULL);
  for (int turn = 0; turn < 2; turn++)
    {
      pv_display_act (page, self->context, "dossiers.avis", NULL);
      dialog = get_dialog ();
      g_assert_true (pv_lot_dialog_choose (PV_LOT_DIALOG (dialog), "DRAC"));
      pv_display_settle (self->context);
      /* asked once, and not again before the answer */
      g_assert_cmpint (adw_message_dialog_get_response_enabled (dialog, "apply"), ==, turn == 0);
      adw_message_dialog_response (dialog, turn == 0 ? "apply" : "cancel");
      pv_display_settle (self->context);
      g_assert_cmpint (query (self, "SELECT COUNT (DISTINCT dossier_id) FROM avis_externe"
                                    " WHERE service = 'DRAC' AND echeance_le > demande_le"),
                       >, 10);
    }
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM avis_externe"), ==, 0);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/recevabilite/conditions", test_conditions);
  ADD ("/avis-externes/section", test_avis);
  ADD ("/avis-externes/quick-edits", test_quick_edits);
  ADD ("/avis-externes/list", test_list);
  ADD ("/recevabilite/rules", test_rules);
  ADD ("/recevabilite/rules-while-typing", test_rules_while_typing);
  ADD ("/avis-externes/ask-many", test_ask_many);

  return g_test_run ();
}
