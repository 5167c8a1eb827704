/* test-lot.c: several dossiers at once, in the window, and the list as a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier/pv-dossiers-page.h"
#include "dossier/pv-dossiers-view.h"
#include "dossier/pv-lot-dialog.h"
#include "pv-display-fixture.h"
#include "pv-statement.h"
#include "table/pv-table.h"

typedef PvDisplayFixture Fixture;

static PvDossiersView *
get_view (Fixture *self)
{
  return PV_DOSSIERS_VIEW (pv_display_fixture_find (self, PV_TYPE_DOSSIERS_VIEW, NULL));
}

static guint
count_shown (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (pv_dossiers_view_get_liste (get_view (self))));
}

/* (transfer full) */
static char *
query_text (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement =
      pv_db_prepare (pv_context_get_reader (self->context), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pv_statement_step (statement, &error), ==, PV_STEP_ROW);

  return pv_statement_dup_text (statement, 0);
}

/* --- dialogs ------------------------------------------------------------------------------- */

/* Each value is given to three dossiers, then taken back at once. */
static void
check_lot (Fixture *self, const char *action, const char *label, const char *count)
{
  GtkWidget *page = GTK_WIDGET (pv_window_get_page (self->window, "dossiers"));
  GtkSelectionModel *selection = pv_dossiers_view_get_selection (get_view (self));
  g_autofree char *before = pv_display_fixture_digest (self);
  g_autofree char *after = NULL;
  gint64 n = pv_display_fixture_query (self, count);
  GtkWidget *dialog;

  gtk_selection_model_unselect_all (selection);
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  pv_display_settle (self->context);
  pv_display_act (page, self->context, action, NULL);
  dialog = pv_display_fixture_find_window (PV_TYPE_LOT_DIALOG);
  g_assert_nonnull (dialog);
  pv_display_check_names (dialog);
  g_assert_true (pv_lot_dialog_choose (PV_LOT_DIALOG (dialog), label));
  pv_display_settle (self->context);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_LOT_DIALOG));
  g_assert_cmpint (pv_display_fixture_query (self, count), ==, n + 3);

  pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_cmpint (pv_display_fixture_query (self, count), ==, n);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_referent (Fixture *self, gconstpointer data)
{
  pv_display_fixture_change (self, "INSERT INTO agent (uuid, nom, role) VALUES "
                                   "('00000000-0000-4000-8000-000000000001', 'Camille Fictive', "
                                   "'instructeur')");
  pv_display_fixture_goto (self, "dossiers", "");
  check_lot (self, "dossiers.referent", "Camille Fictive",
             "SELECT COUNT(*) FROM dossier WHERE referent_id = (SELECT id FROM agent WHERE nom = "
             "'Camille Fictive')");
}

#define NOEUD                                                                                      \
  "(SELECT n.id FROM cadre_noeud n JOIN cadre ON cadre.id = cadre_id WHERE cadre.principal = 1 "   \
  "AND "                                                                                           \
  "n.parent_id IS NULL ORDER BY n.id DESC LIMIT 1)"

static void
test_axe (Fixture *self, gconstpointer data)
{
  g_autofree char *label =
      query_text (self, "SELECT code || ' · ' || libelle FROM cadre_noeud WHERE id = " NOEUD);

  /* none has it yet */
  pv_display_fixture_change (self,
                             "DELETE FROM dossier_noeud WHERE principal = 1 AND noeud_id = " NOEUD);
  pv_display_fixture_goto (self, "dossiers", "");
  check_lot (self, "dossiers.axe", label,
             "SELECT COUNT(*) FROM dossier_noeud WHERE principal = 1 AND noeud_id = " NOEUD);
}

