/* test-import-notes.c: a table of marks, one per dossier, institution and criterion
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

#define ENTETE "Dossier;Exercice;Institution;Grille;Critère;Poids;Note maximale;Note\n"

static void
test_marks_join_the_instruction_that_is_there (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;

  pv_test_programme_open_with_dossiers (&p);
  path = pv_test_write (&p, "notes.csv",
                        ENTETE "0001;2026;État;;Utilité;3;5;4\n"
                               "0001;2026;État;;Budget;2;10;N/A\n"
                               "0001;2026;Région;;Utilité;3;5;0\n"
                               "0002;2026;État;;utilite;3;5;5\n");
  pv_test_assert_import (&p, path, NULL, 4, 0, 0, 0);

  /* The grid that the table describes; the État had an avis: its instruction is the same one. */
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM critere c JOIN appel a"
                                      " ON a.grille_id = c.grille_id WHERE a.exercice = 2026"),
                   ==, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT gelee FROM grille g JOIN appel a"
                                      " ON a.grille_id = g.id"),
                   ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM instruction WHERE etat = 'soumise'"),
                   ==, 3);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sans_objet) FROM note WHERE valeur IS NULL"), ==,
                   1);
  g_assert_cmpint (pv_test_query (&p, "SELECT n.valeur FROM note n JOIN instruction i"
                                      " ON i.id = n.instruction_id WHERE i.avis = 'favorable'"
                                      " AND n.valeur IS NOT NULL"),
                   ==, 4);

  /* The same file changes nothing; a corrected one, one mark; N/A and marks take turns. */
  pv_test_assert_import (&p, path, NULL, 0, 0, 4, 0);
  changed = pv_test_write (&p, "notes.csv",
                           ENTETE "0001;2026;État;;Utilité;3;5;N/A\n"
                                  "0001;2026;État;;Budget;2;10;7\n"
                                  "0001;2026;Région;;Utilité;3;5;0\n"
                                  "0002;2026;État;;utilite;3;5;5\n");
  pv_test_assert_import (&p, changed, NULL, 0, 2, 2, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT valeur FROM note WHERE valeur > 5"), ==, 7);

  pv_test_undo (&p);
  pv_test_undo (&p);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM note"), ==, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM appel WHERE grille_id IS NOT NULL"),
                   ==, 0);
}

static void
test_a_grid_of_the_file_is_used_by_its_name (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;

  pv_test_programme_open_with_dossiers (&p);
  pv_test_edit (&p, "INSERT INTO grille (id, uuid, nom) VALUES (7, 'g7', 'Grille générale')");
  pv_test_edit (&p, "INSERT INTO critere (uuid, grille_id, ordre, libelle, poids, maximum)"
                    " VALUES ('c7', 7, 1, 'Évaluation', 1, 5)");
  path = pv_test_write (&p, "notes.csv",
                        ENTETE "0001;2026;Région;Grille générale;Évaluation;;;N/A\n"
                               "0001;2026;État;Grille générale;Évaluation;;;3\n"
                               "0001;2026;État;Grille générale;Inconnu;;;3\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 2); /* N/A is not allowed there */
  g_assert_cmpint (pv_test_query (&p, "SELECT g.gelee FROM grille g JOIN appel a"
                                      " ON a.grille_id = g.id WHERE g.nom = 'Grille générale'"),
                   ==, 1);
}

/* What is refused leaves no grid behind: the corrected table is then accepted. */
static void
test_a_refused_row_makes_no_grid (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *corrected = NULL;

  pv_test_programme_open_with_dossiers (&p);
  pv_test_edit (&p, "INSERT INTO grille (id, uuid, nom) VALUES (7, 'g7', 'Autre')");
  pv_test_edit (&p, "INSERT INTO critere (uuid, grille_id, ordre, libelle, poids, maximum)"
                    " VALUES ('c7', 7, 1, 'Évaluation', 1, 5)");
  path = pv_test_write (&p, "notes.csv",
                        ENTETE "0001;2026;État;Neuve;Utilité;3;;4\n"
                               "0001;2026;État;Neuve;Utilité;3;5;9\n"
                               "0001;2026;État;Autre;Évaluation;;;6\n");
  pv_test_assert_import (&p, path, NULL, 0, 0, 0, 3);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM grille"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM appel WHERE grille_id IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (gelee) FROM grille"), ==, 0);

  corrected = pv_test_write (&p, "notes.csv",
                             ENTETE "0001;2026;État;Neuve;Utilité;3;5;4\n"
                                    "0001;2026;État;Neuve;Budget;3;10;N/A\n");
  pv_test_assert_import (&p, corrected, NULL, 2, 0, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT g.gelee FROM grille g JOIN appel a"
                                      " ON a.grille_id = g.id WHERE g.nom = 'Neuve'"),
                   ==, 1);
}

