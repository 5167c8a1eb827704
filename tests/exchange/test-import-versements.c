/* test-import-versements.c: a table of payments, matched to the financements that are there
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

#define ENTETE "N° dossier;Financeur;Dispositif;Exercice;Date de versement;Montant;Nature;Mandat\n"

/* 0001: État (P147 12 000 € and FIPD 3 000 €), Région (5 000 €); 0002: État (2 000 €),
 * referenced EJ-77; 0003: refused. */
static void
open_programme (PvTestProgramme *self)
{
  g_autofree char *path = NULL;

  pv_test_programme_open (self, TRUE);
  path = pv_test_write (self, "programmation.csv",
                        "N°;Porteur;SIRET;Intitulé;Exercice;État - P147 notifié;État - FIPD "
                        "notifié;Région notifié;Statut\n"
                        "0001;Les Lilas;13002526500013;Lecture;2026;12000;3000;5000;notifié\n"
                        "0002;Le Phare;;Chantier;2026;2000;;;notifié\n"
                        "0003;La Barque;;Danse;2026;1000;;;refusé\n");
  pv_test_assert_import (self, path, NULL, 3, 0, 0, 0);
  pv_test_edit (self, "UPDATE financement SET reference = 'EJ-77' WHERE notifie_cents = 200000");
  g_assert_cmpint (
      pv_test_query (self, "SELECT count (*) FROM financement WHERE notifie_cents > 0"), ==, 5);
}

static gint64
sum_of (PvTestProgramme *self, const char *numero, gint64 notifie)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT COALESCE (t.verse_cents, 0) FROM financement f JOIN dossier d ON d.id = f.dossier_id"
      "  LEFT JOIN total_financement t ON t.id = f.id"
      " WHERE d.numero = '%s' AND f.notifie_cents = %" G_GINT64_FORMAT,
      numero, notifie);

  return pv_test_query (self, sql);
}

static void
test_payments_join_their_financements (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PvImportReport) preview = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;État;P147;2026;15/05/2026;6000;;M 12\n"
                               "0001;État;P147;2026;30/09/2026;6000;;M 40\n"
                               "0001;État;FIPD;2026;15/05/2026;3000;Acompte;M 12\n"
                               "0001;Région;;2026;01/06/2026;5 000,00 €;;\n"
                               "0001;Région;;;01/07/2026;-500;;T 3\n");
  preview = pv_test_import (&p, path, NULL, FALSE);
  pv_test_say (preview);
  g_assert_cmpstr (preview->profile, ==, "versements");
  g_assert_cmpuint (preview->created, ==, 5);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement"), ==, 0);
  pv_test_assert_import (&p, path, NULL, 5, 0, 0, 0);
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 1200000);
  g_assert_cmpint (sum_of (&p, "0001", 300000), ==, 300000);
  g_assert_cmpint (sum_of (&p, "0001", 500000), ==, 450000);
  /* the kind is what is due makes of it, unless it is said */
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement WHERE genre = 'solde'"), ==,
                   2);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement WHERE genre = 'acompte'"),
                   ==, 2);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement WHERE genre = "
                                      "'reversement' AND reference = 'T 3' AND montant_cents = "
                                      "50000 AND verse_le = '2026-07-01'"),
                   ==, 1);

  /* the same file changes nothing at all; a corrected amount one payment */
  before = pv_test_digest (&p);
  pv_test_assert_import (&p, path, NULL, 0, 0, 5, 0);
  after = pv_test_digest (&p);
  g_assert_cmpstr (before, ==, after);
  changed = pv_test_write (&p, "versements.csv",
                           ENTETE "0001;État;P147;2026;15/05/2026;5000;;M 12\n"
                                  "0001;État;P147;2026;30/09/2026;6000;;M 40\n");
  pv_test_assert_import (&p, changed, NULL, 0, 1, 1, 0);
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 1100000);

  pv_test_undo (&p);
  pv_test_undo (&p);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement"), ==, 0);
}

static void
test_other_ways_to_name_it (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *reference = NULL;
  g_autofree char *porteur = NULL;

  open_programme (&p);
  reference = pv_test_write (&p, "a.csv",
                             "Référence du financeur;Date de paiement;Montant versé\n"
                             "EJ-77;2026-05-02;2000\n");
  pv_test_assert_import (&p, reference, NULL, 1, 0, 0, 0);
  g_assert_cmpint (sum_of (&p, "0002", 200000), ==, 200000);
  porteur = pv_test_write (&p, "b.csv",
                           "Bénéficiaire;SIRET;Financeur;Exercice;Versé le;Montant\n"
                           "LES LILAS;13002526500013;Région;2026;2026-05-02;5000\n"
                           "les lilas;;Région;2026;2026-05-03;1\n");
  pv_test_assert_import (&p, porteur, NULL, 2, 0, 0, 0);
  g_assert_cmpint (sum_of (&p, "0001", 500000), ==, 500100);
}

