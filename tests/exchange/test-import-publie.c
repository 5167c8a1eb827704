/* test-import-publie.c: published grants, in a file that knows some of them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

#define ENTETE                                                                                     \
  "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;"    \
  "objet;montant;nature;conditionsVersement;datesPeriodeVersement;notificationUE;"                 \
  "pourcentageSubvention\n"
#define LIGNE(date, acte, siret, objet, montant)                                                   \
  "Préfecture;21590350100017;" date ";" acte ";Les Lilas;" siret ";" objet ";" montant             \
  ";aide en numéraire;unique;" date ";non;1\n"
#define LILAS "80112233400015"
#define PHARE "51223344600016"

/* Two dossiers of Le Phare are alike in all that is published. */
static void
open_programme (PvTestProgramme *self)
{
  g_autofree char *path = NULL;

  pv_test_programme_open (self, TRUE);
  path = pv_test_write (self, "programmation.csv",
                        "N°;Porteur;Intitulé;Exercice;État - P147 notifié;Statut\n"
                        "0001;Les Lilas;Lecture à l’école;2025;5000;notifié\n"
                        "0002;Le Phare;Chantier;2025;2000;notifié\n"
                        "0003;Le Phare;Chantier;2025;2000;notifié\n");
  pv_test_assert_import (self, path, NULL, 3, 0, 0, 0);
  pv_test_edit (self, "UPDATE organisme SET siret = '21590350100017' WHERE id ="
                      " (SELECT fi.organisme_id FROM financement f"
                      "    JOIN financeur fi ON fi.id = f.financeur_id LIMIT 1)");
  pv_test_edit (self, "UPDATE organisme SET siret = '" LILAS "' WHERE nom = 'Les Lilas'");
  pv_test_edit (self, "UPDATE organisme SET siret = '" PHARE "' WHERE nom = 'Le Phare'");
}

static void
test_what_is_known_is_not_written_twice (void)
{
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PvImportReport) report = NULL;
  g_autoptr (PvImportReport) again = NULL;

  open_programme (&p);
  before = pv_test_query_text (&p, "SELECT group_concat (intitule || notifie_cents) FROM dossier d"
                                   " JOIN financement f ON f.dossier_id = d.id");
  path = pv_test_write (&p, "publie.csv",
                        ENTETE LIGNE ("2025-05-12", "DEL 1", LILAS, "LECTURE A L'ECOLE", "5000")
                            LIGNE ("2025-05-12", "DEL 2", PHARE, "Chantier", "2000"));
  report = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpstr (report->profile, ==, "scdl");
  g_assert_cmpuint (report->created, ==, 0);
  g_assert_cmpuint (report->updated, ==, 0);
  g_assert_cmpuint (report->unchanged, ==, 1);
  g_assert_cmpuint (report->rejected, ==, 1);
  g_assert_cmpint (pv_test_find (report, "deja-publie", 2)->severity, ==, PV_IMPORT_INFO);
  g_assert_cmpint (pv_test_find (report, "deja-publie", 3)->severity, ==, PV_IMPORT_WARNING);

  again = pv_test_import (&p, path, NULL, TRUE);
  g_assert_cmpuint (again->created, ==, 0);
  after = pv_test_query_text (&p, "SELECT group_concat (intitule || notifie_cents) FROM dossier d"
                                  " JOIN financement f ON f.dossier_id = d.id");
  g_assert_cmpstr (before, ==, after);
}

/* Another body, amount, title or year is another grant; so is the same line once more. */
static void
test_another_grant_is_written (void)
{
  static const char *const lignes[] = {
    LIGNE ("2025-05-12", "DEL 1", PHARE, "Lecture à l’école", "5000"),
    LIGNE ("2025-05-12", "DEL 1", LILAS, "Lecture à l’école", "5000,01"),
    LIGNE ("2025-05-12", "DEL 1", LILAS, "Lecture", "5000"),
    LIGNE ("2024-05-12", "DEL 1", LILAS, "Lecture à l’école", "5000"),
  };
  g_auto (PvTestProgramme) p = { NULL };
  g_autofree char *twice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lignes); i++)
    {
      g_auto (PvTestProgramme) q = { NULL };
      g_autofree char *table = g_strconcat (ENTETE, lignes[i], NULL);
      g_autofree char *path = NULL;

      open_programme (&q);
      path = pv_test_write (&q, "publie.csv", table);
      pv_test_assert_import (&q, path, NULL, 1, 0, 0, 0);
    }

  open_programme (&p);
  twice = pv_test_write (&p, "publie.csv",
                         ENTETE LIGNE ("2025-05-12", "DEL 1", LILAS, "Lecture à l’école", "5000")
                             LIGNE ("2025-05-12", "DEL 1", LILAS, "Lecture à l’école", "5000"));
  pv_test_assert_import (&p, twice, NULL, 1, 0, 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-publie/what-is-known-is-not-written-twice",
                   test_what_is_known_is_not_written_twice);
  g_test_add_func ("/import-publie/another-grant-is-written", test_another_grant_is_written);

  return g_test_run ();
}
