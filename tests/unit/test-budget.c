/* test-budget.c: totals, balance, postes and lines, the 74 against the payers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget.h"
#include "pv-error.h"

enum
{
  C60 = 1,
  C604,
  CIND,
  C86,
  C70,
  C74,
  C74ETAT,
  C74ASP,
  C74X,
  CPROPRES,
  C87
};

static PvPlanComptable *
make_plan (void)
{
  static const struct
  {
    const char *code;
    PvCote cote;
    gint64 poste;
    PvCompteGroupe groupe;
  } comptes[] = {
    { "60", PV_COTE_CHARGE, PV_INT_NULL, PV_COMPTE_GROUPE_EXPLOITATION },
    { "604", PV_COTE_CHARGE, C60, PV_COMPTE_GROUPE_EXPLOITATION },
    { "CHARGINDIRECT", PV_COTE_CHARGE, PV_INT_NULL, PV_COMPTE_GROUPE_INDIRECT },
    { "86", PV_COTE_CHARGE, PV_INT_NULL, PV_COMPTE_GROUPE_VOLONTAIRE },
    { "70", PV_COTE_PRODUIT, PV_INT_NULL, PV_COMPTE_GROUPE_EXPLOITATION },
    { "74", PV_COTE_PRODUIT, PV_INT_NULL, PV_COMPTE_GROUPE_EXPLOITATION },
    { "74etat", PV_COTE_PRODUIT, C74, PV_COMPTE_GROUPE_EXPLOITATION },
    { "74agenceserv", PV_COTE_PRODUIT, C74, PV_COMPTE_GROUPE_EXPLOITATION },
    { "74x", PV_COTE_PRODUIT, C74, PV_COMPTE_GROUPE_EXPLOITATION },
    { "RESSPROPRES", PV_COTE_PRODUIT, PV_INT_NULL, PV_COMPTE_GROUPE_PROPRES },
    { "87", PV_COTE_PRODUIT, PV_INT_NULL, PV_COMPTE_GROUPE_VOLONTAIRE },
  };
  PvPlanComptable *plan = pv_plan_comptable_new ();

  for (guint i = 0; i < G_N_ELEMENTS (comptes); i++)
    {
      PvCompte *compte = pv_compte_new ();

      compte->id = i + 1;
      compte->code = g_strdup (comptes[i].code);
      compte->cote = comptes[i].cote;
      compte->poste_id = comptes[i].poste;
      compte->groupe = comptes[i].groupe;
      pv_plan_comptable_add (plan, compte);
    }

  pv_plan_comptable_map (plan, PV_CATEGORIE_ETAT, C74ETAT);
  pv_plan_comptable_map (plan, PV_CATEGORIE_ARS, C74X);
  pv_plan_comptable_map (plan, PV_CATEGORIE_BAILLEUR, C74X);

  return plan;
}

static void
test_totals_follow_the_cerfa (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  const PvBudgetLigne lignes[] = {
    { C604, 700000, 650000 },   { CIND, 100000, PV_CENTS_NULL }, { C86, 50000, PV_CENTS_NULL },
    { C70, 100000, 0 },         { C74ETAT, 500000, 500000 },     { C74ASP, 120000, PV_CENTS_NULL },
    { CPROPRES, 80000, 80000 }, { C87, 50000, PV_CENTS_NULL },
  };
  g_autoptr (GError) error = NULL;
  PvBudgetTotaux totaux;

  g_assert_true (
      pv_budget_compute_totaux (plan, lignes, G_N_ELEMENTS (lignes), FALSE, &totaux, &error));
  g_assert_no_error (error);
  g_assert_cmpint (totaux.charges_cents, ==, 800000);
  g_assert_cmpint (totaux.produits_cents, ==, 800000);
  g_assert_cmpint (totaux.emplois_volontaires_cents, ==, 50000);
  g_assert_cmpint (totaux.ressources_volontaires_cents, ==, 50000);
  g_assert_cmpint (totaux.autres_produits_cents, ==, 300000);
  g_assert_cmpint (pv_budget_totaux_get_cout_valorise (&totaux), ==, 850000);
  g_assert_cmpint (pv_budget_totaux_get_ecart (&totaux), ==, 0);
  g_assert_cmpint (pv_budget_totaux_get_ecart_volontaire (&totaux), ==, 0);

  g_assert_true (
      pv_budget_compute_totaux (plan, lignes, G_N_ELEMENTS (lignes), TRUE, &totaux, &error));
  g_assert_cmpint (totaux.charges_cents, ==, 650000);
  g_assert_cmpint (totaux.produits_cents, ==, 580000);
  g_assert_cmpint (totaux.emplois_volontaires_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_budget_totaux_get_ecart (&totaux), ==, -70000);
}

static void
test_nothing_known_is_not_zero (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  const PvBudgetLigne lignes[] = { { C604, PV_CENTS_NULL, PV_CENTS_NULL },
                                   { C74ETAT, 10, PV_CENTS_NULL } };
  PvBudgetTotaux totaux;

  g_assert_true (pv_budget_compute_totaux (plan, lignes, 2, FALSE, &totaux, NULL));
  g_assert_cmpint (totaux.charges_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (totaux.autres_produits_cents, ==, 0);
  g_assert_cmpint (pv_budget_totaux_get_ecart (&totaux), ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_budget_totaux_get_cout_valorise (&totaux), ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_budget_totaux_get_ecart_volontaire (&totaux), ==, 0);

  totaux.emplois_volontaires_cents = 5;
  g_assert_cmpint (pv_budget_totaux_get_ecart_volontaire (&totaux), ==, PV_CENTS_NULL);
}

static void
test_unknown_account_is_refused (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  const PvBudgetLigne ligne = { 99, 1, 1 };
  g_autoptr (GError) error = NULL;
  PvBudgetTotaux totaux;

  g_assert_false (pv_budget_compute_totaux (plan, &ligne, 1, FALSE, &totaux, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
}

static void
test_overflow_is_refused (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  const PvBudgetLigne lignes[] = { { C604, G_MAXINT64, 0 }, { CIND, 1, 0 } };
  g_autoptr (GError) error = NULL;
  PvBudgetTotaux totaux;

  g_assert_false (pv_budget_compute_totaux (plan, lignes, 2, FALSE, &totaux, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW);
}

static void
test_poste_alone_or_its_lines (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  const PvBudgetLigne seul[] = { { C60, 10, PV_CENTS_NULL },
                                 { C604, PV_CENTS_NULL, PV_CENTS_NULL } };
  const PvBudgetLigne details[] = { { C60, PV_CENTS_NULL, PV_CENTS_NULL },
                                    { C604, 10, PV_CENTS_NULL } };
  const PvBudgetLigne deux[] = { { C74, 10, PV_CENTS_NULL }, { C74ETAT, 10, PV_CENTS_NULL } };
  g_autoptr (GError) error = NULL;
  const PvCompte *poste = NULL;

  g_assert_true (pv_budget_check_postes (plan, seul, 2, &poste, NULL));
  g_assert_true (pv_budget_check_postes (plan, details, 2, &poste, NULL));
  g_assert_null (poste);
  g_assert_false (pv_budget_check_postes (plan, deux, 2, &poste, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_assert_cmpstr (poste->code, ==, "74");
}

static void
test_74_against_what_is_asked (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  PvBudgetLigne lignes[] = { { C74ETAT, 500, PV_CENTS_NULL },
                             { C74X, 300, PV_CENTS_NULL },
                             { C74ASP, 40, PV_CENTS_NULL } };
  PvCents sollicites[PV_N_CATEGORIES];
  g_autoptr (GArray) accord = NULL;
  g_autoptr (GArray) ecarts = NULL;

  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    sollicites[i] = PV_CENTS_NULL;
  sollicites[PV_CATEGORIE_ETAT] = 500;
  sollicites[PV_CATEGORIE_ARS] = 100;
  sollicites[PV_CATEGORIE_BAILLEUR] = 200;
  sollicites[PV_CATEGORIE_INCONNU] = 999;

  accord = pv_budget_compare_74 (plan, lignes, 3, sollicites);
  g_assert_cmpuint (accord->len, ==, 0);

  lignes[1].prevu_cents = 301;
  ecarts = pv_budget_compare_74 (plan, lignes, 3, sollicites);
  g_assert_cmpuint (ecarts->len, ==, 1);
  g_assert_cmpint (g_array_index (ecarts, PvEcart74, 0).compte_id, ==, C74X);
  g_assert_cmpint (g_array_index (ecarts, PvEcart74, 0).ligne_cents, ==, 301);
  g_assert_cmpint (g_array_index (ecarts, PvEcart74, 0).sollicite_cents, ==, 300);
}

static void
test_74_given_alone (void)
{
  g_autoptr (PvPlanComptable) plan = make_plan ();
  PvBudgetLigne ligne = { C74, 800, PV_CENTS_NULL };
  PvCents sollicites[PV_N_CATEGORIES];
  g_autoptr (GArray) accord = NULL;
  g_autoptr (GArray) ecarts = NULL;

  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    sollicites[i] = PV_CENTS_NULL;
  sollicites[PV_CATEGORIE_ETAT] = 500;
  sollicites[PV_CATEGORIE_ARS] = 300;

  accord = pv_budget_compare_74 (plan, &ligne, 1, sollicites);
  g_assert_cmpuint (accord->len, ==, 0);

  sollicites[PV_CATEGORIE_ARS] = PV_CENTS_NULL;
  ecarts = pv_budget_compare_74 (plan, &ligne, 1, sollicites);
  g_assert_cmpuint (ecarts->len, ==, 1);
  g_assert_cmpint (g_array_index (ecarts, PvEcart74, 0).sollicite_cents, ==, 500);
}

/* A poste is what it says alone, or the sum of its lines. */
static void
test_montant (void)
{
  static const struct
  {
    PvBudgetLigne lignes[2];
    guint n;
    PvCents montant;
    gboolean detaille;
  } cas[] = {
    { { { 0 } }, 0, PV_CENTS_NULL, FALSE },
    { { { C60, 100, PV_CENTS_NULL } }, 1, 100, FALSE },
    { { { C604, 250, PV_CENTS_NULL } }, 1, 250, TRUE },
    { { { C604, 0, PV_CENTS_NULL }, { C70, 7, PV_CENTS_NULL } }, 2, 0, TRUE },
    { { { C604, PV_CENTS_NULL, PV_CENTS_NULL } }, 1, PV_CENTS_NULL, FALSE },
  };
  g_autoptr (PvPlanComptable) plan = make_plan ();
  const PvCompte *compte = pv_plan_comptable_find (plan, C60);

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      gboolean detaille;

      g_assert_cmpint (
          pv_budget_get_montant (plan, cas[i].lignes, cas[i].n, compte, FALSE, &detaille), ==,
          cas[i].montant);
      g_assert_cmpint (detaille, ==, cas[i].detaille);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/totals-follow-the-cerfa", test_totals_follow_the_cerfa);
  g_test_add_func ("/budget/nothing-known-is-not-zero", test_nothing_known_is_not_zero);
  g_test_add_func ("/budget/unknown-account-is-refused", test_unknown_account_is_refused);
  g_test_add_func ("/budget/overflow-is-refused", test_overflow_is_refused);
  g_test_add_func ("/budget/poste-alone-or-its-lines", test_poste_alone_or_its_lines);
  g_test_add_func ("/budget/74-against-what-is-asked", test_74_against_what_is_asked);
  g_test_add_func ("/budget/74-given-alone", test_74_given_alone);
  g_test_add_func ("/budget/a-poste-is-alone-or-the-sum-of-its-lines", test_montant);

  return g_test_run ();
}
