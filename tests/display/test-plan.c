/* test-plan.c: the plan of financing is typed in, cell by cell
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-store.h"
#include "financement/pv-cpo-card.h"
#include "financement/pv-equilibre-card.h"
#include "financement/pv-financement-dialog.h"
#include "financement/pv-financement-store.h"
#include "financement/pv-mouvement-store.h"
#include "financement/pv-plan-row.h"
#include "financement/pv-plan-section.h"
#include "financement/pv-plan-store.h"
#include "financement/pv-plan-total.h"
#include "financement/pv-report-dialog.h"
#include "financement/pv-versement-row.h"
#include "pv-section-fixture.h"
#include "widget/pv-amount-label.h"

static void
set_up (PvSectionFixture *self, gconstpointer data)
{
  pv_section_fixture_set_up (self, PV_TYPE_PLAN_SECTION);
}

/* --- what the screen shows ------------------------------------------------------------- */

static PvPlanRow *
find_row (GtkWidget *root, gint64 financement_id)
{
  if (PV_IS_PLAN_ROW (root) && pv_plan_row_get_id (PV_PLAN_ROW (root)) == financement_id)
    return PV_PLAN_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PvPlanRow *found = find_row (child, financement_id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gint64
get_financement (PvSectionFixture *self, const char *categorie)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT x.id FROM financement x JOIN financeur f ON f.id = x.financeur_id"
                       " WHERE x.dossier_id = %" G_GINT64_FORMAT " AND f.categorie = '%s'",
                       self->dossier, categorie);

  return pv_display_query (self->context, sql);
}

static PvPlanRow *
get_row (PvSectionFixture *self, const char *categorie)
{
  PvPlanRow *row = find_row (self->section, get_financement (self, categorie));

  g_assert_nonnull (row);

  return row;
}

static GtkWidget *
get_entry (PvSectionFixture *self, const char *categorie, PvEtape etape)
{
  return GTK_WIDGET (pv_plan_row_get_entry (get_row (self, categorie), etape));
}

/* @total: a line of sums */
static const char *
get_figure (PvSectionFixture *self, const char *total, PvEtape etape)
{
  GtkWidget *line = pv_display_find (self->section, PV_TYPE_PLAN_TOTAL, total, NULL);
  GtkWidget *label = pv_display_find (line, PV_TYPE_AMOUNT_LABEL, pv_etape_to_id (etape), NULL);

  g_assert_nonnull (label);

  return pv_amount_label_get_text (PV_AMOUNT_LABEL (label));
}

static const char *
get_left (PvSectionFixture *self, const char *categorie)
{
  GtkWidget *label =
      pv_display_find (GTK_WIDGET (get_row (self, categorie)), PV_TYPE_AMOUNT_LABEL, "reste", NULL);

  return pv_amount_label_get_text (PV_AMOUNT_LABEL (label));
}

static PvCents
get_kept (PvSectionFixture *self, const char *categorie, PvEtape etape)
{
  g_autoptr (PvFinancement) financement = pv_financement_store_get (
      pv_context_get_reader (self->context), get_financement (self, categorie), NULL);

  return pv_financement_get_montant (financement, etape);
}

static void
type (PvSectionFixture *self, const char *categorie, PvEtape etape, const char *text)
{
  GtkWidget *entry = get_entry (self, categorie, etape);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  pv_display_settle (self->context);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (pv_context_undo_finish (PV_CONTEXT (source), result, NULL));
}

static void
undo (PvSectionFixture *self)
{
  pv_context_undo_async (self->context, pv_context_get_undoable (self->context)->id, NULL,
                         undone_cb, NULL);
  pv_display_settle (self->context);
}

/* --- tests ------------------------------------------------------------------------------ */

