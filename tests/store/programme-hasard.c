/* programme-hasard.c: a programme at random, from the seed of the test run
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-hasard.h"

#include "commun/pv-etape.h"

#define N_DOSSIERS 300

const char programme_hasard_base[] =
    "INSERT INTO cadre (id, uuid, code, nom, principal) VALUES (1, 'ca', 'local', 'Local', 1),"
    " (2, 'cb', 'p147', 'P147', 0);"
    "INSERT INTO cadre_noeud (id, uuid, cadre_id, parent_id, code, libelle) VALUES"
    " (1, 'n1', 1, NULL, 'A', 'Emploi'), (2, 'n2', 1, NULL, 'B', 'Cadre de vie'),"
    " (3, 'n3', 1, 1, 'A1', 'Insertion'), (4, 'n4', 1, 3, 'A11', 'Clauses'),"
    " (5, 'n5', 2, NULL, 'T1', 'Theme');"
    "INSERT INTO commune (id, uuid, code_insee, nom, nom_plie) VALUES"
    " (1, 'k1', '59512', 'Roubaix', 'roubaix'), (2, 'k2', NULL, 'Lomme', 'lomme');"
    "INSERT INTO quartier (id, uuid, code, nom, nom_plie, genre) VALUES"
    " (1, 'q1', 'QN05901M', 'Alma', 'alma', 'qpv'), (2, 'q2', 'QN05902M', 'Sud', 'sud', 'qpv'),"
    " (3, 'q3', NULL, 'Local', 'local', 'hors');"
    "INSERT INTO organisme (id, uuid, nom, nom_plie, siret) VALUES"
    " (1, 'o1', 'Préfecture', 'prefecture', '73282932000074'), (2, 'o2', 'Région', 'region', NULL),"
    " (3, 'o3', 'CAF', 'caf', NULL), (4, 'o4', 'MEL', 'mel', NULL), (5, 'o5', 'P5', 'p5', NULL),"
    " (6, 'o6', 'P6', 'p6', NULL), (7, 'o7', 'P7', 'p7', NULL);"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie) VALUES (1, 'f1', 1, 'etat'),"
    " (2, 'f2', 2, 'region'), (3, 'f3', 3, 'caf'), (4, 'f4', 4, 'epci');"
    "INSERT INTO axe_transversal (id, uuid, code, libelle, arbre) VALUES"
    " (1, 't1', 'egalite', 'Égalité', 1), (2, 't2', 'ecologie', 'Écologie', 0);"
    "INSERT INTO appel (id, uuid, exercice, genre, libelle) VALUES (1, 'a1', 2025, 'aap', 'A'),"
    " (2, 'a2', 2026, 'aap', 'B'), (3, 'a3', 2026, 'vvv', 'C');"
    "INSERT INTO compte (id, code, cote, poste_id, libelle, groupe, ordre) VALUES"
    " (1, '60', 'charge', NULL, 'Achats', 'exploitation', 1),"
    " (2, '604', 'charge', 1, 'Prestations', 'exploitation', 2),"
    " (3, '86', 'charge', NULL, 'Emplois', 'volontaire', 3),"
    " (4, '70', 'produit', NULL, 'Ventes', 'exploitation', 4);"
    "UPDATE organisme SET forme = 'association' WHERE id IN (5, 6);";

static void
append_amount (GString *sql)
{
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_append (sql, ", NULL");
      break;
    case 1:
      g_string_append (sql, ", 0");
      break;
    default:
      g_string_append_printf (sql, ", %d", g_test_rand_int_range (1, 5000000));
    }
}

static void
append_financement (GString *sql, int dossier)
{
  static int key = 0;

  g_string_append_printf (sql,
                          "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice,"
                          " sollicite_cents, propose_cents, arbitre_cents, vote_cents,"
                          " notifie_cents) VALUES (%d, 'm%d', %d, %d, %d",
                          key + 1, key, dossier, g_test_rand_int_range (1, 5),
                          g_test_rand_int_range (2025, 2028));
  key++;
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    append_amount (sql);
  g_string_append (sql, ");");
  if (g_test_rand_int_range (0, 3) == 0)
    g_string_append_printf (sql,
                            "INSERT INTO versement (uuid, financement_id, genre, montant_cents)"
                            " VALUES ('v%d', %d, '%s', %d);",
                            key, key, g_test_rand_bit () ? "acompte" : "reversement",
                            g_test_rand_int_range (0, 100000));
}

/* No share, shares of 100 %, shares that are wrong. */
static void
append_territoires (GString *sql, int dossier)
{
  int n = g_test_rand_int_range (0, 4), kind = g_test_rand_int_range (0, 3), left = 10000;

  for (int i = 0; i < n; i++)
    {
      int part = i == n - 1 ? left : g_test_rand_int_range (0, left + 1);

      left -= part;
      g_string_append_printf (sql,
                              "INSERT INTO dossier_territoire (dossier_id, quartier_id, commune_id,"
                              " part_bp) VALUES (%d, %s, %s, ",
                              dossier,
                              i == 0   ? "NULL"
                              : i == 1 ? "1"
                                       : "3",
                              i == 0 ? g_test_rand_bit () ? "1" : "2" : "NULL");
      if (kind == 0)
        g_string_append (sql, "NULL);");
      else
        g_string_append_printf (sql, "%d);", kind == 1 ? part : part / 2);
    }
}

