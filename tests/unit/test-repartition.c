/* test-repartition.c: what is shared out adds up, whatever the rounding
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-repartition.h"

#define MAX_N 40
#define N_CASES 4000

static const PvArrondi arrondis[] = { PV_ARRONDI_CENTIME, PV_ARRONDI_EURO, PV_ARRONDI_DIX_EUROS,
                                      PV_ARRONDI_CENT_EUROS };

static gint64
draw (gint64 end)
{
  return (gint64)(g_test_rand_double () * (double)end);
}

/* 0, nothing, a few cents, a usual amount, a large one. */
static PvCents
draw_cents (void)
{
  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      return PV_CENTS_NULL;
    case 1:
      return 0;
    case 2:
      return draw (300);
    case 3:
      return draw (G_GINT64_CONSTANT (900000000000));
    default:
      return draw (40) * 50000;
    }
}

static PvCents
draw_known (void)
{
  PvCents cents = draw_cents ();

  return MAX (cents, 0);
}

static guint
draw_case (PvCents *poids, PvCents *plafonds, PvArrondi *arrondi)
{
  guint n = (guint)g_test_rand_int_range (0, MAX_N);

  *arrondi = arrondis[g_test_rand_int_range (0, G_N_ELEMENTS (arrondis))];
  for (guint i = 0; i < n; i++)
    {
      poids[i] = draw_cents ();
      plafonds[i] = g_test_rand_bit () ? PV_CENTS_NULL : draw_known ();
    }

  return n;
}

static PvCents
sum (const PvCents *cents, guint n)
{
  PvCents total = 0;

  for (guint i = 0; i < n; i++)
    total += cents[i] == PV_CENTS_NULL ? 0 : cents[i];

  return total;
}

/* Σ of the limits of those that have a weight, or -1 when one has none. */
static PvCents
sum_limits (const PvCents *poids, const PvCents *plafonds, guint n)
{
  PvCents total = 0;

  for (guint i = 0; i < n; i++)
    if (poids[i] > 0 && plafonds[i] == PV_CENTS_NULL)
      return -1;
    else if (poids[i] > 0)
      total += plafonds[i];

  return total;
}

/* --- shares ------------------------------------------------------------------------------ */

static void
test_shares_are_exact (void)
{
  for (guint round = 0; round < N_CASES; round++)
    {
      PvCents poids[MAX_N], plafonds[MAX_N], parts[MAX_N], reste, room;
      PvArrondi arrondi;
      PvCents total = draw_known ();
      guint n = draw_case (poids, plafonds, &arrondi);
      guint n_uneven = 0;
      guint n_full = 0;

      g_assert_true (pv_repartition_partager (total, poids, plafonds, n, arrondi, parts, &reste));
      g_assert_cmpint (sum (parts, n) + reste, ==, total);
      g_assert_cmpint (reste, >=, 0);
      room = sum_limits (poids, plafonds, n);
      g_assert_cmpint (reste, ==, room >= 0 && room < total ? total - room : 0);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true ((parts[i] == PV_CENTS_NULL) == (poids[i] == PV_CENTS_NULL));
          if (poids[i] <= 0)
            {
              g_assert_cmpint (parts[i], ==, poids[i]);
              continue;
            }
          g_assert_cmpint (parts[i], >=, 0);
          if (plafonds[i] != PV_CENTS_NULL)
            g_assert_cmpint (parts[i], <=, plafonds[i]);
          if (parts[i] == plafonds[i])
            n_full++;
          else if (parts[i] % arrondi != 0)
            n_uneven++;
        }
      /* One bears what is less than a multiple; the others are even, or full. */
      g_assert_cmpuint (n_uneven, <=, 1);
      if (n_full == 0 && n_uneven == 1)
        g_assert_cmpint (total % arrondi, !=, 0);
    }
}

/* Level by level, as one pours water: shares in doubles, within a multiple and the rest. */
static void
pour (PvCents total, const PvCents *poids, const PvCents *plafonds, guint n, double *shares)
{
  gboolean full[MAX_N] = { FALSE };
  double pool = (double)total;
  gboolean again = TRUE;

  for (guint i = 0; i < n; i++)
    shares[i] = 0;
  while (again)
    {
      double sum_poids = 0;

      again = FALSE;
      for (guint i = 0; i < n; i++)
        sum_poids += poids[i] > 0 && !full[i] ? (double)poids[i] : 0;
      for (guint i = 0; i < n; i++)
        if (poids[i] > 0 && !full[i])
          shares[i] = pool * (double)poids[i] / sum_poids;
      for (guint i = 0; i < n; i++)
        if (poids[i] > 0 && !full[i] && plafonds[i] != PV_CENTS_NULL &&
            shares[i] >= (double)plafonds[i])
          {
            shares[i] = (double)plafonds[i];
            pool -= (double)plafonds[i];
            full[i] = TRUE;
            again = TRUE;
          }
    }
}

