/* test-bilan.c: due dates, states, rates and what is to recover
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan.h"

#define N PV_CENTS_NULL

static void
test_due_dates (void)
{
  static const struct
  {
    int exercice;
    const char *fin;
    gint64 delai;
    const char *due;
  } cas[] = {
    { 2025, NULL, 6, "2026-06-30" },
    { 2025, "2025-07-15", 6, "2026-06-30" },
    { 2025, "2026-03-31", 6, "2026-09-30" }, /* school year: it ends in the year after */
    { 2025, "2026-08-31", 6, "2027-02-28" },
    { 2025, "2027-08-31", 6, "2026-06-30" }, /* beyond it, each exercice answers for itself */
    { 2023, "2024-08-31", 6, "2025-02-28" },
    { 2025, NULL, 3, "2026-03-31" },
    { 2025, NULL, PV_INT_NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autofree char *due = pv_bilan_compute_echeance (cas[i].exercice, cas[i].fin, cas[i].delai);

      g_assert_cmpstr (due, ==, cas[i].due);
    }
}

static void
test_states (void)
{
  static const struct
  {
    gboolean attendu;
    const char *du, *recu, *valide;
    PvBilanEtat etat;
  } cas[] = {
    { TRUE, "2026-06-30", NULL, NULL, PV_BILAN_EN_RETARD },
    { TRUE, "2026-11-20", NULL, NULL, PV_BILAN_EN_RETARD },
    { TRUE, "2026-11-21", NULL, NULL, PV_BILAN_DU }, /* until the end of the day */
    { TRUE, "2026-12-20", NULL, NULL, PV_BILAN_DU },
    { TRUE, "2026-12-21", NULL, NULL, PV_BILAN_A_VENIR },
    { TRUE, NULL, NULL, NULL, PV_BILAN_A_VENIR },
    { TRUE, "2026-06-30", "2026-08-01", NULL, PV_BILAN_RECU },
    { TRUE, "2026-06-30", "2026-08-01", "2026-09-01", PV_BILAN_VALIDE },
    { FALSE, "2026-06-30", NULL, NULL, PV_BILAN_NON_ATTENDU },
    { FALSE, "2026-06-30", "2026-08-01", NULL, PV_BILAN_RECU },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    g_assert_cmpint (
        pv_bilan_compute_etat (cas[i].attendu, cas[i].du, cas[i].recu, cas[i].valide, "2026-11-21"),
        ==, cas[i].etat);
}

static void
test_rate (void)
{
  g_assert_cmpint (pv_bilan_compute_taux (750000, 1000000), ==, 7500);
  g_assert_cmpint (pv_bilan_compute_taux (1, 3), ==, 3333);
  g_assert_cmpint (pv_bilan_compute_taux (2, 3), ==, 6667);
  g_assert_cmpint (pv_bilan_compute_taux (1200000, 1000000), ==, 12000);
  g_assert_cmpint (pv_bilan_compute_taux (0, 1000000), ==, 0);
  g_assert_cmpint (pv_bilan_compute_taux (N, 1000000), ==, PV_INT_NULL);
  g_assert_cmpint (pv_bilan_compute_taux (5, N), ==, PV_INT_NULL);
  g_assert_cmpint (pv_bilan_compute_taux (5, 0), ==, PV_INT_NULL);
}

static void
test_to_recover (void)
{
  static const struct
  {
    PvBilanPart parts[2];
    guint n;
    PvCents prevu, realise, recuperer;
  } cas[] = {
    /* all paid, three quarters realised: a quarter comes back */
    { { { 1, 500000, 500000 } }, 1, 1000000, 750000, 125000 },
    /* an advance of 80 %: what it exceeds */
    { { { 1, 500000, 400000 } }, 1, 1000000, 750000, 25000 },
    /* an advance below the share: nothing */
    { { { 1, 500000, 300000 } }, 1, 1000000, 750000, 0 },
    /* beyond the plan is not paid for */
    { { { 1, 500000, 500000 } }, 1, 1000000, 1300000, 0 },
    /* what one payer owes does not pay for the other */
    { { { 1, 500000, 500000 }, { 2, 300000, 0 } }, 2, 1000000, 750000, 125000 },
    { { { 1, 500000, 500000 }, { 2, 300000, 300000 } }, 2, 1000000, 750000, 200000 },
    /* share 3333,33… → 3333; 6666,66… → 6667; exactly half goes up */
    { { { 1, 10000, 10000 } }, 1, 300, 100, 6667 },
    { { { 1, 10000, 10000 } }, 1, 300, 200, 3333 },
    { { { 1, 1, 1 } }, 1, 200, 100, 0 },
    { { { 1, 3, 3 } }, 1, 200, 100, 1 },
    /* nothing realised: all of it */
    { { { 1, 500000, 500000 } }, 1, 1000000, 0, 500000 },
    /* paid beyond what was notified */
    { { { 1, 400000, 500000 } }, 1, 1000000, 1000000, 100000 },
    /* paid, and the notified amount is not known: what was paid stands for it */
    { { { 1, N, 500000 } }, 1, 1000000, 750000, 125000 },
    /* amounts whose product is beyond 64 bits */
    { { { 1, G_GINT64_CONSTANT (900000000000), G_GINT64_CONSTANT (900000000000) } },
      1,
      G_GINT64_CONSTANT (1000000000000),
      G_GINT64_CONSTANT (500000000000),
      G_GINT64_CONSTANT (450000000000) },
    /* nothing can be said */
    { { { 1, 500000, 500000 } }, 1, N, 750000, N },
    { { { 1, 500000, 500000 } }, 1, 1000000, N, N },
    { { { 1, 500000, 500000 } }, 1, 0, 0, N },
    { { { 1, N, N } }, 1, 1000000, 750000, N },
    { { { 0, N, N } }, 0, 1000000, 750000, N },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    g_assert_cmpint (
        pv_bilan_compute_a_recuperer (cas[i].parts, cas[i].n, cas[i].prevu, cas[i].realise), ==,
        cas[i].recuperer);
}

static void
test_what_cannot_be (void)
{
  static const struct
  {
    const char *champ, *valeur;
    const char *recu;
    gboolean good;
  } cas[] = {
    { "crf_recu_le", "2026-11-21", NULL, TRUE },
    { "crf_recu_le", "2026-11-22", NULL, FALSE },
    { "crf_valide_le", "2026-11-01", NULL, FALSE },
    { "crf_valide_le", "2026-11-01", "2026-11-01", TRUE },
    { "crf_valide_le", "2026-10-01", "2026-11-01", FALSE },
    { "beneficiaires_femmes", "-1", NULL, FALSE },
    { "beneficiaires_qpv_bp", "10001", NULL, FALSE },
    { "beneficiaires_qpv_bp", "10000", NULL, TRUE },
    { "a_recuperer_cents", "-1", NULL, FALSE },
    { "a_recuperer_cents", "0", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (PvBilan) bilan = pv_bilan_new ();
      g_autofree char *reason = NULL;
      const char *champ;

      pv_champ_set_text (&bilan->crf_recu_le, cas[i].recu);
      g_assert_true (pv_champ_from_text (pv_champs_find (pv_bilan_champs, cas[i].champ), bilan,
                                         cas[i].valeur));
      g_assert_cmpint (pv_bilan_check (bilan, "2026-11-21", &reason, &champ), ==, cas[i].good);
      g_assert_cmpstr (champ, ==, cas[i].good ? NULL : cas[i].champ);
      g_assert_cmpint (reason != NULL, ==, !cas[i].good);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bilan/due-dates", test_due_dates);
  g_test_add_func ("/bilan/states", test_states);
  g_test_add_func ("/bilan/rate", test_rate);
  g_test_add_func ("/bilan/to-recover", test_to_recover);
  g_test_add_func ("/bilan/what-cannot-be", test_what_cannot_be);

  return g_test_run ();
}
