/* test-grille.c: the editor of scoring grids
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appel/pv-appel-store.h"
#include "grille/pv-critere-row.h"
#include "grille/pv-critere-store.h"
#include "grille/pv-grille-editor.h"
#include "grille/pv-grille-service.h"
#include "grille/pv-grille-store.h"
#include "instruction/pv-instruction-store.h"
#include "parametres/pv-fiche-liste.h"
#include "pv-display.h"
#include "widget/pv-field.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  PvDb *db;
  GtkWidget *liste;
  GtkWidget *editor;
} Fixture;

static gint64
find_grille (Fixture *self, const char *nom, gint64 version)
{
  gint64 id = PV_INT_NULL;

  g_assert_true (pv_grille_store_find (self->db, nom, version, &id, NULL));
  return id;
}

static void
show (Fixture *self, gint64 id)
{
  pv_fiche_liste_select (PV_FICHE_LISTE (self->liste), id);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste)), ==, id);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *stack;

  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  self->db = pv_context_get_reader (self->context);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "parametres", "grille"));
  page = GTK_WIDGET (pv_window_get_page (self->window, "parametres"));
  stack = pv_display_find (page, GTK_TYPE_STACK, "stack", NULL);
  self->liste = gtk_stack_get_visible_child (GTK_STACK (stack));
  self->editor = pv_display_find (self->liste, PV_TYPE_GRILLE_EDITOR, NULL, NULL);
  g_assert_nonnull (self->editor);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static GtkWidget *
get_row (Fixture *self, int position)
{
  GtkWidget *list = pv_display_find (self->editor, GTK_TYPE_LIST_BOX, "list", NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), position));
}

/* Types in a field of a criterion; gives why it is refused. */
static const char *
type (Fixture *self, int position, const char *id, const char *text)
{
  PvField *field = PV_FIELD (pv_display_find (get_row (self, position), PV_TYPE_FIELD, id, NULL));
  GtkWidget *control = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (control), text);
  pv_field_commit (field);
  pv_display_settle (self->context);

  return pv_field_get_problem (field);
}

static PvCritere *
get_critere (Fixture *self, gint64 grille_id, guint position)
{
  g_autoptr (GPtrArray) criteres = pv_critere_store_list (self->db, grille_id, NULL);

  g_assert_cmpuint (criteres->len, >, position);
  return pv_critere_copy (criteres->pdata[position]);
}

static void
assert_label (Fixture *self, gint64 grille_id, guint position, const char *expected)
{
  g_autoptr (PvCritere) critere = get_critere (self, grille_id, position);

  g_assert_cmpstr (critere->libelle, ==, expected);
}

static void
undo (Fixture *self)
{
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
}

static gboolean
mark_cb (PvDb *db, gpointer data, GError **error)
{
  g_autoptr (PvInstruction) instruction = pv_instruction_new ();
  g_autoptr (PvStatement) find = NULL;
  g_autoptr (PvStatement) note = NULL;
  gint64 *grille = data;

  find = pv_db_prepare (
      db, "SELECT (SELECT MIN (id) FROM dossier), (SELECT MIN (id) FROM institution)", error);
  g_assert_cmpint (pv_statement_step (find, error), ==, PV_STEP_ROW);
  instruction->dossier_id = pv_statement_get_int (find, 0);
  instruction->institution_id = pv_statement_get_int (find, 1);
  instruction->version = 90;
  instruction->etat = PV_INSTRUCTION_ETAT_BROUILLON;
  if (!pv_instruction_store_insert (db, instruction, error))
    return FALSE;
  note = pv_db_prepare (db,
                        "INSERT INTO note (instruction_id, critere_id, valeur)"
                        " SELECT :i, id, 1 FROM critere WHERE grille_id = :g",
                        error);
  pv_statement_bind_int_at (note, 1, instruction->id);
  pv_statement_bind_int_at (note, 2, *grille);

  return pv_statement_run (note, error) && pv_grille_geler (db, *grille, error);
}