static void
test_shares_are_those_of_a_slow_calculation (void)
{
  for (guint round = 0; round < N_CASES; round++)
    {
      PvCents poids[MAX_N], plafonds[MAX_N], parts[MAX_N], reste;
      double shares[MAX_N];
      PvArrondi arrondi;
      PvCents total = draw_known ();
      guint n = draw_case (poids, plafonds, &arrondi);
      guint n_concerned = 0;
      double apart = 0;

      g_assert_true (
          pv_repartition_partager (total, poids, plafonds, n, PV_ARRONDI_CENTIME, parts, &reste));
      pour (total, poids, plafonds, n, shares);
      for (guint i = 0; i < n; i++)
        if (poids[i] > 0)
          g_assert_cmpfloat (ABS (shares[i] - (double)parts[i]), <=, 1.01);

      /* With a rounding, what one is apart from its share others bear. */
      g_assert_true (pv_repartition_partager (total, poids, plafonds, n, arrondi, parts, &reste));
      for (guint i = 0; i < n; i++)
        if (poids[i] > 0)
          {
            n_concerned++;
            apart += ABS (shares[i] - (double)parts[i]);
          }
      g_assert_cmpfloat (apart, <=, 2.0 * (double)arrondi * (n_concerned + 1) + 1);
    }
}

static void
swap (PvCents *array, guint i, guint j)
{
  PvCents kept = array[i];

  array[i] = array[j];
  array[j] = kept;
}

/* The part of @poids in another array where the same weights and limits are elsewhere. */
static void
test_order_only_says_who_is_last (void)
{
  for (guint round = 0; round < N_CASES; round++)
    {
      PvCents poids[MAX_N], plafonds[MAX_N], parts[MAX_N], others[MAX_N], reste, other_reste;
      guint n = (guint)g_test_rand_int_range (2, MAX_N);
      guint places[MAX_N];
      PvArrondi arrondi = arrondis[g_test_rand_int_range (0, G_N_ELEMENTS (arrondis))];
      PvCents total = draw (100000) * arrondi; /* nothing is left for the last one */

      for (guint i = 0; i < n; i++)
        {
          poids[i] = (PvCents)(7919 * (i + 1) + (guint)draw (7000)); /* no two are alike */
          plafonds[i] = g_test_rand_bit () ? PV_CENTS_NULL : draw (20000) * arrondi;
          places[i] = i;
        }
      g_assert_true (pv_repartition_partager (total, poids, plafonds, n, arrondi, parts, &reste));
      for (guint i = n - 1; i > 0; i--)
        {
          guint j = (guint)g_test_rand_int_range (0, (int)i + 1);
          guint kept = places[i];

          swap (poids, i, j);
          swap (plafonds, i, j);
          places[i] = places[j];
          places[j] = kept;
        }
      g_assert_true (
          pv_repartition_partager (total, poids, plafonds, n, arrondi, others, &other_reste));
      g_assert_cmpint (reste, ==, other_reste);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (others[i], ==, parts[places[i]]);
    }
}

static void
test_the_rest_goes_to_the_last_that_bears_it (void)
{
  PvCents poids[] = { 100, 100, 100, PV_CENTS_NULL, 0 };
  PvCents plafonds[] = { PV_CENTS_NULL, PV_CENTS_NULL, 33300, PV_CENTS_NULL, PV_CENTS_NULL };
  PvCents parts[5], reste;

  /* 1 000,50 € by euro: 334, 333, 333 and the last of them 50 cents more */
  g_assert_true (pv_repartition_partager (100050, poids, NULL, 5, PV_ARRONDI_EURO, parts, &reste));
  g_assert_cmpint (parts[0], ==, 33400);
  g_assert_cmpint (parts[1], ==, 33300);
  g_assert_cmpint (parts[2], ==, 33350);
  g_assert_cmpint (parts[3], ==, PV_CENTS_NULL);
  g_assert_cmpint (parts[4], ==, 0);
  g_assert_cmpint (reste, ==, 0);

  /* the third is full: the second bears it */
  g_assert_true (
      pv_repartition_partager (100050, poids, plafonds, 5, PV_ARRONDI_EURO, parts, &reste));
  g_assert_cmpint (parts[1], ==, 33350);
  g_assert_cmpint (parts[2], ==, 33300);
}