static void
test_the_work_of_an_agent_is_kept (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;
  const PvImportMessage *message;

  pv_test_programme_open_with_dossiers (&p);
  path = pv_test_write (&p, "notes.csv", ENTETE "0001;2026;État;;Utilité;3;5;4\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  pv_test_edit (&p, "UPDATE note SET valeur = NULL, sans_objet = 1");

  g_clear_pointer (&path, g_free);
  path = pv_test_write (&p, "notes.csv", ENTETE "0001;2026;État;;Utilité;3;5;2\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  message = pv_test_find (report, "conflit", 2);
  g_assert_nonnull (message);
  g_assert_cmpint (pv_test_query (&p, "SELECT sans_objet FROM note"), ==, 1);
}

/* One row that cannot be taken, beside one that can. */
static const PvTestLigne lignes[] = {
  { "au-dela", "0001;2026;CAF;;Utilité;3;5;6\n", "note-hors-bornes", "Note", "6" },
  { "negative", "0001;2026;CAF;;Utilité;3;5;-1\n", "note-illisible", "Note", "-1" },
  { "mot", "0001;2026;CAF;;Utilité;3;5;bien\n", "note-illisible", "Note", "bien" },
  { "decimale", "0001;2026;CAF;;Utilité;3;5;3,5\n", "note-illisible", "Note", "3,5" },
  { "vide", "0001;2026;CAF;;Utilité;3;5;\n", "note-absente", "Note", "" },
  { "maximum", "0001;2026;CAF;;Utilité;3;10;6\n", "maximum-different", "Note maximale", "10" },
  { "bareme", "0001;2026;CAF;;Autre;3;0;0\n", "maximum-hors-bornes", "Note maximale", "0" },
  { "poids", "0001;2026;CAF;;Autre;101;5;0\n", "poids-hors-bornes", "Poids", "101" },
  { "dossier", "0009;2026;CAF;;Utilité;3;5;4\n", "dossier-inconnu", "Dossier", "0009" },
  { "annee", "0001;2025;CAF;;Utilité;3;5;4\n", "dossier-inconnu", "Dossier", "0001" },
  { "institution", "0001;2026;;;Utilité;3;5;4\n", "institution-absente", "Institution", "" },
  { "critere", "0001;2026;CAF;;;3;5;4\n", "critere-absent", "Critère", "" },
};

static void
test_a_bad_row_is_told_by_its_cell (gconstpointer data)
{
  g_auto (PvTestProgramme) p = { NULL };

  pv_test_programme_open_with_dossiers (&p);
  pv_test_assert_refused (&p, "notes", ENTETE "0001;2026;État;;Utilité;3;5;4\n", data);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM note"), ==, 1);
}

static void
test_no_grid_at_all (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open_with_dossiers (&p);
  path = pv_test_write (&p, "notes.csv", "Dossier;Institution;Critère;Note\n0001;État;Utilité;4\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "grille-absente", 2));
  g_assert_cmpuint (report->rejected, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-notes/marks-join-the-instruction-that-is-there",
                   test_marks_join_the_instruction_that_is_there);
  g_test_add_func ("/import-notes/a-grid-of-the-file-is-used-by-its-name",
                   test_a_grid_of_the_file_is_used_by_its_name);
  g_test_add_func ("/import-notes/a-refused-row-makes-no-grid", test_a_refused_row_makes_no_grid);
  g_test_add_func ("/import-notes/the-work-of-an-agent-is-kept", test_the_work_of_an_agent_is_kept);
  g_test_add_func ("/import-notes/no-grid-at-all", test_no_grid_at_all);
  for (guint i = 0; i < G_N_ELEMENTS (lignes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/import-notes/bad/%s", lignes[i].nom);

      g_test_add_data_func (name, &lignes[i], test_a_bad_row_is_told_by_its_cell);
    }

  return g_test_run ();
}
