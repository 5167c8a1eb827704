/* test-seance.c: a séance is prepared and held
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instance/pv-instance-service.h"
#include "instance/pv-instance-store.h"
#include "pv-error.h"
#include "seance-fixture.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"

#define REFUSED PV_RULE_ERROR_REFUSED
#define INVALID PV_RULE_ERROR_INVALID

/* --- preparation ------------------------------------------------------------------------ */

static void
test_instance (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (PvInstance) instance = pv_instance_store_get (self->base.db, self->instance, NULL);
  g_autoptr (PvInstance) double_ = pv_instance_new ();
  g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();
  g_autoptr (GPtrArray) membres = NULL;
  g_autoptr (GError) error = NULL;

  double_->nom = g_strdup (instance->nom);
  g_assert_false (pv_instance_service_set (self->base.db, double_, NULL, &error));
  seance_fixture_assert_refused (&error, INVALID, "of this name");
  pv_champ_set_text (&double_->nom, "");
  g_assert_false (pv_instance_service_set (self->base.db, double_, NULL, &error));
  seance_fixture_assert_refused (&error, INVALID, "name");
  pv_champ_set_text (&double_->nom, "Comité technique");
  double_->quorum = 0;
  g_assert_false (pv_instance_service_set (self->base.db, double_, NULL, &error));
  seance_fixture_assert_refused (&error, INVALID, "quorum");
  double_->quorum = PV_INT_NULL;
  g_assert_true (pv_instance_service_set (self->base.db, double_, NULL, &error));
  g_assert_true (pv_instance_service_delete (self->base.db, double_->id, &error));

  /* members */
  membre->instance_id = self->instance;
  membre->institution_id = self->institutions[0];
  g_assert_false (pv_instance_service_set_membre (self->base.db, membre, &error));
  seance_fixture_assert_refused (&error, INVALID, "already sits");
  membre->representant = g_strdup ("A. Dupont");
  g_assert_true (pv_instance_service_set_membre (self->base.db, membre, &error));
  membres = pv_instance_store_list_membres (self->base.db, self->instance, &error);
  g_assert_cmpuint (membres->len, ==, 4);
  g_assert_true (pv_instance_service_remove_membre (self->base.db, membre->id, &error));

  /* its effect is that of what it decided */
  instance->effet = PV_INSTANCE_EFFET_AVIS;
  g_assert_true (pv_instance_service_set (self->base.db, instance, NULL, &error));
  instance->effet = PV_INSTANCE_EFFET_DECISION;
  g_assert_true (pv_instance_service_set (self->base.db, instance, NULL, &error));
  seance_fixture_open (self);
  instance->effet = PV_INSTANCE_EFFET_AVIS;
  g_assert_false (pv_instance_service_set (self->base.db, instance, NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "effect");
  g_assert_false (pv_instance_service_delete (self->base.db, self->instance, &error));
  seance_fixture_assert_refused (&error, REFUSED, "1 séance");
}

static void
test_preparation (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (PvSeance) seance = pv_seance_new ();
  g_autoptr (GPtrArray) presences = NULL;
  g_autoptr (GPtrArray) seances = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  const PvSeanceResume *resume;
  guint n = 9;

  g_assert_false (pv_seance_creer (db, seance, &error));
  seance_fixture_assert_refused (&error, INVALID, "committee");
  seance->instance_id = self->instance;
  g_assert_false (pv_seance_creer (db, seance, &error));
  seance_fixture_assert_refused (&error, INVALID, "date");
  seance->date_le = g_strdup ("2026-02-30");
  g_assert_false (pv_seance_creer (db, seance, &error));
  seance_fixture_assert_refused (&error, INVALID, "date");
  pv_champ_set_text (&seance->date_le, "2026-03-17");
  seance->minuterie_min = 0;
  g_assert_false (pv_seance_creer (db, seance, &error));
  seance_fixture_assert_refused (&error, INVALID, "minutes");
  seance->minuterie_min = 5;
  g_assert_true (pv_seance_creer (db, seance, &error));

  /* the members are expected, and absent */
  presences = pv_seance_store_list_presences (db, seance->id, &error);
  g_assert_cmpuint (presences->len, ==, 3);
  g_assert_false (((const PvSeancePresence *)presences->pdata[0])->present);
  g_assert_true (pv_seance_set_personne (db, ((const PvSeancePresence *)presences->pdata[2])->id,
                                         "A. Dupont", &error));
  g_assert_true (
      pv_seance_set_presence (db, seance->id, self->institutions[0], "B. Durand", TRUE, &error));
  g_assert_false (pv_seance_set_personne (db, ((const PvSeancePresence *)presences->pdata[2])->id,
                                          "B. Durand", &error));
  seance_fixture_assert_refused (&error, INVALID, "already expected");
  g_assert_true (
      pv_seance_retirer_presence (db, ((const PvSeancePresence *)presences->pdata[1])->id, &error));

  seances = pv_seance_store_list (db, self->base.appel_id, &error);
  g_assert_cmpuint (seances->len, ==, 2);
  resume = seances->pdata[1]; /* the latest first */
  g_assert_cmpint (resume->seance->id, ==, seance->id);
  g_assert_cmpint (resume->numero, ==, 1);
  g_assert_cmpint (((const PvSeanceResume *)seances->pdata[0])->numero, ==, 2);
  g_assert_cmpuint (resume->n_membres, ==, 3);
  g_assert_cmpuint (resume->n_presents, ==, 1);
  g_assert_cmpuint (resume->n_dossiers, ==, 0);

  /* neither without a dossier nor without a member */
  g_assert_false (pv_seance_ouvrir (db, seance->id, TRUE, &error));
  seance_fixture_assert_refused (&error, REFUSED, "no dossier");
  g_assert_false (pv_seance_ouvrir (db, self->seance, TRUE, &error));
  seance_fixture_assert_refused (&error, REFUSED, "Nobody");
  g_assert_true (
      pv_seance_set_presence (db, self->seance, self->institutions[0], NULL, TRUE, &error));
  g_assert_false (pv_seance_ouvrir (db, self->seance, FALSE, &error));
  seance_fixture_assert_refused (&error, REFUSED, "quorum");
  g_assert_true (pv_seance_ouvrir (db, self->seance, TRUE, &error));
  g_assert_false (pv_seance_ouvrir (db, self->seance, TRUE, &error));
  seance_fixture_assert_refused (&error, REFUSED, "already open");
  g_assert_false (pv_seance_supprimer (db, self->seance, &error));
  seance_fixture_assert_refused (&error, REFUSED, "open");

  /* what is there already is left; who is gone is said */
  g_array_append_vals (ids, self->dossiers, 2);
  g_assert_true (pv_seance_ajouter_dossiers (db, self->seance, ids, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (pv_seance_ajouter_dossiers (db, seance->id, ids, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  g_array_index (ids, gint64, 0) = 999;
  g_assert_false (pv_seance_ajouter_dossiers (db, seance->id, ids, &n, &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_NOT_FOUND, "999");
  g_assert_true (pv_seance_supprimer (db, seance->id, &error));
  g_assert_no_error (error);
}

static char *
dup_ordre (SeanceFixture *self)
{
  g_autoptr (GPtrArray) dossiers =
      pv_seance_store_list_dossiers (self->base.db, self->seance, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];

      g_assert_cmpint (dossier->ordre, ==, i + 1);
      g_string_append (text, dossier->numero + 3);
    }

  return g_string_free (text, FALSE);
}

static void
assert_ordre (SeanceFixture *self, const char *attendu)
{
  g_autofree char *ordre = dup_ordre (self);

  g_assert_cmpstr (ordre, ==, attendu);
}

static void
test_ordre (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  assert_ordre (self, "123");
  g_assert_true (pv_seance_deplacer (self->base.db, self->ordre[2], 1, &error));
  assert_ordre (self, "312");
  g_assert_true (pv_seance_deplacer (self->base.db, self->ordre[2], 99, &error));
  assert_ordre (self, "123");
  g_assert_true (pv_seance_deplacer (self->base.db, self->ordre[0], -4, &error));
  assert_ordre (self, "123");
  g_array_append_val (ids, self->ordre[1]);
  g_assert_true (pv_seance_set_ordre (self->base.db, self->seance, ids, &error));
  assert_ordre (self, "213");
  g_assert_true (pv_seance_retirer_dossier (self->base.db, self->ordre[0], &error));
  assert_ordre (self, "23");
  g_assert_false (pv_seance_deplacer (self->base.db, self->ordre[0], 1, &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_NOT_FOUND, "agenda");

  seance_fixture_open (self);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_REFUSE);
  g_assert_false (pv_seance_retirer_dossier (self->base.db, self->ordre[1], &error));
  seance_fixture_assert_refused (&error, REFUSED, "decided");
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_NULL);
  g_assert_true (pv_seance_retirer_dossier (self->base.db, self->ordre[1], &error));
  assert_ordre (self, "3");
}

/* --- held ------------------------------------------------------------------------------- */

static void
test_table (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (GError) error = NULL;

  seance_fixture_assert_table (self, 0, "250000 150000 –");
  g_assert_false (
      pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, PV_INT_NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "not open");
  seance_fixture_open (self);

  /* amounts, decided or not */
  seance_fixture_set_montant (self, 0, 0, 280000);
  seance_fixture_assert_table (self, 0, "280000 150000 –");
  seance_fixture_assert_int (self, 1,
                             "SELECT COUNT (*) FROM decision WHERE seance_dossier_id = %d"
                             " AND decision IS NULL",
                             self->ordre[0]);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_assert_table (self, 0, "280000 150000 –");
  seance_fixture_set_montant (self, 0, 1, PV_CENTS_NULL);
  seance_fixture_assert_table (self, 0, "280000 – –");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_SOUS_RESERVE);
  seance_fixture_assert_table (self, 0, "280000 – –");

  /* refused: 0 everywhere; put off: nothing; and back to what is proposed */
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  seance_fixture_assert_table (self, 0, "0 0 0");
  g_assert_false (
      pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], 100, &error));
  seance_fixture_assert_refused (&error, REFUSED, "refused");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_AJOURNE);
  seance_fixture_assert_table (self, 0, "– – –");
  g_assert_false (
      pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], 100, &error));
  seance_fixture_assert_refused (&error, REFUSED, "put off");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REORIENTE);
  seance_fixture_set_montant (self, 0, 0, 5000);
  seance_fixture_assert_table (self, 0, "5000 0 0");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_assert_table (self, 0, "250000 150000 –");

  /* bad amounts */
  g_assert_false (pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], -1, &error));
  seance_fixture_assert_refused (&error, INVALID, "negative");
  g_assert_false (pv_seance_set_montant (db, self->ordre[0], self->financements[0][0],
                                         PV_SEANCE_MONTANT_MAX + 1, &error));
  seance_fixture_assert_refused (&error, INVALID, "too large");
  g_assert_false (
      pv_seance_set_montant (db, self->ordre[0], self->financements[1][0], 100, &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_NOT_FOUND, "payer");
}

