/* test-seance.c: a séance is prepared, held, closed and rectified
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-derogation-store.h"
#include "institution/pv-institution-store.h"
#include "instance/pv-instance-service.h"
#include "instance/pv-instance-store.h"
#include "pv-error.h"
#include "seance-fixture.h"
#include "seance/pv-proces-verbal-store.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-verification.h"

#define REFUSED PV_RULE_ERROR_REFUSED
#define INVALID PV_RULE_ERROR_INVALID

#define assert_int(self, attendu, format, id)                                                      \
  g_assert_cmpint (seance_fixture_get (self, format, id), ==, attendu)

static const char arbitre_de[] = "SELECT arbitre_cents FROM financement WHERE id = %d";
static const char propose_de[] = "SELECT propose_cents FROM financement WHERE id = %d";
static const char statut_de[] =
    "SELECT CASE statut WHEN 'propose' THEN 1 WHEN 'programme' THEN 2 WHEN"
    " 'programme-sous-reserve' THEN 3 WHEN 'ajourne' THEN 4 WHEN 'refuse' THEN 5 WHEN 'reoriente'"
    " THEN 6 ELSE 0 END FROM dossier WHERE id = %d";

static PvSeanceFiche *
load_fiche (SeanceFixture *self, guint dossier)
{
  g_autoptr (GError) error = NULL;
  PvSeanceFiche *fiche = pv_seance_fiche_load (self->base.db, self->ordre[dossier], &error);

  g_assert_no_error (error);
  return fiche;
}

/* "250000 150000 –": what is on the table. */
static char *
dup_table (SeanceFixture *self, guint dossier)
{
  g_autoptr (PvSeanceFiche) fiche = load_fiche (self, dossier);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fiche->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = fiche->lignes->pdata[i];

      g_string_append (text, i > 0 ? " " : "");
      if (ligne->table_cents == PV_CENTS_NULL)
        g_string_append (text, "–");
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, ligne->table_cents);
      if (ligne->verrou != PV_SEANCE_VERROU_NULL)
        g_string_append_printf (text, "(%s)", pv_seance_verrou_to_id (ligne->verrou));
    }

  return g_string_free (text, FALSE);
}

static void
assert_table (SeanceFixture *self, guint dossier, const char *attendue)
{
  g_autofree char *table = dup_table (self, dossier);

  g_assert_cmpstr (table, ==, attendue);
}

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

  assert_table (self, 0, "250000 150000 –");
  g_assert_false (
      pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, PV_INT_NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "not open");
  seance_fixture_open (self);

  /* amounts, decided or not */
  seance_fixture_set_montant (self, 0, 0, 280000);
  assert_table (self, 0, "280000 150000 –");
  assert_int (self, 1,
              "SELECT COUNT (*) FROM decision WHERE seance_dossier_id = %d"
              " AND decision IS NULL",
              self->ordre[0]);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  assert_table (self, 0, "280000 150000 –");
  seance_fixture_set_montant (self, 0, 1, PV_CENTS_NULL);
  assert_table (self, 0, "280000 – –");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_SOUS_RESERVE);
  assert_table (self, 0, "280000 – –");

  /* refused: 0 everywhere; put off: nothing; and back to what is proposed */
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  assert_table (self, 0, "0 0 0");
  g_assert_false (
      pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], 100, &error));
  seance_fixture_assert_refused (&error, REFUSED, "refused");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_AJOURNE);
  assert_table (self, 0, "– – –");
  g_assert_false (
      pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], 100, &error));
  seance_fixture_assert_refused (&error, REFUSED, "put off");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REORIENTE);
  seance_fixture_set_montant (self, 0, 0, 5000);
  assert_table (self, 0, "5000 0 0");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  assert_table (self, 0, "250000 150000 –");

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
  assert_int (self, 1, n, self->ordre[0]);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_SOUS_RESERVE);
  assert_int (self, 1, n, self->ordre[0]);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  assert_int (self, 0, n, self->ordre[0]);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_clore (db, self->seance, NULL, &error));
  g_assert_no_error (error);
  assert_int (self, 1, "SELECT statut_motif IS NULL FROM dossier WHERE id = %d", self->dossiers[0]);
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
  assert_table (self, 0, "90000(vote) 150000 –");
  g_assert_false (pv_seance_set_montant (db, self->ordre[0], self->financements[0][0], 1, &error));
  seance_fixture_assert_refused (&error, REFUSED, "voted");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  assert_table (self, 0, "90000(vote) 0 0");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);

  /* a recusal takes the amount off the table, and gives it back */
  seance_fixture_set_montant (self, 0, 1, 120000);
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], TRUE, "élu", &error));
  assert_table (self, 0, "90000(vote) 150000(deport) –");
  assert_int (self, 0, "SELECT COUNT (*) FROM decision_montant WHERE financement_id = %d",
              self->financements[0][1]);
  g_assert_false (pv_seance_set_montant (db, self->ordre[0], self->financements[0][1], 1, &error));
  seance_fixture_assert_refused (&error, REFUSED, "recused");
  deports = pv_seance_store_list_deports (db, self->ordre[0], &error);
  g_assert_cmpuint (deports->len, ==, 1);
  g_assert_cmpstr (((const PvDeport *)deports->pdata[0])->motif, ==, "élu");
  assert_table (self, 1, "250000 150000 –");
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], FALSE, NULL, &error));
  assert_table (self, 0, "90000(vote) 150000 –");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], TRUE, NULL, &error));
  g_assert_true (
      pv_seance_set_deport (db, self->ordre[0], self->institutions[1], FALSE, NULL, &error));
  assert_table (self, 0, "90000(vote) 0 0");
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
      fiche = load_fiche (self, 0);
      g_assert_cmpint (pv_seance_fiche_find_ligne (fiche, self->financements[0][1])->verrou ==
                           PV_SEANCE_VERROU_DEPORT,
                       ==, cas[i].locks);
    }
}

