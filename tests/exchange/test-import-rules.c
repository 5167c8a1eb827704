/* test-import-rules.c: the rules of an import, on tables of our own making
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/pv-import-report.h"
#include "pv-error.h"
#include "pv-history.h"
#include "pv-test-import.h"
#include "synthese/pv-synthese-dossier-store.h"

#define SCDL                                                                                       \
  "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;"                   \
  "idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;"                 \
  "notificationUE;pourcentageSubvention\n"
#define GRANT(reference, name, siret, object, amount)                                              \
  "Ville de Lille;21590350100017;2024-03-01;" reference ";" name ";" siret ";" object ";" amount   \
  ";aide en numéraire;unique;2024-03-01;non;1\n"

/* Two header levels, three communes, six funders, avis and marks. */
#define PROGRAMMATION                                                                                    \
  ";;;;;;;;;;;;État;;Région;;Département;;CAF;;MEL;;Communes;\n"                                      \
  "N°;Porteur;SIRET;Intitulé;Communes;Axe;CPO;Début;Statut;Avis État;Note État;F/H;"                \
  "Sollicité;Proposé;Sollicité;Proposé;Sollicité;Proposé;Sollicité;Proposé;Sollicité;Proposé;" \
  "Sollicité;Proposé\n"                                                                                \
  "1;Les Lilas;;Lecture;Lille;E1;1/3;01/01/2026;proposé;favorable;78,40;2;10 000,50;8000;5000;"         \
  "0;;;3000;;2000;2000;1000;1000\n"                                                                      \
  "2;Les Lilas;;Chantier;\"Roubaix ; Tourcoing\";E2;;01/12/2025;en "                                     \
  "instruction;;;;4000;;;;2500;;;;;;"                                                                    \
  ";\n"                                                                                                  \
  "3;Autre Monde;;Jardin;Lille, Roubaix, Ville-Inconnue;E5;;01/03/2026;à revoir;"                       \
  "favorable sous réserve;;0;1500;;;;;;;;;;;\n"                                                         \
  "Total;;;;;;;;;;;;15500,5;8000;5000;0;2500;0;3000;0;2000;2000;1000;1000\n"

static void
test_programming_table (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "programmation.csv", PROGRAMMATION);
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpstr (report->profile, ==, "programmation");
  g_assert_cmpuint (report->created, ==, 3);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM financement"), ==, 8);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (DISTINCT financeur_id) FROM financement"), ==,
                   6);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sollicite_cents) FROM financement"), ==,
                   2900050);
  /* 0 is a refusal, an empty cell is no answer. */
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM financement WHERE propose_cents = 0"),
                   ==, 1);
  g_assert_cmpint (
      pv_test_query (&p, "SELECT count (*) FROM financement WHERE propose_cents IS NULL"), ==, 4);
  g_assert_cmpint (pv_test_query (&p, "SELECT score_declare FROM instruction WHERE avis ="
                                      " 'favorable'"),
                   ==, 7840);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM marqueur"), ==, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier_territoire"), ==, 5);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM appel WHERE exercice = 2026"), ==, 1);
  g_assert_nonnull (pv_test_find (report, "commune-inconnue", 5));
  g_assert_nonnull (pv_test_find (report, "statut-declare", 5));
  text = pv_test_query_text (&p, "SELECT statut_declare FROM dossier WHERE numero = '3'");
  g_assert_cmpstr (text, ==, "à revoir");
  pv_test_assert_import (&p, path, NULL, 0, 0, 3, 0);
}

/* A row says which dossier of an earlier year it continues; the last one of that number is meant.
 */