static void
test_shows (PvSectionFixture *self, gconstpointer data)
{
  PvPlan plan;

  g_assert_true (
      pv_plan_store_load (pv_context_get_reader (self->context), self->dossier, &plan, NULL, NULL));
  g_assert_cmpint (plan.cout_total_cents, ==, 8000000);
  g_assert_cmpstr (get_figure (self, "somme", PV_ETAPE_SOLLICITE), ==, "70\u202f000\u202f€");
  g_assert_cmpstr (get_figure (self, "cout", PV_ETAPE_SOLLICITE), ==, "80\u202f000\u202f€");
  g_assert_cmpstr (get_figure (self, "manque", PV_ETAPE_SOLLICITE), ==, "0\u202f€");
  g_assert_cmpstr (get_figure (self, "manque", PV_ETAPE_NOTIFIE), ==, "incomplet");
  g_assert_cmpstr (get_left (self, "departement"), ==, "\u22127\u202f700\u202f€");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (get_entry (self, "departement", PV_ETAPE_PROPOSE))), ==,
      "0\u202f€");
  g_assert_true (gtk_widget_has_css_class (get_entry (self, "etat", PV_ETAPE_PROPOSE), "furthest"));
  pv_display_check_names (GTK_WIDGET (self->window));
  pv_display_picture (self->window, self->context, "plan");
}

static void
test_edit (PvSectionFixture *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (get_left (self, "etat"));

  type (self, "etat", PV_ETAPE_PROPOSE, "21000");
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_PROPOSE), ==, 2100000);
  g_assert_cmpstr (before, ==, "70\u202f000\u202f€");
  g_assert_cmpstr (get_left (self, "etat"), ==, "69\u202f000\u202f€");
  g_assert_cmpstr (get_figure (self, "somme", PV_ETAPE_PROPOSE), ==, "57\u202f000\u202f€");
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "financement-montant");

  undo (self);
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_PROPOSE), ==, 2000000);
  g_assert_cmpstr (get_left (self, "etat"), ==, before);
}

/* Undo takes back what is being typed, then, once there is none, actions. */
static void
test_undo_typing (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *entry = get_entry (self, "etat", PV_ETAPE_PROPOSE);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  gtk_widget_grab_focus (entry);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "20\u202f000");
  gtk_editable_set_text (text, "3");
  g_assert_true (gtk_editable_get_enable_undo (text));
  gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "20\u202f000");

  type (self, "etat", PV_ETAPE_PROPOSE, "21000");
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_PROPOSE), ==, 2100000);
  /* nothing is left of the typing */
  gtk_widget_activate_action (GTK_WIDGET (text), "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "21\u202f000");
  undo (self);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "20\u202f000");
}

static void
test_zero_and_nothing (PvSectionFixture *self, gconstpointer data)
{
  type (self, "etat", PV_ETAPE_ARBITRE, "0");
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_ARBITRE), ==, 0);
  type (self, "etat", PV_ETAPE_ARBITRE, "");
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_ARBITRE), ==, PV_CENTS_NULL);

  /* Delete on a cell */
  gtk_widget_grab_focus (get_entry (self, "etat", PV_ETAPE_PROPOSE));
  gtk_editable_select_region (GTK_EDITABLE (get_entry (self, "etat", PV_ETAPE_PROPOSE)), 0, -1);
  pv_display_press (get_entry (self, "etat", PV_ETAPE_PROPOSE), GDK_KEY_Delete);
  pv_display_settle (self->context);
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_PROPOSE), ==, PV_CENTS_NULL);
  g_assert_cmpstr (get_figure (self, "manque", PV_ETAPE_PROPOSE), ==, "incomplet");
}