/* 10 000 € each; 2 500 € × 3 and 1 500 € × 3 proposed. */
static void
assert_pot (SeanceFixture *self, guint dossier, guint payeur, PvCents avant, PvCents apres)
{
  g_autoptr (PvSeanceFiche) fiche = load_fiche (self, dossier);
  const PvSeanceLigne *ligne =
      pv_seance_fiche_find_ligne (fiche, self->financements[dossier][payeur]);

  g_assert_cmpint (ligne->avant_cents, ==, avant);
  g_assert_cmpint (ligne->apres_cents, ==, apres);
}

static void
test_pot (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (PvSeanceJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  const PvSeanceEnveloppe *etat;

  assert_pot (self, 0, 0, 250000, 250000); /* prepared: as proposed */
  seance_fixture_open (self);
  seance_fixture_set_montant (self, 0, 0, 300000);
  assert_pot (self, 0, 0, 250000, 200000);
  assert_pot (self, 1, 0, 250000, 250000); /* nothing decided yet */
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  assert_pot (self, 0, 0, 250000, 200000);
  assert_pot (self, 1, 0, 200000, 200000);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_REFUSE);
  assert_pot (self, 1, 0, 200000, 450000);
  assert_pot (self, 2, 0, 450000, 450000);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_AJOURNE);
  assert_pot (self, 2, 0, 450000, 450000); /* what is proposed of it stays engaged */
  assert_pot (self, 2, 2, 1000000, 1000000);

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
  assert_table (self, 2, "250000 150000 –");
  g_assert_true (pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, 40, &error));
  g_assert_true (pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, 20, &error));
  assert_int (self, 60, "SELECT duree_s FROM decision WHERE seance_dossier_id = %d",
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
  fiche = load_fiche (self, 1);
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
          g_autoptr (PvSeanceFiche) fiche = load_fiche (self, i);

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

/* --- closed ----------------------------------------------------------------------------- */

static const PvSeanceConstat *
find_constat (GPtrArray *constats, PvSeanceConstatGenre genre)
{
  for (guint i = 0; i < constats->len; i++)
    if (((const PvSeanceConstat *)constats->pdata[i])->genre == genre)
      return constats->pdata[i];

  return NULL;
}

static GPtrArray *
verifier (SeanceFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *constats = pv_seance_verifier (self->base.db, self->seance, &error);

  g_assert_no_error (error);
  return constats;
}

static void
test_verification (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (GPtrArray) constats = verifier (self);
  g_autoptr (GError) error = NULL;
  gboolean motif;

  g_assert_nonnull (find_constat (constats, PV_SEANCE_CONSTAT_ETAT));
  g_clear_pointer (&constats, g_ptr_array_unref);
  seance_fixture_open (self);
  constats = verifier (self);
  g_assert_cmpuint (constats->len, ==, 3); /* none is decided */
  g_assert_false (pv_seance_constats_is_clorable (constats, &motif));
  g_assert_false (pv_seance_clore (db, self->seance, NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "0401");
  g_clear_pointer (&constats, g_ptr_array_unref);

  /* a status that does not follow, a funded dossier without an amount */
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'recevable' WHERE numero ="
                                    " '0401'");
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_SOUS_RESERVE);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_AJOURNE);
  seance_fixture_set_montant (self, 1, 0, PV_CENTS_NULL);
  seance_fixture_set_montant (self, 1, 1, PV_CENTS_NULL);
  constats = verifier (self);
  g_assert_nonnull (find_constat (constats, PV_SEANCE_CONSTAT_STATUT));
  g_assert_nonnull (find_constat (constats, PV_SEANCE_CONSTAT_SANS_MONTANT));
  g_assert_nonnull (find_constat (constats, PV_SEANCE_CONSTAT_SANS_REPONSE));
  g_assert_nonnull (find_constat (constats, PV_SEANCE_CONSTAT_SANS_RESERVE));
  g_assert_nonnull (find_constat (constats, PV_SEANCE_CONSTAT_SANS_RETOUR));
  g_assert_cmpint (((const PvSeanceConstat *)constats->pdata[0])->severite, ==, PV_SEVERITE_ERROR);
  g_clear_pointer (&constats, g_ptr_array_unref);

  /* an envelope that is exceeded is passed with a reason alone */
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'propose'");
  seance_fixture_set_montant (self, 1, 0, 0);
  seance_fixture_set_montant (self, 0, 0, 900000);
  g_assert_true (pv_seance_set_reserve (db, self->ordre[1], "bilan reçu", &error));
  constats = verifier (self);
  g_assert_true (pv_seance_constats_is_clorable (constats, &motif));
  g_assert_true (motif);
  g_assert_cmpint (find_constat (constats, PV_SEANCE_CONSTAT_ENVELOPPE)->depassement_cents, ==,
                   150000);
  g_assert_false (pv_seance_clore (db, self->seance, "  ", &error));
  seance_fixture_assert_refused (&error, REFUSED, "exceeded");
  assert_int (self, 0, "SELECT COUNT (*) FROM derogation WHERE %d", 1);
  g_assert_true (pv_seance_clore (db, self->seance, "avance de l’exercice suivant", &error));
  g_assert_no_error (error);
  assert_int (self, 1,
              "SELECT COUNT (*) FROM derogation WHERE controle = 'enveloppe-depassee'"
              " AND cle = %d",
              self->enveloppes[0]);
  g_assert_false (pv_seance_clore (db, self->seance, NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "already closed");
}