static void
test_precedent (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, TRUE);
  for (int year = 2023; year <= 2024; year++)
    {
      g_autofree char *text = g_strdup_printf (
          "N°;Porteur;Intitulé;Communes;Exercice\n7;Les Lilas;Lecture;Lille;%d\n", year);
      g_autofree char *name = g_strdup_printf ("programmation-%d.csv", year);
      g_autofree char *table = pv_test_write (&p, name, text);

      pv_test_assert_import (&p, table, NULL, 1, 0, 0, 0);
    }
  path = pv_test_write (&p, "programmation-2025.csv",
                        "N°;Dossier précédent;Porteur;Intitulé;Communes;Exercice\n"
                        "7;7;Les Lilas;Lecture;Lille;2025\n"
                        "8;9;Les Lilas;Chantier;Lille;2025\n"
                        "9;;Les Lilas;Jardin;Lille;2025\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (report->created, ==, 3);
  g_assert_nonnull (pv_test_find (report, "precedent-absent", 3));
  g_assert_cmpint (pv_test_query (&p, "SELECT b.exercice FROM dossier d JOIN dossier b"
                                      " ON b.id = d.precedent_id WHERE d.exercice = 2025"),
                   ==, 2024);
  g_assert_cmpint (
      pv_test_query (&p, "SELECT count (*) FROM dossier WHERE precedent_id IS NOT NULL"), ==, 1);
  pv_test_assert_import (&p, path, NULL, 0, 0, 3, 0);
}

#define BLANC_SEAU "Quartier Intercommunal Roubaix-Tourcoing - Blanc Seau - Croix Bas Saint Pierre"

/* What a row states, and what the workbook says of it. */
static const struct
{
  const char *communes;
  const char *quartiers;
  const char *written_communes;
  const char *written_quartiers;
  int rows;
} lieux[] = {
  { "Roubaix", BLANC_SEAU, "Roubaix", BLANC_SEAU, 1 },
  { "", BLANC_SEAU, "Croix, Roubaix, Tourcoing, Wattrelos", BLANC_SEAU, 1 },
  { "Roubaix ; Tourcoing", BLANC_SEAU, "Roubaix, Tourcoing", BLANC_SEAU, 2 },
  { "Wattrelos ; Tourcoing ; Roubaix ; Croix", BLANC_SEAU, "Croix, Roubaix, Tourcoing, Wattrelos",
    BLANC_SEAU, 1 },
  { "Roubaix ; Lille", BLANC_SEAU, "Lille, Roubaix", BLANC_SEAU, 2 },
  { "Roubaix", BLANC_SEAU " 50 % ; Nouveau Roubaix 50 %", "Roubaix", BLANC_SEAU ", Nouveau Roubaix",
    2 },
  /* Roubaix stands there for Nouveau Roubaix. */
  { "Tourcoing ; Roubaix", BLANC_SEAU " 40 % ; Nouveau Roubaix 60 %", "Roubaix, Tourcoing",
    BLANC_SEAU ", Nouveau Roubaix", 2 },
  /* Nothing tells how 100 % divides between the two. */
  { "Roubaix ; Tourcoing", BLANC_SEAU " 100 %", "Croix, Roubaix, Tourcoing, Wattrelos",
    BLANC_SEAU ", Roubaix ; Tourcoing", 1 },
};

static char *
write_lieux (PvTestProgramme *p)
{
  g_autoptr (GString) table = g_string_new ("N°;Porteur;Intitulé;Exercice;Communes;Quartiers\n");

  for (guint i = 0; i < G_N_ELEMENTS (lieux); i++)
    g_string_append_printf (table, "%u;Les Lilas;Action %u;2026;\"%s\";\"%s\"\n", i + 1, i + 1,
                            lieux[i].communes, lieux[i].quartiers);

  return pv_test_write (p, "lieux.csv", table->str);
}

static int
compare_names_cb (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The names of a list, in the order of the alphabet: a workbook lists them by key. */
static char *
sort_names (const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ", ", -1);

  qsort (names, g_strv_length (names), sizeof *names, compare_names_cb);
  return g_strjoinv (", ", names);
}