static void
test_refused (PvSectionFixture *self, gconstpointer data)
{
  static const char *const refused[] = { "12\u202f345,678\u202f€", "1e9", "-500", "beaucoup" };
  GtkWidget *row = GTK_WIDGET (get_row (self, "region"));
  GtkWidget *reason = pv_display_find (row, GTK_TYPE_BOX, "problem_box", NULL);
  PvCents before = get_kept (self, "region", PV_ETAPE_PROPOSE);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      type (self, "region", PV_ETAPE_PROPOSE, refused[i]);
      g_assert_cmpint (get_kept (self, "region", PV_ETAPE_PROPOSE), ==, before);
      g_assert_cmpstr (
          gtk_editable_get_text (GTK_EDITABLE (get_entry (self, "region", PV_ETAPE_PROPOSE))), ==,
          refused[i]);
      g_assert_true (gtk_widget_get_visible (reason));
    }

  type (self, "region", PV_ETAPE_PROPOSE, "1e9");
  /* another edit leaves it there */
  type (self, "etat", PV_ETAPE_PROPOSE, "20500");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (get_entry (self, "region", PV_ETAPE_PROPOSE))), ==,
      "1e9");
  pv_display_picture (self->window, self->context, "plan-erreur");
  type (self, "region", PV_ETAPE_PROPOSE, "12 500,50 €");
  g_assert_cmpint (get_kept (self, "region", PV_ETAPE_PROPOSE), ==, 1250050);
  g_assert_false (gtk_widget_get_visible (reason));
}

static void
test_exceeded (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *icon;

  type (self, "region", PV_ETAPE_PROPOSE, "60000");
  icon = pv_display_find (GTK_WIDGET (get_row (self, "region")), G_TYPE_NONE, "depassee", NULL);
  g_assert_true (gtk_widget_get_visible (icon));
  g_assert_true (g_str_has_prefix (get_left (self, "region"), "\u2212"));
  pv_display_picture (self->window, self->context, "plan-depassement");
}

/* The reason is asked beside what was typed, and nothing waits for it. */
static void
test_exceeded_with_reason (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (self, "region"));
  GtkWidget *box = pv_display_find (row, GTK_TYPE_BOX, "motif_box", NULL);
  GtkWidget *entry = pv_display_find (row, GTK_TYPE_ENTRY, "motif_entry", NULL);
  GtkWidget *button = pv_display_find (row, GTK_TYPE_BUTTON, "motif_button", NULL);

  g_assert_false (gtk_widget_get_visible (box));
  type (self, "region", PV_ETAPE_PROPOSE, "60000");
  g_assert_true (gtk_widget_get_visible (box));
  /* the payer that engages nothing is not asked */
  g_assert_false (gtk_widget_get_visible (pv_display_find (
      GTK_WIDGET (get_row (self, "departement")), GTK_TYPE_BOX, "motif_box", NULL)));
  g_assert_true (pv_display_has_focus (get_entry (self, "region", PV_ETAPE_PROPOSE)));
  pv_display_check_names (row);

  /* typing goes on, and what is begun stays */
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Reliquat promis");
  type (self, "etat", PV_ETAPE_PROPOSE, "20500");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Reliquat promis");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT (*) FROM derogation"), ==, 0);

  g_signal_emit_by_name (button, "clicked");
  pv_display_settle (self->context);
  g_assert_cmpint (
      pv_display_query (self->context,
                        "SELECT COUNT (*) FROM derogation d JOIN financement f"
                        " ON f.enveloppe_id = d.cle JOIN financeur x ON x.id = f.financeur_id"
                        " JOIN dossier o ON o.id = f.dossier_id"
                        " WHERE o.numero = '0412' AND x.categorie = 'region'"
                        " AND d.controle = 'enveloppe-depassee'"
                        " AND d.motif = 'Reliquat promis'"),
      ==, 1);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "controle-derogation");
  g_assert_false (gtk_widget_get_visible (box));
  pv_display_picture (self->window, self->context, "plan-depassement-motive");

  undo (self);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT (*) FROM derogation"), ==, 0);
  g_assert_true (gtk_widget_get_visible (box));
  type (self, "region", PV_ETAPE_PROPOSE, "12000");
  g_assert_false (gtk_widget_get_visible (box));
}