/* What was entered by hand is not doubled; what was deleted by hand stays so. */
static void
test_the_work_of_an_agent_is_kept (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  pv_test_edit (&p, "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents)"
                    " SELECT 'v1', id, '2026-05-15', 'acompte', 600000 FROM financement"
                    "  WHERE notifie_cents = 1200000");
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;État;P147;2026;15/05/2026;6000;;M 12\n"
                               "0001;État;P147;2026;15/05/2026;6000;;M 12\n");
  /* the first is the one that is there, the second another one */
  pv_test_assert_import (&p, path, NULL, 1, 0, 1, 0);
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 1200000);

  pv_test_edit (&p, "DELETE FROM versement WHERE uuid <> 'v1'");
  pv_test_assert_import (&p, path, NULL, 0, 0, 2, 0);
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 600000);
  changed = pv_test_write (&p, "versements.csv",
                           ENTETE "0001;État;P147;2026;15/05/2026;6000;;M 12\n"
                                  "0001;État;P147;2026;15/05/2026;6001;;M 12\n");
  report = pv_test_import (&p, changed, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "versement-supprime", 3));
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 600000);
}

/* The payer completes its table: each payment is corrected, none is made twice. */
static void
test_a_corrected_table_doubles_nothing (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *another = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;État;P147;2026;15/05/2026;2000;;\n"
                               "0001;État;P147;2026;30/09/2026;2000;;M 40\n"
                               "0001;Région;;2026;01/06/2026;1100;;\n");
  pv_test_assert_import (&p, path, NULL, 3, 0, 0, 0);
  /* a mandat added, a date corrected */
  changed = pv_test_write (&p, "versements.csv",
                           ENTETE "0001;État;P147;2026;15/05/2026;2000;;M 12\n"
                                  "0001;État;P147;2026;02/10/2026;2000;;M 40\n"
                                  "0001;Région;;2026;01/06/2026;1100;;\n");
  pv_test_assert_import (&p, changed, NULL, 0, 2, 1, 0);
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 400000);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement WHERE reference = 'M 12' AND"
                                      " verse_le = '2026-05-15'"),
                   ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement WHERE reference = 'M 40' AND"
                                      " verse_le = '2026-10-02'"),
                   ==, 1);
  pv_test_assert_import (&p, changed, NULL, 0, 0, 3, 0);

  /* another date, and no mandat to tell: kept both, and said */
  another = pv_test_write (&p, "versements.csv", ENTETE "0001;Région;;2026;03/06/2026;1100;;\n");
  report = pv_test_import (&p, another, NULL, TRUE);
  pv_test_say (report);
  g_assert_nonnull (pv_test_find (report, "doublon-possible", 2));
  g_assert_cmpuint (report->created, ==, 1);
}

/* Two mandats, or two payments of one table, are two payments whatever their amounts. */
static void
test_equal_payments_are_kept_apart (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *longer = NULL;
  g_autoptr (PvImportReport) first = NULL;
  g_autoptr (PvImportReport) second = NULL;

  open_programme (&p);
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;État;P147;2026;15/05/2026;2000;;\n"
                               "0001;État;P147;2026;30/06/2026;2000;;\n");
  first = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (first->created, ==, 2);
  g_assert_cmpuint (pv_test_count (first, "doublon-possible"), ==, 0);
  longer = pv_test_write (&p, "versements.csv",
                          ENTETE "0001;État;P147;2026;15/05/2026;2000;;\n"
                                 "0001;État;P147;2026;30/06/2026;2000;;\n"
                                 "0001;État;P147;2026;30/09/2026;2000;;M 50\n"
                                 "0001;État;P147;2026;30/09/2026;2000;;M 51\n");
  second = pv_test_import (&p, longer, NULL, TRUE);
  pv_test_say (second);
  g_assert_cmpuint (second->created, ==, 2);
  g_assert_cmpuint (pv_test_count (second, "doublon-possible"), ==, 0);
  g_assert_cmpint (sum_of (&p, "0001", 1200000), ==, 800000);
}

/* What a programming says was paid, without a day, is the payment that the payer details. */
static void
test_an_undated_payment_gets_its_date (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;

  open_programme (&p);
  pv_test_edit (&p, "INSERT INTO versement (uuid, financement_id, genre, montant_cents)"
                    " SELECT 'v1', id, 'acompte', 500000 FROM financement"
                    "  WHERE notifie_cents = 500000");
  path = pv_test_write (&p, "versements.csv", ENTETE "0001;Région;;2026;01/06/2026;5000;;M 7\n");
  pv_test_assert_import (&p, path, NULL, 0, 1, 0, 0);
  g_assert_cmpint (sum_of (&p, "0001", 500000), ==, 500000);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement WHERE uuid = 'v1' AND"
                                      " verse_le = '2026-06-01' AND reference = 'M 7'"),
                   ==, 1);
  pv_test_assert_import (&p, path, NULL, 0, 0, 1, 0);
}

