/* test-import-egalite.c: a table of answers to the tree of equality
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

#define ENTETE                                                                                     \
  "Dossier;Exercice;Institution;Public mixte;Objectif égalité;Diagnostic sexué;"                \
  "Participation équilibrée;Indicateurs sexués;Non-mixité cohérente;Marque;Justification\n"

/* Each institution's own, the common ones and the mark; the same file changes nothing. */
static void
test_answers (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;

  pv_test_programme_open_with_dossiers (&p);
  path = pv_test_write (&p, "egalite.csv",
                        ENTETE "0001;2026;État;Oui;Non;Oui;Oui;Oui;;;\n"
                               "0001;2026;Région;Oui;Non;Oui;Oui;Non;;;\n"
                               "0001;2026;;Oui;Non;Oui;Oui;Oui;;1;Trois éléments\n"
                               "0002;2026;État;Non;;;;;;;\n");
  pv_test_assert_import (&p, path, NULL, 4, 0, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur_reponse"), ==, 11);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur_reponse_commune"), ==, 5);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (DISTINCT institution_id)"
                                      "  FROM marqueur_reponse"),
                   ==, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT valeur FROM marqueur"
                                      " WHERE justification = 'Trois éléments'"),
                   ==, 1);
  pv_test_assert_import (&p, path, NULL, 0, 0, 4, 0);

  changed = pv_test_write (&p, "egalite.csv",
                           ENTETE "0001;2026;État;Oui;Non;Oui;Oui;Oui;;;\n"
                                  "0001;2026;Région;Oui;Non;Oui;Oui;Oui;;;\n"
                                  "0001;2026;;Oui;Non;Oui;Oui;Oui;;1;Trois éléments\n"
                                  "0002;2026;État;Non;;;;;;;\n");
  pv_test_assert_import (&p, changed, NULL, 0, 1, 3, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur_reponse"
                                      " WHERE question = 'c' AND reponse = 1"),
                   ==, 2);

  pv_test_undo (&p);
  pv_test_undo (&p);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur_reponse"), ==, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur_reponse_commune"), ==, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur"), ==, 0);
}

static void
test_refusals (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;

  pv_test_programme_open_with_dossiers (&p);
  path = pv_test_write (&p, "egalite.csv",
                        ENTETE ";2026;État;Oui;Non;;;;;;\n"
                               "0009;2026;État;Oui;Non;;;;;;\n"
                               "0001;2026;État;Oui;Non;Oui;Oui;Oui;;;\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur_reponse"), ==, 5);
}

/* The mark of all is on the row without an institution; alone there, it is a row as another. */
static void
test_marks (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autoptr (PvImportReport) report = NULL;
  g_autofree char *path = NULL;

  pv_test_programme_open_with_dossiers (&p);
  path = pv_test_write (&p, "egalite.csv",
                        ENTETE "0001;2026;;;;;;;;1;Collectif\n"
                               "0001;2026;État;Oui;Non;Oui;Oui;Oui;;2;Du seul État\n"
                               "0002;2026;État;;;;;;;2;\n"
                               "0002;2026;;;;;;;;;\n");
  report = pv_test_import (&p, path, NULL, FALSE);
  g_assert_cmpuint (pv_test_count (report, "marque-institution"), ==, 2);
  g_assert_cmpuint (pv_test_count (report, "reponse-absente"), ==, 2);
  pv_test_assert_import (&p, path, NULL, 2, 0, 0, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT valeur FROM marqueur"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur"), ==, 1);

  g_free (path);
  path = pv_test_write (&p, "egalite.csv", ENTETE "0001;2026;;;;;;;;2;Collectif\n");
  pv_test_assert_import (&p, path, NULL, 0, 1, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT valeur FROM marqueur"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-egalite/answers", test_answers);
  g_test_add_func ("/import-egalite/marks", test_marks);
  g_test_add_func ("/import-egalite/refusals", test_refusals);

  return g_test_run ();
}