static void
test_keys (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *table = pv_display_find (self->section, GTK_TYPE_BOX, "rows", NULL);
  GtkWidget *from = get_entry (self, "etat", PV_ETAPE_PROPOSE);

  gtk_widget_grab_focus (from);
  gtk_editable_set_text (GTK_EDITABLE (from), "19000");
  pv_display_press (table, GDK_KEY_Down);
  g_assert_true (pv_display_has_focus (get_entry (self, "region", PV_ETAPE_PROPOSE)));
  pv_display_settle (self->context);
  g_assert_cmpint (get_kept (self, "etat", PV_ETAPE_PROPOSE), ==, 1900000);

  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
  g_assert_true (pv_display_has_focus (get_entry (self, "region", PV_ETAPE_ARBITRE)));
  pv_display_press (table, GDK_KEY_Right);
  g_assert_true (pv_display_has_focus (get_entry (self, "region", PV_ETAPE_VOTE)));
  pv_display_press (table, GDK_KEY_Left);
  pv_display_press (table, GDK_KEY_Up);
  g_assert_true (pv_display_has_focus (get_entry (self, "etat", PV_ETAPE_ARBITRE)));
  /* above the first there is nothing */
  pv_display_press (table, GDK_KEY_Up);
  g_assert_true (pv_display_has_focus (get_entry (self, "etat", PV_ETAPE_ARBITRE)));

  g_assert_true (pv_dossier_section_show_field (PV_DOSSIER_SECTION (self->section), "financement",
                                                get_financement (self, "caf"), "vote_cents"));
  g_assert_true (pv_display_has_focus (get_entry (self, "caf", PV_ETAPE_VOTE)));
  g_assert_false (
      pv_dossier_section_show_field (PV_DOSSIER_SECTION (self->section), "piece", 1, "x"));
}

static void
test_notified (PvSectionFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mouvements = NULL;

  type (self, "commune", PV_ETAPE_NOTIFIE, "5000");
  mouvements = pv_mouvement_store_list (pv_context_get_reader (self->context),
                                        get_financement (self, "commune"), NULL);
  g_assert_cmpuint (mouvements->len, ==, 2);
  undo (self);
  g_assert_cmpint (
      pv_display_query (self->context,
                        "SELECT COUNT (*) FROM mouvement m"
                        " JOIN financement f ON f.id = m.financement_id"
                        " JOIN dossier d ON d.id = f.dossier_id WHERE d.exercice = 2026"),
      ==, 0);
}

static void
test_read_only (PvSectionFixture *self, gconstpointer data)
{
  PvContext *second = pv_display_open (self->path);
  GtkWidget *section = g_object_ref_sink (pv_plan_section_new ());
  GtkWidget *entry;

  pv_dossier_section_set_dossier (PV_DOSSIER_SECTION (section), second, self->dossier);
  pv_dossier_section_load (PV_DOSSIER_SECTION (section));
  pv_display_settle (second);
  entry = GTK_WIDGET (
      pv_plan_row_get_entry (find_row (section, get_financement (self, "etat")), PV_ETAPE_PROPOSE));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  g_assert_finalize_object (section);
  g_assert_finalize_object (second);
}

/* --- the dialog --------------------------------------------------------------------------- */

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PV_IS_FINANCEMENT_DIALOG (window))
        return window;
    }

  return NULL;
}

static gpointer
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static void
choose (GtkWidget *dialog, const char *id, const char *text)
{
  GtkWidget *drop_down = pv_display_find (dialog, GTK_TYPE_DROP_DOWN, id, NULL);
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (model), i), text))
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
        return;
      }
  g_assert_not_reached ();
}

static void
test_add (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *dialog, *amount;
  gint64 before = pv_display_query (self->context, "SELECT COUNT (*) FROM financement");

  pv_display_act (self->section, self->context, "plan.add", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  choose (dialog, "financeur", "CAF");
  choose (dialog, "section", "Investissement");
  pv_display_check_names (dialog);
  amount = pv_display_find (dialog, PV_TYPE_AMOUNT_ENTRY, "sollicite", NULL);
  gtk_editable_set_text (GTK_EDITABLE (amount), "1500");
  pv_display_picture (GTK_WINDOW (dialog), self->context, "plan-ajout");
  pv_display_act (dialog, self->context, "financement.add", NULL);
  g_assert_null (find_dialog ());
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT (*) FROM financement"), ==,
                   before + 1);
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT sollicite_cents FROM financement ORDER BY id DESC"),
      ==, 150000);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->label, ==, "0412, CAF du Nord");
  g_assert_nonnull (find_row (
      self->section, pv_display_query (self->context, "SELECT MAX (id) FROM financement")));
  undo (self);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT (*) FROM financement"), ==,
                   before);
}