static void
test_cloture (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  gint64 suivante = seance_fixture_add_seance (self, "2026-12-11");
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDecision) decision = NULL;
  g_autoptr (GArray) copie = NULL;
  g_autoptr (PvSeanceFiche) fiche = NULL;
  g_autoptr (PvSeanceJournal) journal = NULL;

  model_fixture_write (&self->base,
                       "UPDATE financement SET vote_cents = 90000, vote_le = '2026-11-01'"
                       " WHERE id = (SELECT id FROM financement ORDER BY id LIMIT 1)");
  seance_fixture_open (self);
  seance_fixture_set_montant (self, 0, 1, 140000);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_REFUSE);
  g_assert_true (pv_seance_set_reserve (db, self->ordre[1], "hors sujet", &error));
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_AJOURNE);
  g_assert_false (pv_seance_set_ajournement (db, self->ordre[2], self->seance, &error));
  seance_fixture_assert_refused (&error, REFUSED, "another séance");
  g_assert_false (pv_seance_set_ajournement (db, self->ordre[1], suivante, &error));
  seance_fixture_assert_refused (&error, REFUSED, "put off");
  g_assert_true (pv_seance_set_ajournement (db, self->ordre[2], suivante, &error));
  g_assert_true (pv_seance_clore (db, self->seance, NULL, &error));
  g_assert_no_error (error);

  journal = pv_seance_journal_load (db, self->seance, &error);
  g_assert_cmpint (journal->arbitre_cents, ==, 140000);
  g_assert_cmpint (((const PvSeanceEnveloppe *)journal->enveloppes->pdata[1])->seance_cents, ==,
                   140000);
  g_assert_cmpint (((const PvSeanceJournalLigne *)journal->fil->pdata[2])->total_cents, ==, 230000);
  assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][0]); /* voted: not ours */
  assert_int (self, 140000, arbitre_de, self->financements[0][1]);
  assert_int (self, 150000, propose_de, self->financements[0][1]);
  assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][2]);
  assert_int (self, 0, arbitre_de, self->financements[1][0]);
  assert_int (self, 0, arbitre_de, self->financements[1][2]);
  assert_int (self, PV_INT_NULL, arbitre_de, self->financements[2][0]);
  assert_int (self, 2, statut_de, self->dossiers[0]);
  assert_int (self, 5, statut_de, self->dossiers[1]);
  assert_int (self, 4, statut_de, self->dossiers[2]);
  assert_int (self, 1, "SELECT statut_motif = 'hors sujet' FROM dossier WHERE id = %d",
              self->dossiers[1]);
  assert_int (self, self->dossiers[2], "SELECT dossier_id FROM seance_dossier WHERE seance_id = %d",
              suivante);

  /* its own copy: the whole plan */
  decision = pv_decision_store_get_derniere (db, self->ordre[0], &error);
  g_assert_true (decision->scellee);
  copie = pv_decision_store_list_montants (db, decision->id, &error);
  g_assert_cmpuint (copie->len, ==, 3);
  g_assert_cmpint (g_array_index (copie, PvDecisionMontant, 0).verrou, ==, PV_SEANCE_VERROU_VOTE);
  g_assert_cmpint (g_array_index (copie, PvDecisionMontant, 0).montant_cents, ==, 90000);
  g_assert_cmpint (g_array_index (copie, PvDecisionMontant, 1).montant_cents, ==, 140000);
  g_assert_cmpint (g_array_index (copie, PvDecisionMontant, 1).propose_cents, ==, 150000);
  g_assert_cmpint (g_array_index (copie, PvDecisionMontant, 2).montant_cents, ==, PV_CENTS_NULL);

  /* later changes of the plan never alter it */
  model_fixture_write (&self->base, "UPDATE financement SET sollicite_cents = 1,"
                                    " propose_cents = 2, arbitre_cents = 3");
  fiche = load_fiche (self, 0);
  g_assert_cmpint (fiche->sollicite.somme_cents, ==, 600000);
  g_assert_cmpint (fiche->propose.somme_cents, ==, 400000);
  g_assert_cmpint (fiche->table.somme_cents, ==, 230000);
  g_assert_cmpint (fiche->seance_cents, ==, 140000);
  g_assert_false (pv_seance_supprimer (db, suivante, &error));
  seance_fixture_assert_refused (&error, REFUSED, "put dossiers off");
}