/* A reserve is that of its decision: it is not the reason of another. */
static void
test_reserve (SeanceFixture *self, gconstpointer data)
{
  static const char n[] = "SELECT COUNT (*) FROM decision WHERE seance_dossier_id = %d"
                          " AND reserve = 'RIB à fournir'";
  PvDb *db = self->base.db;
  g_autoptr (GError) error = NULL;

  seance_fixture_open (self);
  g_assert_true (pv_seance_set_reserve (db, self->ordre[0], "RIB à fournir", &error));
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_SOUS_RESERVE);
  seance_fixture_assert_int (self, 1, n, self->ordre[0]);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_SOUS_RESERVE);
  seance_fixture_assert_int (self, 1, n, self->ordre[0]);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  seance_fixture_assert_int (self, 0, n, self->ordre[0]);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_clore (db, self->seance, NULL, &error));
  g_assert_no_error (error);
  seance_fixture_assert_int (self, 1, "SELECT statut_motif IS NULL FROM dossier WHERE id = %d",
                             self->dossiers[0]);
}

static void
test_verrous (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deports = NULL;

  model_fixture_write (&self->base,
                       "UPDATE financement SET vote_cents = 90000, vote_le = '2026-11-01'"
                       " WHERE id = (SELECT id FROM financement ORDER BY id LIMIT 1)");
  seance_fixture_open (self);
  seance_fixture_assert_table (self, 0, "90000(vote) 150000 –");
  g_assert_false (pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], 1, &error));
  seance_fixture_assert_refused (&error, REFUSED, "voted");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  seance_fixture_assert_table (self, 0, "90000(vote) 0 0");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);

  /* a recusal takes the amount off the table, and gives it back */
  seance_fixture_set_montant (self, 0, 1, 120000);
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], TRUE, "élu", &error));
  seance_fixture_assert_table (self, 0, "90000(vote) 150000(deport) –");
  seance_fixture_assert_int (self, 0,
                             "SELECT COUNT (*) FROM decision_montant WHERE financement_id = %d",
                             self->financements[0][1]);
  g_assert_false (pv_seance_set_montant (db, self->ordre[0], self->financements[0][1], 1, &error));
  seance_fixture_assert_refused (&error, REFUSED, "recused");
  deports = pv_seance_store_list_deports (db, self->ordre[0], &error);
  g_assert_cmpuint (deports->len, ==, 1);
  g_assert_cmpstr (((const PvDeport *)deports->pdata[0])->motif, ==, "élu");
  seance_fixture_assert_table (self, 1, "250000 150000 –");
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], FALSE, NULL, &error));
  seance_fixture_assert_table (self, 0, "90000(vote) 150000 –");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], TRUE, NULL, &error));
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], FALSE, NULL, &error));
  seance_fixture_assert_table (self, 0, "90000(vote) 0 0");
  g_assert_no_error (error);
}

