/* test-score.c: the score of an instruction, against an independent calculation
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "score/pv-score.h"

__extension__ typedef __int128 Big;

/* Written from the formula, without a common denominator nor a division: the
 * fractions are added two by two, and the score is the integer whose half-open
 * interval [s − ½, s + ½[ holds the value. */
static gint64
expected (const PvScoreNote *notes, guint n)
{
  Big numerator = 0;
  Big denominator = 1;
  Big weights = 0;

  for (guint i = 0; i < n; i++)
    {
      if (notes[i].sans_objet)
        continue;
      if (notes[i].valeur == PV_INT_NULL)
        return PV_INT_NULL;
      numerator = numerator * notes[i].maximum + denominator * notes[i].poids * notes[i].valeur;
      denominator *= notes[i].maximum;
      weights += notes[i].poids;
    }

  if (weights == 0)
    return PV_INT_NULL;

  for (gint64 low = 0, high = 10000;;)
    {
      gint64 s = (low + high) / 2;

      if (20000 * numerator < (2 * s - 1) * denominator * weights)
        high = s - 1;
      else if (20000 * numerator >= (2 * s + 1) * denominator * weights)
        low = s + 1;
      else
        return s;
    }
}

static void
test_seeded (void)
{
  GRand *rand = g_rand_new_with_seed (2026);
  guint complete = 0;
  guint nothing = 0;

  for (guint round = 0; round < 10000; round++)
    {
      PvScoreNote notes[9];
      guint n = (guint)g_rand_int_range (rand, 0, 10);
      gint64 score;

      for (guint i = 0; i < n; i++)
        {
          notes[i].poids = g_rand_int_range (rand, 0, round % 7 == 0 ? 1 : 12);
          notes[i].maximum = g_rand_int_range (rand, 1, 21);
          notes[i].valeur = g_rand_int_range (rand, 0, (gint32)notes[i].maximum + 1);
          notes[i].sans_objet = g_rand_int_range (rand, 0, 6) == 0;
          if (g_rand_int_range (rand, 0, 30) == 0)
            notes[i].valeur = PV_INT_NULL;
        }
      score = pv_score_compute (notes, n);
      g_assert_cmpint (score, ==, expected (notes, n));
      complete += score != PV_INT_NULL;
      nothing += score == PV_INT_NULL;
    }

  g_assert_cmpuint (complete, >, 3000);
  g_assert_cmpuint (nothing, >, 1000);
  g_rand_free (rand);
}

/* Prime maxima have no small common multiple, and a weight may be any integer. */
static void
test_does_not_overflow (void)
{
  static const gint64 primes[] = { 97, 89, 83, 79, 73, 71, 67, 61, 59, 53, 47, 43 };
  PvScoreNote notes[G_N_ELEMENTS (primes)];

  for (guint i = 0; i < G_N_ELEMENTS (primes); i++)
    notes[i] = (PvScoreNote){ G_MAXINT64, primes[i], primes[i], FALSE };
  g_assert_cmpint (pv_score_compute (notes, G_N_ELEMENTS (notes)), ==, 10000);
  for (guint i = 0; i < G_N_ELEMENTS (primes); i++)
    notes[i].valeur = i % 2 == 0 ? 0 : primes[i];
  g_assert_cmpint (pv_score_compute (notes, G_N_ELEMENTS (notes)), ==, 5000);
  notes[0] = (PvScoreNote){ 1, G_MAXINT64, G_MAXINT64, FALSE };
  g_assert_cmpint (pv_score_compute (notes, 1), ==, 10000);
}

static void
test_score_rounds_half_up_and_leaves_out_what_does_not_apply (void)
{
  static const struct
  {
    PvScoreNote notes[3];
    guint n;
    gint64 score;
  } cases[] = {
    { { { 1, 4, 3, FALSE } }, 1, 7500 },
    { { { 1, 4, 0, FALSE } }, 1, 0 },
    { { { 1, 4, 3, FALSE }, { 9, 5, 0, TRUE } }, 2, 7500 }, /* N/A is not 0 */
    { { { 1, 3, 1, FALSE } }, 1, 3333 },
    { { { 1, 3, 2, FALSE } }, 1, 6667 },
    { { { 1, 16, 1, FALSE } }, 1, 625 },
    { { { 1, 32, 1, FALSE } }, 1, 313 }, /* 312.5 */
    { { { 3, 5, 5, FALSE }, { 1, 4, 1, FALSE } }, 2, 8125 },
    { { { 0, 5, 5, FALSE } }, 1, PV_INT_NULL },                               /* no weight */
    { { { 1, 5, 5, TRUE } }, 1, PV_INT_NULL },                                /* nothing applies */
    { { { 1, 5, 5, FALSE }, { 0, 5, PV_INT_NULL, FALSE } }, 2, PV_INT_NULL }, /* not all marked */
    { { { 1, 5, 6, FALSE } }, 1, PV_INT_NULL },                               /* out of bounds */
    { { { 1, 5, -1, FALSE } }, 1, PV_INT_NULL },
    { { { 0 } }, 0, PV_INT_NULL }, /* a grid without criteria */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pv_score_compute (cases[i].notes, cases[i].n), ==, cases[i].score);
}

static void
test_divergent (void)
{
  g_assert_true (pv_score_is_divergent (2501, 25));
  g_assert_false (pv_score_is_divergent (2500, 25)); /* the threshold itself is not above it */
  g_assert_false (pv_score_is_divergent (PV_INT_NULL, 25));
  g_assert_false (pv_score_is_divergent (2501, PV_INT_NULL));
  g_assert_true (pv_score_is_divergent (1, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/rounds-half-up-and-leaves-out-what-does-not-apply",
                   test_score_rounds_half_up_and_leaves_out_what_does_not_apply);
  g_test_add_func ("/score/divergent-above-a-threshold", test_divergent);
  g_test_add_func ("/score/10-000-seeded-cases", test_seeded);
  g_test_add_func ("/score/does-not-overflow", test_does_not_overflow);

  return g_test_run ();
}
