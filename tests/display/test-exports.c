/* test-exports.c: the page that writes files
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "document/pv-lettres-dialog.h"
#include "export/pv-export.h"
#include "export/pv-export-travail.h"
#include "export/pv-exports-page.h"
#include "export/pv-exports-publication.h"
#include "export/pv-scdl.h"
#include "pv-display.h"
#include "table/pv-table.h"

typedef struct
{
  char *path;
  char *folder;
  PvWindow *window;
  PvContext *context;
  PvExportsPage *page;
} Fixture;

static void
begin (Fixture *f)
{
  f->path = pv_display_copy_demonstration ();
  f->folder = g_path_get_dirname (f->path);
  f->window = pv_display_show_programme (f->path);
  f->context = pv_window_get_context (f->window);
  pv_display_act (GTK_WIDGET (f->window), f->context, "win.goto",
                  g_variant_new ("(ss)", "exports", ""));
  f->page = PV_EXPORTS_PAGE (pv_window_get_page (f->window, "exports"));
}

static void
end (Fixture *f)
{
  pv_display_close (GTK_WINDOW (f->window));
  g_free (f->folder);
  pv_display_remove (f->path);
}

/* Read back by the reader of tables: rows of a sheet, of which it has the title. */
static guint
count_rows (const char *path, guint n_sheets, const char *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTable) table = pv_table_open (path, &error);
  guint n = 0;
  PvRow row;

  g_assert_no_error (error);
  g_assert_cmpuint (pv_table_get_n_sheets (table), ==, n_sheets);
  for (guint i = 0; i < pv_table_get_n_sheets (table); i++)
    {
      if (!g_str_equal (pv_table_get_sheet_name (table, i), sheet))
        continue;
      g_assert_true (pv_table_select_sheet (table, i, &error));
      while (pv_table_next_row (table, &row, &error))
        n++;
      g_assert_no_error (error);
    }

  return n;
}

static guint
count_files (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);

  return n;
}

static void
test_write (void)
{
  Fixture f = { NULL };
  g_autofree char *out = NULL;

  begin (&f);
  out = g_build_filename (f.folder, "synthese.xlsx", NULL);
  pv_display_check_names (GTK_WIDGET (f.page));
  pv_display_act (GTK_WIDGET (f.page), f.context, "exports.write", g_variant_new_string (out));
  g_assert_false (pv_exports_page_is_busy (f.page));
  g_assert_cmpuint (count_rows (out, 11, "Dossiers"), >, 50);
  g_assert_cmpuint (count_rows (out, 11, "Lisez-moi"), >, 20);
  pv_display_check_names (GTK_WIDGET (f.page));
  pv_display_picture (GTK_WINDOW (f.window), f.context, "exports");
  end (&f);
}

static gboolean
is_idle (gpointer data)
{
  return !pv_exports_page_is_busy (data);
}

static void
test_cancel (void)
{
  Fixture f = { NULL };
  g_autofree char *out = NULL;

  begin (&f);
  out = g_build_filename (f.folder, "annule.xlsx", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f.page), "exports.write", "s", out);
  g_assert_true (pv_exports_page_is_busy (f.page));
  gtk_widget_activate_action (GTK_WIDGET (f.page), "exports.cancel", NULL);
  pv_display_wait (is_idle, f.page);
  pv_display_settle (f.context);
  g_assert_cmpuint (count_files (f.folder, "annule"), ==, 0);

  /* A folder that is not there is told, and leaves the page as it was. */
  pv_display_act (GTK_WIDGET (f.page), f.context, "exports.write",
                  g_variant_new_string ("/nowhere/at/all.xlsx"));
  g_assert_true (gtk_widget_get_visible (
      pv_display_find (GTK_WIDGET (f.page), GTK_TYPE_BOX, "problem_box", NULL)));

  /* Closing the window while it writes leaves nothing either, or the whole workbook when it was
   * done before. */
  gtk_widget_activate_action (GTK_WIDGET (f.page), "exports.write", "s", out);
  pv_display_close (GTK_WINDOW (f.window));
  if (g_file_test (out, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpuint (count_rows (out, 11, "Dossiers"), >, 50);
      g_unlink (out);
    }
  g_assert_cmpuint (count_files (f.folder, "annule"), ==, 0);
  g_free (f.folder);
  pv_display_remove (f.path);
}