static void
test_refusals (void)
{
  PvCents poids[] = { G_MAXINT64, 2 };
  PvCents negative[] = { 3, -1 };
  PvCents parts[2], reste;
  PvRepartitionRang bilan;
  gint64 rangs[] = { 1, 2 };

  g_assert_false (pv_repartition_partager (-1, rangs, NULL, 2, PV_ARRONDI_EURO, parts, &reste));
  g_assert_false (
      pv_repartition_partager (PV_CENTS_NULL, rangs, NULL, 2, PV_ARRONDI_EURO, parts, &reste));
  g_assert_false (pv_repartition_partager (1, poids, NULL, 2, PV_ARRONDI_EURO, parts, &reste));
  g_assert_false (pv_repartition_partager (1, negative, NULL, 2, PV_ARRONDI_EURO, parts, &reste));
  g_assert_false (pv_repartition_partager (1, rangs, negative, 2, PV_ARRONDI_EURO, parts, &reste));
  g_assert_false (pv_repartition_reduire (poids, 2, 5000, PV_ARRONDI_EURO, parts));
  g_assert_false (pv_repartition_reduire (negative, 2, 5000, PV_ARRONDI_EURO, parts));
  g_assert_false (pv_repartition_rang (1, negative, rangs, 2, PV_COUPURE_AVANT, PV_ARRONDI_EURO,
                                       parts, &bilan));
}

/* --- a cut ------------------------------------------------------------------------------- */

static void
test_cuts_are_exact (void)
{
  for (guint round = 0; round < N_CASES; round++)
    {
      PvCents montants[MAX_N], unused[MAX_N], parts[MAX_N];
      PvArrondi arrondi;
      gint64 taux = g_test_rand_bit () ? g_test_rand_int_range (0, 10001)
                                       : 500 * g_test_rand_int_range (0, 21);
      guint n = draw_case (montants, unused, &arrondi);
      PvCents total = sum (montants, n);
      double kept = (double)total - (double)total * (double)taux / 10000.0;

      g_assert_true (pv_repartition_reduire (montants, n, taux, arrondi, parts));
      g_assert_cmpfloat (ABS ((double)sum (parts, n) - kept), <=, 0.51);
      for (guint i = 0; i < n; i++)
        {
          double share = (double)montants[i] * (double)(10000 - taux) / 10000.0;

          g_assert_true ((parts[i] == PV_CENTS_NULL) == (montants[i] == PV_CENTS_NULL));
          if (montants[i] <= 0)
            {
              g_assert_cmpint (parts[i], ==, montants[i]);
              continue;
            }
          g_assert_cmpint (parts[i], >=, 0);
          g_assert_cmpint (parts[i], <=, montants[i]);
          if (share >= 1)
            g_assert_cmpint (parts[i], >, 0); /* a cut is not a refusal */
        }
    }
}

static void
test_a_cut_of_nothing_and_of_all (void)
{
  PvCents montants[] = { 12345, PV_CENTS_NULL, 0, 50, 999999 };
  PvCents parts[5];

  for (guint a = 0; a < G_N_ELEMENTS (arrondis); a++)
    {
      g_assert_true (pv_repartition_reduire (montants, 5, 0, arrondis[a], parts));
      g_assert_cmpmem (parts, sizeof parts, montants, sizeof montants);
      g_assert_true (pv_repartition_reduire (montants, 5, 10000, arrondis[a], parts));
      for (guint i = 0; i < 5; i++)
        g_assert_cmpint (parts[i], ==, montants[i] == PV_CENTS_NULL ? PV_CENTS_NULL : 0);
    }

  /* 10 % off by 100 €: what is under 100 € stays to the cent */
  g_assert_true (pv_repartition_reduire (montants, 5, 1000, PV_ARRONDI_CENT_EUROS, parts));
  g_assert_cmpint (parts[0], ==, 10000);
  g_assert_cmpint (parts[3], ==, 45);
  g_assert_cmpint (parts[4], ==, 12345 + 50 + 999999 - 101239 - 10000 - 45);
}

/* --- by rank ----------------------------------------------------------------------------- */

/* Rank after rank, looking at all of them each time. */
static void
walk_slowly (PvCents pot,
             const PvCents *demandes,
             const gint64 *rangs,
             guint n,
             gboolean *served,
             gint64 *line)
{
  gint64 last = -1;

  *line = PV_INT_NULL;
  for (;;)
    {
      gint64 rang = G_MAXINT64;
      PvCents asked = 0;

      for (guint i = 0; i < n; i++)
        if (rangs[i] != PV_INT_NULL && demandes[i] != PV_CENTS_NULL && rangs[i] > last)
          rang = MIN (rang, rangs[i]);
      if (rang == G_MAXINT64)
        return;
      for (guint i = 0; i < n; i++)
        asked += rangs[i] == rang && demandes[i] != PV_CENTS_NULL ? demandes[i] : 0;
      if (asked > pot)
        {
          *line = rang;
          return;
        }
      pot -= asked;
      for (guint i = 0; i < n; i++)
        served[i] = served[i] || (rangs[i] == rang && demandes[i] != PV_CENTS_NULL);
      last = rang;
    }
}