static void
test_a_quarter_bears_the_commune_that_is_stated (void)
{
  const PvFiltre everything = PV_FILTRE_TOUT;
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvSyntheseReferentiel) names = NULL;
  g_autoptr (GPtrArray) institutions = g_ptr_array_new ();
  g_autoptr (PvSyntheseDossiers) dossiers = NULL;
  g_autoptr (GError) error = NULL;

  pv_test_programme_open (&p, TRUE);
  path = write_lieux (&p);
  pv_test_assert_import (&p, path, NULL, G_N_ELEMENTS (lieux), 0, 0, 0);
  pv_test_assert_import (&p, path, NULL, 0, 0, G_N_ELEMENTS (lieux), 0);

  names = pv_synthese_referentiel_load (p.db, &error);
  dossiers = pv_synthese_dossiers_open (p.db, &everything, institutions, names, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (lieux); i++)
    {
      g_autofree char *count =
          g_strdup_printf ("SELECT count (*) FROM dossier_territoire WHERE dossier_id ="
                           " (SELECT id FROM dossier WHERE numero = '%u')",
                           i + 1);
      const PvSyntheseDossier *dossier = NULL;
      g_autofree char *communes = NULL;

      g_assert_true (pv_synthese_dossiers_next (dossiers, &dossier, &error));
      communes = sort_names (dossier->communes);
      g_assert_cmpstr (communes, ==, lieux[i].written_communes);
      g_assert_cmpstr (dossier->quartiers, ==, lieux[i].written_quartiers);
      g_assert_cmpint (pv_test_query (&p, count), ==, lieux[i].rows);
    }
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM (SELECT 1 FROM dossier_territoire"
                                      " WHERE part_bp IS NOT NULL GROUP BY dossier_id"
                                      " HAVING sum (part_bp) <> 10000)"),
                   ==, 0);
}

static void
test_rows_of_one_key_are_paired_and_never_merged (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *amounts = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, FALSE);
  first = pv_test_write (&p, "a.csv",
                         SCDL GRANT ("D1", "Les Lilas", "", "Aide", "100")
                             GRANT ("D1", "Les Lilas", "", "Aide", "200")
                                 GRANT ("D1", "Les Lilas", "", "Aide", "300"));
  pv_test_assert_import (&p, first, NULL, 3, 0, 0, 0);

  /* The first is now 150, the others have changed places. */
  second = pv_test_write (&p, "b.csv",
                          SCDL GRANT ("D1", "Les Lilas", "", "Aide", "300")
                              GRANT ("D1", "Les Lilas", "", "Aide", "150")
                                  GRANT ("D1", "Les Lilas", "", "Aide", "200"));
  report = pv_test_import (&p, second, NULL, TRUE);
  g_assert_cmpuint (report->unchanged, ==, 2);
  g_assert_cmpuint (report->updated, ==, 1);
  amounts = pv_test_query_text (&p, "SELECT group_concat (vote_cents) FROM (SELECT vote_cents FROM"
                                    " financement ORDER BY id)");
  g_assert_cmpstr (amounts, ==, "15000,20000,30000");
}

static void
test_a_duplicate_of_the_source_is_told_and_kept (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (&p, "a.csv",
                        SCDL GRANT ("D1", "Les Lilas", "", "Aide", "100")
                            GRANT ("D1", "Les Lilas", "", "Aide", "100"));
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (report->created, ==, 2);
  g_assert_nonnull (pv_test_find (report, "doublon-source", 3));
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (vote_cents) FROM financement"), ==, 20000);
  pv_test_assert_import (&p, path, NULL, 0, 0, 2, 0);
}

/* What the preview tells of the rows, as one text. */
static void
describe_row_cb (const PvImportRow *row, gpointer user_data)
{
  GString *told = user_data;
  const GPtrArray *lists[] = { row->changes, row->conflicts };

  g_string_append_printf (told, "%s %s %s\n", pv_import_outcome_to_id (row->outcome),
                          row->numero != NULL ? row->numero : "-",
                          row->porteur != NULL ? row->porteur : "-");
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const PvImportChange *change = g_ptr_array_index (lists[l], i);

        g_string_append_printf (told, " %s%s%u %s.%s%s%s: %s > %s\n", change->conflict ? "! " : "",
                                change->letters != NULL ? change->letters : "?", row->row,
                                change->table, change->column, change->subject != NULL ? " " : "",
                                change->subject != NULL ? change->subject : "",
                                change->old_value != NULL ? change->old_value : "-",
                                change->new_value != NULL ? change->new_value : "-");
        g_assert_cmpint (change->edited_at != NULL, ==, change->conflict);
      }
}

