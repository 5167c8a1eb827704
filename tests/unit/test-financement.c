/* test-financement.c: stages, firmness, rates and what is missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan.h"
#include "financement/pv-versement.h"

#define N PV_CENTS_NULL

static void
set_montants (PvFinancement *financement, const PvCents *montants)
{
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    pv_financement_set_montant (financement, (PvEtape)i, montants[i]);
}

static void
test_furthest_stage (void)
{
  static const struct
  {
    PvCents montants[PV_N_ETAPES_MONTANT];
    int etape; /* -1: none */
    PvCents ferme, engage, accorde;
    PvEtape etape_accorde;
  } cas[] = {
    { { N, N, N, N, N }, -1, N, 0, N, PV_ETAPE_ARBITRE },
    { { 10, N, N, N, N }, PV_ETAPE_SOLLICITE, 10, 0, N, PV_ETAPE_ARBITRE },
    { { 10, 8, N, N, N }, PV_ETAPE_PROPOSE, 8, 8, N, PV_ETAPE_ARBITRE },
    { { 10, 8, 0, N, N }, PV_ETAPE_ARBITRE, 0, 0, 0, PV_ETAPE_ARBITRE },
    { { 10, 8, 7, 6, N }, PV_ETAPE_VOTE, 6, 6, 6, PV_ETAPE_VOTE },
    { { N, N, N, 6, 5 }, PV_ETAPE_NOTIFIE, 5, 5, 6, PV_ETAPE_VOTE },
    { { N, N, 7, N, 5 }, PV_ETAPE_NOTIFIE, 5, 5, 7, PV_ETAPE_ARBITRE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (PvFinancement) financement = pv_financement_new ();
      PvEtape etape, accorde;

      set_montants (financement, cas[i].montants);
      g_assert_cmpint (pv_financement_get_fermete (financement, &etape), ==, cas[i].etape >= 0);
      if (cas[i].etape >= 0)
        g_assert_cmpint (etape, ==, cas[i].etape);
      g_assert_cmpint (pv_financement_get_montant_ferme (financement), ==, cas[i].ferme);
      g_assert_cmpint (pv_financement_get_engage (financement), ==, cas[i].engage);
      g_assert_cmpint (pv_financement_get_accorde (financement, &accorde), ==, cas[i].accorde);
      g_assert_cmpint (accorde, ==, cas[i].etape_accorde);
    }
}

/* The plan of the mock-up: six payers, 80 000 € of cost, 10 000 € of other income. */
typedef struct
{
  GPtrArray *financements;
  PvPlanLigne lignes[6];
} Maquette;

static void
set_up (Maquette *self, gconstpointer data)
{
  static const PvCents montants[6][PV_N_ETAPES_MONTANT] = {
    { 2400000, 2000000, N, N, N }, { 1500000, 1200000, N, N, N },
    { 500000, 0, N, N, N },        { 1000000, 800000, 800000, 800000, N },
    { 1000000, 1000000, N, N, N }, { 600000, 600000, 600000, 600000, 600000 },
  };

  self->financements = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_financement_free);
  for (guint i = 0; i < 6; i++)
    {
      PvFinancement *financement = pv_financement_new ();

      set_montants (financement, montants[i]);
      g_ptr_array_add (self->financements, financement);
      self->lignes[i] = (PvPlanLigne){ financement, 1, i == 5 ? 300000 : N };
    }
}

static void
tear_down (Maquette *self, gconstpointer data)
{
  g_ptr_array_unref (self->financements);
}

