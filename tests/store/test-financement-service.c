/* test-financement-service.c: amounts, their mouvements, payments and budgets
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-service.h"
#include "budget/pv-budget-store.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-mouvement-store.h"
#include "financement/pv-plan-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "versement/pv-versement-lot.h"

#define TODAY "2026-11-21"

typedef struct
{
  ModelFixture base;
  gint64 dossier;
  gint64 financeur;
  gint64 enveloppe;
  gint64 financement;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 porteur;

  model_fixture_set_up (&self->base, NULL);
  porteur = model_fixture_add_organisme (&self->base, "Rives Solidaires", NULL);
  self->dossier = model_fixture_add_dossier (&self->base, "0412", porteur);
  self->financeur = model_fixture_add_financeur (&self->base, "Région", "region");
  self->enveloppe = model_fixture_add_enveloppe (&self->base, self->financeur, PV_INT_NULL,
                                                 "Crédits spécifiques", 2000000);
  self->financement = model_fixture_add_financement (&self->base, self->dossier, self->financeur,
                                                     self->enveloppe, 1500000, PV_CENTS_NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_assert_totals (&self->base);
  model_fixture_tear_down (&self->base, NULL);
}

static gboolean
set_montant (Fixture *self, PvEtape etape, PvCents cents)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  g_assert_true (pv_financement_service_set_montant (self->base.db, self->financement, etape, cents,
                                                     TODAY, &changed, &error));
  g_assert_no_error (error);

  return changed;
}

/* "notifie initial 5000; notifie avenant 1000" */
static char *
dup_mouvements (Fixture *self)
{
  g_autoptr (GPtrArray) mouvements =
      pv_mouvement_store_list (self->base.db, self->financement, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mouvements->len; i++)
    {
      const PvMouvement *mouvement = mouvements->pdata[i];

      g_string_append_printf (
          text, "%s%s %s %" G_GINT64_FORMAT, i > 0 ? "; " : "", pv_etape_to_id (mouvement->etape),
          pv_mouvement_genre_to_id (mouvement->genre), mouvement->montant_cents);
    }

  return g_string_free (text, FALSE);
}