static PvImportReport *
preview_or_apply (PvTestProgramme *p,
                  const char *path,
                  gboolean apply,
                  const char *const *replaced, /* columns of dossier 1 */
                  GString *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvImport) import = pv_import_new (p->db, path, NULL, &error);
  PvImportReport *report = NULL;

  g_assert_no_error (error);
  for (guint i = 0; replaced != NULL && replaced[i] != NULL; i++)
    pv_import_set_choice (import, strchr (replaced[i], '_') != NULL ? "financement" : "dossier", 1,
                          replaced[i], PV_IMPORT_CHOICE_REPLACE);
  pv_import_run (import, apply, describe_row_cb, NULL, told, NULL, &report, &error);
  g_assert_no_error (error);

  return report;
}

/* An agent edited two fields; the source changed them both, and others. */
static void
test_a_conflict_is_decided (void)
{
  static const char *const replaced[] = { "resume", "sollicite_cents", NULL };
  g_auto (PvTestProgramme) p = { NULL };
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *values = NULL;
  const char *header = "N°;Porteur;Intitulé;Exercice;Résumé;Fin;État sollicité;CAF sollicité\n";
  g_autofree char *a = g_strconcat (header, "1;Les Lilas;Lecture;2026;Un;31/12/2026;500;\n",
                                    "2;Les Lilas;Lire;2026;Un;31/12/2026;10;\n", NULL);
  g_autofree char *b = g_strconcat (header, "1;Les Lilas;Lecture;2026;Deux;30/06/2027;700;80\n",
                                    "2;Les Lilas;Lire;2026;Un;31/12/2026;10;\n", NULL);
  PvImportReport *report;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (&p, "a.csv", a);
  pv_test_assert_import (&p, path, NULL, 2, 0, 0, 0);
  pv_test_edit (&p, "UPDATE dossier SET resume = 'Le mien' WHERE numero = '1'");
  pv_test_edit (&p, "UPDATE financement SET sollicite_cents = 60000 WHERE id = 1");
  g_free (path);
  path = pv_test_write (&p, "a.csv", b);
  before = pv_test_digest (&p);

  report = preview_or_apply (&p, path, FALSE, NULL, told);
  g_assert_cmpuint (report->updated, ==, 1);
  g_assert_cmpuint (pv_test_count (report, "conflit"), ==, 2);
  g_assert_cmpstr (told->str, ==,
                   "updated 1 Les Lilas\n"
                   " F2 dossier.fin: 2026-12-31 > 2027-06-30\n"
                   " H2 financement.sollicite_cents CAF: - > 8000\n"
                   " ! E2 dossier.resume: Le mien > Deux\n"
                   " ! G2 financement.sollicite_cents État: 60000 > 70000\n"
                   "unchanged - -\n");
  pv_import_report_free (report);

  /* The preview of a choice is what it applies, and writes nothing. */
  g_string_truncate (told, 0);
  report = preview_or_apply (&p, path, FALSE, replaced, told);
  g_assert_cmpuint (pv_test_count (report, "conflit"), ==, 0);
  g_assert_cmpuint (pv_test_count (report, "conflit-tranche"), ==, 2);
  g_assert_nonnull (strstr (told->str, "! E2 dossier.resume: Le mien > Deux"));
  pv_import_report_free (report);
  after = pv_test_digest (&p);
  g_assert_cmpstr (before, ==, after);

  report = preview_or_apply (&p, path, TRUE, replaced, told);
  pv_import_report_free (report);
  values = pv_test_query_text (&p, "SELECT resume || ' ' || fin || ' ' || sollicite_cents FROM "
                                   "dossier d JOIN financement f ON f.dossier_id = d.id "
                                   "WHERE d.numero = '1' AND f.id = 1");
  g_assert_cmpstr (values, ==, "Deux 2027-06-30 70000");
  pv_test_assert_import (&p, path, NULL, 0, 0, 2, 0);

  /* One import is one undo, decisions included. */
  pv_test_undo (&p);
  kept = pv_test_digest (&p);
  g_assert_cmpstr (before, ==, kept);
}