/* A draft has marks on a grid, which an appel uses. */
static void
mark (Fixture *self, gint64 grille)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, mark_cb, &grille, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

static void
test_edit (Fixture *self, gconstpointer data)
{
  gint64 id;
  GtkWidget *label;

  /* that of the demonstration is in use */
  show (self, find_grille (self, "Grille générale", 1));
  pv_display_act (self->editor, self->context, "grille.copy", NULL);
  id = find_grille (self, "Grille générale (2)", 1);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "grille-generale");
  pv_display_check_names (self->liste);

  /* bad input is told beside the field, and nothing is written */
  g_assert_nonnull (type (self, 0, "maximum", "0"));
  g_assert_nonnull (type (self, 1, "libelle", ""));
  g_assert_nonnull (type (self, 2, "poids", "1000"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "grille-refus");
  assert_label (self, id, 1, "Cohérence avec l’axe du contrat");
  g_assert_null (type (self, 0, "maximum", "10"));
  g_assert_null (type (self, 1, "libelle", "Cohérence avec l’axe"));
  g_assert_null (type (self, 2, "poids", "4"));
  assert_label (self, id, 1, "Cohérence avec l’axe");
  label = pv_display_find (self->editor, GTK_TYPE_LABEL, "sum_label", NULL);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "17"));

  /* order, by the keys' actions; undo takes one step back */
  pv_display_act (get_row (self, 1), self->context, "critere.up", NULL);
  assert_label (self, id, 0, "Cohérence avec l’axe");
  undo (self);
  assert_label (self, id, 1, "Cohérence avec l’axe");
  pv_display_act (get_row (self, 0), self->context, "critere.remove", NULL);
  assert_label (self, id, 0, "Cohérence avec l’axe");
  pv_display_act (self->editor, self->context, "grille.add", NULL);
  assert_label (self, id, 7, "Nouveau critère");
  undo (self);
  undo (self);
  assert_label (self, id, 0, "Réponse aux besoins du quartier");
}

static void
test_empty_and_copy (Fixture *self, gconstpointer data)
{
  GtkWidget *problem;
  gint64 id;

  pv_display_act (self->liste, self->context, "liste.add", NULL);
  problem =
      gtk_widget_get_last_child (pv_display_find (self->editor, GTK_TYPE_BOX, "problem_box", NULL));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), !=, "");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "grille-vide");
  pv_display_act (self->editor, self->context, "grille.add", NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), ==, "");
  g_assert_null (type (self, 0, "poids", "0"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), !=, "");

  show (self, find_grille (self, "Reconduction d’une action", 1));
  pv_display_act (self->editor, self->context, "grille.copy", NULL);
  id = find_grille (self, "Reconduction d’une action (2)", 1);
  g_assert_cmpint (id, !=, PV_INT_NULL);
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste)), ==, id);
  pv_display_act (self->editor, self->context, "grille.delete", NULL);
  g_assert_cmpint (find_grille (self, "Reconduction d’une action (2)", 1), ==, PV_INT_NULL);
}

static AdwMessageDialog *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  g_error ("no dialog");
}

