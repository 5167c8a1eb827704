/* test-import-bilans.c: a table of comptes rendus, one row per dossier of the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bilan/pv-bilan-accord.h"
#include "pv-test-import.h"

#define ENTETE                                                                                     \
  "N° dossier;CRF reçu le;Réalisation;60 Achats;64 Personnel;70 Ventes;Femmes;Hommes;Part QPV;" \
  "Objectifs atteints;À récupérer\n"

/* 0001: planned 10 000 € (60: 4 000, 64: 6 000), notified; 0002: nothing planned, notified;
 * 0003: nothing notified. */
static void
open_programme (PvTestProgramme *self)
{
  g_autofree char *path = NULL;

  pv_test_programme_open (self, TRUE);
  path = pv_test_write (self, "programmation.csv",
                        "N°;Porteur;Intitulé;Exercice;État - P147 notifié;60 Achats;64 Personnel;"
                        "70 Ventes;Statut\n"
                        "0001;Les Lilas;Lecture;2025;5000;4000;6000;10000;notifié\n"
                        "0002;Le Phare;Chantier;2025;2000;;;;notifié\n"
                        "0003;La Barque;Danse;2025;;3000;;;refusé\n");
  pv_test_assert_import (self, path, NULL, 3, 0, 0, 0);
}

static gint64
of (PvTestProgramme *self, const char *column, const char *numero)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM bilan b JOIN dossier d ON d.id = b.dossier_id WHERE d.numero = '%s'", column,
      numero);

  return pv_test_query (self, sql);
}

static gint64
realised (PvTestProgramme *self, const char *numero, const char *code)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT l.realise_cents FROM budget_ligne l JOIN dossier d ON d.id = l.dossier_id"
      " JOIN compte c ON c.id = l.compte_id WHERE d.numero = '%s' AND c.code = '%s'",
      numero, code);

  return pv_test_query (self, sql);
}

static void
test_a_table_of_comptes_rendus (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PvImportReport) preview = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  path = pv_test_write (
      &p, "bilans.csv",
      ENTETE "0001;12/05/2026;en partie;3 500,50;5000;8500,50;40;12;80 %;Deux sur trois.;250\n"
             "0002;2026-05-13;oui;1500;;;;;;;\n"
             "0099;2026-05-13;oui;;;;;;;;\n");
  preview = pv_test_import (&p, path, NULL, FALSE);
  g_assert_cmpstr (preview->profile, ==, "bilans");
  g_assert_cmpuint (preview->created, ==, 2);
  g_assert_cmpuint (preview->rejected, ==, 1);
  g_assert_nonnull (pv_test_find (preview, "dossier-inconnu", 4));
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM bilan"), ==, 0);

  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "realise-sans-prevu", 3));
  g_assert_null (pv_test_find (report, "realise-sans-prevu", 2));
  g_assert_cmpint (realised (&p, "0001", "60"), ==, 350050);
  g_assert_cmpint (realised (&p, "0001", "64"), ==, 500000);
  g_assert_cmpint (realised (&p, "0001", "70"), ==, 850050);
  g_assert_cmpint (of (&p, "b.beneficiaires_femmes", "0001"), ==, 40);
  g_assert_cmpint (of (&p, "b.beneficiaires_qpv_bp", "0001"), ==, 8000);
  g_assert_cmpint (of (&p, "a_recuperer_cents", "0001"), ==, 25000);
  g_assert_cmpint (of (&p, "realisation = 'partielle'", "0001"), ==, 1);
  g_assert_cmpint (of (&p, "crf_recu_le = '2026-05-12'", "0001"), ==, 1);
  text = pv_test_query_text (&p, "SELECT reponse FROM bilan_reponse WHERE question = 'objectifs'");
  g_assert_cmpstr (text, ==, "Deux sur trois.");
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier WHERE statut = 'bilan-recu'"),
                   ==, 2);

  before = pv_test_digest (&p);
  pv_test_assert_import (&p, path, NULL, 0, 0, 2, 1);
  after = pv_test_digest (&p);
  g_assert_cmpstr (before, ==, after);

  pv_test_undo (&p);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM bilan"), ==, 0);
  g_assert_cmpint (
      pv_test_query (&p, "SELECT count (*) FROM budget_ligne WHERE realise_cents IS NOT NULL"), ==,
      0);
}