static void
test_an_agent_is_never_overwritten (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *status = NULL;
  g_autoptr (PvImportReport) report = NULL;
  const char *header = "N°;Porteur;Intitulé;Exercice;Résumé;Coût total;État sollicité\n";
  g_autofree char *a = g_strconcat (header, "1;Les Lilas;Lecture;2026;Un;1000;500\n", NULL);
  g_autofree char *b = g_strconcat (header, "1;Les Lilas;Lecture;2026;Deux;2000;500\n", NULL);
  g_autofree char *c = g_strconcat (header, "1;Les Lilas;Lecture;2026;Deux;3000;500\n", NULL);

  pv_test_programme_open (&p, FALSE);
  first = pv_test_write (&p, "a.csv", a);
  pv_test_assert_import (&p, first, NULL, 1, 0, 0, 0);
  pv_test_edit (&p, "UPDATE dossier SET resume = 'Le mien', revision = revision + 1");

  second = pv_test_write (&p, "a.csv", b);
  report = pv_test_import (&p, second, NULL, TRUE);
  g_assert_cmpuint (report->updated, ==, 1);
  g_assert_nonnull (pv_test_find (report, "conflit", 2));
  status = pv_test_query_text (&p, "SELECT resume || cout_total_declare_cents FROM dossier");
  g_assert_cmpstr (status, ==, "Le mien200000");

  /* The agent's own payer of the financement stays too, without a second financement. */
  pv_test_edit (&p, "INSERT INTO organisme (uuid, nom, nom_plie) VALUES ('u', 'DRAC', 'drac')");
  pv_test_edit (&p, "INSERT INTO financeur (uuid, organisme_id, categorie) VALUES ('v', "
                    "(SELECT max (id) FROM organisme), 'etat')");
  pv_test_edit (&p, "UPDATE financement SET financeur_id = (SELECT max (id) FROM financeur)");
  g_free (second);
  second = pv_test_write (&p, "a.csv", c);
  pv_test_assert_import (&p, second, NULL, 0, 1, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM financement"), ==, 1);
}

/* A later table with a total alone: the women and the men that are there are in it. */
static void
test_a_total_counts_nobody_twice (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (&p, "a.csv",
                        "N°;Porteur;Intitulé;Exercice;Femmes;Hommes;Bénéficiaires\n"
                        "1;Les Lilas;Lecture;2026;30;20;55\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT beneficiaires_non_ventiles FROM dossier"), ==, 5);
  g_free (path);
  path = pv_test_write (
      &p, "a.csv", "N°;Porteur;Intitulé;Exercice;Bénéficiaires\n1;Les Lilas;Lecture;2026;60\n");
  pv_test_assert_import (&p, path, NULL, 0, 1, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT beneficiaires_non_ventiles FROM dossier"), ==, 10);
}

static void
test_a_preview_writes_nothing_and_says_the_same (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PvImportReport) preview = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "programmation.csv", PROGRAMMATION);
  before = pv_test_digest (&p);
  preview = pv_test_import (&p, path, NULL, FALSE);
  after = pv_test_digest (&p);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (preview->applied);

  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (preview->created, ==, report->created);
  g_assert_cmpuint (preview->messages->len, ==, report->messages->len);
  pv_test_undo (&p);
  g_free (after);
  after = pv_test_digest (&p);
  g_assert_cmpstr (after, ==, before);
}