static gboolean
notify_some (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db,
      "UPDATE financement SET notifie_cents = COALESCE (notifie_cents, arbitre_cents),"
      " notifie_le = '2026-04-20', vote_acte = 'DEL 2026-17' WHERE arbitre_cents > 0;"
      "UPDATE organisme SET siret = '21590350100017' WHERE id = (SELECT organisme_id FROM financeur"
      " WHERE categorie = 'etat' ORDER BY id LIMIT 1)",
      error);
}

static AdwComboRow *
get_row (Fixture *f, const char *id)
{
  return ADW_COMBO_ROW (pv_display_find (GTK_WIDGET (f->page), ADW_TYPE_COMBO_ROW, id, NULL));
}

static guint
get_scope (Fixture *f)
{
  return adw_combo_row_get_selected (get_row (f, "scope_row"));
}

static void
choose_kind (Fixture *f, const char *id)
{
  AdwComboRow *row = get_row (f, "kind_row");

  for (guint i = 0; i < pv_export_get_n_kinds (); i++)
    if (g_str_equal (pv_export_kind_get_id (pv_export_get_kind (i)), id))
      adw_combo_row_set_selected (row, i);
  pv_display_settle (f->context);
}

/* Rows of a list under @root that have this title. */
static guint
count_titles (GtkWidget *root, const char *title)
{
  guint n = ADW_IS_ACTION_ROW (root) &&
            g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_titles (child, title);

  return n;
}

static gboolean
rename_appel (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db, "UPDATE appel SET libelle = libelle || ' bis'", error);
}

/* A kind begins with what it is usually about, and keeps what is chosen by hand until another. */
static void
test_scope (void)
{
  Fixture f = { NULL };
  guint used, chosen;

  begin (&f);
  used = get_scope (&f);
  g_assert_cmpuint (used, >, 0);
  chosen = used == 1 ? 2 : 1;

  choose_kind (&f, "bilan");
  g_assert_cmpuint (get_scope (&f), ==, 0);
  adw_combo_row_set_selected (get_row (&f, "scope_row"), chosen);
  choose_kind (&f, "bilan");
  g_assert_cmpuint (get_scope (&f), ==, chosen);
  g_assert_true (pv_context_act (f.context, "parametre-edit", NULL, rename_appel, NULL, NULL));
  pv_display_settle (f.context);
  g_assert_cmpuint (get_scope (&f), ==, chosen);

  choose_kind (&f, "egalite");
  g_assert_cmpuint (get_scope (&f), ==, used);
  adw_combo_row_set_selected (get_row (&f, "scope_row"), chosen);
  pv_display_settle (f.context);
  g_assert_cmpuint (get_scope (&f), ==, chosen);
  choose_kind (&f, "bilan");
  g_assert_cmpuint (get_scope (&f), ==, 0);
  end (&f);
}

/* The whole programme by default; the sheets that it will hold, then the file. */
static void
test_bilan (void)
{
  static const char *const sheets[] = { "Bilan", "Prévu et réalisé", "Dossiers", "Lisez-moi" };
  Fixture f = { NULL };
  g_autofree char *out = NULL;

  begin (&f);
  choose_kind (&f, "bilan");
  g_assert_cmpuint (get_scope (&f), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_assert_cmpuint (count_titles (GTK_WIDGET (f.page), sheets[i]), >, 0);
  pv_display_check_names (GTK_WIDGET (f.page));
  pv_display_picture (GTK_WINDOW (f.window), f.context, "exports-bilan");

  out = g_build_filename (f.folder, "bilan.xlsx", NULL);
  pv_display_act (GTK_WIDGET (f.page), f.context, "exports.write", g_variant_new_string (out));
  g_assert_cmpuint (count_rows (out, 17, "Dossiers"), >, 10);
  end (&f);
}

static guint
count_lines (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "nomAttribuant,idAttribuant,dateConvention,"));
  lines = g_strsplit (text, "\r\n", -1);

  return g_strv_length (lines) - 2; /* header, end */
}

