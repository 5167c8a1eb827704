/* test-table-header.c: header rows, bands and totals are found, not assumed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pv-test-table.h"

typedef struct
{
  const char *name;
  const char *csv;
  gboolean known;      /* with the names that a profile knows */
  const char *columns; /* `name` or `band/name`, `*` for a repetition */
  guint row;
  guint first;
  const char *data; /* first cell of each row of data */
} Case;

static const Case cases[] = {
  { "first-row", "Porteur;SIRET;Montant\nA;1;2\nB;2;3\n", FALSE, "Porteur,SIRET,Montant", 1, 2,
    "A,B" },
  { "title-and-context-lines-above",
    "Programmation 2024;;\nExercice :;2024;\n\nPorteur;SIRET;Montant\nA;1;2\nB;1;2\n", FALSE,
    "Porteur,SIRET,Montant", 4, 5, "A,B" },
  { "context-right-above-is-no-band", "Exercice :;2024;;\nPorteur;SIRET;Objet;Montant\nA;1;o;2\n",
    FALSE, "Porteur,SIRET,Objet,Montant", 2, 3, "A" },
  { "bands-go-on-until-the-next",
    "Dossier;;;Association;;\nN;Code Postal;Etat;Nom;Code Postal;Ville\n1;2;x;y;3;z\n", FALSE,
    "Dossier/N,Dossier/Code Postal,Dossier/Etat,Association/Nom,Association/Code "
    "Postal,Association/Ville",
    2, 3, "1" },
  { "names-over-both-levels",
    "N°;Porteur;Etat;;Région;;Avis\n;;Sollicité;Accordé;Sollicité;Accordé;\n1;A;10;5;10;5;F\n",
    FALSE, "N°,Porteur,Etat/Sollicité,Etat/Accordé,Région/Sollicité,Région/Accordé,Avis", 2, 3,
    "1" },
  { "title-over-bands-over-names",
    "Tableau de "
    "suivi;;;;;\nDossier;;;Montants;;\nN;Etat;Objet;Demandé;Proposé;Accordé\n1;a;b;3;2;1\n",
    FALSE,
    "Dossier/N,Dossier/Etat,Dossier/Objet,Montants/Demandé,Montants/Proposé,Montants/Accordé", 3, 4,
    "1" },
  { "long-labels-above-known-names",
    "Nom de l’attribuant;Objet de la subvention;Montant "
    "total\nnomAttribuant;objet;montant\nA;o;2\n",
    TRUE, "Nom de l’attribuant/nomAttribuant,Objet de la subvention/objet,Montant total/montant", 2,
    3, "A" },
  { "known-names-under-a-wide-text-row",
    "Mode d'emploi;lire;la;notice\nnomAttribuant;objet;montant;remarque\nA;o;2;r\n", TRUE,
    "Mode d'emploi/nomAttribuant,lire/objet,la/montant,notice/remarque", 2, 3, "A" },
  { "same-name-twice", "Nom;Prénom;Nom\na;b;c\n", FALSE, "Nom,Prénom,Nom*", 1, 2, "a" },
  { "values-without-a-name-are-listed", "Nom;;Ville\na;3;c\nb;4;d\n", FALSE, "Nom,,Ville", 1, 2,
    "a,b" },
  { "blank-column-is-left", "Nom;;Ville\na;;c\nb;;d\n", FALSE, "Nom,Ville", 1, 2, "a,b" },
  { "total-rows-are-left-out",
    "Nom;N;Montant\na;1;2\nTotal;;2\nb;2;5\nTOTAL GÉNÉRAL :;;7,00 €\n142;Consolidation;\n", FALSE,
    "Nom,N,Montant", 1, 2, "a,b" },
  { "a-porteur-named-total-is-data", "Nom;Objet;Montant\nTotal;Jardin;2\nTotal;;2\n", FALSE,
    "Nom,Objet,Montant", 1, 2, "Total" },
  { "names-again-on-each-page", "Nom;N;Montant\na;1;2\nNOM;n;montant\nb;2;5\n", FALSE,
    "Nom,N,Montant", 1, 2, "a,b" },
  { "years-as-names", "Quartier;2022;2023;2024\na;1;2;3\nb;1;2;3\n", FALSE,
    "Quartier,2022,2023,2024", 1, 2, "a,b" },
  { "figures-alone-have-no-header", "1;2,5;3\n4;5;6\n", FALSE, NULL, 0, 0, NULL },
  { "line-breaks-and-spaces-in-names", "\"Nom\n du  porteur \";Montant\na;1\n", FALSE,
    "Nom du porteur,Montant", 1, 2, "a" },
  { "no-data", "Nom;Montant\n\n", FALSE, "Nom,Montant", 1, 0, "" },
};

static guint
score_cb (const char *const *names, guint n_names, gpointer data)
{
  static const char *const known[] = {
    "nomattribuant",          "objet",        "montant", "nom de l attribuant",
    "objet de la subvention", "montant total"
  };
  guint n = 0;

  for (guint i = 0; i < n_names; i++)
    for (guint j = 0; j < G_N_ELEMENTS (known); j++)
      n += g_str_equal (names[i], known[j]);
  return n;
}

static char *
show_columns (const PvTableHeader *header)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < header->n_columns; i++)
    {
      const PvTableColumn *column = &header->columns[i];

      g_string_append_printf (
          shown, "%s%s%s%s%s", i > 0 ? "," : "", column->band != NULL ? column->band : "",
          column->band != NULL ? "/" : "", column->name, column->occurrence > 1 ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static char *
show_data (const PvTableHeader *header, PvTable *table)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  PvRow row;

  while (pv_table_header_next_row (header, table, &row, &error))
    g_string_append_printf (shown, "%s%s", shown->len > 0 ? "," : "", row.cells[0].text);
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autoptr (PvTable) table = pv_test_table_open (dir, "t.csv", c->csv, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTableHeader) header =
      pv_table_header_detect (table, c->known ? score_cb : NULL, NULL, &error);
  g_autofree char *columns = NULL;
  g_autofree char *rows = NULL;

  if (c->columns == NULL)
    {
      g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_EMPTY);
      g_assert_null (header);
      return;
    }
  g_assert_no_error (error);
  columns = show_columns (header);
  g_assert_cmpstr (columns, ==, c->columns);
  g_assert_cmpuint (header->row, ==, c->row);
  g_assert_cmpuint (header->first_data_row, ==, c->first);
  rows = show_data (header, table);
  g_assert_cmpstr (rows, ==, c->data);
}

static void
test_names_are_folded (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autoptr (PvTable) table =
      pv_test_table_open (dir, "t.csv", "Bénéficiaire;N° d’œuvre\na;1\n", -1);
  g_autoptr (PvTableHeader) header = pv_table_header_detect (table, NULL, NULL, NULL);
  g_autofree char *folded = pv_table_header_fold ("  MONTANT (en €) ");

  g_assert_nonnull (header);
  g_assert_cmpstr (header->columns[0].folded, ==, "beneficiaire");
  g_assert_cmpstr (header->columns[1].folded, ==, "n d oeuvre");
  g_assert_cmpstr (folded, ==, "montant en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/header/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/table/header/names-are-folded", test_names_are_folded);
  return g_test_run ();
}
