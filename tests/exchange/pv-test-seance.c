/* pv-test-seance.c: a séance of any size, for the tests of its procès-verbal
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-seance.h"

#include "seance/pv-seance-service.h"

#define NOMBRES(n)                                                                                 \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " n ") "

static const char cadre[] =
    "INSERT INTO contrat (id, uuid, code, nom) VALUES"
    " (1, 'c1', 'CN05911M', 'Contrat de ville de la Métropole européenne de Lille');"
    "INSERT INTO appel (id, uuid, contrat_id, exercice, genre, libelle) VALUES"
    " (1, 'a1', 1, 2026, 'aap', 'Appel à projets 2026');"
    "INSERT INTO organisme (id, uuid, nom, nom_plie, sigle, forme) VALUES"
    " (1, 'o1', 'Préfecture du Nord', 'p', NULL, 'etat'),"
    " (2, 'o2', 'Région Hauts-de-France', 'r', 'HdF', 'collectivite'),"
    " (3, 'o3', 'Département du Nord', 'd', NULL, 'collectivite'),"
    " (4, 'o4', 'CAF du Nord', 'c', NULL, NULL),"
    " (5, 'o5', 'Métropole européenne de Lille', 'm', 'MEL', NULL),"
    " (6, 'o6', 'Ville de Tourcoing', 'v', 'Tourcoing', 'commune'),"
    " (7, 'o7', 'Ville de Roubaix', 'v', 'Roubaix', 'commune'),"
    " (8, 'o8', 'Ville de Wattrelos', 'v', 'Wattrelos', 'commune'),"
    " (9, 'o9', 'Agence régionale de santé Hauts-de-France', 'a', 'ARS', NULL),"
    " (10, 'o10', 'Vilogia', 'v', NULL, NULL),"
    " (11, 'o11', 'Banque des Territoires', 'b', NULL, NULL),"
    " (12, 'o12', 'Fondation de Lille', 'f', NULL, 'fondation');"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie, public) VALUES"
    " (1, 'f1', 1, 'etat', 1), (2, 'f2', 2, 'region', 1), (3, 'f3', 3, 'departement', 1),"
    " (4, 'f4', 4, 'caf', 1), (5, 'f5', 5, 'epci', 1), (6, 'f6', 6, 'commune', 1),"
    " (7, 'f7', 7, 'commune', 1), (8, 'f8', 8, 'commune', 1), (9, 'f9', 9, 'ars', 1),"
    " (10, 'f10', 10, 'bailleur', 0), (11, 'f11', 11, 'banque_des_territoires', 1),"
    " (12, 'f12', 12, 'prive', 0);"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie) VALUES"
    " (1, 'd1', 1, 'p147', 'P147, actions annuelles', 'p147'),"
    " (2, 'd2', 2, 'cs', 'Crédits spécifiques', 'cs');"
    "INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle, montant_cents) VALUES"
    " (1, 'e1', 1, 2026, 'Politique de la ville, arrondissement de Lille', 50000000),"
    " (2, 'e2', 2, 2026, 'Fonctionnement', 1000000);"
    "INSERT INTO institution (id, uuid, nom, organisme_id) VALUES"
    " (1, 'i1', 'Préfecture du Nord', 1), (2, 'i2', 'Région Hauts-de-France', 2),"
    " (3, 'i3', 'Département du Nord', 3), (4, 'i4', 'CAF du Nord', 4),"
    " (5, 'i5', 'Métropole européenne de Lille', 5), (6, 'i6', 'Ville de Tourcoing', 6),"
    " (7, 'i7', 'Ville de Roubaix', 7);"
    "INSERT INTO instance (id, uuid, nom, effet, quorum) VALUES"
    " (1, 'in1', 'Comité de pilotage', 'decision', 4);"
    "INSERT INTO instance_membre (instance_id, institution_id, representant)"
    "  SELECT 1, id, NULL FROM institution;"
    "INSERT INTO seance (id, uuid, instance_id, appel_id, date_le, lieu, etat, ouverte_a) VALUES"
    " (1, 's1', 1, 1, '2026-03-17', 'Hôtel de la Métropole, salle Wazemmes', 'ouverte',"
    "  '2026-03-17T13:04:00Z'),"
    " (2, 's2', 1, 1, '2026-04-14', NULL, 'preparee', NULL);"
    "INSERT INTO seance_presence (seance_id, institution_id, personne, present) VALUES"
    " (1, 1, 'Élodie Lefèvre, déléguée du préfet', 1), (1, 2, 'Karim Benali', 1),"
    " (1, 3, NULL, 0), (1, 4, 'Marie-Noëlle Dhaene', 1), (1, 5, 'Sylvain Œuvrard', 1),"
    " (1, 6, 'Anne Desreumaux', 1), (1, 7, 'Jean-Philippe Vanhoutte', 0);";

static const char dossiers[] = NOMBRES (
    "%u") "INSERT INTO organisme (id, uuid, nom, nom_plie, forme)"
          "  SELECT 100 + i, 'p' || i, CASE i %% 4 WHEN 0 THEN 'Rives Solidaires' WHEN 1 THEN"
          "         'Centre social et culturel de l’Alma' WHEN 2 THEN 'Cie du Fil d’Eau'"
          "         ELSE 'Maison des Pas à Pas' END || '%s', 'p', 'association' FROM n;" NOMBRES (
              "%u") "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, "
                    "statut, exercice,"
                    "  cout_total_declare_cents)"
                    "  SELECT i, 'x' || i, 1, printf ('%%04d', 300 + i), 100 + i, CASE i %% 3 WHEN "
                    "0 THEN"
                    "         'En route vers l’emploi : mobilité et confiance en soi' WHEN 1 THEN"
                    "         'Café des langues & ateliers <sociolinguistiques>' ELSE 'Accueil des "
                    "2-3 ans' END"
                    "         || '%s', 'propose', 2026, 8000000 + i * 12345 FROM n;" NOMBRES (
                        "%u") "INSERT INTO seance_dossier (id, seance_id, dossier_id, ordre) "
                              "SELECT i, 1, i, i FROM n;";

static const char montants[] =
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, dispositif_id, enveloppe_id,"
    "  exercice, sollicite_cents, propose_cents)"
    "  SELECT d.id * 20 + f.id, 'm' || d.id || '-' || f.id, d.id, f.id,"
    "         CASE WHEN f.id <= 2 THEN f.id END, CASE WHEN f.id <= 2 THEN f.id END, 2026,"
    "         500000 + d.id * 100 * f.id, CASE WHEN (d.id + f.id) %% 7 = 0 THEN NULL"
    "         ELSE 400000 + d.id * 50 * f.id END"
    "    FROM dossier d, financeur f WHERE f.id <= %u;"
    "INSERT INTO decision (id, uuid, seance_dossier_id, decision, reserve, ajourne_seance_id,"
    "  decidee_a)"
    "  SELECT i.id, 'de' || i.id, i.id, CASE WHEN i.id %% 11 = 3 THEN 'programme-sous-reserve'"
    "         WHEN i.id %% 11 = 6 THEN 'ajourne' WHEN i.id %% 11 = 8 THEN 'refuse'"
    "         WHEN i.id %% 11 = 10 THEN 'reoriente' ELSE 'programme' END,"
    "         CASE WHEN i.id %% 11 = 3 THEN"
    "         'Budget ramené à l’équilibre, 14 000 € à trouver avant le 15 avril 2026.%s' END,"
    "         CASE WHEN i.id %% 11 = 6 THEN 2 END, '2026-03-17T13:10:00Z' FROM seance_dossier i;"
    "INSERT INTO decision_montant (decision_id, financement_id, montant_cents)"
    "  SELECT c.id, f.id, CASE WHEN c.decision IN ('refuse', 'reoriente') THEN 0"
    "         ELSE f.propose_cents + CASE WHEN f.id %% 5 = 0 THEN 2050 ELSE 0 END END"
    "    FROM decision c JOIN seance_dossier s ON s.id = c.seance_dossier_id"
    "    JOIN financement f ON f.dossier_id = s.dossier_id"
    "   WHERE c.decision <> 'ajourne' AND f.propose_cents IS NOT NULL;"
    "INSERT INTO deport (seance_dossier_id, institution_id, motif) VALUES"
    " (1, 6, 'élue au conseil d’administration du porteur');";

static const char suite[] = " et de l’association intercommunale de développement des solidarités "
                            "de proximité du versant nord-est de la métropole";
static const char reserve[] = " Le porteur transmet au service instructeur un plan de financement "
                              "signé, le bilan de l’action précédente et la liste des lieux "
                              "d’intervention, quartier par quartier, avant toute notification ; à "
                              "défaut, la décision devient caduque et les crédits reviennent à "
                              "l’enveloppe.";

/* The formats are those above. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
pv_test_seance_fill (ProgrammeFixture *self, const PvTestSeance *taille)
{
  const char *name = taille->longs ? suite : "";
  g_autofree char *agenda =
      g_strdup_printf (dossiers, taille->dossiers, name, taille->dossiers, name, taille->dossiers);
  g_autofree char *amounts =
      g_strdup_printf (montants, taille->financeurs, taille->longs ? reserve : "");

  programme_fixture_run (self, cadre);
  programme_fixture_run (self, agenda);
  programme_fixture_run (self, amounts);
}
#pragma GCC diagnostic pop

void
pv_test_seance_close (ProgrammeFixture *self)
{
  g_autoptr (GError) error = NULL;

  pv_seance_clore (self->db, 1, "Crédits complémentaires annoncés par le préfet.", &error);
  g_assert_no_error (error);
}

void
pv_test_seance_rectify (ProgrammeFixture *self)
{
  const PvSeanceMontant montant = { 21, 123456 };
  g_autoptr (GError) error = NULL;

  pv_seance_rectifier (self->db, 1, PV_DECISION_GENRE_SOUS_RESERVE,
                       "Convention signée avant le 30 juin 2026.", &montant, 1,
                       "Erreur de saisie sur la part de l’État, constatée le 20 mars.", &error);
  g_assert_no_error (error);
}
