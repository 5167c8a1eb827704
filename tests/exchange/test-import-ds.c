/* test-import-ds.c: a workbook of démarches-simplifiées, its avis and a repeated block
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-archive.h"
#include "pv-test-import.h"

static void
test_csv_with_doubtful_zeros (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *status = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (
      &p, "ds.csv",
      "ID,Email,État du dossier,Déposé le,Établissement SIRET,Entreprise raison sociale,"
      "Association RNA,Intitulé du projet,Montant demandé,Budget total\n"
      "1001,a@b.fr,Accepté,2026-01-10 10:00:00,,Les Lilas,W751234567,Lecture,1500,0\n"
      "1002,a@b.fr,Classé sans suite,2026-01-11 10:00:00,,Les Lilas,W751234567,Jardin,0,800\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpstr (report->profile, ==, "ds");
  g_assert_cmpuint (report->created, ==, 2);
  g_assert_cmpuint (pv_test_count (report, "zero-ou-vide"), ==, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sollicite_cents) FROM financement"), ==, 150000);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier"
                                      " WHERE cout_total_declare_cents = 0"),
                   ==, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM organisme WHERE rna IS NOT NULL"), ==,
                   1);
  status = pv_test_query_text (&p, "SELECT group_concat (statut) FROM (SELECT statut"
                                   " FROM dossier ORDER BY id)");
  g_assert_cmpstr (status, ==, "programme,abandonne");
  pv_test_assert_import (&p, path, NULL, 0, 0, 2, 0);
}

/* Cells joined by `|`, one row per line: an ODS table. */
static void
append_sheet (GString *tables, const char *name, const char *rows)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);

  g_string_append_printf (tables, "<table:table table:name=\"%s\">", name);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      g_string_append (tables, "<table:table-row>");
      for (guint c = 0; cells[c] != NULL; c++)
        g_string_append_printf (tables,
                                "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p>"
                                "</table:table-cell>",
                                cells[c]);
      g_string_append (tables, "</table:table-row>");
    }
  g_string_append (tables, "</table:table>");
}

static char *
write_workbook (PvTestProgramme *p, const char *second_amount)
{
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autofree char *block =
      g_strdup_printf ("Dossier ID|Ligne|Financeur|Montant demandé\n"
                       "1001|1|État|4000\n1001|2|CAF|%s\n1002|1|Région|700\n9999|1|État|1",
                       second_amount);
  char *path = g_build_filename (p->folder, "ds.ods", NULL);

  append_sheet (tables, "Dossiers",
                "ID|Email|État du dossier|Déposé le|SIRET|Intitulé du projet|Communes\n"
                "1001|a@b.fr|En instruction|2026-01-10 10:00:00|99900001600018|Lecture|Lille\n"
                "1002|a@b.fr|En construction|2026-01-11 10:00:00|99900002900010|Jardin|Hem");
  append_sheet (tables, "Etablissements",
                "Dossier ID|Champ|Établissement SIRET|Entreprise raison sociale|Association RNA\n"
                "1001|Demandeur|99900001600018|Toit et Lien|W999000001\n"
                "1002|Demandeur|99900002900010|Bus des Soins|");
  append_sheet (tables, "Avis",
                "Dossier ID|Introduction|Réponse|Question|Réponse oui/non|Créé le|Répondu le|"
                "Instructeur|Expert\n"
                "1001|Votre avis ?|Oui pour nous||oui|2026-02-01 09:00:00|2026-02-03 09:00:00|"
                "x@y.fr|ARS");
  append_sheet (tables, "Cofinanceurs", block);
  pv_test_ods_write (path, tables->str);
  return path;
}

static void
test_workbook_joins_its_sheets (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *names = NULL;
  g_autofree char *avis = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, TRUE);
  path = write_workbook (&p, "1000");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpstr (report->profile, ==, "ds");
  g_assert_cmpuint (report->created, ==, 2);
  g_assert_nonnull (pv_test_find (report, "detail-sans-dossier", 5));
  names = pv_test_query_text (&p, "SELECT group_concat (nom) FROM (SELECT o.nom FROM dossier d JOIN"
                                  " organisme o ON o.id = d.porteur_id ORDER BY d.id)");
  g_assert_cmpstr (names, ==, "Toit et Lien,Bus des Soins");
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM financement"), ==, 3);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sollicite_cents) FROM financement"), ==, 570000);
  avis = pv_test_query_text (&p, "SELECT service || ' ' || avis || ' ' || repondu_le"
                                 " FROM avis_externe");
  g_assert_cmpstr (avis, ==, "ARS favorable 2026-02-03");
  pv_test_assert_import (&p, path, NULL, 0, 0, 2, 0);

  /* A line of the repeated block that changes is a change of its dossier. */
  g_free (path);
  path = write_workbook (&p, "1500");
  pv_test_assert_import (&p, path, NULL, 0, 1, 1, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sollicite_cents) FROM financement"), ==, 620000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/ds/csv-with-doubtful-zeros", test_csv_with_doubtful_zeros);

  g_test_add_func ("/import/ds/workbook-joins-its-sheets", test_workbook_joins_its_sheets);

  return g_test_run ();
}