static void
apply (GtkWidget *dialog, const char *id, const char *text)
{
  GtkWidget *row = pv_display_find (dialog, ADW_TYPE_ENTRY_ROW, id, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

/* When the CAF of the dossier voted, as the demonstration says. */
#define VOTE_LE "'2026-04-28'"

static void
test_details (PvSectionFixture *self, gconstpointer data)
{
  gint64 id = get_financement (self, "caf");
  g_autofree char *kept = g_strdup_printf (
      "SELECT COUNT (*) FROM financement WHERE id = %" G_GINT64_FORMAT " AND vote_le = " VOTE_LE,
      id);
  GtkWidget *dialog, *amount;
  g_autofree char *vote_le = NULL;

  pv_display_act (self->section, self->context, "plan.details", g_variant_new_int64 (id));
  dialog = find_dialog ();
  apply (dialog, "vote_le", "32/01/2026");
  g_assert_cmpint (pv_display_query (self->context, kept), ==, 1);
  apply (dialog, "vote_le", "12/02/2026");
  apply (dialog, "vote_acte", "Délibération 26-014");
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT (*) FROM financement"
                                     " WHERE vote_le = '2026-02-12' AND vote_acte LIKE '%26-014'"),
                   ==, 1);

  pv_display_act (dialog, self->context, "financement.add-versement", NULL);
  amount = pv_display_find (dialog, PV_TYPE_AMOUNT_ENTRY, "amount", NULL);
  gtk_editable_set_text (GTK_EDITABLE (amount), "3000");
  g_signal_emit_by_name (amount, "activate");
  pv_display_settle (self->context);
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT montant_cents FROM versement ORDER BY id DESC"), ==,
      300000);
  pv_display_check_names (dialog);
  pv_display_picture (GTK_WINDOW (dialog), self->context, "plan-financement");
  amount = pv_display_find (dialog, PV_TYPE_AMOUNT_ENTRY, "amount", NULL);
  pv_display_act (amount, self->context, "versement.remove", NULL);
  g_assert_null (pv_display_find (dialog, PV_TYPE_AMOUNT_ENTRY, "amount", NULL));
  undo (self);
  g_assert_nonnull (pv_display_find (dialog, PV_TYPE_AMOUNT_ENTRY, "amount", NULL));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (dialog);
}

static void
type_text (GtkWidget *root, GType type, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (root, type, id, NULL)), text);
}

/* One date that is refused keeps nothing else from being saved; the window stays for it. */
static void
test_refused_dates (PvSectionFixture *self, gconstpointer data)
{
  gint64 id = get_financement (self, "caf");
  GtkWidget *dialog, *row, *amount;

  pv_display_act (self->section, self->context, "plan.details", g_variant_new_int64 (id));
  dialog = find_dialog ();
  type_text (dialog, ADW_TYPE_ENTRY_ROW, "vote_le", "32/01/2026");
  type_text (dialog, ADW_TYPE_ENTRY_ROW, "reference", "Dossier 12");
  type_text (dialog, ADW_TYPE_ENTRY_ROW, "notifie_acte", "Arrêté 7");
  pv_display_act (dialog, self->context, "financement.add-versement", NULL);
  row = pv_display_find (dialog, PV_TYPE_VERSEMENT_ROW, NULL, NULL);
  type_text (row, GTK_TYPE_ENTRY, "reference", "Mandat 3");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_nonnull (find_question ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question ()), "stay");
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT (*) FROM financement WHERE vote_le = " VOTE_LE
                                     " AND reference = 'Dossier 12' AND notifie_acte = 'Arrêté 7'"),
                   ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       pv_display_find (dialog, ADW_TYPE_ENTRY_ROW, "vote_le", NULL))),
                   ==, "32/01/2026");
  type_text (dialog, ADW_TYPE_ENTRY_ROW, "vote_le", "");

  /* the payment waits for its amount, then keeps its reference beside a date that is refused */
  g_assert_true (gtk_widget_get_visible (pv_display_find (row, GTK_TYPE_BOX, "problem_box", NULL)));
  type_text (row, GTK_TYPE_ENTRY, "date", "le 45");
  amount = pv_display_find (row, PV_TYPE_AMOUNT_ENTRY, "amount", NULL);
  gtk_editable_set_text (GTK_EDITABLE (amount), "3000");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT (*) FROM versement WHERE montant_cents = 300000"
                                     " AND reference = 'Mandat 3'"),
                   ==, 1);
  g_assert_nonnull (find_question ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question ()), "close");
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
}

