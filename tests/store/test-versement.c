/* test-versement.c: what is paid, what is due, and payments by batch
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-service.h"
#include "financement/pv-plan-rang.h"
#include "financement/pv-plan-store.h"
#include "financement/pv-versement-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "pv-history.h"
#include "versement/pv-versement-lot.h"

#define JOUR "2026-11-21"

/* Dossiers 1 to 4 of Rives; payers 1 (Région) and 2 (MEL). Financement n is of dossier n and of
 * the Région, 5 of dossier 1 and of the MEL. */
typedef struct
{
  ModelFixture base;
  gint64 region;
  gint64 mel;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 porteur;

  model_fixture_set_up (&self->base, NULL);
  porteur = model_fixture_add_organisme (&self->base, "Rives Solidaires", NULL);
  self->region = model_fixture_add_financeur (&self->base, "Région", "region");
  self->mel = model_fixture_add_financeur (&self->base, "Métropole", "epci");
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *numero = g_strdup_printf ("000%d", i);
      gint64 dossier = model_fixture_add_dossier (&self->base, numero, porteur);

      g_assert_cmpint (dossier, ==, i);
      g_assert_cmpint (model_fixture_add_financement (&self->base, dossier, self->region,
                                                      PV_INT_NULL, 1000000, PV_CENTS_NULL),
                       ==, i);
    }
  model_fixture_add_financement (&self->base, 1, self->mel, PV_INT_NULL, 500000, PV_CENTS_NULL);
  model_fixture_write (
      &self->base,
      "DELETE FROM seuil WHERE code = 'paiement_delai';"
      "UPDATE financement SET notifie_cents = 800000, vote_cents = 800000,"
      " notifie_le = '2026-07-01' WHERE id IN (1, 2);"
      "UPDATE financement SET notifie_cents = 300000, notifie_le = '2026-10-10' WHERE id = 3;"
      "UPDATE financement SET notifie_cents = 0 WHERE id = 4;"
      "UPDATE financement SET notifie_cents = 500000, notifie_le = '2026-11-01' WHERE id = 5;");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_assert_totals (&self->base);
  model_fixture_tear_down (&self->base, NULL);
}

static PvVersementSuivi
find (Fixture *self, gint64 id)
{
  PvVersementSuivi suivi;
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_versement_suivi_find (self->base.db, id, JOUR, &suivi, &error));
  g_assert_no_error (error);

  return suivi;
}

static PvVersementSuivis *
load (Fixture *self, const PvVersementQuestion *question)
{
  g_autoptr (GError) error = NULL;
  PvVersementSuivis *suivis = pv_versement_suivis_load (self->base.db, question, NULL, &error);

  g_assert_no_error (error);

  return suivis;
}

static void
pay (Fixture *self, gint64 id, PvVersementGenre genre, PvCents cents)
{
  const PvVersementLotLigne ligne = { id, genre, cents };
  g_autoptr (GError) error = NULL;

  pv_versement_lot_pay (self->base.db, "2026-11-20", "M 12", &ligne, 1, TRUE, JOUR, NULL, NULL,
                        &error);
  g_assert_no_error (error);
}