/* An institution that is not tied to an organisme is the payer of its name. */
static void
test_deport_name (SeanceFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gboolean locks;
  } cas[] = {
    { "UPDATE institution SET organisme_id = NULL", TRUE },
    { "UPDATE organisme SET nom = 'Région Hauts-de-France' WHERE nom = 'Région'", TRUE },
    { "UPDATE organisme SET nom = 'Régionale' WHERE nom LIKE 'Région%'", FALSE },
    { "UPDATE organisme SET sigle = 'Région' WHERE nom = 'Régionale'", TRUE },
    { "UPDATE institution SET organisme_id = (SELECT organisme_id FROM financeur WHERE id ="
      " (SELECT MIN (id) FROM financeur)) WHERE nom = 'Région'",
      FALSE },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_seance_set_deport (self->base.db, self->ordre[0], self->institutions[1], TRUE,
                                       NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (PvSeanceFiche) fiche = NULL;

      model_fixture_write (&self->base, cas[i].sql);
      fiche = seance_fixture_load_fiche (self, 0);
      g_assert_cmpint (pv_seance_fiche_find_ligne (fiche, self->financements[0][1])->verrou ==
                           PV_SEANCE_VERROU_DEPORT,
                       ==, cas[i].locks);
    }
}

static void
test_pot (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (PvSeanceJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  const PvSeanceEnveloppe *etat;

  seance_fixture_assert_pot (self, 0, 0, 250000, 250000); /* prepared: as proposed */
  seance_fixture_open (self);
  seance_fixture_set_montant (self, 0, 0, 300000);
  seance_fixture_assert_pot (self, 0, 0, 250000, 200000);
  seance_fixture_assert_pot (self, 1, 0, 250000, 250000); /* nothing decided yet */
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_assert_pot (self, 0, 0, 250000, 200000);
  seance_fixture_assert_pot (self, 1, 0, 200000, 200000);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_REFUSE);
  seance_fixture_assert_pot (self, 1, 0, 200000, 450000);
  seance_fixture_assert_pot (self, 2, 0, 450000, 450000);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_AJOURNE);
  seance_fixture_assert_pot (self, 2, 0, 450000, 450000); /* what is proposed of it stays engaged */
  seance_fixture_assert_pot (self, 2, 2, 1000000, 1000000);

  journal = pv_seance_journal_load (self->base.db, self->seance, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (journal->n_dossiers, ==, 3);
  g_assert_cmpuint (journal->n_decides, ==, 3);
  g_assert_cmpint (journal->arbitre_cents, ==, 450000);
  g_assert_cmpint (journal->cents[PV_DECISION_GENRE_PROGRAMME], ==, 450000);
  g_assert_cmpint (journal->cents[PV_DECISION_GENRE_REFUSE], ==, 0);
  g_assert_cmpint (journal->cents[PV_DECISION_GENRE_AJOURNE], ==, PV_CENTS_NULL);
  g_assert_cmpuint (journal->n[PV_DECISION_GENRE_AJOURNE], ==, 1);
  g_assert_cmpuint (journal->fil->len, ==, 3);
  g_assert_cmpstr (((const PvSeanceJournalLigne *)journal->fil->pdata[0])->numero, ==, "0403");
  g_assert_cmpuint (journal->enveloppes->len, ==, 3);
  etat = journal->enveloppes->pdata[0];
  g_assert_cmpint (etat->id, ==, self->enveloppes[0]);
  g_assert_cmpint (etat->restant_cents, ==, 450000);
  g_assert_cmpint (etat->reste_cents, ==, 700000); /* 10 000 − 3 000 */
  g_assert_cmpint (etat->seance_cents, ==, 300000);
}

