/* test-import-refusals.c: what cannot be read is told by its cell, and the rest of the row is kept
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-error.h"
#include "pv-test-import.h"

#define ENTETE                                                                                     \
  "N°;Porteur;Intitulé;Exercice;CPO;Début;Avis État;Note État;Marqueur F/H;"                  \
  "Sollicité État;Proposé État\n"

/* One cell that cannot be taken, in a row that is otherwise right. */
static const struct
{
  const char *nom;
  const char *ligne;
  const char *code;
} cellules[] = {
  { "cpo", "1;Les Lilas;Lecture;2026;souvent;;;;;100;50\n", "cpo-illisible" },
  { "annee", "1;Les Lilas;Lecture;bientôt;;;;;;100;50\n", "exercice-illisible" },
  { "date", "1;Les Lilas;Lecture;2026;;31/02/2026;;;;100;50\n", "date-illisible" },
  { "avis", "1;Les Lilas;Lecture;2026;;;plutôt;;;100;50\n", "mot-inconnu" },
  { "note", "1;Les Lilas;Lecture;2026;;;;bien;;100;50\n", "note-illisible" },
  { "note-au-dela", "1;Les Lilas;Lecture;2026;;;;101;;100;50\n", "note-hors-bornes" },
  { "marqueur", "1;Les Lilas;Lecture;2026;;;;;3;100;50\n", "marqueur-invalide" },
  { "titre", "1;Les Lilas;;2026;;;;;;100;50\n", "intitule-absent" },
  { "fraction", "1;Les Lilas;Lecture;2026;;;;;;100,0049;50\n", "montant-arrondi" },
};

static void
test_a_bad_cell_is_told_and_the_row_is_kept (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *table = g_strconcat (ENTETE, cellules[i].ligne, NULL);
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;
  const PvImportMessage *message;

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "programmation.csv", table);
  report = pv_test_import (&p, path, NULL, TRUE);

  message = pv_test_find (report, cellules[i].code, 2);
  g_assert_nonnull (message);
  g_assert_cmpuint (report->created, ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT sollicite_cents FROM financement"), ==, 10000);
  pv_test_assert_import (&p, path, NULL, 0, 0, 1, 0);
}

/* No profile knows the headers: refused, unless somebody matches them. */
static void
test_a_table_is_matched_by_hand (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvImport) import = NULL;
  g_autoptr (PvImportReport) report = NULL;
  PvImportOptions options = { "programmation", NULL, 2026, FALSE };

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "liste.csv", "Qui;Quoi;Combien\nLes Lilas;Lecture;100\n");
  g_assert_null (pv_import_new (p.db, path, &options, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE);
  g_clear_error (&error);

  options.by_hand = TRUE;
  import = pv_import_new (p.db, path, &options, &error);
  g_assert_no_error (error);
  g_assert_true (pv_import_set_column_field (import, 0, "porteur.nom", &error));
  g_assert_true (pv_import_set_column_field (import, 1, "intitule", &error));
  g_assert_true (pv_import_set_column_field (import, 2, "cout_total", &error));
  g_assert_no_error (error);
  g_assert_true (pv_import_run (import, TRUE, NULL, NULL, NULL, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report->created, ==, 1);
}

static void
test_what_was_deleted_here_is_not_made_again (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *suite = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "programmation.csv",
                        ENTETE "1;Les Lilas;Lecture;2026;;;;;;100;50\n"
                               "2;Les Lilas;Chantier;2026;;;;;;200;70\n");
  pv_test_assert_import (&p, path, NULL, 2, 0, 0, 0);
  pv_test_edit (&p, "DELETE FROM financement WHERE dossier_id = (SELECT id FROM dossier"
                    " WHERE numero = '2')");
  pv_test_edit (&p, "DELETE FROM dossier WHERE numero = '2'");

  /* The source changed the row since: there is nothing here to bring it to. */
  suite = pv_test_write (&p, "programmation.csv",
                         ENTETE "1;Les Lilas;Lecture;2026;;;;;;100;50\n"
                                "2;Les Lilas;Grand chantier;2026;;;;;;200;90\n");
  report = pv_test_import (&p, suite, NULL, TRUE);
  g_assert_cmpuint (report->created, ==, 0);
  g_assert_nonnull (pv_test_find (report, "supprime-ici", 3));
  g_assert_null (pv_test_find (report, "supprime-ici", 2));
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sollicite_cents) FROM financement"), ==, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cellules); i++)
    {
      g_autofree char *nom = g_strconcat (
          "/import-refusals/a-bad-cell-is-told-and-the-row-is-kept/", cellules[i].nom, NULL);

      g_test_add_data_func (nom, GUINT_TO_POINTER (i), test_a_bad_cell_is_told_and_the_row_is_kept);
    }
  g_test_add_func ("/import-refusals/a-table-is-matched-by-hand", test_a_table_is_matched_by_hand);
  g_test_add_func ("/import-refusals/what-was-deleted-here-is-not-made-again",
                   test_what_was_deleted_here_is_not_made_again);
  return g_test_run ();
}