static void
refuse (Fixture *self,
        const char *date,
        gint64 id,
        PvVersementGenre genre,
        PvCents cents,
        gboolean confirme,
        const char *words)
{
  const PvVersementLotLigne ligne = { id, genre, cents };
  g_autoptr (GError) error = NULL;
  gint64 before = model_fixture_query (&self->base, "SELECT COUNT(*) FROM versement");

  g_assert_false (pv_versement_lot_pay (self->base.db, date, NULL, &ligne, 1, confirme, JOUR, NULL,
                                        NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM versement"), ==, before);
}

/* --- what is due --------------------------------------------------------------------------- */

static void
test_etats (Fixture *self, gconstpointer data)
{
  PvVersementSuivi suivi = find (self, 1);

  g_assert_cmpint (suivi.etat, ==, PV_VERSEMENT_ETAT_A_PAYER);
  g_assert_cmpint (suivi.reste_cents, ==, 800000);
  g_assert_cmpint (suivi.verse_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (suivi.delai, ==, 143);
  g_assert_cmpint (suivi.limite, ==, 60);
  g_assert_cmpint (suivi.retard, ==, 83);

  pay (self, 1, PV_VERSEMENT_GENRE_ACOMPTE, 300000);
  suivi = find (self, 1);
  g_assert_cmpint (suivi.etat, ==, PV_VERSEMENT_ETAT_PARTIEL);
  g_assert_cmpint (suivi.reste_cents, ==, 500000);
  g_assert_cmpint (suivi.retard, ==, 0);
  g_assert_cmpint (suivi.delai, ==, 143);

  pay (self, 1, PV_VERSEMENT_GENRE_SOLDE, 500000);
  suivi = find (self, 1);
  g_assert_cmpint (suivi.etat, ==, PV_VERSEMENT_ETAT_SOLDE);
  g_assert_cmpint (suivi.reste_cents, ==, 0);
  g_assert_cmpint (suivi.delai, ==, PV_INT_NULL);

  pay (self, 1, PV_VERSEMENT_GENRE_COMPLEMENT, 1);
  suivi = find (self, 1);
  g_assert_cmpint (suivi.etat, ==, PV_VERSEMENT_ETAT_TROP_PERCU);
  g_assert_cmpint (suivi.trop_percu_cents, ==, 1);
  g_assert_cmpint (suivi.reste_cents, ==, 0);

  /* on time; refused by the payer; not notified is not known */
  g_assert_cmpint (find (self, 3).retard, ==, 0);
  g_assert_cmpint (find (self, 3).delai, ==, 42);
  g_assert_cmpint (find (self, 4).reste_cents, ==, 0);
  g_assert_cmpint (find (self, 4).etat, ==, PV_VERSEMENT_ETAT_SOLDE);
  model_fixture_write (&self->base, "UPDATE financement SET notifie_cents = NULL WHERE id = 4");
  g_assert_cmpint (find (self, 4).reste_cents, ==, PV_CENTS_NULL);
}

static void
test_liste (Fixture *self, gconstpointer data)
{
  const PvFiltre filtre = { self->base.appel_id, 2026 };
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&filtre, JOUR);
  g_autoptr (PvVersementSuivis) tous = NULL;
  g_autoptr (PvVersementSuivis) mel = NULL;
  g_autoptr (PvVersementSuivis) retards = NULL;
  g_autoptr (PvVersementSuivis) trouves = NULL;

  pay (self, 2, PV_VERSEMENT_GENRE_ACOMPTE, 100000);
  tous = load (self, question);
  g_assert_cmpuint (tous->lignes->len, ==, 4);
  g_assert_cmpint (tous->totaux.n, ==, 4);
  g_assert_cmpint (tous->totaux.notifie_cents, ==, 2400000);
  g_assert_cmpint (tous->totaux.verse_cents, ==, 100000);
  g_assert_cmpint (tous->totaux.reste_cents, ==, 2300000);
  g_assert_cmpint (tous->n[PV_VERSEMENT_FILTRE_A_PAYER], ==, 3);
  g_assert_cmpint (tous->n[PV_VERSEMENT_FILTRE_PARTIEL], ==, 1);
  g_assert_cmpint (tous->n[PV_VERSEMENT_FILTRE_EN_RETARD], ==, 1);
  g_assert_cmpuint (tous->financeurs->len, ==, 2);
  /* late first, then the longest delay */
  g_assert_cmpint (g_array_index (tous->lignes, PvVersementSuivi, 0).financement_id, ==, 1);
  g_assert_cmpint (g_array_index (tous->lignes, PvVersementSuivi, 1).financement_id, ==, 2);

  question->financeur_id = self->mel;
  mel = load (self, question);
  g_assert_cmpuint (mel->lignes->len, ==, 1);
  g_assert_cmpint (mel->n[PV_VERSEMENT_FILTRE_TOUS], ==, 1);
  g_assert_cmpuint (mel->financeurs->len, ==, 2);

  question->financeur_id = PV_INT_NULL;
  question->etat = PV_VERSEMENT_FILTRE_EN_RETARD;
  retards = load (self, question);
  g_assert_cmpuint (retards->lignes->len, ==, 1);
  g_assert_cmpint (retards->n[PV_VERSEMENT_FILTRE_TOUS], ==, 4);

  question->etat = PV_VERSEMENT_FILTRE_TOUS;
  question->recherche = g_strdup ("0003");
  trouves = load (self, question);
  g_assert_cmpuint (trouves->lignes->len, ==, 1);
  g_assert_cmpint (g_array_index (trouves->lignes, PvVersementSuivi, 0).dossier_id, ==, 3);
}

static void
test_tri (Fixture *self, gconstpointer data)
{
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&PV_FILTRE_TOUT, JOUR);

  for (int tri = PV_VERSEMENT_TRI_DELAI; tri <= PV_VERSEMENT_TRI_DERNIER; tri++)
    for (int way = 0; way < 2; way++)
      {
        g_autoptr (PvVersementSuivis) suivis = NULL;

        question->tri = (PvVersementTri)tri;
        question->descendant = way == 1;
        suivis = load (self, question);
        g_assert_cmpuint (suivis->lignes->len, ==, 4);
        if (tri == PV_VERSEMENT_TRI_NUMERO)
          g_assert_cmpint (g_array_index (suivis->lignes, PvVersementSuivi, 0).dossier_id, ==,
                           way == 0 ? 1 : 3);
        if (tri == PV_VERSEMENT_TRI_RESTE)
          g_assert_cmpint (g_array_index (suivis->lignes, PvVersementSuivi, 0).reste_cents, ==,
                           way == 0 ? 300000 : 800000);
      }
}

/* The dates of a convention come before the delay; without them it may agree on another delay. */
static void
test_convention (Fixture *self, gconstpointer data)
{
  PvVersementSuivi suivi;

  model_fixture_write (&self->base,
                       "INSERT INTO convention (id, uuid, financeur_id, organisme_id, annee_debut,"
                       " annee_fin, paiement_delai_jours) VALUES (1, 'c1', 1, 1, 2026, 2026, 200);"
                       "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (1, 1)");
  suivi = find (self, 1);
  g_assert_cmpint (suivi.limite, ==, 200);
  g_assert_cmpint (suivi.retard, ==, 0);

  model_fixture_write (&self->base,
                       "INSERT INTO convention_echeance (convention_id, echeance_le, libelle,"
                       " montant_cents) VALUES (1, '2026-09-01', 'Acompte', 600000),"
                       " (1, '2027-06-30', 'Solde', 200000)");
  suivi = find (self, 1);
  g_assert_cmpstr (suivi.echeance_le, ==, "2026-09-01");
  g_assert_cmpint (suivi.echeance_cents, ==, 600000);
  g_assert_cmpint (suivi.retard, ==, 81);

  pay (self, 1, PV_VERSEMENT_GENRE_ACOMPTE, 250000);
  suivi = find (self, 1);
  g_assert_cmpstr (suivi.echeance_le, ==, "2026-09-01");
  g_assert_cmpint (suivi.echeance_cents, ==, 350000);

  pay (self, 1, PV_VERSEMENT_GENRE_ACOMPTE, 350000);
  suivi = find (self, 1);
  g_assert_cmpstr (suivi.echeance_le, ==, "2027-06-30");
  g_assert_cmpint (suivi.retard, ==, 0);
}

/* A threshold holds from its date on; an older notification has none. */
static void
test_seuil (Fixture *self, gconstpointer data)
{
  model_fixture_write (&self->base,
                       "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du) VALUES"
                       " ('s1', 'paiement_delai', 'Délai', 30, 'jours', '2026-08-01')");
  g_assert_cmpint (find (self, 1).limite, ==, PV_INT_NULL);
  g_assert_cmpint (find (self, 1).retard, ==, 0);
  g_assert_cmpint (find (self, 3).limite, ==, 30);
  g_assert_cmpint (find (self, 3).retard, ==, 12);
}

static void
test_bilan (Fixture *self, gconstpointer data)
{
  pay (self, 1, PV_VERSEMENT_GENRE_SOLDE, 800000);
  g_assert_cmpint (find (self, 1).a_recuperer_cents, ==, 0);
  model_fixture_write (&self->base,
                       "INSERT INTO bilan (uuid, dossier_id, crf_valide_le, a_recuperer_cents)"
                       " VALUES ('b1', 1, '2026-11-01', 120000)");
  g_assert_cmpint (find (self, 1).a_recuperer_cents, ==, 120000);
  g_assert_true (
      pv_versement_suivi_is (&(PvVersementSuivi){ .a_recuperer_cents = 1, .verse_cents = 1 },
                             PV_VERSEMENT_FILTRE_TROP_PERCU));
  pay (self, 1, PV_VERSEMENT_GENRE_REVERSEMENT, 120000);
  g_assert_cmpint (find (self, 1).a_recuperer_cents, ==, 0);
}

/* What the validated bilan took back is not due again, and cannot be paid again unawares; what is
 * paid back for another reason is. */
static void
test_rendu (Fixture *self, gconstpointer data)
{
  PvVersementSuivi suivi;
  PvPlan plan;
  g_autoptr (GPtrArray) rangs = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_write (&self->base,
                       "INSERT INTO convention (id, uuid, financeur_id, organisme_id, annee_debut,"
                       " annee_fin) VALUES (1, 'c1', 1, 1, 2026, 2026);"
                       "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (1, 1);"
                       "INSERT INTO convention_echeance (convention_id, echeance_le, libelle,"
                       " montant_cents) VALUES (1, '2026-09-01', 'Solde', 800000);"
                       "INSERT INTO bilan (uuid, dossier_id, crf_valide_le, a_recuperer_cents)"
                       " VALUES ('b1', 1, '2026-11-01', 120000)");
  pay (self, 1, PV_VERSEMENT_GENRE_SOLDE, 800000);
  pay (self, 1, PV_VERSEMENT_GENRE_REVERSEMENT, 120000);
  suivi = find (self, 1);
  g_assert_cmpint (suivi.verse_cents, ==, 680000);
  g_assert_cmpint (suivi.rendu_cents, ==, 120000);
  g_assert_cmpint (suivi.reste_cents, ==, 0);
  g_assert_cmpint (suivi.etat, ==, PV_VERSEMENT_ETAT_SOLDE);
  g_assert_cmpstr (suivi.echeance_le, ==, "");
  g_assert_cmpint (suivi.retard, ==, 0);
  g_assert_true (pv_plan_store_load (self->base.db, 1, &plan, NULL, &error));
  rangs = pv_plan_store_list_rangs (self->base.db, 1, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((const PvPlanRang *)rangs->pdata[0])->reste_cents, ==, 0);
  refuse (self, "2026-11-21", 1, PV_VERSEMENT_GENRE_COMPLEMENT, 120000, FALSE, "8");

  model_fixture_write (&self->base, "UPDATE bilan SET a_recuperer_cents = NULL");
  suivi = find (self, 1);
  g_assert_cmpint (suivi.reste_cents, ==, 120000);
  g_assert_cmpstr (suivi.echeance_le, ==, "2026-09-01");
}

static void
test_annule (Fixture *self, gconstpointer data)
{
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&PV_FILTRE_TOUT, JOUR);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (pv_versement_suivis_load (self->base.db, question, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- paying -------------------------------------------------------------------------------- */

static void
test_refus (Fixture *self, gconstpointer data)
{
  refuse (self, "2026-11-20", 3, PV_VERSEMENT_GENRE_SOLDE, 300001, FALSE, "for");
  refuse (self, "2026-11-20", 3, PV_VERSEMENT_GENRE_SOLDE, 300001, FALSE, "Confirm it");
  refuse (self, "2026-11-20", 3, PV_VERSEMENT_GENRE_SOLDE, 0, TRUE, "above 0");
  refuse (self, "2026-11-20", 3, PV_VERSEMENT_GENRE_SOLDE, PV_CENTS_NULL, TRUE, "above 0");
  refuse (self, "2026-11-20", 3, PV_VERSEMENT_GENRE_REVERSEMENT, 1, TRUE, "paid back");
  refuse (self, "2026-11-31", 3, PV_VERSEMENT_GENRE_SOLDE, 1, TRUE, "its date");
  refuse (self, NULL, 3, PV_VERSEMENT_GENRE_SOLDE, 1, TRUE, "its date");
  refuse (self, "2026-11-20", 999, PV_VERSEMENT_GENRE_SOLDE, 1, TRUE, "not there any more");
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'refuse' WHERE id = 3");
  refuse (self, "2026-11-20", 3, PV_VERSEMENT_GENRE_SOLDE, 1, TRUE, "nothing is paid to it");
  model_fixture_write (&self->base, "UPDATE dossier SET chapeau = 1 WHERE id = 2");
  refuse (self, "2026-11-20", 2, PV_VERSEMENT_GENRE_SOLDE, 1, TRUE, "pay the part");
  model_fixture_write (&self->base, "UPDATE dossier SET chapeau = 0 WHERE id = 2");
  model_fixture_write (&self->base, "UPDATE financement SET notifie_cents = NULL WHERE id = 4");
  refuse (self, "2026-11-20", 4, PV_VERSEMENT_GENRE_SOLDE, 1, FALSE, "Nothing is notified");
}

static void
test_signale (Fixture *self, gconstpointer data)
{
  const PvVersementLotLigne ligne = { 1, PV_VERSEMENT_GENRE_ACOMPTE, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objections =
      pv_versement_lot_check (self->base.db, "2027-01-10", &ligne, 1, JOUR, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (objections->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const PvVersementObjection *objection = objections->pdata[i];

      g_assert_cmpint (objection->gravite, ==, PV_VERSEMENT_SIGNALE);
      g_assert_cmpint (objection->ligne, ==, i == 0 ? -1 : 0);
    }
  g_clear_pointer (&objections, g_ptr_array_unref);
  objections = pv_versement_lot_check (self->base.db, "2026-06-30", &ligne, 1, JOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (objections->len, ==, 1);
  g_assert_nonnull (strstr (((PvVersementObjection *)objections->pdata[0])->texte, "01/07/2026"));
  /* flagged only: it is written */
  g_assert_true (pv_versement_lot_pay (self->base.db, "2027-01-10", "", &ligne, 1, FALSE, JOUR,
                                       NULL, NULL, &error));
  g_assert_cmpint (
      model_fixture_query (&self->base, "SELECT COUNT(*) FROM versement WHERE reference IS NULL"),
      ==, 1);
}

/* One action, all or nothing, taken back at once. */
static void
test_lot (Fixture *self, gconstpointer data)
{
  PvVersementLotLigne lignes[] = { { 1, PV_VERSEMENT_GENRE_ACOMPTE, 400000 },
                                   { 1, PV_VERSEMENT_GENRE_SOLDE, 400000 },
                                   { 5, PV_VERSEMENT_GENRE_ACOMPTE, 250000 } };
  g_autoptr (GError) error = NULL;
  gint64 groups = model_fixture_query (&self->base, "SELECT COUNT(*) FROM historique_groupe");
  gint64 group;

  /* the second line of a financement counts the first */
  lignes[1].montant_cents = 400001;
  g_assert_false (pv_versement_lot_pay (self->base.db, "2026-11-20", "M 12", lignes, 3, FALSE, JOUR,
                                        NULL, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM versement"), ==, 0);

  lignes[1].montant_cents = 400000;
  g_assert_true (pv_versement_lot_pay (self->base.db, "2026-11-20", "M 12", lignes, 3, FALSE, JOUR,
                                       NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM historique_groupe"), ==,
                   groups + 1);
  g_assert_cmpint (find (self, 1).etat, ==, PV_VERSEMENT_ETAT_SOLDE);
  g_assert_cmpint (find (self, 5).reste_cents, ==, 250000);

  group = model_fixture_query (&self->base, "SELECT MAX(id) FROM historique_groupe");
  g_assert_cmpint (pv_history_undo (self->base.db, group, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM versement"), ==, 0);
  g_assert_cmpint (find (self, 1).reste_cents, ==, 800000);
}

static void
test_proposition (Fixture *self, gconstpointer data)
{
  const PvVersementSuivi suivi = find (self, 1);
  PvVersementLotLigne ligne;

  pv_versement_propose (&suivi, PV_CENTS_NULL, &ligne);
  g_assert_cmpint (ligne.montant_cents, ==, 800000);
  g_assert_cmpint (ligne.genre, ==, PV_VERSEMENT_GENRE_SOLDE);
  pv_versement_propose (&suivi, 100, &ligne);
  g_assert_cmpint (ligne.genre, ==, PV_VERSEMENT_GENRE_ACOMPTE);
  pv_versement_propose (&suivi, 800001, &ligne);
  g_assert_cmpint (ligne.genre, ==, PV_VERSEMENT_GENRE_COMPLEMENT);
}

/* Whatever is paid, changed and removed, what is read is what the rows make. */
static void
test_hasard (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260601);
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&PV_FILTRE_TOUT, JOUR);

  for (int round = 0; round < 200; round++)
    {
      gint64 id = g_rand_int_range (rand, 1, 6);
      gint64 any = model_fixture_query (&self->base, "SELECT id FROM versement ORDER BY uuid");
      g_autoptr (GError) error = NULL;

      if (any != PV_INT_NULL && g_rand_int_range (rand, 0, 4) == 0)
        {
          if (!pv_financement_service_remove_versement (self->base.db, any, &error))
            g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
        }
      else
        {
          const PvVersementLotLigne lignes[] = {
            { id, (PvVersementGenre)g_rand_int_range (rand, 0, 4),
              g_rand_int_range (rand, 0, 400000) },
            { g_rand_int_range (rand, 1, 6), PV_VERSEMENT_GENRE_ACOMPTE,
              g_rand_int_range (rand, 1, 1000) },
          };

          if (!pv_versement_lot_pay (self->base.db, "2026-11-20", NULL, lignes, 2,
                                     g_rand_boolean (rand), JOUR, NULL, NULL, &error))
            g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
        }
      if (round % 20 == 0)
        {
          g_autoptr (PvVersementSuivis) suivis = load (self, question);
          gint64 verse = model_fixture_query (
              &self->base, "SELECT COALESCE (SUM (CASE WHEN genre = 'reversement' THEN"
                           " -montant_cents ELSE montant_cents END), 0) FROM versement");
          gint64 negative = model_fixture_query (
              &self->base, "SELECT COUNT(*) FROM total_financement WHERE verse_cents < 0");

          model_fixture_assert_totals (&self->base);
          g_assert_cmpint (negative, ==, 0);
          g_assert_cmpint (suivis->totaux.verse_cents == PV_CENTS_NULL ? 0
                                                                       : suivis->totaux.verse_cents,
                           ==, verse);
          for (guint i = 0; i < suivis->lignes->len; i++)
            {
              const PvVersementSuivi *suivi = &g_array_index (suivis->lignes, PvVersementSuivi, i);
              PvCents paid = suivi->verse_cents == PV_CENTS_NULL ? 0 : suivi->verse_cents;

              g_assert_cmpint (suivi->reste_cents, ==, MAX (suivi->notifie_cents - paid, 0));
              g_assert_cmpint (suivi->reste_cents - suivi->trop_percu_cents, ==,
                               suivi->notifie_cents - paid);
            }
        }
    }
}

#define ADD(name, func) g_test_add ("/versement/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("etats", test_etats);
  ADD ("liste", test_liste);
  ADD ("tri", test_tri);
  ADD ("convention", test_convention);
  ADD ("seuil", test_seuil);
  ADD ("bilan", test_bilan);
  ADD ("rendu", test_rendu);
  ADD ("annule", test_annule);
  ADD ("refus", test_refus);
  ADD ("signale", test_signale);
  ADD ("lot", test_lot);
  ADD ("proposition", test_proposition);
  ADD ("hasard", test_hasard);

  return g_test_run ();
}