/* What would be published, what keeps the rest out, the report saved, the file written. */
static void
test_publication (void)
{
  Fixture f = { NULL };
  g_autofree char *out = NULL;
  g_autofree char *report = NULL;
  g_autofree char *text = NULL;
  GtkWidget *box;
  guint by_default;

  begin (&f);
  g_assert_true (pv_context_act (f.context, "parametre-edit", NULL, notify_some, NULL, NULL));
  pv_display_settle (f.context);
  choose_kind (&f, "scdl");
  box = pv_display_find (GTK_WIDGET (f.page), PV_TYPE_EXPORTS_PUBLICATION, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (box));
  pv_display_check_names (GTK_WIDGET (f.page));
  pv_display_picture (GTK_WINDOW (f.window), f.context, "exports-publication");

  out = g_build_filename (f.folder, "scdl.csv", NULL);
  report = g_build_filename (f.folder, "rapport.csv", NULL);
  pv_display_act (GTK_WIDGET (f.page), f.context, "exports.write", g_variant_new_string (out));
  by_default = count_lines (out);
  g_assert_cmpuint (by_default, >, 0);

  gtk_widget_activate_action (box, "publication.save-report", "s", report);
  g_assert_true (g_file_get_contents (report, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "idAttribuant"));

  gtk_switch_set_active (
      GTK_SWITCH (pv_display_find (GTK_WIDGET (f.page), GTK_TYPE_SWITCH, "tout_switch", NULL)),
      TRUE);
  pv_display_settle (f.context);
  pv_display_act (GTK_WIDGET (f.page), f.context, "exports.write", g_variant_new_string (out));
  g_assert_cmpuint (count_lines (out), >, by_default);
  end (&f);
}

static GtkWindow *
find_lettres (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (PV_IS_LETTRES_DIALOG (window))
        return window;
    }

  return NULL;
}

/* Who pays, and the dossiers of letters, are read beside the keys: 0.5 s in a large programme. An
 * older reading is given up. */
static void
test_beside (void)
{
  Fixture f = { NULL };
  AdwComboRow *scope, *payer;
  GListModel *before;
  GtkWindow *dialog;
  guint n;

  begin (&f);
  g_assert_true (pv_context_act (f.context, "parametre-edit", NULL, notify_some, NULL, NULL));
  pv_display_settle (f.context);
  scope =
      ADW_COMBO_ROW (pv_display_find (GTK_WIDGET (f.page), ADW_TYPE_COMBO_ROW, "scope_row", NULL));
  payer = ADW_COMBO_ROW (
      pv_display_find (GTK_WIDGET (f.page), ADW_TYPE_COMBO_ROW, "attribuant_row", NULL));
  choose_kind (&f, "scdl");
  adw_combo_row_set_selected (scope, 0);
  pv_display_settle (f.context);
  n = g_list_model_get_n_items (adw_combo_row_get_model (payer));
  g_assert_cmpuint (n, >, 1);
  adw_combo_row_set_selected (payer, 1);
  pv_display_settle (f.context);

  before = adw_combo_row_get_model (payer);
  adw_combo_row_set_selected (scope, 1);
  g_assert_true (adw_combo_row_get_model (payer) == before);
  adw_combo_row_set_selected (scope, 0);
  g_assert_true (adw_combo_row_get_model (payer) == before);
  pv_display_settle (f.context);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (payer)), ==, n);
  g_assert_cmpuint (adw_combo_row_get_selected (payer), ==, 1);

  choose_kind (&f, "lettres");
  gtk_widget_activate_action (GTK_WIDGET (f.page), "exports.choose", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f.page), "exports.choose", NULL);
  g_assert_null (find_lettres ());
  pv_display_settle (f.context);
  dialog = find_lettres ();
  g_assert_nonnull (dialog);
  gtk_window_destroy (dialog);
  pv_display_settle (f.context);
  g_assert_null (find_lettres ());
  end (&f);
}

