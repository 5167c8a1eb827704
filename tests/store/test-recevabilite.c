/* test-recevabilite.c: conditions of an appel, and avis asked of services
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <time.h>

#include "appel/pv-appel-store.h"
#include "avis/pv-avis-externe-store.h"
#include "dossier/pv-dossier-service.h"
#include "programme-fixture.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "recevabilite/pv-recevabilite-regle-store.h"
#include "recevabilite/pv-recevabilite.h"

static void
set_up (ProgrammeFixture *self, gconstpointer data)
{
  programme_fixture_set_up (self, data);
  programme_fixture_fill (self);
}

static GPtrArray *
evaluate (ProgrammeFixture *self, gint64 dossier_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lignes = pv_recevabilite_evaluer (self->db, dossier_id, &error);

  g_assert_no_error (error);
  return lignes;
}

/* One rule of a kind, and what it says of dossier 2. */
typedef struct
{
  const char *genre;
  const char *sql;
  PvRecevabiliteEtat etat;
  const char *texte; /* a part of it */
} Cas;

static const Cas cases[] = {
  { "cer", "UPDATE organisme SET cer_signe_le = '2024-03-01' WHERE id = 1", PV_RECEVABILITE_REMPLIE,
    "1er mars 2024" },
  { "cer", "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1", PV_RECEVABILITE_NON_REMPLIE,
    "No date" },
  { "cer", "UPDATE organisme SET cer_signe_le = NULL, forme = 'commune' WHERE id = 1",
    PV_RECEVABILITE_REMPLIE, "associations and foundations" },
  { "cer", "UPDATE organisme SET cer_signe_le = NULL, forme = NULL WHERE id = 1",
    PV_RECEVABILITE_A_VERIFIER, "not known" },
  { "delai", "UPDATE appel SET depot_debut = NULL, depot_fin = NULL", PV_RECEVABILITE_A_VERIFIER,
    "no dates" },
  { "delai",
    "UPDATE appel SET depot_fin = '2026-01-31';"
    "UPDATE dossier SET depose_le = '2026-01-31T23:59:00' WHERE id = 2",
    PV_RECEVABILITE_REMPLIE, "31 janvier 2026" },
  { "delai",
    "UPDATE appel SET depot_fin = '2026-01-31';"
    "UPDATE dossier SET depose_le = '2026-02-01' WHERE id = 2",
    PV_RECEVABILITE_NON_REMPLIE, "closes on 31 janvier 2026" },
  { "delai",
    "UPDATE appel SET depot_fin = '2026-01-31';"
    "UPDATE dossier SET depose_le = NULL WHERE id = 2",
    PV_RECEVABILITE_A_VERIFIER, "not known" },
  { "periode", "UPDATE dossier SET debut = '2026-01-01', fin = '2026-12-31' WHERE id = 2",
    PV_RECEVABILITE_REMPLIE, "From 1er janvier 2026" },
  { "periode", "UPDATE dossier SET debut = '2026-01-01', fin = '2027-01-01' WHERE id = 2",
    PV_RECEVABILITE_NON_REMPLIE, "the call is for" },
  { "periode",
    "UPDATE dossier SET debut = '2026-01-01', fin = '2027-12-31', cpo_annee = 1, cpo_duree = 2"
    " WHERE id = 2",
    PV_RECEVABILITE_REMPLIE, "31 décembre 2027" },
  { "periode",
    "UPDATE dossier SET debut = '2026-01-01', fin = '2027-12-31' WHERE id = 2;"
    "DELETE FROM financement WHERE dossier_id = 2;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice) VALUES"
    " ('p26', 2, 1, 2026), ('p27', 2, 1, 2027)",
    PV_RECEVABILITE_REMPLIE, "the call is for 1er janvier 2026 to 31 décembre 2027" },
  { "periode", "UPDATE dossier SET debut = NULL, fin = NULL WHERE id = 2",
    PV_RECEVABILITE_A_VERIFIER, "not known" },
  { "montant_minimum", "UPDATE appel SET montant_minimum_cents = 100", PV_RECEVABILITE_REMPLIE,
    "the minimum is 1\u202f€" },
  { "montant_minimum", "UPDATE recevabilite_regle SET valeur = 100000000",
    PV_RECEVABILITE_NON_REMPLIE, "the minimum is 1\u202f000\u202f000\u202f€" },
  { "montant_minimum", "UPDATE appel SET montant_minimum_cents = NULL", PV_RECEVABILITE_A_VERIFIER,
    "no minimum" },
  { "part_qpv", "UPDATE dossier SET beneficiaires_qpv_bp = 5000", PV_RECEVABILITE_REMPLIE,
    "50\u202f% planned" },
  { "part_qpv", "UPDATE dossier SET beneficiaires_qpv_bp = 4999", PV_RECEVABILITE_NON_REMPLIE,
    "49,99\u202f% planned, at least 50\u202f% expected" },
  { "part_qpv", "UPDATE dossier SET beneficiaires_qpv_bp = NULL", PV_RECEVABILITE_A_VERIFIER,
    "not known" },
  { "pieces", "DELETE FROM piece_requise", PV_RECEVABILITE_REMPLIE, "No required document" },
  { "pieces", "DELETE FROM piece", PV_RECEVABILITE_NON_REMPLIE, "Missing: " },
  { "declarative", "", PV_RECEVABILITE_A_VERIFIER, "Nobody has answered" },
};

