/* test-egalite.c: the decision tree of the égalité mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite.h"
#include "pv-number.h"

/* Written from the sentences of the source, not from the code: not known is -1. */
static gint64
expected (const int *r, guint criteres)
{
  int met = (r[2] == 1) + (r[3] == 1) + (r[4] == 1);

  if (r[0] == 1 && r[1] == 1)
    return 2;
  if (r[0] == 0 && r[1] == 1)
    return 2;
  if (r[0] == 1 && r[1] == 0 && r[2] >= 0 && r[3] >= 0 && r[4] >= 0)
    return met >= (int)criteres;
  if (r[0] == 0 && r[1] == 0 && r[5] >= 0)
    return r[5];

  return PV_INT_NULL;
}

static void
test_all (void)
{
  guint marks[4] = { 0 };

  for (guint criteres = 1; criteres <= 3; criteres++)
    for (int code = 0; code < 729; code++) /* three answers to six questions */
      {
        int raw[PV_N_EGALITE_QUESTIONS];
        PvEgaliteReponse reponses[PV_N_EGALITE_QUESTIONS];
        PvEgaliteResultat resultat;

        for (int i = 0, rest = code; i < PV_N_EGALITE_QUESTIONS; i++, rest /= 3)
          {
            raw[i] = rest % 3 - 1;
            reponses[i] = (PvEgaliteReponse)raw[i];
          }
        pv_egalite_decide (reponses, criteres, &resultat);
        g_assert_cmpint (resultat.marque, ==, expected (raw, criteres));
        g_assert_cmpint (resultat.marque == PV_INT_NULL, ==,
                         resultat.manquante != PV_EGALITE_QUESTION_NULL);
        marks[resultat.marque == PV_INT_NULL ? 3 : resultat.marque]++;
      }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmpuint (marks[i], >, 0);
}

static void
test_path (void)
{
  PvEgaliteReponse reponses[] = { PV_EGALITE_OUI, PV_EGALITE_NON,          PV_EGALITE_OUI,
                                  PV_EGALITE_OUI, PV_EGALITE_SANS_REPONSE, PV_EGALITE_NON };
  PvEgaliteResultat resultat;

  /* certain already, and yet not assessed */
  pv_egalite_decide (reponses, 1, &resultat);
  g_assert_cmpint (resultat.marque, ==, PV_INT_NULL);
  g_assert_cmpuint (resultat.n_chemin, ==, 5);
  g_assert_cmpint (resultat.manquante, ==, PV_EGALITE_INDICATEURS);

  reponses[PV_EGALITE_INDICATEURS] = PV_EGALITE_NON;
  pv_egalite_decide (reponses, 2, &resultat);
  g_assert_cmpint (resultat.marque, ==, 1);
  g_assert_cmpuint (resultat.n_criteres, ==, 2);
  pv_egalite_decide (reponses, PV_EGALITE_CRITERES_DEFAUT, &resultat);
  g_assert_cmpint (resultat.marque, ==, 0);
}

static void
test_words (void)
{
  PvEgaliteReponse reponses[] = { PV_EGALITE_NON, PV_EGALITE_NON, -1, -1, -1, PV_EGALITE_OUI };
  g_autofree char *said = pv_egalite_expliquer (reponses, 3);

  g_assert_cmpstr (said, ==,
                   "Mark 1: the public is not mixed, equality is not the main objective, the public"
                   " is coherent with the objectives");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/egalite/all-answers-and-thresholds", test_all);
  g_test_add_func ("/egalite/each-question-of-the-path-is-needed", test_path);
  g_test_add_func ("/egalite/the-reason-is-said", test_words);

  return g_test_run ();
}