static void
test_mouvements (Fixture *self, gconstpointer data)
{
  static const struct
  {
    PvEtape etape;
    PvCents cents;
    const char *mouvements;
  } steps[] = {
    /* before notifié, none */
    { PV_ETAPE_PROPOSE, 1200000, "" },
    { PV_ETAPE_VOTE, 1200000, "" },
    { PV_ETAPE_NOTIFIE, 1200000, "notifie initial 1200000" },
    { PV_ETAPE_NOTIFIE, 1500000, "notifie initial 1200000; notifie avenant 300000" },
    { PV_ETAPE_NOTIFIE, 1000000,
      "notifie initial 1200000; notifie avenant 300000; notifie reduction -500000" },
    /* another stage of what is notified: the amount that was there comes first */
    { PV_ETAPE_VOTE, 1000000,
      "notifie initial 1200000; notifie avenant 300000; notifie reduction -500000;"
      " vote initial 1200000; vote reduction -200000" },
    /* nothing was agreed after all */
    { PV_ETAPE_NOTIFIE, PV_CENTS_NULL, "vote initial 1200000; vote reduction -200000" },
    { PV_ETAPE_NOTIFIE, 800000,
      "vote initial 1200000; vote reduction -200000; notifie initial 800000" },
    { PV_ETAPE_NOTIFIE, 0,
      "vote initial 1200000; vote reduction -200000; notifie initial 800000;"
      " notifie desistement -800000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *mouvements = NULL;

      g_assert_true (set_montant (self, steps[i].etape, steps[i].cents));
      g_assert_false (set_montant (self, steps[i].etape, steps[i].cents));
      mouvements = dup_mouvements (self);
      g_assert_cmpstr (mouvements, ==, steps[i].mouvements);
    }
}

/* What 2026 loses 2027 gains, each with a dated change that names the other year. */
static void
test_report (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mouvements = NULL;
  PvEtape etape;
  PvCents cents;

  g_assert_true (pv_financement_service_get_reportable (self->base.db, self->financement, &etape,
                                                        &cents, &error));
  g_assert_cmpint (cents, ==, 0); /* only asked for */
  g_assert_false (pv_financement_service_reporter (self->base.db, self->financement, 2027, 1, "x",
                                                   TODAY, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  set_montant (self, PV_ETAPE_NOTIFIE, 1000000);
  model_fixture_write (&self->base, "INSERT INTO versement (uuid, financement_id, genre,"
                                    " montant_cents) VALUES ('v', 1, 'acompte', 400000)");
  g_assert_true (pv_financement_service_get_reportable (self->base.db, self->financement, &etape,
                                                        &cents, &error));
  g_assert_cmpint (etape, ==, PV_ETAPE_NOTIFIE);
  g_assert_cmpint (cents, ==, 600000);
  g_assert_false (pv_financement_service_reporter (self->base.db, self->financement, 2027, 600001,
                                                   "x", TODAY, NULL));
  g_assert_false (pv_financement_service_reporter (self->base.db, self->financement, 2026, 1, "x",
                                                   TODAY, NULL));
  g_assert_false (pv_financement_service_reporter (self->base.db, self->financement, 2027, 1, "  ",
                                                   TODAY, NULL));

  g_assert_true (pv_financement_service_reporter (self->base.db, self->financement, 2027, 200000,
                                                  "chantier retardé", TODAY, &error));
  g_assert_no_error (error);
  g_assert_true (pv_financement_service_reporter (self->base.db, self->financement, 2027, 100000,
                                                  "encore", TODAY, &error));
  g_assert_no_error (error);
  mouvements = dup_mouvements (self);
  g_assert_cmpstr (mouvements, ==,
                   "notifie initial 1000000; notifie report -200000; notifie report -100000");
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT notifie_cents FROM financement"
                                                     " WHERE exercice = 2026"),
                   ==, 700000);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT notifie_cents FROM financement"
                                                     " WHERE exercice = 2027"),
                   ==, 300000);
  g_assert_cmpint (
      model_fixture_query (&self->base,
                           "SELECT SUM(m.montant_cents) FROM mouvement m JOIN financement f"
                           " ON f.id = m.financement_id WHERE f.exercice = 2027"
                           " AND m.exercice_cible = 2026"),
      ==, 300000);
}

/* What another year decided is not hidden by an amount of a further stage. */
static void
test_report_at_another_stage (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_montant (self, PV_ETAPE_NOTIFIE, 1000000);
  model_fixture_write (&self->base,
                       "INSERT INTO financement (uuid, dossier_id, financeur_id, dispositif_id,"
                       " exercice, section, arbitre_cents)"
                       " SELECT 'w', dossier_id, financeur_id, dispositif_id, 2027, section, 800000"
                       "   FROM financement WHERE id = 1");
  g_assert_false (pv_financement_service_reporter (self->base.db, self->financement, 2027, 200000,
                                                   "retard", TODAY, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT notifie_cents FROM financement"
                                                     " WHERE exercice = 2026"),
                   ==, 1000000);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM mouvement"
                                                     " WHERE genre = 'report'"),
                   ==, 0);
}

