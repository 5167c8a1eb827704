/* test-liste-export.c: a list as a file, read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-liste-export.h"
#include "pv-error.h"
#include "pv-test-folder.h"

typedef struct
{
  char *folder;
  PvDb *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("progville-liste-XXXXXX", NULL);
  path = g_build_filename (self->folder, "f.progville", NULL);
  self->db = pv_db_create (path, clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_db_close (self->db, NULL);
  g_clear_object (&self->db);
  pv_test_folder_remove (self->folder);
  g_free (self->folder);
}

static const PvListeColonne colonnes[] = {
  { "N°", PV_LISTE_TEXTE, FALSE },          { "Intitulé", PV_LISTE_TEXTE, FALSE },
  { "Coût total", PV_LISTE_MONTANT, TRUE }, { "Score", PV_LISTE_SCORE, FALSE },
  { "Déposé le", PV_LISTE_DATE, FALSE },
};

static gboolean
row_cb (guint ligne, PvListeCellule *cellules, gboolean *grisee, gpointer user_data, GError **error)
{
  GCancellable *cancellable = user_data;

  if (cancellable != NULL && ligne == 300)
    g_cancellable_cancel (cancellable);
  cellules[0].texte = g_strdup_printf ("%04u", ligne);
  cellules[1].texte = g_strdup (ligne == 0 ? "=1+1" : "L’école; \"lire\"");
  cellules[2].nombre = ligne == 1 ? PV_INT_NULL : 1250050;
  cellules[3].nombre = 7571;
  cellules[4].texte = g_strdup ("2026-02-28");
  return TRUE;
}

static PvExportResult *
run (Fixture *self, const char *name, guint n, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  PvExportRequest request = {
    .db = self->db, .filtre = PV_FILTRE_TOUT, .path = path, .cancellable = cancellable
  };
  PvListe liste = { .titre = "Dossiers",
                    .contexte = "Axes E1",
                    .colonnes = colonnes,
                    .n_colonnes = G_N_ELEMENTS (colonnes),
                    .n_lignes = n,
                    .ligne = row_cb,
                    .user_data = cancellable };

  return pv_liste_export_run (&request, &liste, error);
}

static void
test_csv (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = run (self, "liste.csv", 2, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (result->files->pdata[0], &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbfN°;Intitulé;Coût total;Score;Déposé le\r\n"
                   "0000;'=1+1;12500,50;75,71;2026-02-28\r\n"
                   "0001;\"L’école; \"\"lire\"\"\";;75,71;2026-02-28\r\n");
}

static void
test_workbook (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = run (self, "liste.xlsx", 2, NULL, &error);
  g_autofree char *head = NULL;
  gsize size = 0;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (result->files->pdata[0], &head, &size, NULL));
  g_assert_cmpuint (size, >, 4000);
  g_assert_cmpmem (head, 2, "PK", 2);
  g_assert_cmpint (result->n_dossiers, ==, 2);
}

/* Nothing is left of what was cancelled, nor replaced. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "liste.csv", "liste.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_assert_null (run (self, names[i], 3000, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_a_programme_is_not_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (run (self, "f.progville", 2, NULL, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/liste-export/csv", Fixture, NULL, set_up, test_csv, tear_down);
  g_test_add ("/liste-export/workbook", Fixture, NULL, set_up, test_workbook, tear_down);
  g_test_add ("/liste-export/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/liste-export/programme-kept", Fixture, NULL, set_up,
              test_a_programme_is_not_replaced, tear_down);

  return g_test_run ();
}
