/* test-import-demo.c: the tables of data/demo, as an officer imports them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

static char *
demo_file (const char *name)
{
  return g_build_filename (g_getenv ("PV_DATADIR"), "demo", name, NULL);
}

static void
print_messages (const PvImportReport *report)
{
  for (guint i = 0; g_getenv ("PV_TEST_MESSAGES") != NULL && i < report->messages->len; i++)
    {
      const PvImportMessage *m = g_ptr_array_index (report->messages, i);

      g_printerr ("%s %s!%u %s %s [%s] %s\n", pv_import_severity_to_id (m->severity), m->sheet,
                  m->row, m->column != NULL ? m->column : "", m->code,
                  m->value != NULL ? m->value : "", m->text);
    }
}

static guint
import_demo (PvTestProgramme *programme, const char *name)
{
  g_autofree char *path = demo_file (name);
  g_autoptr (PvImportReport) report = pv_test_import (programme, path, NULL, TRUE);
  guint created = report->created;

  print_messages (report);
  g_assert_cmpuint (report->rejected, ==, 0);
  g_assert_cmpuint (report->created, ==, report->read);
  pv_test_assert_import (programme, path, NULL, 0, 0, created, 0);
  return created;
}

static void
test_plan_never_sums_a_whole_with_its_parts (void)
{
  g_auto (PvTestProgramme) programme = { NULL };

  pv_test_programme_open (&programme, TRUE);
  import_demo (&programme, "plan-actions-mel-2018-2021.csv");
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (*) FROM dossier WHERE chapeau = 1"),
                   ==, 1);
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (*) FROM dossier p JOIN dossier c"
                                              " ON c.partie_de_id = p.id WHERE p.numero = '5'"),
                   ==, 3);
  g_assert_cmpint (pv_test_query (&programme,
                                  "SELECT arbitre_cents FROM financement f JOIN dossier d"
                                  " ON d.id = f.dossier_id WHERE d.numero = '1' AND"
                                  " f.exercice = 2019"),
                   ==, 7000000);
  g_assert_cmpint (
      pv_test_query (&programme, "SELECT count (DISTINCT financeur_id) FROM financement"), ==, 2);
}

static void
test_fictitious_call_has_all_its_columns (void)
{
  g_auto (PvTestProgramme) programme = { NULL };
  g_autofree char *path = demo_file ("appel-fictif-2026.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (PvImport) import = NULL;
  const GPtrArray *columns = NULL;

  pv_test_programme_open (&programme, TRUE);
  import = pv_import_new (programme.db, path, NULL, &error);
  g_assert_no_error (error);
  columns = pv_import_get_columns (import);
  for (guint i = 0; i < columns->len; i++)
    {
      const PvImportColumn *column = g_ptr_array_index (columns, i);

      g_assert_nonnull (column->field);
    }
  g_clear_pointer (&import, pv_import_free);

  import_demo (&programme, "enveloppes-2026.csv");
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (*) FROM enveloppe_regle"), ==, 4);
  g_assert_cmpint (pv_test_query (&programme, "SELECT base_cents FROM enveloppe_regle"
                                              " WHERE cible = 'genre:qva' AND taux_bp = 250"),
                   ==, 1940000000);
  g_assert_cmpuint (import_demo (&programme, "appel-fictif-2026.csv"), >, 50);
  g_assert_cmpint (pv_test_query (&programme, "SELECT exercice FROM appel"), ==, 2026);
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (*) FROM dossier"
                                              " WHERE statut_declare IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (pv_test_query (&programme, "SELECT sum (part_bp) FROM dossier_territoire t"
                                              " JOIN dossier d ON d.id = t.dossier_id"
                                              " WHERE d.numero = '0302'"),
                   ==, 10000);
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (*) FROM instruction i JOIN dossier d"
                                              " ON d.id = i.dossier_id WHERE d.numero = '0302'"
                                              " AND i.avis IS NOT NULL"),
                   ==, 5);
  g_assert_cmpint (pv_test_query (&programme, "SELECT charges_cents FROM total_dossier t"
                                              " JOIN dossier d USING (id) WHERE d.numero = '0302'"),
                   ==, 4800000);
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (*) FROM financement"
                                              " WHERE enveloppe_id IS NOT NULL"),
                   >, 100);
}

static void
test_reference_envelopes (void)
{
  g_auto (PvTestProgramme) programme = { NULL };

  pv_test_programme_open (&programme, TRUE);
  import_demo (&programme, "enveloppes-reference.csv");
  g_assert_cmpint (pv_test_query (&programme, "SELECT count (DISTINCT financeur_id) FROM enveloppe"
                                              " e JOIN dispositif d ON d.id = e.dispositif_id"),
                   ==, 1);
  g_assert_cmpint (pv_test_query (&programme, "SELECT montant_cents FROM enveloppe WHERE exercice ="
                                              " 2019 AND section = 'fonctionnement'"),
                   ==, 14827500);
  g_assert_cmpint (pv_test_query (&programme, "SELECT montant_cents FROM enveloppe WHERE exercice ="
                                              " 2019 AND section = 'investissement'"),
                   ==, 16204100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/demo/plan-never-sums-a-whole-with-its-parts",
                   test_plan_never_sums_a_whole_with_its_parts);
  g_test_add_func ("/import/demo/fictitious-call-has-all-its-columns",
                   test_fictitious_call_has_all_its_columns);
  g_test_add_func ("/import/demo/reference-envelopes", test_reference_envelopes);

  return g_test_run ();
}