static gpointer
write_slowly (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_usleep (100 * 1000);

  return GINT_TO_POINTER (TRUE);
}

/* A year that is typed is saved with the window, which stays when it cannot be. */
static void
test_year (PvSectionFixture *self, gconstpointer data)
{
  gint64 id = get_financement (self, "caf");
  g_autofree char *sql =
      g_strdup_printf ("SELECT exercice FROM financement WHERE id = %" G_GINT64_FORMAT, id);
  gint64 before = pv_display_query (self->context, sql);
  g_autofree char *year = g_strdup_printf ("%d", (int)before + 1);
  GtkWidget *dialog;

  pv_display_act (self->section, self->context, "plan.details", g_variant_new_int64 (id));
  dialog = find_dialog ();
  pv_context_work_async (self->context, write_slowly, NULL, NULL, NULL, NULL, NULL, NULL);
  type_text (dialog, GTK_TYPE_SPIN_BUTTON, "exercice", year);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_true (find_dialog () == dialog);
  g_assert_cmpint (pv_display_query (self->context, sql), ==, before);

  type_text (dialog, GTK_TYPE_SPIN_BUTTON, "exercice", year);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
  g_assert_cmpint (pv_display_query (self->context, sql), ==, before + 1);
}

static void
test_remove (PvSectionFixture *self, gconstpointer data)
{
  gint64 id = get_financement (self, "commune");
  GtkWidget *dialog;
  gpointer question;

  pv_display_act (self->section, self->context, "plan.details", g_variant_new_int64 (id));
  dialog = find_dialog ();
  pv_display_act (dialog, self->context, "financement.remove", NULL);
  question = find_question ();
  g_assert_nonnull (question);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "6\u202f000\u202f€"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "remove");
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
  g_assert_null (find_row (self->section, id));
  undo (self);
  g_assert_nonnull (find_row (self->section, id));
}

/* --- carried over to a later year --------------------------------------------------------- */

static GtkWidget *
find_report (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (PV_IS_REPORT_DIALOG (window))
        return window;
    }

  return NULL;
}

/* 6 000 € are notified by Tourcoing and 3 000 € paid: 3 000 € may go to 2027, and 2 000 € do. */
static void
test_report (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *dialog, *question, *card;

  pv_display_act (self->section, self->context, "plan.details",
                  g_variant_new_int64 (get_financement (self, "commune")));
  dialog = find_dialog ();
  pv_display_act (dialog, self->context, "financement.report", NULL);
  question = find_report ();
  g_assert_nonnull (question);
  g_assert_cmpint (pv_report_dialog_get_cents (PV_REPORT_DIALOG (question)), ==, 300000);
  g_assert_cmpint (pv_report_dialog_get_exercice (PV_REPORT_DIALOG (question)), ==, 2027);
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "report"));
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (question, GTK_TYPE_ENTRY, "motif", NULL)),
                         "chantier retardé");
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (question, PV_TYPE_AMOUNT_ENTRY, "amount", NULL)), "3000,01");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "report"));
  pv_display_settle (self->context);
  pv_display_check_names (question);
  pv_display_picture (GTK_WINDOW (question), self->context, "plan-report");
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (question, PV_TYPE_AMOUNT_ENTRY, "amount", NULL)), "2000");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "report"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "report");
  pv_display_settle (self->context);

  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT f.notifie_cents FROM financement f JOIN dossier d"
                                     " ON d.id = f.dossier_id WHERE d.numero = '0412'"
                                     "   AND d.exercice = 2026 AND f.exercice = 2027"),
                   ==, 200000);
  pv_dossier_section_load (PV_DOSSIER_SECTION (self->section));
  card = pv_display_find (self->section, PV_TYPE_CPO_CARD, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (card)); /* both years are told */
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
}

