/* programme-fixture.c: a small programme where nothing is wrong
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme-fixture.h"

#include "pv-test-folder.h"
#include "pv-transaction.h"

static const char sain[] =
    "INSERT INTO contrat (id, uuid, code, nom) VALUES (1, 'c1', 'CN05901M', 'Lille'),"
    " (2, 'c2', 'CN05902M', 'Dunkerque');"
    "INSERT INTO commune (id, uuid, code_insee, nom, nom_plie) VALUES"
    " (1, 'k1', '59512', 'Roubaix', 'roubaix'), (2, 'k2', '59009', 'Villeneuve', 'villeneuve');"
    "INSERT INTO quartier (id, uuid, code, nom, nom_plie, genre) VALUES"
    " (1, 'q1', 'QN05901M', 'Alma', 'alma', 'qpv'), (2, 'q2', NULL, 'Centre', 'centre', 'hors'),"
    " (3, 'q3', NULL, 'Sud', 'sud', 'vulnerable'), (4, 'q4', NULL, 'Nord', 'nord', 'qva');"
    "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (1, 1), (2, 2);"
    "INSERT INTO organisme (id, uuid, nom, nom_plie, forme, siret, cer_signe_le) VALUES"
    " (1, 'o1', 'Les Ateliers', 'les ateliers', 'association', '73282932000074', '2024-01-10'),"
    " (2, 'o2', 'Ville de Roubaix', 'ville de roubaix', 'commune', '21590512000014', NULL),"
    " (3, 'o3', 'Préfecture du Nord', 'prefecture du nord', 'etat', NULL, NULL),"
    " (4, 'o4', 'Région', 'region', 'collectivite', NULL, NULL),"
    " (5, 'o5', 'Fondation Marat', 'fondation marat', 'fondation', NULL, NULL);"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie, public) VALUES"
    " (1, 'f1', 3, 'etat', 1), (2, 'f2', 4, 'region', 1), (3, 'f3', 5, 'prive', 0);"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie) VALUES"
    " (1, 'd1', 1, 'p147', 'P147', 'p147'),"
    " (2, 'd2', 1, 'adultes_relais', 'Adultes-relais', 'adultes relais');"
    "INSERT INTO enveloppe (id, uuid, parent_id, dispositif_id, exercice, libelle,"
    "  montant_cents) VALUES"
    " (1, 'e1', NULL, 1, 2026, 'P147', 2000000), (2, 'e2', 1, 1, 2026, 'Nord', 1000000);"
    "INSERT INTO appel (id, uuid, contrat_id, exercice, genre, libelle) VALUES"
    " (1, 'a1', 1, 2026, 'aap', 'AAP 2026'), (2, 'a2', 2, 2026, 'aap', 'AAP Dunkerque 2026'),"
    " (3, 'a3', 1, 2021, 'aap', 'AAP 2021');"
    "INSERT INTO compte (id, code, cote, poste_id, libelle, groupe, ordre) VALUES"
    " (1, '60', 'charge', NULL, 'Achats', 'exploitation', 1),"
    " (2, 'CHARGINDIRECT', 'charge', NULL, 'Charges indirectes', 'indirect', 2),"
    " (3, '70', 'produit', NULL, 'Ventes', 'exploitation', 3),"
    " (4, '74', 'produit', NULL, 'Subventions', 'exploitation', 4),"
    " (5, '74etat', 'produit', 4, 'État', 'exploitation', 5),"
    " (6, '74region', 'produit', 4, 'Conseils régionaux', 'exploitation', 6),"
    " (7, '74aidespriv', 'produit', 4, 'Aides privées', 'exploitation', 7),"
    " (8, 'RPA', 'produit', NULL, 'Ressources propres', 'propres', 8),"
    " (9, '86', 'charge', NULL, 'Emplois en nature', 'volontaire', 9),"
    " (10, '87', 'produit', NULL, 'Contributions en nature', 'volontaire', 10);"
    "INSERT INTO compte_financeur (id, categorie, compte_id) VALUES (1, 'etat', 5),"
    " (2, 'region', 6), (3, 'prive', 7);"
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "  debut, fin) VALUES"
    " (1, 'x1', 1, 'A-1', 1, 'Ateliers de théâtre à l''Alma', 'instruit', 2026,"
    "  '2026-02-01', '2026-11-30'),"
    " (2, 'x2', 1, 'A-2', 1, 'Jardin partagé des habitants', 'instruit', 2026,"
    "  '2026-01-01', '2026-12-31'),"
    " (3, 'x3', 2, 'B-1', 2, 'Médiation de nuit', 'depose', 2026, NULL, NULL);"
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, commune_id, part_bp) VALUES"
    " (1, 1, NULL, 6000), (1, 3, NULL, 4000), (2, NULL, 1, NULL), (3, 1, NULL, NULL),"
    " (3, 4, NULL, NULL);"
    /* Dossier 1: 10 000 € of charges, 5 000 Etat, 2 000 Région, 1 000 private, 2 000 own. */
    "INSERT INTO budget_ligne (id, dossier_id, compte_id, prevu_cents) VALUES"
    " (1, 1, 1, 900000), (2, 1, 2, 100000), (3, 1, 5, 500000), (4, 1, 6, 200000),"
    " (5, 1, 7, 100000), (6, 1, 8, 150000), (7, 1, 3, 50000), (8, 1, 9, 30000),"
    " (9, 1, 10, 30000);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    "  enveloppe_id, sollicite_cents, propose_cents, reference) VALUES"
    " (1, 'm1', 1, 1, 1, 2026, 2, 500000, 400000, NULL),"
    " (2, 'm2', 1, 2, NULL, 2026, NULL, 200000, NULL, NULL),"
    " (3, 'm3', 1, 3, NULL, 2026, NULL, 100000, NULL, NULL),"
    " (4, 'm4', 2, 1, 1, 2026, 2, 300000, 300000, NULL),"
    " (5, 'm5', 3, 1, 2, 2026, NULL, NULL, 2000000, 'AR-1');"
    "UPDATE dossier SET cout_total_declare_cents = 1000000 WHERE id = 1;"
    "UPDATE dossier SET cout_total_declare_cents = 450000, autres_produits_cents = 150000"
    " WHERE id = 2;"
    "INSERT INTO piece_type (id, uuid, code, libelle) VALUES (1, 'p1', 'statuts', 'Statuts'),"
    " (2, 'p2', 'rib', 'RIB');"
    "INSERT INTO piece_requise (piece_type_id, appel_id, forme) VALUES (1, NULL, 'association'),"
    " (2, 1, NULL);"
    "INSERT INTO piece (id, uuid, piece_type_id, organisme_id, dossier_id, recue_le,"
    "  valable_jusque, dispensee) VALUES"
    " (1, 'i1', 1, 1, NULL, '2026-01-05', '2026-06-15', 0),"
    " (2, 'i2', 2, NULL, 1, '2026-01-05', NULL, 0), (3, 'i3', 2, NULL, 2, NULL, NULL, 1);";

void
programme_fixture_set_up (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-06-15T09:00:00Z", 1);

  self->folder = g_dir_make_tmp ("pv-programme-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "programme.progville", NULL);
  self->db = pv_db_create (self->path, clock, &error);
  g_assert_no_error (error);
}

void
programme_fixture_tear_down (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_db_close (self->db, &error));
  g_assert_no_error (error);
  g_clear_object (&self->db);
  pv_test_folder_remove (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

void
programme_fixture_run (ProgrammeFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "essai", NULL, &error);

  g_assert_no_error (error);
  pv_db_execute (self->db, sql, &error);
  g_assert_no_error (error);
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

gint64
programme_fixture_int (ProgrammeFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  pv_db_query_int (self->db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

void
programme_fixture_fill (ProgrammeFixture *self)
{
  programme_fixture_run (self, sain);
}