static PvCents
get_reste (SeanceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvSeanceJournal) journal =
      pv_seance_journal_load (self->base.db, self->seance, &error);

  g_assert_no_error (error);
  return ((const PvSeanceEnveloppe *)journal->enveloppes->pdata[0])->reste_cents;
}

static void
assert_minutes (SeanceFixture *self, PvCents avant, PvCents apres)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvProcesVerbal) minutes =
      pv_proces_verbal_store_load (self->base.db, self->seance, &error);
  const PvProcesVerbalEnveloppe *enveloppe = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < minutes->enveloppes->len; i++)
    if (((const PvProcesVerbalEnveloppe *)minutes->enveloppes->pdata[i])->id == self->enveloppes[0])
      enveloppe = minutes->enveloppes->pdata[i];
  g_assert_nonnull (enveloppe);
  g_assert_cmpint (enveloppe->avant_cents, ==, avant);
  g_assert_cmpint (enveloppe->apres_cents, ==, apres);
}

/* What is reoriented takes nothing of the envelope, whatever its amounts: the minutes say what the
 * session showed. */
static void
test_minutes (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  seance_fixture_open (self);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REORIENTE);
  seance_fixture_set_montant (self, 0, 0, 500000);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_REFUSE);
  g_assert_cmpint (get_reste (self), ==, 750000);
  assert_minutes (self, 1000000, 750000);
  g_assert_true (pv_seance_clore (self->base.db, self->seance, NULL, &error));
  g_assert_no_error (error);
  assert_int (self, 500000, arbitre_de, self->financements[0][0]);
  assert_minutes (self, 1000000, 750000);
}