static void
test_by_porteur_and_in_total (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "bilans.csv",
                        "Porteur;Intitulé;Exercice;CRF reçu le;Charges réalisées;Produits "
                        "réalisés\n"
                        "Les Lilas;LECTURE;2025;12/05/2026;7500,01;7000\n"
                        "Le Phare;Chantier;2025;12/05/2026;1000;\n"
                        "Le Phare;Chantier;2024;12/05/2026;1000;\n"
                        ";Chantier;2025;12/05/2026;1000;\n"
                        "La Barque;Danse;2025;12/05/2026;900;\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (report->created, ==, 3);
  g_assert_cmpuint (report->rejected, ==, 2);
  /* 7 500,01 in the proportions of 4 000 and 6 000, to the cent */
  g_assert_cmpint (realised (&p, "0001", "60"), ==, 300000);
  g_assert_cmpint (realised (&p, "0001", "64"), ==, 450001);
  g_assert_cmpint (realised (&p, "0001", "70"), ==, 700000);
  g_assert_nonnull (pv_test_find (report, "total-reparti", 2));
  g_assert_nonnull (pv_test_find (report, "total-sans-prevu", 3));
  g_assert_nonnull (pv_test_find (report, "dossier-inconnu", 4));
  g_assert_nonnull (pv_test_find (report, "dossier-absent", 5));
  g_assert_nonnull (pv_test_find (report, "bilan-non-attendu", 6));
}