static void
test_fil (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (GError) error = NULL;
  gint64 courant, annule;

  g_assert_true (pv_seance_get_courant (db, self->seance, &courant, &error));
  g_assert_cmpint (courant, ==, self->ordre[0]);
  seance_fixture_open (self);
  g_assert_false (pv_seance_annuler_derniere (db, self->seance, &annule, &error));
  seance_fixture_assert_refused (&error, REFUSED, "Nothing");
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_get_courant (db, self->seance, &courant, &error));
  g_assert_cmpint (courant, ==, self->ordre[2]);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_REFUSE);
  g_assert_true (pv_seance_get_courant (db, self->seance, &courant, &error));
  g_assert_cmpint (courant, ==, self->ordre[0]); /* the one that was jumped over */
  g_assert_true (pv_seance_annuler_derniere (db, self->seance, &annule, &error));
  g_assert_cmpint (annule, ==, self->ordre[2]);
  seance_fixture_assert_table (self, 2, "250000 150000 –");
  g_assert_true (pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, 40, &error));
  g_assert_true (pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, 20, &error));
  seance_fixture_assert_int (self, 60, "SELECT duree_s FROM decision WHERE seance_dossier_id = %d",
                             self->ordre[0]);
  g_assert_no_error (error);
}

/* Two decisions in one second still have an order. */
static void
test_same_second (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 annule;

  seance_fixture_open (self);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_PROGRAMME);
  model_fixture_write (&self->base, "UPDATE decision SET decidee_a = '2030-01-01T00:00:00Z'");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_annuler_derniere (self->base.db, self->seance, &annule, &error));
  g_assert_cmpint (annule, ==, self->ordre[0]);
}