static void
cancel_cb (const PvImportRow *row, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_a_cancelled_import_leaves_nothing (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PvImport) import = NULL;
  g_autoptr (GError) error = NULL;
  PvImportReport *report = NULL;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (&p, "a.csv", SCDL GRANT ("D1", "Les Lilas", "", "Aide", "100"));
  before = pv_test_digest (&p);
  import = pv_import_new (p.db, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      pv_import_run (import, TRUE, cancel_cb, NULL, cancellable, cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (report);
  after = pv_test_digest (&p);
  g_assert_cmpstr (after, ==, before);
}

static guint
find_column (PvImport *import, const char *name)
{
  const GPtrArray *columns = pv_import_get_columns (import);

  for (guint i = 0; i < columns->len; i++)
    {
      if (g_str_equal (((const PvImportColumn *)g_ptr_array_index (columns, i))->name, name))
        return i;
    }

  g_assert_not_reached ();
}

static void
test_a_correction_is_applied_and_remembered (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *resume = NULL;
  g_autoptr (PvImport) import = NULL;
  g_autoptr (PvImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const PvImportColumn *column = NULL;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (&p, "a.csv",
                        "N°;Porteur;Intitulé;Exercice;Pitch;IBAN\n"
                        "1;Les Lilas;Lecture;2026;Lire ensemble;FR76\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "colonne-inconnue", 1));
  g_assert_nonnull (pv_test_find (report, "colonne-ignoree", 1));

  import = pv_import_new (p.db, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (pv_import_set_column_field (import, 99, "resume", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (
      pv_import_set_column_field (import, find_column (import, "Pitch"), "resume", &error));
  g_clear_pointer (&report, pv_import_report_free);
  g_assert_true (pv_import_run (import, TRUE, NULL, NULL, NULL, NULL, &report, &error));
  g_assert_cmpuint (report->updated, ==, 1);
  resume = pv_test_query_text (&p, "SELECT resume FROM dossier");
  g_assert_cmpstr (resume, ==, "Lire ensemble");

  g_clear_pointer (&import, pv_import_free);
  import = pv_import_new (p.db, path, NULL, &error);
  column = g_ptr_array_index ((GPtrArray *)pv_import_get_columns (import),
                              find_column (import, "Pitch"));
  g_assert_cmpstr (column->field, ==, "resume");
  g_assert_true (column->corrected);
  pv_test_assert_import (&p, path, NULL, 0, 0, 1, 0);
}

static void
test_unreadable_identifiers_keep_the_grant (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *declared = NULL;
  g_autoptr (PvImportReport) report = NULL;
  const PvImportMessage *message = NULL;

  pv_test_programme_open (&p, FALSE);
  path = pv_test_write (&p, "a.csv",
                        SCDL GRANT ("D1", "3F Occitanie", "7,17E+13", "Aide",
                                    "100") GRANT ("D2", "3F Occitanie", "", "Aide", "200")
                            GRANT ("D3", "", "", "Aide", "300") GRANT ("D4", "", "", "", "400"));
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (report->created, ==, 3);
  g_assert_cmpuint (report->rejected, ==, 1);
  message = pv_test_find (report, "siret-invalide", 2);
  g_assert_nonnull (message);
  g_assert_cmpstr (message->column, ==, "idBeneficiaire");
  g_assert_cmpstr (message->letters, ==, "F");
  g_assert_cmpstr (message->value, ==, "7,17E+13");
  g_assert_nonnull (pv_test_find (report, "porteur-absent", 4));
  g_assert_nonnull (pv_test_find (report, "porteur-absent", 5));
  g_assert_cmpint (pv_test_query (&p, "SELECT SUM (notifie_cents) FROM financement"), ==, 60000);
  declared = pv_test_query_text (&p, "SELECT siret_declare FROM organisme WHERE siret IS NULL AND"
                                     " nom = '3F Occitanie'");
  g_assert_cmpstr (declared, ==, "7,17E+13");
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM organisme WHERE nom LIKE '3F%'"), ==,
                   1);
}

static void
test_applications_and_actions_count_money_once (gconstpointer data)
{
  gboolean actions_first = GPOINTER_TO_INT (data);
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *actions = NULL;
  g_autofree char *depots = NULL;

  pv_test_programme_open (&p, FALSE);
  actions = pv_test_write (
      &p, "actions.csv",
      "Numero Action Osiris;Etat dossier;Exercice début;N° RNA;N° Siret;Nom;Intitulé;Demandé;"
      "Proposé;Accordé;Réalisé\n"
      "DD59-26-0001-1;A évaluer;2026;W751234567;;Les Lilas;Un;3000;2500;2000;1000\n"
      "DD59-26-0001-2;A évaluer;2026;W751234567;;Les Lilas;Deux;1000;500;;0\n");
  depots = pv_test_write (
      &p, "depots.csv",
      "N° Dossier Osiris;Etat Dossier;Exercice Début;N° RNA;N° Siret;Nom;Demandé;Proposé;Accordé;"
      "Réalisé\n"
      "DD59-26-0001;A évaluer;2026;W751234567;;Les Lilas;4000;3000;2000;1000\n");

  if (actions_first)
    {
      g_autoptr (PvImportReport) a = pv_test_import (
          &p, actions, &(PvImportOptions){ "osiris-actions", NULL, PV_INT_NULL, FALSE }, TRUE);
      g_autoptr (PvImportReport) d = pv_test_import (
          &p, depots, &(PvImportOptions){ "osiris-dossiers", NULL, PV_INT_NULL, FALSE }, TRUE);

      g_assert_cmpuint (a->created, ==, 2);
      g_assert_cmpuint (d->updated, ==, 1);
    }
  else
    {
      g_autoptr (PvImportReport) d = pv_test_import (
          &p, depots, &(PvImportOptions){ "osiris-dossiers", NULL, PV_INT_NULL, FALSE }, TRUE);
      g_autoptr (PvImportReport) a = pv_test_import (
          &p, actions, &(PvImportOptions){ "osiris-actions", NULL, PV_INT_NULL, FALSE }, TRUE);

      g_assert_cmpuint (a->created, ==, 2);
      g_assert_cmpuint (d->created, ==, 1);
    }
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM depot"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier WHERE depot_id IS NOT NULL"),
                   ==, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (sollicite_cents) FROM financement"), ==, 400000);
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (montant_cents) FROM versement"), ==, 100000);
  g_assert_cmpint (pv_test_query (&p, "SELECT sollicite_declare_cents FROM depot"), ==, 400000);
}

/* Two columns of one account of the budget: the programme can hold one of them. */
static void
test_an_account_given_twice_is_told_and_kept_once (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "a.csv",
                        "N°;Porteur;Intitulé;Exercice;60 Achats;60 - Achats\n"
                        "1;Les Lilas;Lecture;2026;100;200\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (report->created, ==, 1);
  g_assert_nonnull (pv_test_find (report, "compte-double", 2));
  g_assert_cmpint (pv_test_query (&p, "SELECT sum (prevu_cents) FROM budget_ligne"), ==, 10000);
  pv_test_assert_import (&p, path, NULL, 0, 0, 1, 0);
}

#define PAID(amount)                                                                               \
  "N°;Porteur;Intitulé;Exercice;État - Notifié;État - Versé\n"                               \
  "1;Les Lilas;Lecture;2026;1000;" amount "\n"

/* What was paid, as the source says it: in part, nothing after all, given back. */
static void
test_the_amount_paid_follows_the_source (void)
{
  static const struct
  {
    const char *content;
    gint64 paid;
  } steps[] = {
    { PAID ("500"), 50000 },
    { PAID ("0"), 0 },
    { PAID ("-200"), -20000 },
    { PAID ("300"), 30000 },
  };
  g_auto (PvTestProgramme) p = { NULL };

  pv_test_programme_open (&p, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = pv_test_write (&p, "a.csv", steps[i].content);

      pv_test_assert_import (&p, path, NULL, i == 0, i > 0, 0, 0);
      g_assert_cmpint (pv_test_query (&p, "SELECT verse_cents FROM total_dossier"), ==,
                       steps[i].paid);
      g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement"), ==, 1);
      pv_test_assert_import (&p, path, NULL, 0, 0, 1, 0);
    }
}

#define PLACES(places)                                                                             \
  "N°;Porteur;Intitulé;Exercice;Communes\n1;Les Lilas;Lecture;2026;" places "\n"

/* An import that was undone and done again is still not the work of an agent. */
static void
test_undoing_is_not_editing (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *corrected = NULL;
  g_autoptr (PvHistoryGroup) undo = NULL;
  g_autoptr (GError) error = NULL;

  pv_test_programme_open (&p, TRUE);
  path = pv_test_write (&p, "a.csv", PLACES ("Lille"));
  corrected = pv_test_write (&p, "b.csv", PLACES ("Roubaix"));
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  pv_test_undo (&p);
  undo = pv_history_last_redoable (p.db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv_history_undo (p.db, undo->id, &error), >, 0);
  g_assert_no_error (error);

  pv_test_assert_import (&p, corrected, NULL, 0, 1, 0, 0);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier_territoire t"
                                      "  JOIN commune c ON c.id = t.commune_id"
                                      " WHERE c.nom = 'Roubaix'"),
                   ==, 1);
}

/* A table wrong in every cell: what is beyond the most is counted, not kept. */
static void
test_untold (void)
{
  g_autoptr (PvImportReport) report = pv_import_report_new ("etat");
  const PvImportPlace place = { .row = 1 };

  for (guint i = 0; i < PV_IMPORT_MESSAGES_MAX; i++)
    pv_import_report_take (report, PV_IMPORT_WARNING, &place, "code", NULL, g_strdup ("text"));
  g_assert_cmpuint (pv_import_report_count_untold (report), ==, 0);
  pv_import_report_take (report, PV_IMPORT_ERROR, &place, "code", NULL, g_strdup ("text"));
  pv_import_report_take (report, PV_IMPORT_WARNING, &place, "code", NULL, g_strdup ("text"));
  g_assert_cmpuint (report->messages->len, ==, PV_IMPORT_MESSAGES_MAX);
  g_assert_cmpuint (pv_import_report_count_untold (report), ==, 2);
  g_assert_cmpuint (pv_import_report_count (report, PV_IMPORT_ERROR), ==, 1);
  g_assert_cmpuint (pv_import_report_count (report, PV_IMPORT_WARNING), ==,
                    PV_IMPORT_MESSAGES_MAX + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/programming-table", test_programming_table);
  g_test_add_func ("/import/precedent", test_precedent);
  g_test_add_func ("/import/messages-beyond-the-most-are-counted", test_untold);
  g_test_add_func ("/import/a-quarter-bears-the-commune-that-is-stated",
                   test_a_quarter_bears_the_commune_that_is_stated);
  g_test_add_func ("/import/rows-of-one-key-are-paired-and-never-merged",
                   test_rows_of_one_key_are_paired_and_never_merged);
  g_test_add_func ("/import/a-duplicate-of-the-source-is-told-and-kept",
                   test_a_duplicate_of_the_source_is_told_and_kept);
  g_test_add_func ("/import/a-conflict-is-decided", test_a_conflict_is_decided);
  g_test_add_func ("/import/an-agent-is-never-overwritten", test_an_agent_is_never_overwritten);
  g_test_add_func ("/import/a-total-counts-nobody-twice", test_a_total_counts_nobody_twice);
  g_test_add_func ("/import/a-preview-writes-nothing-and-says-the-same",
                   test_a_preview_writes_nothing_and_says_the_same);
  g_test_add_func ("/import/a-cancelled-import-leaves-nothing",
                   test_a_cancelled_import_leaves_nothing);
  g_test_add_func ("/import/a-correction-is-applied-and-remembered",
                   test_a_correction_is_applied_and_remembered);
  g_test_add_func ("/import/unreadable-identifiers-keep-the-grant",
                   test_unreadable_identifiers_keep_the_grant);
  g_test_add_data_func ("/import/applications-then-actions-count-money-once",
                        GINT_TO_POINTER (FALSE), test_applications_and_actions_count_money_once);
  g_test_add_data_func ("/import/actions-then-applications-count-money-once",
                        GINT_TO_POINTER (TRUE), test_applications_and_actions_count_money_once);
  g_test_add_func ("/import/an-account-given-twice-is-told-and-kept-once",
                   test_an_account_given_twice_is_told_and_kept_once);
  g_test_add_func ("/import/the-amount-paid-follows-the-source",
                   test_the_amount_paid_follows_the_source);
  g_test_add_func ("/import/undoing-is-not-editing", test_undoing_is_not_editing);

  return g_test_run ();
}