static gboolean
name_alike (PvDb *db, gpointer data, GError **error)
{
  return notify_some (db, data, error) &&
         pv_db_execute (db,
                        "UPDATE organisme SET nom = 'Homonyme'"
                        " WHERE id IN (SELECT organisme_id FROM financeur)",
                        error);
}

/* @payer: (nullable): all of them */
static PvCents
publish (Fixture *f, const PvAttribuant *payer)
{
  g_autoptr (PvExportDemande) demande =
      pv_export_demande_new (pv_export_find_kind ("scdl"), (PvFiltre)PV_FILTRE_TOUT, NULL, NULL);
  g_autoptr (PvScdl) scdl = NULL;
  g_autoptr (GError) error = NULL;

  pv_export_demande_set_publication (demande, payer, TRUE);
  scdl = pv_export_publier_apercu (pv_context_get_reader (f->context), demande, NULL, &error);
  g_assert_no_error (error);

  return scdl->total_cents;
}

/* Payers of one name each publish what is theirs. */
static void
test_homonymes (void)
{
  Fixture f = { NULL };
  g_autoptr (GPtrArray) payers = NULL;
  PvFiltre filtre = PV_FILTRE_TOUT;
  PvCents sum = 0;

  begin (&f);
  g_assert_true (pv_context_act (f.context, "parametre-edit", NULL, name_alike, NULL, NULL));
  pv_display_settle (f.context);
  payers = pv_publication_store_list_attribuants (pv_context_get_reader (f.context), &filtre, NULL);
  g_assert_cmpuint (payers->len, >, 1);
  for (guint i = 0; i < payers->len; i++)
    sum += publish (&f, payers->pdata[i]);
  g_assert_cmpint (sum, >, 0);
  g_assert_cmpint (sum, ==, publish (&f, NULL));
  end (&f);
}

static gboolean
add_first (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db,
                        "UPDATE institution SET nom = 'Zone ' || nom"
                        " WHERE id = (SELECT MIN (id) FROM institution);"
                        "UPDATE institution SET ordre = 900"
                        " WHERE id = (SELECT MIN (id) FROM institution)",
                        error);
}

static const char *
get_institution (AdwComboRow *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

/* The institution that is chosen stays so, whatever comes before it. */
static void
test_institution (void)
{
  Fixture f = { NULL };
  AdwComboRow *row;
  g_autofree char *chosen = NULL;

  begin (&f);
  row = get_row (&f, "institution_row");
  adw_combo_row_set_selected (row, 1);
  chosen = g_strdup (get_institution (row));
  g_assert_true (pv_context_act (f.context, "parametre-edit", NULL, add_first, NULL, NULL));
  pv_display_settle (f.context);
  g_assert_cmpstr (get_institution (row), ==, chosen);
  end (&f);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add_func ("/exports/a-workbook-is-written", test_write);
  g_test_add_func ("/exports/a-cancelled-one-leaves-nothing", test_cancel);

  g_test_add_func ("/exports/the-bilan-says-its-sheets", test_bilan);
  g_test_add_func ("/exports/a-kind-begins-with-its-scope", test_scope);
  g_test_add_func ("/exports/what-is-published-is-told", test_publication);
  g_test_add_func ("/exports/payers-of-one-name-publish-their-own", test_homonymes);
  g_test_add_func ("/exports/what-lasts-is-read-beside", test_beside);
  g_test_add_func ("/exports/the-institution-stays-chosen", test_institution);

  return g_test_run ();
}