static void
test_fiche (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (PvSeanceFiche) fiche = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_write (&self->base, "UPDATE dossier SET cout_total_declare_cents = 1000000,"
                                    " autres_produits_cents = 100000");
  seance_fixture_open (self);
  fiche = seance_fixture_load_fiche (self, 1);
  g_assert_cmpuint (fiche->rang, ==, 2);
  g_assert_cmpuint (fiche->n_dossiers, ==, 3);
  g_assert_cmpint (fiche->etat, ==, PV_SEANCE_ETAT_OUVERTE);
  g_assert_cmpint (fiche->sollicite.somme_cents, ==, 600000);
  g_assert_cmpint (fiche->sollicite.manque_cents, ==, 300000);
  g_assert_cmpint (fiche->propose.somme_cents, ==, 400000);
  g_assert_cmpint (fiche->propose.manque_cents, ==, PV_CENTS_NULL); /* Tourcoing is silent */
  g_assert_cmpint (fiche->table.taux_bp, ==, 4000);
  seance_fixture_set_montant (self, 1, 2, 50000);
  g_assert_true (pv_seance_fiche_relire (fiche, self->base.db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fiche->table.somme_cents, ==, 450000);
  g_assert_cmpint (fiche->table.manque_cents, ==, 450000);
  g_assert_cmpint (fiche->seance_cents, ==, 450000);
  g_assert_cmpint (fiche->score_rang, ==, PV_INT_NULL);
  g_assert_cmpint (fiche->marqueur, ==, PV_INT_NULL);
}

/* Among the dossiers of the agenda, read alone or with their appel. */
static void
test_rang (SeanceFixture *self, gconstpointer data)
{
  static const struct
  {
    gint64 rang;
    gint64 score;
  } attendus[] = { { 2, 6000 }, { 1, 9000 }, { PV_INT_NULL, PV_INT_NULL } };

  model_fixture_write (
      &self->base, "INSERT INTO instruction (uuid, dossier_id, institution_id, etat, score_declare)"
                   " SELECT 'x' || d.id, d.id, i.id, 'soumise', CASE d.numero WHEN '0401' THEN"
                   " 6000 ELSE 9000 END FROM dossier d, institution i"
                   " WHERE d.numero < '0403' AND i.nom = 'Région'");
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < SEANCE_FIXTURE_DOSSIERS; i++)
        {
          g_autoptr (PvSeanceFiche) fiche = seance_fixture_load_fiche (self, i);

          g_assert_cmpint (fiche->score, ==, attendus[i].score);
          g_assert_cmpint (fiche->score_rang, ==, attendus[i].rang);
          g_assert_cmpuint (fiche->n_scores, ==, 2);
        }
      /* a larger appel, whose other dossiers are not on the agenda */
      for (guint i = 0; pass == 0 && i < 40; i++)
        {
          g_autofree char *numero = g_strdup_printf ("9%03u", i);

          model_fixture_add_dossier (
              &self->base, numero,
              seance_fixture_get (self, "SELECT porteur_id FROM dossier WHERE id = %d",
                                  self->dossiers[0]));
        }
    }
}

