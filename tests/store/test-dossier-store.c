/* test-dossier-store.c: dossiers, their links, money and moves, on a real file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-store.h"
#include "convention/pv-convention-store.h"
#include "dossier/pv-dossier-lien-store.h"
#include "dossier/pv-dossier-service.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-donnee-essentielle.h"
#include "financement/pv-plan-store.h"
#include "importation/pv-importation-store.h"
#include "model-fixture.h"
#include "organisme/pv-organisme-fusion.h"
#include "programme/pv-contrat-store.h"
#include "programme/pv-programme.h"
#include "pv-error.h"
#include "pv-history.h"
#include "reglage/pv-reglage-store.h"

#define N PV_INT_NULL

static PvTransaction *
begin (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;
  PvTransaction *transaction = pv_transaction_begin (self->db, "test", NULL, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
test_a_move_is_one_group_and_is_undone (ModelFixture *self, gconstpointer data)
{
  gint64 porteur = model_fixture_add_organisme (self, "Rives", NULL);
  gint64 id = model_fixture_add_dossier (self, "1", porteur);
  g_autofree char *avant = pv_history_digest (self->db, NULL);
  g_autofree char *apres = NULL;
  g_autoptr (PvHistoryGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      pv_dossier_service_set_statut (self->db, id, PV_DOSSIER_STATUT_SOLDE, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION);
  g_clear_error (&error);

  g_assert_true (pv_dossier_service_set_statut (self->db, id, PV_DOSSIER_STATUT_IRRECEVABLE,
                                                "hors délai", &error));
  g_assert_no_error (error);
  group = pv_history_last_undoable (self->db, &error);
  g_assert_cmpstr (group->action, ==, "dossier-statut");
  g_assert_cmpint (model_fixture_query (self,
                                        "SELECT COUNT(*) FROM dossier WHERE statut = 'irrecevable'"
                                        " AND statut_motif = 'hors délai' AND revision = 2"),
                   ==, 1);

  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
  apres = pv_history_digest (self->db, NULL);
  g_assert_cmpstr (avant, ==, apres);
}

static void
test_an_edit_does_not_change_the_status (ModelFixture *self, gconstpointer data)
{
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (self->db, id, NULL);
  g_autoptr (GError) error = NULL;
  gboolean changed;

  pv_champ_set_text (&dossier->intitule, "Autre titre");
  g_assert_true (pv_dossier_service_update (self->db, dossier, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_dossier_service_update (self->db, dossier, &changed, &error));
  g_assert_false (changed);
  dossier->statut = PV_DOSSIER_STATUT_NOTIFIE;
  g_assert_false (pv_dossier_service_update (self->db, dossier, &changed, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION);
}

static void
test_envelopes_sum_their_leaves (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  gint64 racine = model_fixture_add_enveloppe (self, etat, N, "P147", 5);
  gint64 a = model_fixture_add_enveloppe (self, etat, racine, "A", 1000);
  gint64 b = model_fixture_add_enveloppe (self, etat, racine, "B", N);
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  PvEnveloppeSituation situation;
  gint64 financement;
  gboolean feuille, changed;

  financement = model_fixture_add_financement (self, id, etat, a, 900, 700);
  model_fixture_add_financement (self, id, etat, b, 50, N);

  g_assert_true (pv_enveloppe_store_get_situation (self->db, racine, &situation, &error));
  g_assert_cmpint (situation.montant_cents, ==, 1000);
  g_assert_cmpuint (situation.n_inconnus, ==, 1);
  g_assert_cmpint (situation.etape_cents[PV_ETAPE_SOLLICITE], ==, 950);
  g_assert_cmpint (situation.engage_cents, ==, 700);
  g_assert_cmpuint (situation.n_financements, ==, 2);
  /* what a leaf may give is not known yet: nor is what is left */
  g_assert_cmpint (pv_enveloppe_situation_get_reste_a_arbitrer (&situation), ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_enveloppe_situation_get_restant (&situation), ==, PV_CENTS_NULL);
  g_assert_false (pv_enveloppe_situation_is_depassee (&situation));
  g_assert_true (pv_enveloppe_store_is_feuille (self->db, racine, &feuille, &error));
  g_assert_false (feuille);

  g_assert_true (pv_enveloppe_store_get_situation (self->db, b, &situation, &error));
  g_assert_cmpint (situation.montant_cents, ==, PV_CENTS_NULL);
  g_assert_false (pv_enveloppe_store_get_situation (self->db, 777, &situation, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  transaction = begin (self);
  g_assert_false (
      pv_financement_store_set_enveloppe (self->db, financement, racine, &changed, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_financement_store_set_enveloppe (self->db, financement, a, &changed, &error));
  g_assert_false (changed);
  g_assert_true (pv_financement_store_set_enveloppe (self->db, financement, b, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_transaction_commit (transaction, &error));
  model_fixture_assert_totals (self);
}

static void
test_a_consumed_envelope_is_not_divided (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  gint64 racine = model_fixture_add_enveloppe (self, etat, N, "P147", 5);
  g_autoptr (PvEnveloppe) enfant = pv_enveloppe_new ();
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_add_financement (self, id, etat, racine, 900, 700);
  enfant->parent_id = racine;
  transaction = begin (self);
  g_assert_false (pv_enveloppe_store_insert (self->db, enfant, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
}

static void
test_a_refused_dossier_releases_its_envelope (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  gint64 enveloppe = model_fixture_add_enveloppe (self, etat, N, "P147", 1000);
  g_autoptr (GError) error = NULL;
  PvEnveloppeSituation situation;

  model_fixture_add_financement (self, id, etat, enveloppe, 900, 700);
  g_assert_true (
      pv_dossier_service_set_statut (self->db, id, PV_DOSSIER_STATUT_IRRECEVABLE, NULL, &error));
  g_assert_true (pv_enveloppe_store_get_situation (self->db, enveloppe, &situation, &error));
  g_assert_cmpint (situation.engage_cents, ==, 0);
  g_assert_cmpint (situation.etape_cents[PV_ETAPE_PROPOSE], ==, 700);
  model_fixture_assert_totals (self);
}

static void
test_parts_make_a_chapeau (ModelFixture *self, gconstpointer data)
{
  gint64 porteur = model_fixture_add_organisme (self, "R", NULL);
  gint64 a = model_fixture_add_dossier (self, "5", porteur);
  gint64 b = model_fixture_add_dossier (self, "5-A", porteur);
  gint64 c = model_fixture_add_dossier (self, "6", porteur);
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_dossier_service_attach (self->db, b, a, &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT chapeau FROM dossier WHERE numero = '5'"), ==,
                   1);
  parties = pv_dossier_store_list_parties (self->db, a, &error);
  g_assert_cmpuint (parties->len, ==, 1);

  g_assert_false (pv_dossier_service_attach (self->db, c, c, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (pv_dossier_service_attach (self->db, c, b, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (pv_dossier_service_attach (self->db, a, c, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (pv_dossier_service_delete (self->db, a, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (pv_dossier_service_delete (self->db, b, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT chapeau FROM dossier WHERE numero = '5'"), ==,
                   0);
}

static void
test_a_deleted_dossier_leaves_nothing_and_comes_back (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  gint64 enveloppe = model_fixture_add_enveloppe (self, etat, N, "P147", 1000);
  g_autofree char *avant = NULL;
  g_autofree char *apres = NULL;
  g_autoptr (PvHistoryGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_add_financement (self, id, etat, enveloppe, 900, 700);
  model_fixture_write (
      self,
      "INSERT INTO compte (code, cote, libelle, groupe, ordre) VALUES"
      " ('60', 'charge', 'A', 'exploitation', 1);"
      "INSERT INTO budget_ligne (dossier_id, compte_id, prevu_cents) VALUES (1, 1, 500);"
      "INSERT INTO dossier_age (dossier_id, moment, tranche, nombre) VALUES (1, 'prevu', 'x', 2);"
      "INSERT INTO import_ligne (profil, cle, rang, empreinte, nom_table, cible_id) VALUES"
      " ('p', 'k', 1, 'e', 'dossier', 1)");
  avant = pv_history_digest (self->db, NULL);

  g_assert_true (pv_dossier_service_delete (self->db, id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT (SELECT COUNT(*) FROM financement)"
                                              " + (SELECT COUNT(*) FROM budget_ligne)"
                                              " + (SELECT COUNT(*) FROM dossier_age)"
                                              " + (SELECT COUNT(*) FROM import_ligne)"
                                              " + (SELECT SUM(engage_cents) FROM total_enveloppe)"),
                   ==, 0);
  model_fixture_assert_totals (self);

  group = pv_history_last_undoable (self->db, &error);
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
  apres = pv_history_digest (self->db, NULL);
  g_assert_cmpstr (avant, ==, apres);
  model_fixture_assert_totals (self);
}

static void
test_a_paid_dossier_is_kept (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  g_autoptr (GError) error = NULL;

  model_fixture_add_financement (self, id, etat, N, 900, 700);
  model_fixture_write (self, "INSERT INTO versement (uuid, financement_id, genre, montant_cents)"
                             " VALUES ('v', 1, 'acompte', 5)");
  g_assert_false (pv_dossier_service_delete (self->db, id, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
}

static void
test_a_quartier_bears_its_commune (ModelFixture *self, gconstpointer data)
{
  gint64 porteur = model_fixture_add_organisme (self, "R", NULL);
  gint64 id = model_fixture_add_dossier (self, "1", porteur);
  const PvDossierTerritoire libre = { 1, N, 10000 }, lie = { 1, 1, 10000 }, ailleurs = { 1, 2, N };
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GArray) lus = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  model_fixture_write (
      self, "INSERT INTO commune (uuid, nom, nom_plie) VALUES ('a', 'A', 'a'), ('b', 'B', 'b');"
            "INSERT INTO quartier (uuid, nom, nom_plie, genre) VALUES ('q', 'Q', 'q', 'qpv');"
            "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (1, 1)");
  transaction = begin (self);
  g_assert_true (pv_dossier_store_set_territoires (self->db, id, &libre, 1, &changed, &error));
  g_assert_true (pv_dossier_store_set_territoires (self->db, id, &lie, 1, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_dossier_store_set_territoires (self->db, id, &lie, 1, &changed, &error));
  g_assert_false (changed);
  lus = pv_dossier_store_list_territoires (self->db, id, &error);
  g_assert_cmpuint (lus->len, ==, 1);
  g_assert_cmpmem (lus->data, sizeof lie, &lie, sizeof lie);

  /* The quartier does not lie there. */
  g_assert_false (pv_dossier_store_add_territoire (self->db, id, &ailleurs, &error));
  g_assert_nonnull (error);
}

static void
test_links_change_only_what_differs (ModelFixture *self, gconstpointer data)
{
  gint64 porteur = model_fixture_add_organisme (self, "R", NULL);
  gint64 id = model_fixture_add_dossier (self, "1", porteur);
  const PvDossierTerritoire un[] = { { N, 1, 4000 }, { N, 2, 6000 } };
  const PvDossierTerritoire deux[] = { { N, 2, 10000 } };
  const PvDossierNoeud noeuds[] = { { 1, TRUE }, { 2, FALSE } };
  const PvDossierNoeud inverse[] = { { 1, FALSE }, { 2, TRUE } };
  const PvDossierOrganisme organisme = { porteur, PV_DOSSIER_ROLE_OPERATEUR };
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GArray) territoires = NULL;
  g_autoptr (GArray) lus = NULL;
  g_autoptr (GArray) ages = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  model_fixture_write (
      self, "INSERT INTO commune (uuid, nom, nom_plie) VALUES ('a', 'A', 'a'), ('b', 'B', 'b');"
            "INSERT INTO cadre (uuid, code, nom) VALUES ('a', 'c', 'C');"
            "INSERT INTO cadre_noeud (uuid, cadre_id, code, libelle) VALUES ('a', 1, '1', 'U'),"
            " ('b', 1, '2', 'D')");
  transaction = begin (self);
  g_assert_true (pv_dossier_store_set_territoires (self->db, id, un, 2, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_dossier_store_set_territoires (self->db, id, un, 2, &changed, &error));
  g_assert_false (changed);
  g_assert_true (pv_dossier_store_set_territoires (self->db, id, deux, 1, &changed, &error));
  g_assert_true (changed);
  territoires = pv_dossier_store_list_territoires (self->db, id, &error);
  g_assert_cmpuint (territoires->len, ==, 1);
  g_assert_cmpint (g_array_index (territoires, PvDossierTerritoire, 0).part_bp, ==, 10000);
  g_assert_cmpint (g_array_index (territoires, PvDossierTerritoire, 0).quartier_id, ==, N);

  g_assert_true (pv_dossier_store_set_noeuds (self->db, id, noeuds, 2, &changed, &error));
  g_assert_true (pv_dossier_store_set_noeuds (self->db, id, inverse, 2, &changed, &error));
  g_assert_no_error (error);
  g_assert_true (changed);
  lus = pv_dossier_store_list_noeuds (self->db, id, &error);
  g_assert_cmpint (g_array_index (lus, PvDossierNoeud, 0).noeud_id, ==, 2);
  g_assert_true (g_array_index (lus, PvDossierNoeud, 0).principal);
  g_assert_false (g_array_index (lus, PvDossierNoeud, 1).principal);

  g_assert_true (pv_dossier_store_set_organismes (self->db, id, &organisme, 1, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_dossier_store_set_organismes (self->db, id, &organisme, 1, &changed, &error));
  g_assert_false (changed);
  g_assert_true (pv_dossier_store_set_organismes (self->db, id, NULL, 0, &changed, &error));
  g_assert_true (changed);

  g_assert_true (
      pv_dossier_store_set_age (self->db, id, PV_MOMENT_PREVU, "6-15", 3, &changed, &error));
  g_assert_true (changed);
  g_assert_true (
      pv_dossier_store_set_age (self->db, id, PV_MOMENT_PREVU, "6-15", 3, &changed, &error));
  g_assert_false (changed);
  g_assert_true (
      pv_dossier_store_set_age (self->db, id, PV_MOMENT_PREVU, "6-15", 4, &changed, &error));
  ages = pv_dossier_store_list_ages (self->db, id, &error);
  g_assert_cmpint (g_array_index (ages, PvDossierAge, 0).nombre, ==, 4);
  g_assert_true (
      pv_dossier_store_set_age (self->db, id, PV_MOMENT_PREVU, "6-15", N, &changed, &error));
  g_assert_true (changed);
  g_assert_no_error (error);
}

static void
test_budget_and_plan_of_a_dossier (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", model_fixture_add_organisme (self, "R", NULL));
  const PvBudgetLigne lignes[] = { { 1, 1000, N }, { 4, 700, N }, { 5, 300, N } };
  const PvBudgetLigne deux_fois[] = { { 3, 700, N }, { 4, 700, N } };
  PvCents sollicites[PV_N_CATEGORIES];
  g_autoptr (PvPlanComptable) comptes = NULL;
  g_autoptr (GPtrArray) financements = NULL;
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;
  PvCents cout;
  PvPlan plan;

  model_fixture_write (self,
                       "INSERT INTO compte (code, cote, poste_id, libelle, groupe, ordre) VALUES"
                       " ('60', 'charge', NULL, 'A', 'exploitation', 1), ('61', 'charge', NULL, "
                       "'A', 'exploitation', 2),"
                       " ('74', 'produit', NULL, 'A', 'exploitation', 3), ('74etat', 'produit', 3, "
                       "'A', 'exploitation', 4),"
                       " ('70', 'produit', NULL, 'A', 'exploitation', 5);"
                       "INSERT INTO compte_financeur (categorie, compte_id) VALUES ('etat', 4)");
  comptes = pv_compte_store_load (self->db, &error);
  g_assert_no_error (error);
  model_fixture_add_financement (self, id, etat, N, 700, 600);

  transaction = begin (self);
  g_assert_false (pv_budget_store_set (self->db, id, comptes, deux_fois, 2, &changed, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_budget_store_set (self->db, id, comptes, lignes, 3, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_budget_store_set (self->db, id, comptes, lignes, 3, &changed, &error));
  g_assert_false (changed);
  g_assert_true (pv_transaction_commit (transaction, &error));

  g_assert_true (pv_dossier_store_get_cout_total (self->db, id, &cout, &error));
  g_assert_cmpint (cout, ==, 1000);
  g_assert_true (pv_budget_store_get_sollicites (self->db, id, sollicites, &error));
  g_assert_cmpint (sollicites[PV_CATEGORIE_ETAT], ==, 700);
  g_assert_cmpint (sollicites[PV_CATEGORIE_CAF], ==, N);
  g_assert_true (pv_plan_store_load (self->db, id, &plan, &financements, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (financements->len, ==, 1);
  g_assert_cmpint (plan.etapes[PV_ETAPE_SOLLICITE].manque_cents, ==, 0);
  g_assert_cmpint (plan.etapes[PV_ETAPE_PROPOSE].manque_cents, ==, 100);
  g_assert_cmpint (plan.etapes[PV_ETAPE_VOTE].manque_cents, ==, N);
  g_assert_cmpint (plan.taux_public_ferme_bp, ==, 6000);
  model_fixture_assert_totals (self);
}

static void
test_a_merge_keeps_every_amount (ModelFixture *self, gconstpointer data)
{
  gint64 a = model_fixture_add_organisme (self, "Rives Solidaires", "83012345600012");
  gint64 b = model_fixture_add_organisme (self, "RIVES SOLIDAIRES", NULL);
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 id = model_fixture_add_dossier (self, "1", b);
  gint64 financeur_a, financeur_b, somme;
  g_autoptr (GArray) fusions = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_add_dossier (self, "2", a);
  model_fixture_add_dossier (self, "3", a);
  model_fixture_add_financement (self, id, etat, N, 900, 700);
  financeur_a = model_fixture_add_financeur (self, "Rives Solidaires", "prive");
  model_fixture_write (
      self, "INSERT INTO financeur (uuid, organisme_id, categorie) VALUES ('z', 2, 'prive')");
  financeur_b = model_fixture_query (self, "SELECT id FROM financeur WHERE organisme_id = 2");
  g_assert_cmpint (financeur_a, !=, financeur_b);
  model_fixture_add_financement (self, id, financeur_b, N, 50, 40);
  model_fixture_write (
      self, "UPDATE organisme SET commune_nom = 'Roubaix', rna = 'W123456789' WHERE id = 2;"
            "UPDATE organisme SET commune_nom = 'ROUBAIX' WHERE id = 1;"
            "INSERT INTO dossier_organisme (dossier_id, organisme_id, role) VALUES"
            " (1, 1, 'operateur'), (1, 2, 'operateur');"
            "INSERT INTO import_ligne (profil, cle, rang, empreinte, nom_table, cible_id) VALUES"
            " ('p', 'k', 1, 'e', 'organisme', 2)");
  somme = model_fixture_query (self, "SELECT SUM(sollicite_cents) FROM financement");

  fusions = pv_organisme_store_list_fusions (self->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fusions->len, ==, 1);
  g_assert_cmpint (g_array_index (fusions, PvFusion, 0).garde_id, ==, a);
  g_assert_cmpint (g_array_index (fusions, PvFusion, 0).retire_id, ==, b);
  g_assert_cmpint (g_array_index (fusions, PvFusion, 0).motif, ==, PV_FUSION_MOTIF_NOM);

  g_assert_true (pv_organisme_service_merge (self->db, a, b, &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT SUM(sollicite_cents) FROM financement"), ==,
                   somme);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier WHERE porteur_id = 1"),
                   ==, 3);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM organisme WHERE id = 2"), ==,
                   0);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier_organisme"), ==, 1);
  g_assert_cmpint (model_fixture_query (self, "SELECT cible_id FROM import_ligne"), ==, 1);
  g_assert_cmpint (model_fixture_query (self,
                                        "SELECT COUNT(*) FROM organisme WHERE rna = 'W123456789'"
                                        " AND siret = '83012345600012'"),
                   ==, 1);
  model_fixture_assert_totals (self);
  g_assert_false (pv_organisme_service_merge (self->db, a, a, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
}

static void
test_two_establishments_are_not_doubles (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GArray) fusions = NULL;
  g_autoptr (GArray) siret = NULL;

  model_fixture_add_organisme (self, "Rives", "83012345600012");
  model_fixture_add_organisme (self, "Rives", "83012345600020");
  model_fixture_add_organisme (self, "Rives", NULL);
  model_fixture_write (self, "UPDATE organisme SET commune_nom = 'Roubaix' WHERE id < 3");
  fusions = pv_organisme_store_list_fusions (self->db, NULL);
  g_assert_cmpuint (fusions->len, ==, 0);

  model_fixture_write (self, "UPDATE organisme SET siret = '83012345600012' WHERE id = 3");
  siret = pv_organisme_store_list_fusions (self->db, NULL);
  g_assert_cmpuint (siret->len, ==, 1);
  g_assert_cmpint (g_array_index (siret, PvFusion, 0).motif, ==, PV_FUSION_MOTIF_SIRET);
}

static void
test_organismes_are_found (ModelFixture *self, gconstpointer data)
{
  gint64 a = model_fixture_add_organisme (self, "L’Été", "83012345600012");
  gint64 b = model_fixture_add_organisme (self, "L'ETE", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  model_fixture_write (self,
                       "UPDATE organisme SET commune_nom = 'Roubaix', rna = 'W1' WHERE id = 2");
  pv_organisme_store_find_by_siret (self->db, "83012345600012", &id, &error);
  g_assert_cmpint (id, ==, a);
  pv_organisme_store_find_by_rna (self->db, "W1", &id, &error);
  g_assert_cmpint (id, ==, b);
  pv_organisme_store_find_by_nom (self->db, "l ete", N, NULL, &id, &error);
  g_assert_cmpint (id, ==, a);
  pv_organisme_store_find_by_nom (self->db, "l ete", N, "ROUBAIX", &id, &error);
  g_assert_cmpint (id, ==, b);
  pv_organisme_store_find_by_nom (self->db, "l ete", N, "Lille", &id, &error);
  g_assert_cmpint (id, ==, a);
  pv_organisme_store_find_by_nom (self->db, "hiver", N, NULL, &id, &error);
  g_assert_cmpint (id, ==, N);
  g_assert_no_error (error);
}

static void
test_imports_are_remembered (ModelFixture *self, gconstpointer data)
{
  PvImportLigne ligne = { 0, (char *)"k", 1, (char *)"e1", 500, (char *)"dossier", 7 };
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (GHashTable) corrections = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *champ = NULL;
  gboolean changed, found;

  g_assert_true (pv_importation_store_insert (self->db, "ds", &ligne, &error));
  g_assert_true (pv_importation_store_update (self->db, &ligne, &changed, &error));
  g_assert_false (changed);
  ligne.empreinte = (char *)"e2";
  g_assert_true (pv_importation_store_update (self->db, &ligne, &changed, &error));
  g_assert_true (changed);
  ligne.rang = 2;
  g_assert_true (pv_importation_store_insert (self->db, "ds", &ligne, &error));
  lignes = pv_importation_store_list (self->db, "ds", "k", &error);
  g_assert_cmpuint (lignes->len, ==, 2);
  g_assert_cmpstr (((PvImportLigne *)lignes->pdata[0])->empreinte, ==, "e2");
  g_assert_true (pv_importation_store_forget (self->db, "dossier", 7, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM import_ligne"), ==, 0);

  g_assert_true (pv_correction_store_set (self->db, "ds", "titre", "intitule", &error));
  g_assert_true (pv_correction_store_set (self->db, "ds", "vide", NULL, &error));
  g_assert_true (pv_correction_store_get (self->db, "ds", "titre", &found, &champ, &error));
  g_assert_true (found);
  g_assert_cmpstr (champ, ==, "intitule");
  corrections = pv_correction_store_load (self->db, "ds", &error);
  g_assert_cmpuint (g_hash_table_size (corrections), ==, 2);
  g_assert_null (g_hash_table_lookup (corrections, "vide"));
  g_assert_true (pv_correction_store_remove (self->db, "ds", "titre", &error));
  g_clear_pointer (&champ, g_free);
  g_assert_true (pv_correction_store_get (self->db, "ds", "titre", &found, &champ, &error));
  g_assert_false (found);
  g_assert_no_error (error);
}

static void
test_a_programme_is_made_once (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvContrat) contrat = pv_contrat_new ();
  g_autoptr (PvContrat) autre = pv_contrat_new ();
  g_autoptr (PvAppel) appel = pv_appel_new ();
  g_autoptr (GError) error = NULL;
  gint64 courant, n;

  contrat->nom = g_strdup ("MEL");
  autre->nom = g_strdup ("CALL");
  appel->exercice = 2025;
  appel->genre = PV_APPEL_GENRE_AAP;
  appel->libelle = g_strdup ("2025");
  g_assert_true (pv_programme_get_appel_courant (self->db, &courant, &error));
  g_assert_cmpint (courant, ==, self->appel_id);
  g_assert_true (pv_programme_init (self->db, contrat, appel, &error));
  g_assert_no_error (error);
  g_assert_true (pv_programme_get_appel_courant (self->db, &courant, &error));
  g_assert_cmpint (courant, ==, appel->id);
  g_assert_true (pv_programme_set_appel_courant (self->db, self->appel_id, &error));
  g_assert_true (pv_programme_get_appel_courant (self->db, &courant, &error));
  g_assert_cmpint (courant, ==, self->appel_id);
  g_assert_cmpint (
      model_fixture_query (self, "SELECT arbre FROM axe_transversal WHERE code = 'egalite'"), ==,
      1);
  g_assert_false (pv_programme_init (self->db, autre, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (pv_reglage_store_get_int (self->db, "absent", 4, &n, &error));
  g_assert_cmpint (n, ==, 4);
  model_fixture_write (self,
                       "INSERT INTO reglage (cle, valeur) VALUES ('n', '12'), ('x', 'douze')");
  g_assert_true (pv_reglage_store_get_int (self->db, "n", 4, &n, &error));
  g_assert_cmpint (n, ==, 12);
  g_assert_true (pv_reglage_store_get_int (self->db, "x", 4, &n, &error));
  g_assert_cmpint (n, ==, 4);
}

static void
test_conventions_and_essential_data (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 porteur = model_fixture_add_organisme (self, "R", NULL);
  gint64 id = model_fixture_add_dossier (self, "1", porteur);
  gint64 financement = model_fixture_add_financement (self, id, etat, N, 1, N);
  g_autoptr (PvDonneeEssentielle) donnee = pv_donnee_essentielle_new ();
  g_autoptr (PvDonneeEssentielle) lue = NULL;
  g_autoptr (PvConvention) convention = pv_convention_new ();
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (GArray) dossiers = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;
  gint64 found;

  donnee->financement_id = financement;
  donnee->nature = g_strdup ("aide en numéraire");
  g_assert_true (pv_donnee_essentielle_store_set (self->db, donnee, &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_donnee_essentielle_store_set (self->db, donnee, &changed, &error));
  g_assert_false (changed);
  donnee->notification_ue = 0;
  g_assert_true (pv_donnee_essentielle_store_set (self->db, donnee, &changed, &error));
  g_assert_true (changed);
  lue = pv_donnee_essentielle_store_get (self->db, financement, &error);
  g_assert_cmpint (lue->revision, ==, 2);
  g_assert_true (pv_champs_equal (pv_donnee_essentielle_champs, lue, donnee));

  convention->financeur_id = etat;
  convention->organisme_id = porteur;
  convention->annee_debut = 2025;
  convention->annee_fin = 2027;
  g_assert_true (pv_convention_store_insert (self->db, convention, &error));
  g_assert_true (pv_convention_store_set_annee (self->db, convention->id, 2026, 100, &error));
  g_assert_true (pv_convention_store_set_annee (self->db, convention->id, 2026, 200, &error));
  g_assert_true (pv_convention_store_get_annee (self->db, convention->id, 2026, &found, &error));
  g_assert_cmpint (found, ==, 200);
  g_assert_true (
      pv_convention_store_find_for_annee (self->db, etat, porteur, 2027, &found, &error));
  g_assert_cmpint (found, ==, convention->id);
  g_assert_true (
      pv_convention_store_find_for_annee (self->db, etat, porteur, 2028, &found, &error));
  g_assert_cmpint (found, ==, N);
  g_assert_true (pv_convention_store_add_dossier (self->db, convention->id, id, &error));
  g_assert_true (pv_convention_store_add_dossier (self->db, convention->id, id, &error));
  dossiers = pv_convention_store_list_dossiers (self->db, convention->id, &error);
  g_assert_cmpuint (dossiers->len, ==, 1);
  g_assert_no_error (error);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/dossier-store/" name, ModelFixture, NULL, model_fixture_set_up, func,              \
              model_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-move-is-one-group-and-is-undone", test_a_move_is_one_group_and_is_undone);
  ADD ("an-edit-does-not-change-the-status", test_an_edit_does_not_change_the_status);
  ADD ("envelopes-sum-their-leaves", test_envelopes_sum_their_leaves);
  ADD ("a-consumed-envelope-is-not-divided", test_a_consumed_envelope_is_not_divided);
  ADD ("a-refused-dossier-releases-its-envelope", test_a_refused_dossier_releases_its_envelope);
  ADD ("parts-make-a-chapeau", test_parts_make_a_chapeau);
  ADD ("a-deleted-dossier-leaves-nothing-and-comes-back",
       test_a_deleted_dossier_leaves_nothing_and_comes_back);
  ADD ("a-paid-dossier-is-kept", test_a_paid_dossier_is_kept);
  ADD ("a-quartier-bears-its-commune", test_a_quartier_bears_its_commune);
  ADD ("links-change-only-what-differs", test_links_change_only_what_differs);
  ADD ("budget-and-plan-of-a-dossier", test_budget_and_plan_of_a_dossier);
  ADD ("a-merge-keeps-every-amount", test_a_merge_keeps_every_amount);
  ADD ("two-establishments-are-not-doubles", test_two_establishments_are_not_doubles);
  ADD ("organismes-are-found", test_organismes_are_found);
  ADD ("imports-are-remembered", test_imports_are_remembered);
  ADD ("a-programme-is-made-once", test_a_programme_is_made_once);
  ADD ("conventions-and-essential-data", test_conventions_and_essential_data);
  return g_test_run ();
}