/* --- years side by side ------------------------------------------------------------------ */

static gboolean
make_convention (PvDb *db, gpointer data, GError **error)
{
  const gint64 *dossier = data;
  g_autoptr (PvConvention) convention = pv_convention_new ();

  convention->financeur_id = 1;
  convention->organisme_id = 1;
  convention->annee_debut = 2025;
  convention->annee_fin = 2027;

  return pv_convention_store_insert (db, convention, error) &&
         pv_convention_store_set_annee (db, convention->id, 2025, 1000000, error) &&
         pv_convention_store_set_annee (db, convention->id, 2027, 3000000, error) &&
         pv_convention_store_add_dossier (db, convention->id, *dossier, error);
}

/* One year: nothing to compare. The years of a convention: what it plans of each. */
static void
test_years (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *card = pv_display_find (self->section, PV_TYPE_CPO_CARD, NULL, NULL);
  g_autoptr (PvCpo) cpo = NULL;

  g_assert_nonnull (card);
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_true (pv_context_act (self->context, "financement-edit", NULL, make_convention,
                                 &self->dossier, NULL));
  pv_dossier_section_load (PV_DOSSIER_SECTION (self->section));
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_visible (card));
  pv_display_check_names (card);
  cpo = pv_cpo_store_load (pv_context_get_reader (self->context), self->dossier, NULL);
  g_assert_cmpuint (cpo->annees->len, ==, 3);
  g_assert_cmpint (cpo->totaux[1], ==,
                   pv_display_query (self->context,
                                     "SELECT SUM (COALESCE (notifie_cents, vote_cents,"
                                     " arbitre_cents, propose_cents, sollicite_cents))"
                                     "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
                                     " WHERE d.numero = '0412' AND d.exercice = 2026"));
  g_assert_cmpint (cpo->totaux[0], ==, PV_CENTS_NULL);
  pv_display_picture (self->window, self->context, "plan-annees");
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add (path, PvSectionFixture, NULL, set_up, function, pv_section_fixture_tear_down)
  ADD ("/plan/shows-payers-stages-sums-and-envelopes", test_shows);
  ADD ("/plan/an-amount-moves-the-envelope-and-is-undone", test_edit);
  ADD ("/plan/undo-takes-back-the-typing-first", test_undo_typing);
  ADD ("/plan/zero-is-refused-and-nothing-is-no-answer", test_zero_and_nothing);
  ADD ("/plan/a-bad-amount-stays-with-its-reason", test_refused);
  ADD ("/plan/an-exceeded-envelope-is-said", test_exceeded);
  ADD ("/plan/an-exceeded-envelope-asks-for-its-reason", test_exceeded_with_reason);
  ADD ("/plan/keys-go-from-cell-to-cell", test_keys);
  ADD ("/plan/a-notified-amount-leaves-a-mouvement", test_notified);
  ADD ("/plan/a-file-of-another-is-read", test_read_only);
  ADD ("/plan/a-payer-is-added", test_add);
  ADD ("/plan/acts-and-payments", test_details);
  ADD ("/plan/a-date-that-is-refused-keeps-nothing-else", test_refused_dates);
  ADD ("/plan/a-year-that-is-typed-is-saved-with-the-window", test_year);
  ADD ("/plan/a-payer-is-removed-once-confirmed", test_remove);
  ADD ("/plan/what-is-not-paid-is-carried-over", test_report);
  ADD ("/plan/years-of-a-convention-are-side-by-side", test_years);
#undef ADD

  return g_test_run ();
}