static void
test_a_chapeau_is_not_paid (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  pv_test_edit (&p, "UPDATE dossier SET chapeau = 1 WHERE numero = '0001'");
  path = pv_test_write (&p, "versements.csv", ENTETE "0001;Région;;2026;01/06/2026;10;;\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "dossier-chapeau", 2));
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement"), ==, 0);
}

static void
test_what_is_flagged_is_written (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) preview = NULL;
  g_autoptr (PvImportReport) report = NULL;
  const PvImportMessage *message;

  open_programme (&p);
  pv_test_edit (&p, "UPDATE financement SET notifie_le = '2026-06-02'"
                    " WHERE notifie_cents = 500000");
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;Région;;2026;01/06/2026;4000;;\n"
                               "0001;Région;;2026;02/06/2026;1000,01;;\n"
                               "0001;État;P147;2025;01/06/2026;1;;\n"
                               "0001;État;FIPD;2026;01/06/2099;1;;\n");
  /* a preview counts the rows before too */
  preview = pv_test_import (&p, path, NULL, FALSE);
  g_assert_nonnull (pv_test_find (preview, "verse-superieur-au-notifie", 3));
  report = pv_test_import (&p, path, NULL, TRUE);
  pv_test_say (report);
  message = pv_test_find (report, "verse-superieur-au-notifie", 3);
  g_assert_nonnull (message);
  g_assert_cmpint (message->severity, ==, PV_IMPORT_WARNING);
  g_assert_cmpstr (message->column, ==, "Montant");
  g_assert_nonnull (pv_test_find (report, "date-future", 5));
  g_assert_nonnull (pv_test_find (report, "date-autre-exercice", 5));
  g_assert_cmpuint (pv_test_count (report, "date-autre-exercice"), ==, 1);
  g_assert_nonnull (pv_test_find (report, "date-avant-notification", 2));
  g_assert_cmpuint (pv_test_count (report, "date-avant-notification"), ==, 1);
  g_assert_cmpuint (report->created, ==, 4);
  /* no appel of 2025 */
  g_assert_nonnull (pv_test_find (report, "autre-exercice", 4));
  g_assert_cmpint (sum_of (&p, "0001", 500000), ==, 500001);
}