/* "NULL" once in four times. */
static void
append_number (GString *sql, int max)
{
  if (g_test_rand_int_range (0, 4) == 0)
    g_string_append (sql, ", NULL");
  else
    g_string_append_printf (sql, ", %d", g_test_rand_int_range (0, max + 1));
}

/* Planned and realised charges and beneficiaries of about half of the dossiers. */
static void
append_bilan (GString *sql, int dossier)
{
  for (int compte = 1; compte <= 4; compte++)
    if (g_test_rand_bit ())
      {
        g_string_append_printf (sql,
                                "INSERT INTO budget_ligne (dossier_id, compte_id, prevu_cents,"
                                " realise_cents) VALUES (%d, %d",
                                dossier, compte);
        append_number (sql, 900000);
        append_number (sql, 900000);
        g_string_append (sql, ");");
      }
  if (g_test_rand_bit ())
    return;
  g_string_append_printf (sql,
                          "INSERT INTO bilan (uuid, dossier_id, crf_recu_le, crf_valide_le,"
                          " beneficiaires_femmes, beneficiaires_hommes,"
                          " beneficiaires_non_ventiles, beneficiaires_qpv_bp,"
                          " a_recuperer_cents) VALUES ('b%d', %d, %s, %s",
                          dossier, dossier, g_test_rand_bit () ? "'2026-05-01'" : "NULL",
                          g_test_rand_bit () ? "'2026-05-02'" : "NULL");
  for (int i = 0; i < 3; i++)
    append_number (sql, 400);
  append_number (sql, 10000);
  append_number (sql, 50000);
  g_string_append (sql, ");");
}

static void
append_dossier (GString *sql, int id)
{
  static const char *const statuts[] = { "depose", "instruit", "refuse", "notifie", "abandonne" };
  static const char *const natures[] = { "NULL", "'nouvelle'", "'reconduction'" };
  int appel = g_test_rand_int_range (1, 4);

  g_string_append_printf (
      sql,
      "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
      " chapeau, nature, cpo_annee, cpo_duree, cout_total_declare_cents, beneficiaires_femmes,"
      " beneficiaires_hommes, beneficiaires_non_ventiles, beneficiaires_qpv_bp)"
      " VALUES (%d, 'x%d', %d, 'N%d', %d, 'Action', '%s', %d, %d, %s, %s",
      id, id, appel, id, g_test_rand_int_range (5, 8),
      statuts[g_test_rand_int_range (0, G_N_ELEMENTS (statuts))], appel == 1 ? 2025 : 2026,
      g_test_rand_int_range (0, 10) == 0, natures[g_test_rand_int_range (0, 3)],
      g_test_rand_bit () ? "1, 3" : "NULL, NULL");
  append_number (sql, 9000000);
  for (int i = 0; i < 3; i++)
    append_number (sql, 300);
  append_number (sql, 10000);
  g_string_append (sql, ");");
  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    append_financement (sql, id);
  append_territoires (sql, id);
  if (g_test_rand_int_range (0, 4) > 0)
    g_string_append_printf (
        sql, "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal) VALUES (%d, %d, 1);", id,
        g_test_rand_int_range (1, 6));
  if (g_test_rand_int_range (0, 3) > 0)
    g_string_append_printf (
        sql, "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur) VALUES ('z%d', %d, %d, %s);",
        id, id, g_test_rand_int_range (1, 3), g_test_rand_bit () ? "NULL" : "1");
  append_bilan (sql, id);
}

void
programme_hasard_fill (ProgrammeFixture *self)
{
  g_autoptr (GString) sql = g_string_new (programme_hasard_base);

  g_string_append (sql, "INSERT INTO quartier_commune (quartier_id, commune_id)"
                        " VALUES (1, 1), (2, 1), (2, 2);");

  for (int i = 1; i <= N_DOSSIERS; i++)
    append_dossier (sql, i);
  programme_fixture_run (self, sql->str);
}