static void
test_frozen (Fixture *self, gconstpointer data)
{
  gint64 id = find_grille (self, "Grille générale", 1);
  g_autoptr (PvCritere) old = NULL;
  AdwMessageDialog *dialog;
  GtkWidget *take;
  gint64 second;
  PvGrilleUsage before, usage;

  mark (self, id);
  g_assert_true (pv_grille_store_get_usage (self->db, id, &before, NULL));
  g_assert_cmpint (before.n_soumises, >, 0);
  show (self, id);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "grille-gelee");

  /* what is changed waits; what comes back is not a change */
  g_assert_null (type (self, 0, "poids", "5"));
  g_assert_null (type (self, 1, "maximum", "10"));
  pv_display_act (get_row (self, 7), self->context, "critere.remove", NULL);
  old = get_critere (self, id, 0);
  g_assert_cmpint (old->poids, ==, 3);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "grille-attente");
  pv_display_act (self->editor, self->context, "grille.discard", NULL);
  g_assert_nonnull (get_row (self, 7));

  g_assert_null (type (self, 0, "poids", "5"));
  g_assert_null (type (self, 1, "maximum", "10"));
  pv_display_act (get_row (self, 7), self->context, "critere.remove", NULL);
  pv_display_act (self->editor, self->context, "grille.version", NULL);
  dialog = get_dialog ();
  pv_display_picture (GTK_WINDOW (dialog), self->context, "grille-version");
  pv_display_check_names (GTK_WIDGET (dialog));
  take = gtk_widget_get_last_child (adw_message_dialog_get_extra_child (dialog));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (take), TRUE);
  adw_message_dialog_response (dialog, "version");
  pv_display_settle (self->context);

  second = find_grille (self, "Grille générale", 2);
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste)), ==, second);
  g_assert_true (pv_grille_store_get_usage (self->db, second, &usage, NULL));
  g_assert_cmpint (usage.n_notes, >=, 6);
  undo (self);
  g_assert_true (pv_grille_store_get_usage (self->db, id, &usage, NULL));
  g_assert_cmpint (usage.n_notes, ==, before.n_notes);
}

/* What waits for a version is not lost with the window without a word. */
static void
test_close_while_waiting (Fixture *self, gconstpointer data)
{
  gint64 id = find_grille (self, "Grille générale", 1);
  AdwMessageDialog *dialog;

  mark (self, id);
  show (self, id);
  g_assert_null (type (self, 0, "poids", "5"));
  show (self, find_grille (self, "Reconduction d’une action", 1));
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "dossiers", ""));
  gtk_window_close (GTK_WINDOW (self->window));
  pv_display_settle (self->context);
  dialog = get_dialog ();
  pv_display_picture (GTK_WINDOW (dialog), self->context, "grille-abandon");
  pv_display_check_names (GTK_WIDGET (dialog));
  adw_message_dialog_response (dialog, "stay");
  pv_display_settle (self->context);

  /* they are shown, to be saved or given up */
  g_assert_true (gtk_widget_get_mapped (self->editor));
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste)), ==, id);
  pv_display_act (self->editor, self->context, "grille.discard", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.reopen", NULL);
  pv_display_settle (NULL);
  self->window = PV_WINDOW (
      gtk_application_get_windows (GTK_APPLICATION (pv_display_get_application ()))->data);
  self->context = pv_window_get_context (self->window);
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
  g_autoptr (PvCritere) critere = NULL;
  gint64 id;

  pv_display_act (self->liste, self->context, "liste.add", NULL);
  id = pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste));
  pv_display_act (self->editor, self->context, "grille.add", NULL);
  type_quickly (get_row (self, 0), "libelle", "Utilité");
  type_quickly (get_row (self, 0), "poids", "4");
  pv_display_settle (self->context);
  critere = get_critere (self, id, 0);
  g_assert_cmpstr (critere->libelle, ==, "Utilité");
  g_assert_cmpint (critere->poids, ==, 4);
}

/* A field of a criterion that is refused holds its grid, and the page. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  gint64 other = find_grille (self, "Reconduction d’une action", 1);
  gint64 id;
  PvPage *dossiers;

  pv_display_act (self->liste, self->context, "liste.add", NULL);
  id = pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste));
  pv_display_act (self->editor, self->context, "grille.add", NULL);
  g_assert_nonnull (type (self, 0, "libelle", ""));
  pv_fiche_liste_select (PV_FICHE_LISTE (self->liste), other);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (self->liste)), ==, id);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "dossiers", ""));
  dossiers = pv_window_get_page (self->window, "dossiers");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (dossiers)));
  g_assert_null (type (self, 0, "libelle", "Utilité"));
  show (self, other);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/grille/edit", test_edit);
  ADD ("/grille/empty-and-copy", test_empty_and_copy);
  ADD ("/grille/frozen", test_frozen);
  ADD ("/grille/quick-edits", test_quick_edits);
  ADD ("/grille/refused", test_refused);
  ADD ("/grille/close-while-waiting", test_close_while_waiting);

  return g_test_run ();
}