/* One séance decides of a dossier at a time. */
static void
test_one_at_a_time (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  gint64 autre = seance_fixture_add_seance (self, "2026-11-20");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  g_array_append_val (ids, self->dossiers[1]);
  g_assert_true (pv_seance_ajouter_dossiers (db, autre, ids, NULL, &error));
  g_assert_true (pv_seance_set_presence (db, autre, self->institutions[0], NULL, TRUE, &error));
  seance_fixture_open (self);
  g_assert_false (pv_seance_ouvrir (db, autre, TRUE, &error));
  seance_fixture_assert_refused (&error, REFUSED, "0402");
  g_assert_true (pv_seance_retirer_dossier (db, self->ordre[1], &error));
  g_assert_true (pv_seance_ouvrir (db, autre, TRUE, &error));
  g_array_index (ids, gint64, 0) = self->dossiers[0];
  g_assert_false (pv_seance_ajouter_dossiers (db, autre, ids, NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "0401");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add ("/seance/" path, SeanceFixture, NULL, seance_fixture_set_up, func,                   \
              seance_fixture_tear_down)
  add ("instance", test_instance);
  add ("preparation", test_preparation);
  add ("ordre", test_ordre);
  add ("table", test_table);
  add ("reserve", test_reserve);
  add ("verrous", test_verrous);
  add ("deport-name", test_deport_name);
  add ("pot", test_pot);
  add ("fil", test_fil);
  add ("same-second", test_same_second);
  add ("fiche", test_fiche);
  add ("rang", test_rang);
  add ("one-at-a-time", test_one_at_a_time);
#undef add
  return g_test_run ();
}