/* A committee that gives avis writes proposé, and moves to proposé. */
static void
test_avis (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'instruit'");
  seance_fixture_open (self);
  seance_fixture_set_montant (self, 0, 0, 200000);
  assert_pot (self, 0, 0, 250000, 300000);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_REFUSE);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_AJOURNE);
  g_assert_true (pv_seance_clore (self->base.db, self->seance, NULL, &error));
  g_assert_no_error (error);
  assert_int (self, 200000, propose_de, self->financements[0][0]);
  assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][0]);
  assert_int (self, 0, propose_de, self->financements[1][0]);
  assert_int (self, 250000, propose_de, self->financements[2][0]);
  assert_int (self, 1, statut_de, self->dossiers[0]);
  assert_int (self, 1, statut_de, self->dossiers[1]);
  assert_int (self, 0, statut_de, self->dossiers[2]); /* still instruit */
}

static void
test_rectification (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  PvSeanceMontant montant = { self->financements[0][0], 120000 };
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GArray) premiere = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, NULL, NULL,
                                       0, "erreur", &error));
  seance_fixture_assert_refused (&error, REFUSED, "not closed");
  seance_fixture_close (self);
  g_assert_false (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, NULL,
                                       &montant, 1, "  ", &error));
  seance_fixture_assert_refused (&error, INVALID, "reason");
  g_assert_true (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_SOUS_RESERVE,
                                      "RIB à fournir", &montant, 1, "erreur de saisie", &error));
  g_assert_no_error (error);
  assert_int (self, 120000, arbitre_de, self->financements[0][0]);
  assert_int (self, 150000, arbitre_de, self->financements[0][1]);
  assert_int (self, 3, statut_de, self->dossiers[0]);

  /* both are kept */
  versions = pv_decision_store_list (db, self->ordre[0], &error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpint (((const PvDecision *)versions->pdata[0])->decision, ==,
                   PV_DECISION_GENRE_PROGRAMME);
  premiere =
      pv_decision_store_list_montants (db, ((const PvDecision *)versions->pdata[0])->id, &error);
  g_assert_cmpint (g_array_index (premiere, PvDecisionMontant, 0).montant_cents, ==, 250000);
  assert_table (self, 0, "120000 150000 –");

  /* put off after all: nothing is arbitrated any more */
  g_assert_true (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_AJOURNE, NULL, NULL, 0,
                                      "vote annulé", &error));
  assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][0]);
  assert_int (self, 4, statut_de, self->dossiers[0]);
  g_assert_false (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, NULL, NULL,
                                       0, "retour", &error));
  seance_fixture_assert_refused (&error, REFUSED, "without an amount");

  /* what was voted since is not touched; its reserve may be */
  model_fixture_write (&self->base, "UPDATE financement SET vote_cents = arbitre_cents"
                                    " WHERE arbitre_cents IS NOT NULL");
  montant.financement_id = self->financements[1][0];
  g_assert_false (pv_seance_rectifier (db, self->ordre[1], PV_DECISION_GENRE_PROGRAMME, NULL,
                                       &montant, 1, "erreur", &error));
  seance_fixture_assert_refused (&error, REFUSED, "since");
  g_assert_true (pv_seance_rectifier (db, self->ordre[1], PV_DECISION_GENRE_PROGRAMME, "précision",
                                      NULL, 0, "oubli", &error));
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'notifie' WHERE numero = '0402'");
  g_assert_false (pv_seance_rectifier (db, self->ordre[1], PV_DECISION_GENRE_SOUS_RESERVE, "x",
                                       NULL, 0, "oubli", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION);
}

/* What an avis is put off after all is proposed what it was before the séance. */
static void
test_avis_ajourne (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (GError) error = NULL;

  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'instruit'");
  seance_fixture_open (self);
  seance_fixture_set_montant (self, 0, 0, 200000);
  for (guint i = 0; i < SEANCE_FIXTURE_DOSSIERS; i++)
    seance_fixture_decide (self, i,
                           i == 1 ? PV_DECISION_GENRE_REFUSE : PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_clore (db, self->seance, NULL, &error));
  assert_int (self, 200000, propose_de, self->financements[0][0]);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pv_seance_rectifier (db, self->ordre[i], PV_DECISION_GENRE_AJOURNE, NULL, NULL,
                                          0, "avis à reprendre", &error));
      g_assert_no_error (error);
      assert_int (self, 250000, propose_de, self->financements[i][0]);
      assert_int (self, 150000, propose_de, self->financements[i][1]);
      assert_int (self, PV_CENTS_NULL, propose_de, self->financements[i][2]);
    }
}