/* Paid on the dossier of its number, whose financement is of another year. */
static void
test_another_exercice (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  pv_test_edit (&p, "UPDATE financement SET exercice = 2027 WHERE notifie_cents = 500000");
  path = pv_test_write (&p, "versements.csv", ENTETE "0001;Région;;2026;01/06/2026;10;;\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_nonnull (pv_test_find (report, "autre-exercice", 2));
  g_assert_cmpuint (report->created, ==, 1);
}

/* What was put off to the next year is told by that year, though no appel is of it. */
static void
test_the_exercice_of_the_financement (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  pv_test_edit (&p, "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice,"
                    "  notifie_cents)"
                    " SELECT 'f1', dossier_id, financeur_id, 2027, 70000 FROM financement"
                    "  WHERE notifie_cents = 500000");
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;Région;;2027;01/06/2027;700;;\n"
                               "0001;Région;;2026;01/06/2026;5000;;\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  pv_test_say (report);
  g_assert_cmpuint (report->created, ==, 2);
  g_assert_cmpuint (pv_test_count (report, "autre-exercice"), ==, 0);
  g_assert_cmpint (sum_of (&p, "0001", 70000), ==, 70000);
  g_assert_cmpint (sum_of (&p, "0001", 500000), ==, 500000);
}

/* Of two dossiers of one number, the one that is financed that year; else none is guessed. */
static void
test_one_number_in_two_appels (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *programme = NULL;
  g_autofree char *path = NULL;
  g_autoptr (PvImportReport) report = NULL;

  open_programme (&p);
  programme = pv_test_write (&p, "programmation-2025.csv",
                             "N°;Porteur;Intitulé;Exercice;Région notifié;Statut\n"
                             "0001;Le Môle;Vélo;2025;900;notifié\n");
  pv_test_assert_import (&p, programme, NULL, 1, 0, 0, 0);
  pv_test_edit (&p, "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice,"
                    "  notifie_cents)"
                    " SELECT 'f1', dossier_id, financeur_id, 2027, 70000 FROM financement"
                    "  WHERE notifie_cents = 500000");
  path = pv_test_write (&p, "versements.csv",
                        ENTETE "0001;Région;;2027;01/06/2027;700;;\n"
                               "0001;Région;;2025;01/06/2025;900;;\n"
                               "0001;Région;;2024;01/06/2024;1;;\n"
                               "0001;Région;;;01/06/2024;1;;\n");
  report = pv_test_import (&p, path, NULL, TRUE);
  pv_test_say (report);
  g_assert_cmpuint (report->created, ==, 2);
  g_assert_cmpint (sum_of (&p, "0001", 70000), ==, 70000);
  g_assert_cmpint (sum_of (&p, "0001", 90000), ==, 90000);
  g_assert_nonnull (pv_test_find (report, "dossier-ambigu", 4));
  g_assert_nonnull (pv_test_find (report, "dossier-ambigu", 5));
}

/* One row that cannot be taken, beside one that can. */
static const PvTestLigne lignes[] = {
  { "dossier", "0009;État;P147;2026;01/06/2026;1;;\n", "dossier-inconnu", "N° dossier", "0009" },
  { "sans-dossier", ";État;P147;2026;01/06/2026;1;;\n", "dossier-absent", "N° dossier", "" },
  { "refuse", "0003;État;P147;2026;01/06/2026;1;;\n", "dossier-refuse", "N° dossier", "0003" },
  { "financeur", "0001;Zorglub;;2026;01/06/2026;1;;\n", "financeur-inconnu", "Financeur",
    "Zorglub" },
  { "sans-financement", "0002;Région;;2026;01/06/2026;1;;\n", "financement-absent", "Financeur",
    "Région" },
  { "dispositif", "0001;État;QQQ;2026;01/06/2026;1;;\n", "dispositif-inconnu", "Dispositif",
    "QQQ" },
  { "autre-dispositif", "0002;État;FIPD;2026;01/06/2026;1;;\n", "financement-absent", "Dispositif",
    "FIPD" },
  { "ambigu", "0001;État;;2026;01/06/2026;1;;\n", "financement-ambigu", "N° dossier", "0001" },
  { "sans-date", "0001;État;P147;2026;;1;;\n", "date-absente", "Date de versement", "" },
  { "date", "0001;État;P147;2026;31/02/2026;1;;\n", "date-illisible", "Date de versement",
    "31/02/2026" },
  { "sans-montant", "0001;État;P147;2026;01/06/2026;;;\n", "montant-absent", "Montant", "" },
  { "montant-nul", "0001;État;P147;2026;01/06/2026;0;;\n", "montant-nul", "Montant", "0" },
  { "montant", "0001;État;P147;2026;01/06/2026;douze;;\n", "montant-illisible", "Montant",
    "douze" },
  { "reversement", "0001;État;P147;2026;01/06/2026;-1;;\n", "reversement-superieur", "Montant",
    "-1" },
};

static void
test_a_bad_row_is_told_by_its_cell (gconstpointer data)
{
  g_auto (PvTestProgramme) p = { NULL };

  open_programme (&p);
  pv_test_assert_refused (&p, "versements", ENTETE "0001;Région;;2026;01/06/2026;100;;\n", data);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM versement"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count (*) FROM dossier"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-versements/payments-join-their-financements",
                   test_payments_join_their_financements);
  g_test_add_func ("/import-versements/other-ways-to-name-it", test_other_ways_to_name_it);
  g_test_add_func ("/import-versements/the-work-of-an-agent-is-kept",
                   test_the_work_of_an_agent_is_kept);
  g_test_add_func ("/import-versements/a-corrected-table-doubles-nothing",
                   test_a_corrected_table_doubles_nothing);
  g_test_add_func ("/import-versements/equal-payments-are-kept-apart",
                   test_equal_payments_are_kept_apart);
  g_test_add_func ("/import-versements/an-undated-payment-gets-its-date",
                   test_an_undated_payment_gets_its_date);
  g_test_add_func ("/import-versements/a-chapeau-is-not-paid", test_a_chapeau_is_not_paid);
  g_test_add_func ("/import-versements/what-is-flagged-is-written",
                   test_what_is_flagged_is_written);
  g_test_add_func ("/import-versements/another-exercice", test_another_exercice);
  g_test_add_func ("/import-versements/the-exercice-of-the-financement",
                   test_the_exercice_of_the_financement);
  g_test_add_func ("/import-versements/one-number-in-two-appels", test_one_number_in_two_appels);
  for (guint i = 0; i < G_N_ELEMENTS (lignes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/import-versements/bad/%s", lignes[i].nom);

      g_test_add_data_func (name, &lignes[i], test_a_bad_row_is_told_by_its_cell);
    }

  return g_test_run ();
}
