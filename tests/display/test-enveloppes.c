/* test-enveloppes.c: the envelopes, their limits, and what exceeds them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppes-page.h"
#include "pv-display.h"
#include "pv-transaction.h"
#include "widget/pv-choice.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  GtkWidget *page;
} Fixture;

static gboolean
run_sql (PvDb *db, gpointer user_data, GError **error)
{
  return pv_db_execute (db, user_data, error);
}

static void
write_sql (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.goto", "(ss)", "enveloppes", "");
  pv_display_settle (self->context);
  self->page = GTK_WIDGET (pv_window_get_page (self->window, "enveloppes"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static gpointer
find (Fixture *self, const char *id)
{
  GtkWidget *found = pv_display_find (self->page, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
test_shows_the_year (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (pv_enveloppes_page_get_exercice (PV_ENVELOPPES_PAGE (self->page)), ==, 2026);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "table");
  pv_display_check_names (self->page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes");
}

/* The window that an action opened. */
static GtkWindow *
find_dialog (Fixture *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (window != GTK_WINDOW (self->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static GtkWindow *
get_dialog (Fixture *self)
{
  GtkWindow *dialog = find_dialog (self);

  g_assert_nonnull (dialog);

  return dialog;
}

static gpointer
find_in (GtkWindow *dialog, const char *id)
{
  GtkWidget *found = pv_display_find (GTK_WIDGET (dialog), G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
type (GtkWindow *dialog, const char *id, const char *text)
{
  GtkWidget *field = find_in (dialog, id);
  GtkWidget *entry = pv_display_find (field, GTK_TYPE_ENTRY, NULL, NULL);

  if (entry == NULL)
    entry = pv_display_find (field, GTK_TYPE_TEXT, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
act (Fixture *self, const char *action, GVariant *parameter)
{
  pv_display_act (self->page, self->context, action, parameter);
}

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_query (self->context, sql);
}

static void
select_enveloppe (Fixture *self, const char *libelle)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM enveloppe WHERE libelle = '%s' AND exercice = 2026", libelle);

  g_assert_true (pv_enveloppes_page_select (PV_ENVELOPPES_PAGE (self->page), query (self, sql)));
}

#define MONTANT                                                                                    \
  "SELECT montant_cents FROM enveloppe"                                                            \
  " WHERE libelle = 'Crédits spécifiques' AND exercice = 2026"

static void
test_edits_an_envelope (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  select_enveloppe (self, "Crédits spécifiques");
  act (self, "enveloppes.edit", NULL);
  dialog = get_dialog (self);
  pv_display_check_names (GTK_WIDGET (dialog));
  pv_display_picture (dialog, self->context, "enveloppe-editeur");

  /* an absurd amount says what to do, and nothing is written */
  type (dialog, "montant", "29500000000000");
  g_assert_true (gtk_widget_get_visible (
      pv_display_find (find_in (dialog, "montant"), G_TYPE_NONE, "problem", NULL)));
  pv_display_act (GTK_WIDGET (dialog), self->context, "enveloppe.save", NULL);
  g_assert_cmpint (query (self, MONTANT), ==, 29500000);
  pv_display_picture (dialog, self->context, "enveloppe-refus");

  type (dialog, "montant", "300 000");
  pv_display_act (GTK_WIDGET (dialog), self->context, "enveloppe.save", NULL);
  g_assert_cmpint (query (self, MONTANT), ==, 30000000);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, MONTANT), ==, 29500000);
}

static void
test_shows_what_exceeds (Fixture *self, gconstpointer data)
{
  static const char motif[] = "SELECT COUNT (*) FROM derogation"
                              " WHERE controle = 'enveloppe-depassee' AND motif = 'Acté au copil'";
  GtkWidget *popover;
  GtkWindow *dialog;
  gint64 id = query (self, "SELECT id FROM enveloppe WHERE libelle = 'Prévention jeunesse'"
                           " AND exercice = 2026");

  select_enveloppe (self, "Prévention jeunesse");
  act (self, "enveloppes.causes", g_variant_new_int64 (id));
  popover = pv_display_find (self->page, g_type_from_name ("PvCausesPopover"), NULL, NULL);
  g_assert_true (gtk_widget_get_mapped (popover));
  pv_display_check_names (popover);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes-depassement");
  gtk_popover_popdown (GTK_POPOVER (popover));

  act (self, "enveloppes.pass", g_variant_new_int64 (id));
  dialog = get_dialog (self);
  pv_display_check_names (GTK_WIDGET (dialog));
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "pass"));
  gtk_editable_set_text (find_in (dialog, "motif"), "Acté au copil");
  pv_display_picture (dialog, self->context, "enveloppe-passer");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "pass");
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, motif), ==, 1);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes-passee");
}

static void
test_edits_a_limit (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;

  select_enveloppe (self, "Crédits spécifiques");
  act (self, "enveloppes.add-regle", NULL);
  dialog = get_dialog (self);
  pv_display_check_names (GTK_WIDGET (dialog));
  pv_display_act (GTK_WIDGET (dialog), self->context, "regle.save", NULL);
  g_assert_true (gtk_widget_get_visible (find_in (dialog, "refus")));
  pv_display_picture (dialog, self->context, "regle-editeur");
  pv_choice_search (find_in (dialog, "cible"), "");
  g_assert_true (pv_choice_choose (find_in (dialog, "cible"), 0));
  type (dialog, "taux", "40");
  pv_display_act (GTK_WIDGET (dialog), self->context, "regle.save", NULL);
  g_assert_cmpint (query (self, "SELECT taux_bp FROM enveloppe_regle WHERE cible = 'cpo'"
                                " ORDER BY id DESC LIMIT 1"),
                   ==, 4000);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes-regle");
}

