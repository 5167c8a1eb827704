/* test-import-public.c: the files that administrations really publish
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

typedef struct
{
  const char *file;
  const char *profile;
  guint rows;
  guint rejected;
  gint64 vote; /* Σ voté in cents, -1: not checked */
} Case;

static const Case cases[] = {
  { "p147/adultes_relais_2024.csv", "adultes-relais", 4949, 0, -1 },
  { "p147/postes_fonjep_2024.csv", "fonjep", 1547, 0, -1 },
  { "scdl/toulouse_2022.csv", "scdl", 396, 0, -1 },
  { "scdl/roques_31_subventions_2017.csv", "scdl", 69, 0, -1 },
  { "scdl/dep46_lot_2017_cp1252.csv", "scdl", 13, 0, -1 },
  { "scdl/dep10_aube_2017.xlsx", "scdl", 7, 0, 258060000 },
  { "scdl/dep17_charente_maritime.xlsx", "scdl", 101, 0, -1 },
  { "scdl/exemple_valide.csv", "scdl", 29, 0, -1 },
  { "scdl/exemple_invalide_erreurs_cellules.csv", "scdl", 29, 0, -1 },
  { "exports/scdl_dilcrah_2019_fixture.csv", "scdl", 4, 0, 11000000 },
  { "exports/osiris_SuiviDossiers_test.xls", "osiris-dossiers", 1, 0, -1 },
  { "exports/osiris_SuiviActions_test.xls", "osiris-actions", 1, 0, 300000 },
};

static void
print_messages (const PvImportReport *report)
{
  if (g_getenv ("PV_TEST_MESSAGES") == NULL)
    return;
  for (guint i = 0; i < report->messages->len; i++)
    {
      const PvImportMessage *m = g_ptr_array_index (report->messages, i);

      g_printerr ("%s %s!%u %s(%s) %s [%s] %s\n", pv_import_severity_to_id (m->severity), m->sheet,
                  m->row, m->column != NULL ? m->column : "", m->letters != NULL ? m->letters : "",
                  m->code, m->value != NULL ? m->value : "", m->text);
    }
}

static void
test_counts_twice_and_undo (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = pv_test_public_file (c->file);
  g_auto (PvTestProgramme) programme = { NULL };
  g_autoptr (PvImportReport) preview = NULL;
  g_autoptr (PvImportReport) report = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;

  if (path == NULL)
    return;
  pv_test_programme_open (&programme, TRUE);
  empty = pv_test_digest (&programme);

  preview = pv_test_import (&programme, path, NULL, FALSE);
  undone = pv_test_digest (&programme);
  g_assert_cmpstr (undone, ==, empty);
  report = pv_test_import (&programme, path, NULL, TRUE);
  print_messages (report);
  g_assert_cmpstr (report->profile, ==, c->profile);
  g_assert_cmpuint (report->read, ==, c->rows);
  g_assert_cmpuint (report->created, ==, c->rows - c->rejected);
  g_assert_cmpuint (report->rejected, ==, c->rejected);
  g_assert_cmpuint (preview->created, ==, report->created);
  g_assert_cmpuint (preview->messages->len, ==, report->messages->len);
  if (c->vote >= 0)
    g_assert_cmpint (pv_test_query (&programme, "SELECT sum (vote_cents) FROM financement"), ==,
                     c->vote);
  full = pv_test_digest (&programme);

  pv_test_assert_import (&programme, path, NULL, 0, 0, c->rows - c->rejected, c->rejected);
  again = pv_test_digest (&programme);
  g_assert_cmpstr (again, ==, full);

  pv_test_undo (&programme);
  g_free (undone);
  undone = pv_test_digest (&programme);
  g_assert_cmpstr (undone, ==, empty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *base = g_path_get_basename (cases[i].file);
      g_autofree char *name = g_strdup_printf ("/import/public/%s", base);

      g_test_add_data_func (name, &cases[i], test_counts_twice_and_undo);
    }

  return g_test_run ();
}