static void
test_rangs (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rangs = NULL;
  g_autoptr (GError) error = NULL;
  PvPlanRang *rang;
  PvPlan plan;
  PvEtape etape;

  set_montant (self, PV_ETAPE_PROPOSE, 2100000);
  g_assert_true (pv_plan_store_load (self->base.db, self->dossier, &plan, NULL, &error));
  rangs = pv_plan_store_list_rangs (self->base.db, self->dossier, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rangs->len, ==, 1);
  rang = rangs->pdata[0];
  g_assert_cmpstr (rang->financeur_nom, ==, "Région");
  g_assert_cmpstr (rang->enveloppe_nom, ==, "Crédits spécifiques");
  g_assert_cmpint (rang->restant_cents, ==, -100000);
  g_assert_cmpint (rang->verse_cents, ==, PV_CENTS_NULL);
  g_assert_cmpuint (rang->n_versements, ==, 0);
  g_assert_true (pv_plan_rang_get_fermete (rang, &etape));
  g_assert_cmpint (etape, ==, PV_ETAPE_PROPOSE);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  g_autoptr (PvFinancement) again =
      pv_financement_store_get (self->base.db, self->financement, NULL);
  g_autoptr (GError) error = NULL;

  again->id = 0;
  g_clear_pointer (&again->uuid, g_free);
  g_assert_false (pv_financement_service_add (self->base.db, again, TODAY, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  again->exercice++;
  again->notifie_cents = 500000;
  g_assert_true (pv_financement_service_add (self->base.db, again, TODAY, &error));
  g_assert_no_error (error);
  self->financement = again->id;
  {
    g_autofree char *mouvements = dup_mouvements (self);

    g_assert_cmpstr (mouvements, ==, "notifie initial 500000");
  }
  g_assert_true (pv_financement_service_remove (self->base.db, again->id, &error));
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT (*) FROM mouvement"), ==, 0);
}

static void
test_versements (Fixture *self, gconstpointer data)
{
  g_autoptr (PvVersement) paid = pv_versement_new ();
  g_autoptr (PvVersement) back = pv_versement_new ();
  g_autoptr (GError) error = NULL;

  paid->financement_id = back->financement_id = self->financement;
  paid->genre = PV_VERSEMENT_GENRE_ACOMPTE;
  g_assert_false (pv_financement_service_set_versement (self->base.db, paid, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  paid->montant_cents = 300000;
  g_assert_true (pv_financement_service_set_versement (self->base.db, paid, NULL, &error));
  g_assert_no_error (error);

  back->genre = PV_VERSEMENT_GENRE_REVERSEMENT;
  back->montant_cents = 300001;
  g_assert_false (pv_financement_service_set_versement (self->base.db, back, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  back->id = 0;
  g_clear_pointer (&back->uuid, g_free);
  back->montant_cents = 100000;
  g_assert_true (pv_financement_service_set_versement (self->base.db, back, NULL, &error));
  g_assert_no_error (error);

  g_assert_false (pv_financement_service_remove_versement (self->base.db, paid->id, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_financement_service_remove_versement (self->base.db, back->id, &error));
  g_assert_true (pv_financement_service_remove_versement (self->base.db, paid->id, &error));
  g_assert_no_error (error);
}

/* Nothing more goes to a dossier that is out; what was paid is corrected and paid back. More than
 * what is notified is kept, and said. */
static void
test_versement_sorti (Fixture *self, gconstpointer data)
{
  g_autoptr (PvVersement) paid = pv_versement_new ();
  g_autoptr (PvVersement) again = pv_versement_new ();
  g_autoptr (PvVersement) back = pv_versement_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *more = NULL;
  g_autofree char *words = NULL;

  model_fixture_write (&self->base, "UPDATE financement SET notifie_cents = 300000");
  paid->financement_id = again->financement_id = back->financement_id = self->financement;
  paid->genre = again->genre = PV_VERSEMENT_GENRE_ACOMPTE;
  paid->montant_cents = 300000;
  g_assert_true (pv_financement_service_set_versement (self->base.db, paid, NULL, &error));
  none = pv_versement_object_to_written (self->base.db, paid, &error);
  g_assert_null (none);
  paid->montant_cents = 300001;
  g_assert_true (pv_financement_service_set_versement (self->base.db, paid, NULL, &error));
  more = pv_versement_object_to_written (self->base.db, paid, &error);
  words = pv_versement_object_to_montant (300000, 300001);
  g_assert_cmpstr (more, ==, words);
  g_assert_no_error (error);

  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'abandonne'");
  again->montant_cents = 100;
  g_assert_false (pv_financement_service_set_versement (self->base.db, again, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_free (words);
  words = pv_versement_object_to_statut (PV_DOSSIER_STATUT_ABANDONNE);
  g_assert_cmpstr (error->message, ==, words);
  g_clear_error (&error);
  paid->montant_cents = 300002;
  g_assert_false (pv_financement_service_set_versement (self->base.db, paid, NULL, &error));
  g_clear_error (&error);
  paid->montant_cents = 200000;
  g_assert_true (pv_financement_service_set_versement (self->base.db, paid, NULL, &error));
  back->genre = PV_VERSEMENT_GENRE_REVERSEMENT;
  back->montant_cents = 200000;
  g_assert_true (pv_financement_service_set_versement (self->base.db, back, NULL, &error));
  g_assert_no_error (error);
}

static gint64
add_compte (Fixture *self, const char *code, gint64 poste, PvCote cote)
{
  g_autoptr (PvCompte) compte = pv_compte_new ();
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->base.db, "x", NULL, NULL);

  compte->code = g_strdup (code);
  compte->libelle = g_strdup (code);
  compte->cote = cote;
  compte->groupe = PV_COMPTE_GROUPE_EXPLOITATION;
  compte->poste_id = poste;
  compte->ordre = 1;
  g_assert_true (pv_compte_store_insert (self->base.db, compte, NULL));
  if (g_str_equal (code, "74region"))
    g_assert_true (pv_compte_store_map (self->base.db, PV_CATEGORIE_REGION, compte->id, NULL));
  g_assert_true (pv_transaction_commit (transaction, NULL));

  return compte->id;
}

static void
test_budget (Fixture *self, gconstpointer data)
{
  gint64 poste = add_compte (self, "60", PV_INT_NULL, PV_COTE_CHARGE);
  gint64 ligne = add_compte (self, "604", poste, PV_COTE_CHARGE);
  gint64 grants = add_compte (self, "74", PV_INT_NULL, PV_COTE_PRODUIT);
  gint64 region = add_compte (self, "74region", grants, PV_COTE_PRODUIT);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

#define SET(compte, cents)                                                                         \
  pv_budget_service_set_montant (self->base.db, self->dossier, compte, FALSE, cents, &changed,     \
                                 &error)
  g_assert_true (SET (poste, 1000));
  g_assert_true (changed);
  g_assert_true (SET (poste, 1000));
  g_assert_false (changed);
  g_assert_false (SET (ligne, 500));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (SET (poste, PV_CENTS_NULL));
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT (*) FROM budget_ligne"), ==, 0);
  g_assert_true (SET (ligne, 0));
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT (*) FROM budget_ligne"), ==, 1);
#undef SET

  g_assert_true (
      pv_budget_service_take_sollicite (self->base.db, self->dossier, region, &changed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      model_fixture_query (&self->base, "SELECT prevu_cents FROM budget_ligne ORDER BY id DESC"),
      ==, 1500000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/financement-service/from-notified-on-each-change-is-a-mouvement", test_mouvements);
  ADD ("/financement-service/what-is-left-is-carried-over-to-a-later-year", test_report);
  ADD ("/financement-service/nothing-is-carried-over-to-another-stage",
       test_report_at_another_stage);
  ADD ("/financement-service/rows-say-what-is-left-of-the-envelope", test_rangs);
  ADD ("/financement-service/one-line-per-payer-dispositif-year-section", test_add);
  ADD ("/financement-service/payments-never-fall-below-zero", test_versements);
  ADD ("/financement-service/payments-never-fall-below-zero-sorti", test_versement_sorti);
  ADD ("/budget-service/a-poste-alone-or-its-lines", test_budget);
#undef ADD

  return g_test_run ();
}