/* A total that comes after the accounts is compared with them, side by side. */
static void
test_a_total_overwrites_no_account (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;
  g_autoptr (PvImportReport) same = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "bilans.csv", ENTETE "0001;12/05/2026;;1000;;;;;;;\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  g_free (path);
  path = pv_test_write (&p, "totaux.csv",
                        "N° dossier;CRF reçu le;Charges réalisées;Produits réalisés\n"
                        "0001;12/05/2026;5000;7000\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "total-different", 2));
  g_assert_cmpuint (pv_test_count (report, "total-different"), ==, 1);
  g_assert_cmpuint (pv_test_count (report, "total-reparti"), ==, 1);
  g_assert_cmpint (realised (&p, "0001", "60"), ==, 100000);
  g_assert_cmpint (realised (&p, "0001", "64"), ==, PV_CENTS_NULL);
  g_assert_cmpint (realised (&p, "0001", "70"), ==, 700000);

  /* and one that they make says nothing */
  g_free (path);
  path = pv_test_write (&p, "totaux.csv",
                        "N° dossier;CRF reçu le;Charges réalisées;Produits réalisés\n"
                        "0001;12/05/2026;1000;7000\n");
  same = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (same->messages->len, ==, 0);
  g_assert_cmpuint (same->unchanged, ==, 1);
}

/* A later row with a total alone: the women and the men that are there are in it. */
static void
test_a_total_counts_nobody_twice (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "bilans.csv",
                        "N° dossier;CRF reçu le;Femmes;Hommes\n0001;12/05/2026;30;20\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  g_free (path);
  path = pv_test_write (&p, "totaux.csv",
                        "N° dossier;CRF reçu le;Bénéficiaires\n0001;12/05/2026;50\n");
  pv_test_assert_import (&p, path, NULL, 0, 0, 1, 0);
  g_assert_cmpint (of (&p, "b.beneficiaires_femmes", "0001"), ==, 30);
  g_assert_cmpint (of (&p, "b.beneficiaires_non_ventiles", "0001"), ==, PV_INT_NULL);
  g_free (path);
  path = pv_test_write (&p, "totaux.csv",
                        "N° dossier;CRF reçu le;Bénéficiaires\n0001;12/05/2026;60\n");
  pv_test_assert_import (&p, path, NULL, 0, 1, 0, 0);
  g_assert_cmpint (of (&p, "b.beneficiaires_non_ventiles", "0001"), ==, 10);
  /* what the row says stands, its empty cells too */
  g_free (path);
  path = pv_test_write (&p, "bilans.csv",
                        "N° dossier;CRF reçu le;Femmes;Bénéficiaires\n0001;12/05/2026;35;60\n");
  pv_test_assert_import (&p, path, NULL, 0, 1, 0, 0);
  g_assert_cmpint (of (&p, "b.beneficiaires_non_ventiles", "0001"), ==, 5);
}

/* --- a new grant while a bilan is missing --- */

static void
assert_statut (PvTestProgramme *self, const char *statut, const char *declare)
{
  g_autofree char *is =
      pv_test_query_text (self, "SELECT statut FROM dossier WHERE numero = '0010'");
  g_autofree char *said =
      pv_test_query_text (self, "SELECT statut_declare FROM dossier WHERE numero = '0010'");

  g_assert_cmpstr (is, ==, statut);
  g_assert_cmpstr (said, ==, declare);
}

static void
test_a_table_grants_nothing_that_is_blocked (void)
{
  static const char entete[] = "N°;Porteur;Intitulé;Exercice;Statut\n";
  g_auto (PvTestProgramme) p = { NULL };
  g_autoptr (PvImportReport) report = NULL;
  g_autoptr (PvImportReport) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = g_strconcat (entete, "0010;Les Lilas;Lecture;2026;proposé\n", NULL);
  g_autofree char *path = NULL;
  const PvImportMessage *message;

  open_programme (&p);
  path = pv_test_write (&p, "demandes.csv", table);
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  g_assert_true (pv_bilan_accord_set_bloquant (p.db, TRUE, NULL, &error));
  g_free (path);
  g_free (table);
  table = g_strconcat (entete, "0010;Les Lilas;Lecture;2026;Programmé\n", NULL);
  path = pv_test_write (&p, "comite.csv", table);

  report = pv_test_import (&p, path, NULL, TRUE);
  message = pv_test_find (report, "statut-retenu", 2);
  g_assert_nonnull (message);
  g_assert_cmpint (message->severity, ==, PV_IMPORT_WARNING);
  g_assert_nonnull (strstr (message->text, "0001 (2025)"));
  assert_statut (&p, "propose", "Programmé");

  /* once the bilan is there the next table moves it */
  pv_test_edit (&p, "INSERT INTO bilan (uuid, dossier_id, crf_recu_le) SELECT 'b', id,"
                    " '2026-05-02' FROM dossier WHERE numero = '0001'");
  g_free (path);
  g_free (table);
  table = g_strconcat (entete, "0010;Les Lilas;Lecture;2026;programmé\n", NULL);
  path = pv_test_write (&p, "suite.csv", table);
  after = pv_test_import (&p, path, NULL, TRUE);
  g_assert_null (pv_test_find (after, "statut-retenu", 0));
  assert_statut (&p, "programme", NULL);
}

static void
test_bad_rows (void)
{
  static const struct
  {
    const char *row, *code, *column;
  } cas[] = {
    { "0001;2999-01-01;;;;;;;;;\n", "bilan-impossible", "CRF reçu le" },
    { "0001;2026-05-12;peut-être;;;;;;;;\n", NULL, "Réalisation" },
    { "0001;2026-05-12;;abc;;;;;;;\n", NULL, "60 Achats" },
    { "0001;2026-05-12;;;;;;;;;-5\n", "montant-negatif", "À récupérer" },
    { ";2026-05-12;;;;;;;;;\n", "dossier-absent", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_auto (PvTestProgramme) p = { NULL };
      g_autofree char *table = g_strconcat (ENTETE, cas[i].row, NULL);
      g_autofree char *path = NULL;
      g_autoptr (PvImportReport) report = NULL;
      const PvImportMessage *message;

      open_programme (&p);
      path = pv_test_write (&p, "bilans.csv", table);
      report = pv_test_import (&p, path, NULL, TRUE);
      pv_test_say (report);
      g_assert_cmpuint (report->messages->len, >, 0);
      message =
          cas[i].code != NULL ? pv_test_find (report, cas[i].code, 2) : report->messages->pdata[0];
      g_assert_nonnull (message);
      g_assert_cmpuint (message->row, ==, 2);
      if (cas[i].column != NULL)
        g_assert_cmpstr (message->column, ==, cas[i].column);
    }
}

/* A poste is given in one way; what was entered by hand is asked about. */
static void
test_the_work_of_an_agent_is_kept (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "bilans.csv", ENTETE "0001;12/05/2026;;3500;;;40;;;;\n");
  pv_test_assert_import (&p, path, NULL, 1, 0, 0, 0);
  pv_test_edit (&p, "UPDATE bilan SET beneficiaires_femmes = 44, revision = revision + 1");
  pv_test_edit (&p, "UPDATE budget_ligne SET realise_cents = 360000, revision = revision + 1"
                    " WHERE realise_cents = 350000");
  changed = pv_test_write (&p, "bilans.csv", ENTETE "0001;12/05/2026;;3700;;;41;;;;\n");
  report = pv_test_import (&p, changed, NULL, TRUE);
  g_assert_cmpuint (pv_test_count (report, "conflit"), ==, 2);
  g_assert_cmpint (of (&p, "b.beneficiaires_femmes", "0001"), ==, 44);
  g_assert_cmpint (realised (&p, "0001", "60"), ==, 360000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-bilans/a-table-of-comptes-rendus", test_a_table_of_comptes_rendus);
  g_test_add_func ("/import-bilans/by-porteur-and-in-total", test_by_porteur_and_in_total);
  g_test_add_func ("/import-bilans/a-total-counts-nobody-twice", test_a_total_counts_nobody_twice);
  g_test_add_func ("/import-bilans/a-total-overwrites-no-account",
                   test_a_total_overwrites_no_account);
  g_test_add_func ("/import-bilans/bad-rows", test_bad_rows);
  g_test_add_func ("/import-bilans/the-work-of-an-agent-is-kept",
                   test_the_work_of_an_agent_is_kept);

  g_test_add_func ("/import-bilans/a-table-grants-nothing-that-is-blocked",
                   test_a_table_grants_nothing_that_is_blocked);

  return g_test_run ();
}