static void
test_plan_of_the_mockup (Maquette *self, gconstpointer data)
{
  static const struct
  {
    PvCents somme, manque;
    guint n;
  } attendu[PV_N_ETAPES] = {
    { 7000000, 0, 6 }, { 5600000, 1400000, 6 }, { 1400000, N, 2 },
    { 1400000, N, 2 }, { 600000, N, 1 },        { 300000, N, 1 },
  };
  static const gint64 taux[] = { 2500, 1500, 0, 1000, 1250, 750 };
  PvPlan plan;
  PvCents ouvert = N;

  g_assert_true (pv_plan_compute (8000000, 1000000, self->lignes, 6, &plan));
  g_assert_cmpint (plan.manque_ferme_cents, ==, 1400000);
  g_assert_true (pv_plan_get_ouvert (&plan, PV_ETAPE_ARBITRE, &ouvert));
  g_assert_cmpint (ouvert, ==, 5600000);
  for (guint i = 0; i < PV_N_ETAPES; i++)
    {
      g_assert_cmpint (plan.etapes[i].somme_cents, ==, attendu[i].somme);
      g_assert_cmpint (plan.etapes[i].manque_cents, ==, attendu[i].manque);
      g_assert_cmpuint (plan.etapes[i].n_reponses, ==, attendu[i].n);
      g_assert_cmpint (plan.etapes[i].complet, ==, attendu[i].n == 6);
    }

  g_assert_cmpint (plan.ferme_cents, ==, 5600000);
  g_assert_cmpint (plan.taux_ferme_bp, ==, 7000);
  g_assert_cmpint (plan.etapes[PV_ETAPE_SOLLICITE].taux_public_bp, ==, 8750);
  g_assert_cmpint (plan.etapes[PV_ETAPE_PROPOSE].taux_public_bp, ==, 7000);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (pv_plan_ligne_get_taux_bp (&self->lignes[i], 8000000), ==, taux[i]);
}

static void
test_who_is_public (Maquette *self, gconstpointer data)
{
  PvPlan plan;

  self->lignes[0].public = 0;
  self->lignes[1].public = PV_INT_NULL;
  g_assert_true (pv_plan_compute (8000000, 1000000, self->lignes, 6, &plan));
  g_assert_cmpint (plan.etapes[PV_ETAPE_SOLLICITE].somme_cents, ==, 7000000);
  g_assert_cmpint (plan.etapes[PV_ETAPE_SOLLICITE].public_cents, ==, 3100000);
  g_assert_cmpint (plan.etapes[PV_ETAPE_SOLLICITE].taux_public_bp, ==, 3875);
  g_assert_cmpint (plan.taux_public_ferme_bp, ==, 3000);
  g_assert_cmpuint (plan.n_public_inconnu, ==, 1);
}

static void
test_unknown_cost_gives_no_rate (Maquette *self, gconstpointer data)
{
  PvPlan plan;

  g_assert_true (pv_plan_compute (N, 1000000, self->lignes, 6, &plan));
  g_assert_cmpint (plan.etapes[0].taux_bp, ==, PV_INT_NULL);
  g_assert_cmpint (plan.etapes[0].manque_cents, ==, N);
  g_assert_true (pv_plan_compute (8000000, N, self->lignes, 6, &plan));
  g_assert_cmpint (plan.etapes[0].taux_bp, ==, 8750);
  g_assert_cmpint (plan.etapes[0].manque_cents, ==, N);
}

static void
test_no_payer_misses_all (void)
{
  PvPlan plan;

  g_assert_true (pv_plan_compute (100, 40, NULL, 0, &plan));
  g_assert_cmpint (plan.etapes[0].manque_cents, ==, 60);
  g_assert_cmpint (plan.etapes[0].somme_cents, ==, N);
}

static void
test_paid_takes_reversements_off (void)
{
  static const PvVersement versements[] = {
    { .genre = PV_VERSEMENT_GENRE_ACOMPTE, .montant_cents = 500 },
    { .genre = PV_VERSEMENT_GENRE_SOLDE, .montant_cents = 300 },
    { .genre = PV_VERSEMENT_GENRE_COMPLEMENT, .montant_cents = 50 },
    { .genre = PV_VERSEMENT_GENRE_REVERSEMENT, .montant_cents = 100 },
  };
  g_autoptr (GPtrArray) liste = g_ptr_array_new ();

  g_assert_cmpint (pv_versements_sum (liste), ==, N);
  for (guint i = 0; i < G_N_ELEMENTS (versements); i++)
    g_ptr_array_add (liste, (gpointer)&versements[i]);
  g_assert_cmpint (pv_versements_sum (liste), ==, 750);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/financement/furthest-stage", test_furthest_stage);
  g_test_add ("/financement/plan-of-the-mockup", Maquette, NULL, set_up, test_plan_of_the_mockup,
              tear_down);
  g_test_add ("/financement/who-is-public", Maquette, NULL, set_up, test_who_is_public, tear_down);
  g_test_add ("/financement/unknown-cost-gives-no-rate", Maquette, NULL, set_up,
              test_unknown_cost_gives_no_rate, tear_down);
  g_test_add_func ("/financement/no-payer-misses-all", test_no_payer_misses_all);
  g_test_add_func ("/financement/paid-takes-reversements-off", test_paid_takes_reversements_off);
  return g_test_run ();
}