static void
test_copies_a_year (Fixture *self, gconstpointer data)
{
  GtkWindow *dialog;
  gint64 n = query (self, "SELECT COUNT (*) FROM enveloppe WHERE exercice = 2026");

  write_sql (self, "UPDATE appel SET exercice = 2027 WHERE exercice = 2026");
  pv_display_settle (self->context);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.goto", "(ss)", "enveloppes",
                              "exercice=2027");
  pv_display_settle (self->context);
  act (self, "enveloppes.copy-annee", NULL);
  dialog = get_dialog (self);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "without");
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM enveloppe WHERE exercice = 2027"), ==, n);
  g_assert_cmpint (query (self, "SELECT SUM (montant_cents) FROM enveloppe WHERE exercice = 2027"),
                   ==, PV_INT_NULL);
}

static void
test_refuses_to_delete_what_is_used (Fixture *self, gconstpointer data)
{
  select_enveloppe (self, "Crédits spécifiques");
  act (self, "enveloppes.delete", NULL);
  g_assert_cmpint (query (self, MONTANT), ==, 29500000);
}

static void
test_opens_the_dossiers (Fixture *self, gconstpointer data)
{
  select_enveloppe (self, "Crédits spécifiques");
  act (self, "enveloppes.open", NULL);
  g_assert_true (
      gtk_widget_get_mapped (GTK_WIDGET (pv_window_get_page (self->window, "dossiers"))));
}

static void
test_says_that_a_year_has_none (Fixture *self, gconstpointer data)
{
  write_sql (self, "UPDATE financement SET enveloppe_id = NULL; DELETE FROM enveloppe_regle;"
                   " DELETE FROM enveloppe WHERE exercice = 2026");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "empty");
  pv_display_check_names (self->page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes-vide");
}

/* The parts are lines of their own, and the funder is their sum. */
static void
test_shows_what_is_divided (Fixture *self, gconstpointer data)
{
  write_sql (self,
             "INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle)"
             " SELECT 9001, 'vvv', dispositif_id, 2026, 'Ville vie vacances' FROM enveloppe"
             "  WHERE libelle LIKE 'P147%' AND exercice = 2026;"
             "INSERT INTO enveloppe (id, uuid, parent_id, dispositif_id, exercice, libelle,"
             "                       montant_cents)"
             " SELECT 9002, 'vvv1', 9001, dispositif_id, 2026, 'Quartiers d’été', 2500000 FROM"
             "  enveloppe WHERE id = 9001 UNION ALL"
             " SELECT 9003, 'vvv2', 9001, dispositif_id, 2026, 'Quartiers d’automne', 1500000 FROM"
             "  enveloppe WHERE id = 9001");
  g_assert_true (pv_enveloppes_page_select (PV_ENVELOPPES_PAGE (self->page), 9003));
  act (self, "enveloppes.edit", NULL);
  gtk_window_destroy (get_dialog (self));
  pv_display_settle (self->context);
  select_enveloppe (self, "Fonds communal, Roubaix");
  pv_display_check_names (self->page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes-divisees");
}

/* A file that another one writes is read: everything is seen, nothing is offered. */
static void
test_reads_only (void)
{
  Fixture self = { .path = pv_display_copy_demonstration () };
  g_autoptr (GError) error = NULL;
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  PvDb *writer = pv_db_open (self.path, PV_DB_OPEN_READ_WRITE, clock, &error);
  GtkWindow *dialog;

  g_assert_no_error (error);
  self.window = pv_display_show_programme (self.path);
  self.context = pv_window_get_context (self.window);
  g_assert_false (pv_context_can_edit (self.context));
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.goto", "(ss)", "enveloppes", "");
  pv_display_settle (self.context);
  self.page = GTK_WIDGET (pv_window_get_page (self.window, "enveloppes"));
  act (&self, "enveloppes.add", NULL);
  g_assert_null (find_dialog (&self));
  select_enveloppe (&self, "Prévention jeunesse");
  act (&self, "enveloppes.edit", NULL);
  dialog = get_dialog (&self);
  g_assert_false (gtk_widget_get_sensitive (find_in (dialog, "save_button")));
  gtk_window_destroy (dialog);
  pv_display_picture (GTK_WINDOW (self.window), self.context, "enveloppes-lecture");
  pv_display_close (GTK_WINDOW (self.window));
  g_object_unref (writer);
  pv_display_remove (self.path);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/enveloppes/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("year", test_shows_the_year);
  ADD ("edit", test_edits_an_envelope);
  ADD ("excess", test_shows_what_exceeds);
  ADD ("limit", test_edits_a_limit);
  ADD ("copy", test_copies_a_year);
  ADD ("delete", test_refuses_to_delete_what_is_used);
  ADD ("open", test_opens_the_dossiers);
  ADD ("divided", test_shows_what_is_divided);
  ADD ("empty", test_says_that_a_year_has_none);
#undef ADD
  g_test_add_func ("/enveloppes/read-only", test_reads_only);

  return g_test_run ();
}