static void
check_line (PvCoupure coupure,
            PvCents pot,
            const PvCents *demandes,
            const gint64 *rangs,
            guint n,
            PvArrondi arrondi)
{
  gboolean served[MAX_N] = { FALSE };
  PvCents parts[MAX_N];
  PvRepartitionRang bilan;
  PvCents asked_on_line = 0;
  PvCents given_on_line = 0;
  gint64 line;

  walk_slowly (MAX (pot, 0), demandes, rangs, n, served, &line);
  g_assert_true (pv_repartition_rang (pot, demandes, rangs, n, coupure, arrondi, parts, &bilan));
  g_assert_cmpint (bilan.rang, ==, line);
  g_assert_cmpint (bilan.consomme, ==, sum (parts, n));
  g_assert_cmpint (bilan.consomme + bilan.reste, ==, MAX (pot, 0));
  for (guint i = 0; i < n; i++)
    if (demandes[i] == PV_CENTS_NULL || rangs[i] == PV_INT_NULL)
      g_assert_cmpint (parts[i], ==, PV_CENTS_NULL);
    else if (served[i])
      g_assert_cmpint (parts[i], ==, demandes[i]);
    else if (rangs[i] != line || coupure == PV_COUPURE_AVANT)
      g_assert_cmpint (parts[i], ==, 0);
    else
      {
        g_assert_cmpint (parts[i], <=, demandes[i]);
        asked_on_line += demandes[i];
        given_on_line += parts[i];
      }
  /* shared to the last cent: the rank asked for more than there was */
  if (asked_on_line > 0)
    {
      g_assert_cmpint (given_on_line, <, asked_on_line);
      g_assert_cmpint (bilan.reste, ==, 0);
    }
}

static void
test_ranks_until_exhausted (void)
{
  for (guint round = 0; round < N_CASES; round++)
    {
      PvCents demandes[MAX_N], unused[MAX_N];
      gint64 rangs[MAX_N];
      PvArrondi arrondi;
      guint n = draw_case (demandes, unused, &arrondi);
      PvCents pot = draw (MAX (sum (demandes, n), 1) + 10) - 5;

      for (guint i = 0; i < n; i++)
        rangs[i] = g_test_rand_int_range (0, 9) == 0 ? PV_INT_NULL : g_test_rand_int_range (1, 15);
      check_line (PV_COUPURE_AVANT, pot, demandes, rangs, n, arrondi);
      check_line (PV_COUPURE_PARTAGE, pot, demandes, rangs, n, arrondi);
    }
}

static void
test_equal_ranks_go_together (void)
{
  PvCents demandes[] = { 5000, 3000, 3000, 1000 };
  gint64 rangs[] = { 1, 2, 2, 4 };
  PvCents parts[4];
  PvRepartitionRang bilan;

  /* 8 000: one of the two would fit, and so would the last one */
  g_assert_true (pv_repartition_rang (8000, demandes, rangs, 4, PV_COUPURE_AVANT, PV_ARRONDI_EURO,
                                      parts, &bilan));
  g_assert_cmpint (parts[1] + parts[2] + parts[3], ==, 0);
  g_assert_cmpint (bilan.reste, ==, 3000);
  g_assert_cmpuint (bilan.n_dessus, ==, 1);
  g_assert_cmpuint (bilan.n_coupure, ==, 2);
  g_assert_cmpuint (bilan.n_dessous, ==, 1);
  g_assert_true (pv_repartition_rang (8000, demandes, rangs, 4, PV_COUPURE_PARTAGE, PV_ARRONDI_EURO,
                                      parts, &bilan));
  g_assert_cmpint (parts[1], ==, 1500);
  g_assert_cmpint (parts[2], ==, 1500);
  g_assert_cmpint (parts[3], ==, 0);
  g_assert_cmpint (bilan.reste, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/repartition/shares-are-exact", test_shares_are_exact);
  g_test_add_func ("/repartition/shares-are-those-of-a-slow-calculation",
                   test_shares_are_those_of_a_slow_calculation);
  g_test_add_func ("/repartition/order-only-says-who-is-last", test_order_only_says_who_is_last);
  g_test_add_func ("/repartition/the-rest-goes-to-the-last-that-bears-it",
                   test_the_rest_goes_to_the_last_that_bears_it);
  g_test_add_func ("/repartition/refusals", test_refusals);
  g_test_add_func ("/repartition/cuts-are-exact", test_cuts_are_exact);
  g_test_add_func ("/repartition/a-cut-of-nothing-and-of-all", test_a_cut_of_nothing_and_of_all);
  g_test_add_func ("/repartition/ranks-until-exhausted", test_ranks_until_exhausted);
  g_test_add_func ("/repartition/equal-ranks-go-together", test_equal_ranks_go_together);

  return g_test_run ();
}