static void
test_case (ProgrammeFixture *self, gconstpointer data)
{
  const Cas *cas = data;
  g_autofree char *rule = g_strdup_printf (
      "INSERT INTO recevabilite_regle (id, uuid, appel_id, ordre, genre, libelle, valeur)"
      " VALUES (1, 'r', 1, 1, '%s', 'Règle', %s)",
      cas->genre, g_str_equal (cas->genre, "part_qpv") ? "5000" : "NULL");
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (GArray) comptes = NULL;
  const PvRecevabiliteLigne *ligne;
  PvFiltre tout = PV_FILTRE_TOUT;

  programme_fixture_run (self, rule);
  if (*cas->sql != '\0')
    programme_fixture_run (self, cas->sql);
  lignes = evaluate (self, 2);
  g_assert_cmpuint (lignes->len, ==, 1);
  ligne = lignes->pdata[0];
  g_assert_cmpint (ligne->etat, ==, cas->etat);
  if (strstr (ligne->texte, cas->texte) == NULL)
    g_error ("“%s” is not in “%s”", cas->texte, ligne->texte);

  /* all at once says the same */
  comptes = pv_recevabilite_compter (self->db, &tout, NULL);
  for (guint i = 0; i < comptes->len; i++)
    {
      const PvRecevabiliteCompte *compte = &g_array_index (comptes, PvRecevabiliteCompte, i);

      if (compte->dossier_id != 2)
        continue;
      g_assert_cmpint (compte->n_non_remplies, ==, cas->etat == PV_RECEVABILITE_NON_REMPLIE);
      g_assert_cmpint (compte->n_a_verifier, ==, cas->etat == PV_RECEVABILITE_A_VERIFIER);
    }
}

