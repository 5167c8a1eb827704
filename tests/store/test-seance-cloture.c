/* test-seance-cloture.c: a séance is checked, closed and rectified
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-accord.h"
#include "pv-error.h"
#include "seance-fixture.h"
#include "seance/pv-proces-verbal-store.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-verification.h"

#define REFUSED PV_RULE_ERROR_REFUSED
#define INVALID PV_RULE_ERROR_INVALID

static const char arbitre_de[] = "SELECT arbitre_cents FROM financement WHERE id = %d";
static const char propose_de[] = "SELECT propose_cents FROM financement WHERE id = %d";
static const char statut_de[] =
    "SELECT CASE statut WHEN 'propose' THEN 1 WHEN 'programme' THEN 2 WHEN"
    " 'programme-sous-reserve' THEN 3 WHEN 'ajourne' THEN 4 WHEN 'refuse' THEN 5 WHEN 'reoriente'"
    " THEN 6 ELSE 0 END FROM dossier WHERE id = %d";

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
  seance_fixture_assert_int (self, 0, "SELECT COUNT (*) FROM derogation WHERE %d", 1);
  g_assert_true (pv_seance_clore (db, self->seance, "avance de l’exercice suivant", &error));
  g_assert_no_error (error);
  seance_fixture_assert_int (
      self, 1,
      "SELECT COUNT (*) FROM derogation WHERE controle = 'enveloppe-depassee'"
      " AND cle = %d",
      self->enveloppes[0]);
  g_assert_false (pv_seance_clore (db, self->seance, NULL, &error));
  seance_fixture_assert_refused (&error, REFUSED, "already closed");
}

/* The bilan of the year before is missing, and the file blocks: said before, for every dossier. */
static void
test_bilan_manquant (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) constats = NULL;
  g_autoptr (GError) error = NULL;
  const PvSeanceConstat *constat;
  gboolean motif;

  model_fixture_write (
      &self->base,
      "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
      " SELECT 'passe', appel_id, '0001', porteur_id, 'Passé', 'notifie', exercice - 1 FROM dossier"
      " WHERE numero = '0401';"
      "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, notifie_cents)"
      " SELECT 'p', id, (SELECT MIN (id) FROM financeur), exercice, 1000 FROM dossier"
      " WHERE uuid = 'passe'");
  seance_fixture_open (self);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  constats = verifier (self);
  g_assert_null (find_constat (constats, PV_SEANCE_CONSTAT_STATUT));
  g_clear_pointer (&constats, g_ptr_array_unref);

  g_assert_true (pv_bilan_accord_set_bloquant (self->base.db, TRUE, NULL, &error));
  constats = verifier (self);
  constat = find_constat (constats, PV_SEANCE_CONSTAT_STATUT);
  g_assert_nonnull (constat);
  g_assert_nonnull (strstr (constat->texte, "0001"));
  g_assert_false (pv_seance_constats_is_clorable (constats, &motif));
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
  seance_fixture_assert_int (self, PV_INT_NULL, arbitre_de,
                             self->financements[0][0]); /* voted: not ours */
  seance_fixture_assert_int (self, 140000, arbitre_de, self->financements[0][1]);
  seance_fixture_assert_int (self, 150000, propose_de, self->financements[0][1]);
  seance_fixture_assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][2]);
  seance_fixture_assert_int (self, 0, arbitre_de, self->financements[1][0]);
  seance_fixture_assert_int (self, 0, arbitre_de, self->financements[1][2]);
  seance_fixture_assert_int (self, PV_INT_NULL, arbitre_de, self->financements[2][0]);
  seance_fixture_assert_int (self, 2, statut_de, self->dossiers[0]);
  seance_fixture_assert_int (self, 5, statut_de, self->dossiers[1]);
  seance_fixture_assert_int (self, 4, statut_de, self->dossiers[2]);
  seance_fixture_assert_int (
      self, 1, "SELECT statut_motif = 'hors sujet' FROM dossier WHERE id = %d", self->dossiers[1]);
  seance_fixture_assert_int (self, self->dossiers[2],
                             "SELECT dossier_id FROM seance_dossier WHERE seance_id = %d",
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
  fiche = seance_fixture_load_fiche (self, 0);
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
  seance_fixture_assert_int (self, 500000, arbitre_de, self->financements[0][0]);
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
  seance_fixture_assert_pot (self, 0, 0, 250000, 300000);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_REFUSE);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_AJOURNE);
  g_assert_true (pv_seance_clore (self->base.db, self->seance, NULL, &error));
  g_assert_no_error (error);
  seance_fixture_assert_int (self, 200000, propose_de, self->financements[0][0]);
  seance_fixture_assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][0]);
  seance_fixture_assert_int (self, 0, propose_de, self->financements[1][0]);
  seance_fixture_assert_int (self, 250000, propose_de, self->financements[2][0]);
  seance_fixture_assert_int (self, 1, statut_de, self->dossiers[0]);
  seance_fixture_assert_int (self, 1, statut_de, self->dossiers[1]);
  seance_fixture_assert_int (self, 0, statut_de, self->dossiers[2]); /* still instruit */
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
  seance_fixture_assert_int (self, 120000, arbitre_de, self->financements[0][0]);
  seance_fixture_assert_int (self, 150000, arbitre_de, self->financements[0][1]);
  seance_fixture_assert_int (self, 3, statut_de, self->dossiers[0]);

  /* both are kept */
  versions = pv_decision_store_list (db, self->ordre[0], &error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpint (((const PvDecision *)versions->pdata[0])->decision, ==,
                   PV_DECISION_GENRE_PROGRAMME);
  premiere =
      pv_decision_store_list_montants (db, ((const PvDecision *)versions->pdata[0])->id, &error);
  g_assert_cmpint (g_array_index (premiere, PvDecisionMontant, 0).montant_cents, ==, 250000);
  seance_fixture_assert_table (self, 0, "120000 150000 –");

  /* put off after all: nothing is arbitrated any more */
  g_assert_true (pv_seance_rectifier (db, self->ordre[0], PV_DECISION_GENRE_AJOURNE, NULL, NULL, 0,
                                      "vote annulé", &error));
  seance_fixture_assert_int (self, PV_INT_NULL, arbitre_de, self->financements[0][0]);
  seance_fixture_assert_int (self, 4, statut_de, self->dossiers[0]);
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
  seance_fixture_assert_int (self, 200000, propose_de, self->financements[0][0]);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (pv_seance_rectifier (db, self->ordre[i], PV_DECISION_GENRE_AJOURNE, NULL, NULL,
                                          0, "avis à reprendre", &error));
      g_assert_no_error (error);
      seance_fixture_assert_int (self, 250000, propose_de, self->financements[i][0]);
      seance_fixture_assert_int (self, 150000, propose_de, self->financements[i][1]);
      seance_fixture_assert_int (self, PV_CENTS_NULL, propose_de, self->financements[i][2]);
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
  seance_fixture_assert_int (self, 250000, arbitre_de, self->financements[0][0]);
  g_assert_true (pv_seance_rectifier (db, ligne, PV_DECISION_GENRE_PROGRAMME, NULL, &montant, 1,
                                      "erreur", &error));
  g_assert_no_error (error);
  seance_fixture_assert_int (self, 100000, arbitre_de, self->financements[0][0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add_with(path, data, func)                                                                 \
  g_test_add ("/seance/" path, SeanceFixture, data, seance_fixture_set_up, func,                   \
              seance_fixture_tear_down)
#define add(path, func) add_with (path, NULL, func)
  add ("verification", test_verification);
  add ("bilan-manquant", test_bilan_manquant);
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
