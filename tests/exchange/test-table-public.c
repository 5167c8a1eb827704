/* test-table-public.c: the files that publishers really gave are read whole
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-table.h"

typedef struct
{
  const char *file;
  PvTableFormat format;
  guint n_rows; /* of data */
  guint n_columns;
  guint header_row;
  guint column; /* one to look at */
  const char *name;
  const char *band;
  const char *value; /* of the first row there */
} Case;

static const Case cases[] = {
  { "p147/adultes_relais_2024.csv", PV_TABLE_FORMAT_CSV, 4949, 8, 1, 4, "montant", NULL,
    "22810.61" },
  { "p147/postes_fonjep_2024.csv", PV_TABLE_FORMAT_CSV, 1547, 7, 1, 2, "montant", NULL, "7164" },
  { "scdl/toulouse_2022.csv", PV_TABLE_FORMAT_CSV, 396, 17, 1, 5, "idBeneficiaire", NULL,
    "7,17E+13" },
  { "scdl/roques_31_subventions_2017.csv", PV_TABLE_FORMAT_CSV, 69, 14, 1, 8, "nature", NULL,
    "Aide en numéraire" },
  { "scdl/dep46_lot_2017_cp1252.csv", PV_TABLE_FORMAT_CSV, 13, 14, 1, 7, "montant", NULL,
    "40 000,00" },
  { "scdl/dep10_aube_2017.xlsx", PV_TABLE_FORMAT_XLSX, 7, 14, 2, 2,
    "Date de la convention de subvention",
    "Informations relatives à l’autorité administrative attribuant la subvention", "2017-11-16" },
  { "scdl/dep17_charente_maritime.xlsx", PV_TABLE_FORMAT_XLSX, 101, 14, 1, 7, "montant", NULL,
    "164000" },
  { "scdl/exemple_valide.csv", PV_TABLE_FORMAT_CSV, 29, 16, 1, 8, "montant", NULL, "99786.57" },
  { "scdl/exemple_invalide_erreurs_cellules.csv", PV_TABLE_FORMAT_CSV, 29, 15, 1, 8, "montant",
    NULL, "10000" },
  { "exports/scdl_dilcrah_2019_fixture.csv", PV_TABLE_FORMAT_CSV, 4, 14, 1, 4,
    "Nom du bénéficiaire*", NULL, "ANNO_1" },
  { "exports/osiris_SuiviDossiers_test.xls", PV_TABLE_FORMAT_XLS, 1, 55, 2, 3, "N° Dossier Osiris",
    "Dossier", "DD00-00-0000" },
  { "exports/osiris_SuiviActions_test.xls", PV_TABLE_FORMAT_XLS, 1, 80, 2, 0,
    "Numero Action Osiris", NULL, "DD00-21-0000-1" },
};

static void
test_file (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = pv_test_shared_file (c->file);
  g_autoptr (PvTable) table = NULL;
  g_autoptr (PvTableHeader) header = NULL;
  g_autoptr (GError) error = NULL;
  PvRow row;
  guint n = 0;

  if (path == NULL)
    return;
  table = pv_table_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv_table_get_format (table), ==, c->format);
  g_assert_cmpstr (pv_table_get_notes (table)[0], ==, NULL);
  header = pv_table_header_detect (table, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (header->row, ==, c->header_row);
  g_assert_cmpuint (header->n_columns, ==, c->n_columns);
  g_assert_cmpstr (header->columns[c->column].name, ==, c->name);
  g_assert_cmpstr (header->columns[c->column].band, ==, c->band);
  for (; pv_table_header_next_row (header, table, &row, &error); n++)
    if (n == 0)
      g_assert_cmpstr (pv_row_get_cell (&row, c->column)->text, ==, c->value);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, c->n_rows);
}

/* `Code Postal` stands in two bands of the OSIRIS export. */
static void
test_bands_tell_same_names_apart (void)
{
  g_autofree char *path = pv_test_shared_file ("exports/osiris_SuiviDossiers_test.xls");
  g_autoptr (PvTable) table = NULL;
  g_autoptr (PvTableHeader) header = NULL;
  guint n = 0;

  if (path == NULL)
    return;
  table = pv_table_open (path, NULL);
  header = pv_table_header_detect (table, NULL, NULL, NULL);
  for (guint i = 0; i < header->n_columns; i++)
    if (g_str_equal (header->columns[i].folded, "code postal"))
      {
        g_assert_cmpstr (header->columns[i].folded_band, ==,
                         n == 0 ? "association" : "coordonnees correspondance publipostage");
        g_assert_cmpuint (header->columns[i].occurrence, ==, 1);
        n++;
      }
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/public/", cases[i].file, NULL);

      g_test_add_data_func (path, &cases[i], test_file);
    }
  g_test_add_func ("/table/public/bands-tell-same-names-apart", test_bands_tell_same_names_apart);
  return g_test_run ();
}