static void
test_appel (Fixture *self, gconstpointer data)
{
  pv_display_fixture_change (
      self, "INSERT INTO appel (uuid, contrat_id, exercice, genre, libelle) SELECT "
            "'00000000-0000-4000-8000-000000000001', MIN (id), 2026, 'aap', 'Neuf' FROM contrat");
  pv_context_set_appel (
      self->context,
      pv_display_fixture_query (
          self, "SELECT MIN (id) FROM appel WHERE exercice = 2026 AND libelle <> 'Neuf'"));
  pv_display_fixture_goto (self, "dossiers", "");
  g_assert_cmpuint (count_shown (self), >=, 3);
  check_lot (self, "dossiers.appel", "2026 · Neuf",
             "SELECT COUNT(*) FROM dossier WHERE appel_id = (SELECT id FROM appel WHERE libelle = "
             "'Neuf')");
}

/* --- the list as a file ---------------------------------------------------------------------- */

/* (transfer full): of the first row */
static char *
dup_first_numero (Fixture *self)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT numero FROM dossier WHERE id = %" G_GINT64_FORMAT,
                       pv_dossier_liste_get_id (pv_dossiers_view_get_liste (get_view (self)), 0));

  return query_text (self, sql);
}

static gboolean
has_text (const PvRow *row, const char *text)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (strcmp (row->cells[i].text, text) == 0)
      return TRUE;

  return FALSE;
}

/* Each dossier that the filter shows is a row, and no other. */
static void
test_export (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "dossiers.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTable) table = NULL;
  g_autofree char *numero = NULL;
  gboolean found = FALSE, header = FALSE;
  guint n = 0, shown;
  PvRow row;

  pv_display_fixture_goto (self, "dossiers", "statut=propose");
  shown = count_shown (self);
  g_assert_cmpuint (shown, >, 3);
  numero = dup_first_numero (self);
  pv_dossiers_page_export_to (PV_DOSSIERS_PAGE (pv_window_get_page (self->window, "dossiers")),
                              file);
  pv_display_settle (self->context);
  table = pv_table_open (path, &error);
  g_assert_no_error (error);
  while (pv_table_next_row (table, &row, &error))
    {
      found = found || has_text (&row, numero);
      if (header && row.n_cells > 0 && *row.cells[0].text != '\0')
        n++;
      header = header || has_text (&row, "Numéro") || has_text (&row, "N°");
    }
  g_assert_no_error (error);
  g_assert_true (header);
  g_assert_true (found);
  g_test_message ("%u rows below the header, %u dossiers", n, shown);
  g_assert_cmpuint (n, >=, shown);
  g_assert_cmpuint (n, <=, shown + 1); /* with their total */
}

/* --- a filter that nothing passes ------------------------------------------------------------ */

static const char *
get_empty (Fixture *self)
{
  GtkWidget *page = pv_display_fixture_find (self, ADW_TYPE_STATUS_PAGE, "none_page");

  g_assert_true (gtk_widget_get_mapped (page));

  return adw_status_page_get_description (ADW_STATUS_PAGE (page));
}

static void
test_nothing_passes (Fixture *self, gconstpointer data)
{
  PvPage *page;

  pv_display_fixture_goto (self, "dossiers", "");
  page = pv_window_get_page (self->window, "dossiers");
  pv_page_search (page, "zzz introuvable");
  pv_display_settle (self->context);
  g_assert_cmpuint (count_shown (self), ==, 0);
  g_assert_nonnull (strstr (get_empty (self), "cet appel"));
  pv_context_set_appel (self->context, PV_INT_NULL);
  pv_display_settle (self->context);
  g_assert_cmpuint (count_shown (self), ==, 0);
  g_assert_null (strstr (get_empty (self), "cet appel"));
  pv_display_act (GTK_WIDGET (page), self->context, "dossiers.clear-filters", NULL);
  g_assert_cmpuint (count_shown (self), ==,
                    pv_display_fixture_query (self, "SELECT COUNT(*) FROM dossier"));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/lot/" name, Fixture, NULL, pv_display_fixture_set_up, function,                    \
              pv_display_fixture_tear_down)
  ADD ("referent", test_referent);
  ADD ("axe", test_axe);
  ADD ("appel", test_appel);
  ADD ("the-list-as-a-workbook", test_export);
  ADD ("nothing-passes-the-filter", test_nothing_passes);
#undef ADD

  return g_test_run ();
}