static void
test_answers_and_usual_rules (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *motif = NULL;
  PvRecevabiliteLigne *cer;

  programme_fixture_run (self, "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
                               "UPDATE dossier SET statut = 'depose' WHERE id = 2");
  transaction = pv_transaction_begin (self->db, "test", NULL, &error);
  g_assert_true (pv_recevabilite_proposer (self->db, 1, &error));
  g_assert_true (pv_recevabilite_proposer (self->db, 1, &error));
  g_assert_no_error (error);
  lignes = evaluate (self, 2);
  /* one of each computed kind, but the minimum, which the appel does not have */
  g_assert_cmpuint (lignes->len, ==, 6);
  cer = lignes->pdata[0];
  g_assert_cmpint (cer->etat, ==, PV_RECEVABILITE_NON_REMPLIE);
  motif = pv_recevabilite_to_motif (lignes);
  g_assert_true (g_str_has_prefix (motif, "Contrat d’engagement républicain signé (No date"));

  g_assert_false (pv_recevabilite_repondre (self->db, 2, cer->regle->id, 1, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pv_recevabilite_repondre (self->db, 2, cer->regle->id, 1, "Signé, vu", &error));
  again = evaluate (self, 2);
  cer = again->pdata[0];
  g_assert_cmpint (cer->etat, ==, PV_RECEVABILITE_REMPLIE);
  g_assert_cmpint (cer->calcule, ==, PV_RECEVABILITE_NON_REMPLIE);
  g_assert_cmpstr (cer->motif, ==, "Signé, vu");
  g_assert_true (pv_recevabilite_repondre (self->db, 2, cer->regle->id, PV_INT_NULL, NULL, &error));

  g_assert_true (pv_recevabilite_copier (self->db, 1, 2, &error));
  g_assert_true (
      pv_dossier_service_set_statut (self->db, 2, PV_DOSSIER_STATUT_IRRECEVABLE, motif, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, &error));
  g_assert_cmpint (
      programme_fixture_int (self, "SELECT COUNT (*) FROM recevabilite_regle WHERE appel_id = 2"),
      ==, 6);
  g_assert_cmpint (programme_fixture_int (self, "SELECT statut_motif LIKE 'Contrat%' FROM dossier"
                                                " WHERE id = 2"),
                   ==, 1);
}

/* What cannot be read is an error, not an answer. */
static void
test_answer_unread (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (pv_recevabilite_repondre (self->db, 2, 999, 1, "Vu", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  programme_fixture_run (self, "ALTER TABLE recevabilite_regle RENAME TO ailleurs");
  g_assert_false (pv_recevabilite_repondre (self->db, 2, 1, 1, "Vu", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain != PV_RULE_ERROR);
  programme_fixture_run (self, "ALTER TABLE ailleurs RENAME TO recevabilite_regle");
}

static void
test_speed (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GArray) comptes = NULL;
  g_autoptr (GError) error = NULL;
  PvFiltre tout = PV_FILTRE_TOUT;
  clock_t start;

  programme_fixture_run (
      self, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 17000)"
            "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
            " debut, fin, beneficiaires_qpv_bp, depose_le)"
            " SELECT 'v' || i, 1, 'V' || i, 1 + i % 2, 'Action ' || i, 'depose', 2026,"
            " '2026-02-01', '2026-11-30', i % 10001, '2026-01-15' FROM n");
  programme_fixture_run (self,
                         "INSERT INTO recevabilite_regle (uuid, appel_id, ordre, genre,"
                         " libelle, valeur) VALUES ('a', 1, 1, 'cer', 'a', NULL),"
                         " ('b', 1, 2, 'delai', 'b', NULL), ('c', 1, 3, 'periode', 'c', NULL),"
                         " ('d', 1, 4, 'montant_minimum', 'd', 100),"
                         " ('e', 1, 5, 'part_qpv', 'e', 5000),"
                         " ('f', 1, 6, 'budget_equilibre', 'f', NULL),"
                         " ('g', 1, 7, 'pieces', 'g', NULL),"
                         " ('h', 1, 8, 'declarative', 'h', NULL)");
  start = clock ();
  comptes = pv_recevabilite_compter (self->db, &tout, &error);
  g_assert_no_error (error);
  g_test_message ("17 000 dossiers, 8 rules: %.1f ms of the processor",
                  (double)(clock () - start) * 1000 / CLOCKS_PER_SEC);
  g_assert_cmpuint (comptes->len, >=, 17000);
}

/* --- avis of services ------------------------------------------------------------------------ */

static void
test_avis (ProgrammeFixture *self, gconstpointer data)
{
  static const gint64 dossiers[] = { 1, 2, 3 };
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "test", NULL, NULL);
  g_autoptr (PvAvisExterne) modele = pv_avis_externe_new ();
  g_autoptr (PvAvisExterne) read = NULL;
  g_autoptr (GPtrArray) suivi = NULL;
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  PvFiltre tout = PV_FILTRE_TOUT;
  const PvAvisExterneLigne *ligne;
  gint64 ids[2];
  guint n;

  modele->service = g_strdup ("Bailleur social");
  modele->demande_le = g_strdup ("2026-05-01");
  modele->echeance_le = g_strdup ("2026-06-12");
  g_assert_true (pv_avis_externe_demander (self->db, dossiers, 2, modele, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (pv_avis_externe_demander (self->db, dossiers, 3, modele, &n, &error));
  g_assert_cmpuint (n, ==, 1);

  suivi = pv_avis_externe_store_list_suivi (self->db, &tout, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi->len, ==, 3);
  ligne = suivi->pdata[0];
  ids[0] = ligne->avis->id;
  g_assert_nonnull (ligne->numero);
  g_assert_cmpint (pv_avis_externe_get_etat (ligne->avis, "2026-06-15"), ==,
                   PV_AVIS_EXTERNE_EN_RETARD);
  words = pv_avis_externe_etat_to_words (ligne->avis, "2026-06-15");
  g_assert_cmpstr (words, ==, "late by 3 days");
  ligne = suivi->pdata[1];
  ids[1] = ligne->avis->id;

  /* an answer: it is not reminded, and goes last */
  read = pv_avis_externe_store_get (self->db, ids[1], &error);
  read->avis = PV_AVIS_FAVORABLE;
  g_assert_true (pv_avis_externe_store_update (self->db, read, NULL, &error));
  g_assert_true (pv_avis_externe_relancer (self->db, ids, 2, "2026-06-15", &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, &error));
  g_assert_cmpint (
      programme_fixture_int (self, "SELECT COUNT (*) FROM avis_externe WHERE relance_le IS NULL"),
      ==, 2);
  g_clear_pointer (&suivi, g_ptr_array_unref);
  suivi = pv_avis_externe_store_list_suivi (self->db, &tout, &error);
  ligne = suivi->pdata[2];
  g_assert_cmpint (ligne->avis->id, ==, ids[1]);
  services = pv_avis_externe_store_list_services (self->db, &error);
  g_assert_cmpuint (services->len, ==, 1);

  /* nobody waits for the avis of a dossier that is out */
  programme_fixture_run (self, "UPDATE dossier SET statut = 'abandonne' WHERE id IN (1, 2, 3)");
  g_ptr_array_unref (suivi);
  suivi = pv_avis_externe_store_list_suivi (self->db, &tout, &error);
  g_assert_cmpuint (suivi->len, ==, 0);
}

static void
test_avis_states (void)
{
  static const struct
  {
    const char *echeance, *repondu;
    PvAvisExterneEtat etat;
  } states[] = {
    { NULL, NULL, PV_AVIS_EXTERNE_ATTENDU },
    { "2026-06-14", NULL, PV_AVIS_EXTERNE_EN_RETARD },
    { "2026-06-15", NULL, PV_AVIS_EXTERNE_BIENTOT },
    { "2026-06-22", NULL, PV_AVIS_EXTERNE_BIENTOT },
    { "2026-06-23", NULL, PV_AVIS_EXTERNE_ATTENDU },
    { "2026-06-01", "2026-06-10", PV_AVIS_EXTERNE_REPONDU },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (PvAvisExterne) avis = pv_avis_externe_new ();
      g_autofree char *reason = NULL;
      const char *champ;

      avis->echeance_le = g_strdup (states[i].echeance);
      avis->repondu_le = g_strdup (states[i].repondu);
      g_assert_cmpint (pv_avis_externe_get_etat (avis, "2026-06-15"), ==, states[i].etat);
      g_assert_false (pv_avis_externe_check (avis, &reason, &champ));
      g_assert_cmpstr (champ, ==, "service");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recevabilite/%02u-%s", i, cases[i].genre);

      g_test_add (path, ProgrammeFixture, &cases[i], set_up, test_case,
                  programme_fixture_tear_down);
    }
  g_test_add ("/recevabilite/answers-and-usual-rules", ProgrammeFixture, NULL, set_up,
              test_answers_and_usual_rules, programme_fixture_tear_down);
  g_test_add ("/recevabilite/answer-unread", ProgrammeFixture, NULL, set_up, test_answer_unread,
              programme_fixture_tear_down);
  g_test_add ("/recevabilite/speed", ProgrammeFixture, NULL, set_up, test_speed,
              programme_fixture_tear_down);
  g_test_add ("/avis-externe/ask-and-remind", ProgrammeFixture, NULL, set_up, test_avis,
              programme_fixture_tear_down);
  g_test_add_func ("/avis-externe/states", test_avis_states);

  return g_test_run ();
}