/* What is put off still comes back where it was said, whatever else is rectified. */
static void
test_retour (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  gint64 suivante = seance_fixture_add_seance (self, "2026-12-11");
  PvSeanceMontant montant = { self->financements[0][0], 100000 };
  g_autoptr (PvDecision) derniere = NULL;
  g_autoptr (GError) error = NULL;

  seance_fixture_open (self);
  g_assert_true (pv_seance_decider (db, self->ordre[0], PV_DECISION_GENRE_AJOURNE, 90, &error));
  g_assert_true (pv_seance_set_ajournement (db, self->ordre[0], suivante, &error));
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_clore (db, self->seance, NULL, &error));
  g_assert_true (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_AJOURNE, "devis", NULL,
                                      0, "oubli", &error));
  g_assert_no_error (error);
  derniere = pv_decision_store_get_derniere (db, self->ordre[0], &error);
  g_assert_cmpint (derniere->version, ==, 2);
  g_assert_cmpint (derniere->ajourne_seance_id, ==, suivante);
  g_assert_cmpint (derniere->duree_s, ==, 90);
  g_assert_true (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, NULL,
                                      &montant, 1, "erreur", &error));
  g_assert_no_error (error);
  g_clear_pointer (&derniere, pv_decision_free);
  derniere = pv_decision_store_get_derniere (db, self->ordre[0], &error);
  g_assert_cmpint (derniere->ajourne_seance_id, ==, PV_INT_NULL);
}

/* What a later séance decided is rectified there; the words of the first one still are. */
static void
test_plus_tard (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  gint64 suivante = seance_fixture_add_seance (self, "2026-12-11");
  PvSeanceMontant montant = { self->financements[0][0], 100000 };
  g_autoptr (GError) error = NULL;
  gint64 ligne;

  seance_fixture_open (self);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_AJOURNE);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_set_ajournement (db, self->ordre[0], suivante, &error));
  g_assert_true (pv_seance_clore (db, self->seance, NULL, &error));
  ligne = seance_fixture_get (self, "SELECT id FROM seance_dossier WHERE seance_id = %d", suivante);
  g_assert_true (pv_seance_set_presence (db, suivante, self->institutions[0], NULL, TRUE, &error));
  g_assert_true (pv_seance_ouvrir (db, suivante, TRUE, &error));
  g_assert_true (pv_seance_decider (db, ligne, PV_DECISION_GENRE_PROGRAMME, PV_INT_NULL, &error));
  g_assert_true (pv_seance_rectifier (db, self->ordre[1], PV_DECISION_GENRE_REFUSE, NULL, NULL, 0,
                                      "erreur", &error));
  g_assert_true (pv_seance_clore (db, suivante, NULL, &error));
  g_assert_no_error (error);

  g_assert_false (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_REFUSE, NULL, NULL, 0,
                                       "erreur", &error));
  seance_fixture_assert_refused (&error, REFUSED, "later séance");
  g_assert_false (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_PROGRAMME, NULL,
                                       &montant, 1, "erreur", &error));
  seance_fixture_assert_refused (&error, REFUSED, "later séance");
  g_assert_true (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_AJOURNE, "devis", NULL,
                                      0, "oubli", &error));
  assert_int (self, 250000, arbitre_de, self->financements[0][0]);
  g_assert_true (pv_seance_rectifier (db, ligne, PV_DECISION_GENRE_PROGRAMME, NULL, &montant, 1,
                                      "erreur", &error));
  g_assert_no_error (error);
  assert_int (self, 100000, arbitre_de, self->financements[0][0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add_with(path, data, func)                                                                 \
  g_test_add ("/seance/" path, SeanceFixture, data, seance_fixture_set_up, func,                   \
              seance_fixture_tear_down)
#define add(path, func) add_with (path, NULL, func)
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
  add ("verification", test_verification);
  add ("cloture", test_cloture);
  add ("minutes", test_minutes);
  add_with ("avis", "avis", test_avis);
  add ("rectification", test_rectification);
  add ("rectification-retour", test_retour);
  add ("rectification-plus-tard", test_plus_tard);
  add_with ("rectification-avis", "avis", test_avis_ajourne);
#undef add
#undef add_with
  return g_test_run ();
}
