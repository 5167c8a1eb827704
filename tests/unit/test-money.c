/* test-money.c: amounts are read, shown and shared out to the cent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "pv-error.h"
#include "pv-money.h"
#include "pv-rate.h"

#define NBSP "\u00a0"
#define NNBSP "\u202f"
#define THIN "\u2009"

#define AUTO PV_NUMBER_STYLE_AUTO
#define FRENCH PV_NUMBER_STYLE_FRENCH
#define ENGLISH PV_NUMBER_STYLE_ENGLISH

/* A text that is refused has an error code instead of an amount. */
#define REFUSED G_MAXINT64

static const struct
{
  const char *text;
  PvNumberStyle style;
  PvCents cents;
  PvRuleError code;
} amounts[] = {
  { "12 500,50", AUTO, 1250050 },
  { "12" NBSP "500,00" NBSP "€", AUTO, 1250000 },
  { "12" NNBSP "500,00" NNBSP "€", AUTO, 1250000 },
  { "12" THIN "500,00 €", AUTO, 1250000 },
  { "12'500.50", AUTO, 1250050 },
  { "12’500.50", AUTO, 1250050 },
  { "12,500.50", AUTO, 1250050 },
  { "€12,500.50", AUTO, 1250050 },
  { "€ -12,500.50", AUTO, -1250050 },
  { "50 000 euros", AUTO, 5000000 },
  { "1 Euro", AUTO, 100 },
  { "1200 EUR", AUTO, 120000 },
  { "EUR 1200", AUTO, 120000 },
  { "1.234,56", AUTO, 123456 },
  { "1.234.567", AUTO, 123456700 },
  { "1,234,567", AUTO, 123456700 },
  { "1,234,567.8", AUTO, 123456780 },
  { "1 234 567", AUTO, 123456700 },
  { "840690.0", AUTO, 84069000 },
  { "22810.61", AUTO, 2281061 },
  { "1234.500", AUTO, 123450 },
  { "0.500", AUTO, 50 },
  { "0,5", AUTO, 50 },
  { ",5", AUTO, 50 },
  { "-12", AUTO, -1200 },
  { "−12", AUTO, -1200 },
  { "–12", AUTO, -1200 },
  { "- 12", AUTO, -1200 },
  { "12,50-", AUTO, -1250 },
  { "+12", AUTO, 1200 },
  { "(12)", AUTO, -1200 },
  { "(12,00 €)", AUTO, -1200 },
  { "(12) €", AUTO, -1200 },
  { "0", AUTO, 0 },
  { "0,00 €", AUTO, 0 },
  { "-0", AUTO, 0 },
  { "007", AUTO, 700 },
  { "1,234", FRENCH, REFUSED, PV_RULE_ERROR_INVALID },
  { "1,230", FRENCH, 123 },
  { "1.234", FRENCH, 123400 },
  { "1,234", ENGLISH, 123400 },
  { "1.230", ENGLISH, 123 },
  { "12500.5", FRENCH, 1250050 },
  { "12500,5", ENGLISH, 1250050 },
  { "10000000000000", AUTO, PV_NUMBER_LIMIT },
  { "-10000000000000,00", AUTO, -PV_NUMBER_LIMIT },
  { NULL, AUTO, PV_CENTS_NULL },
  { "", AUTO, PV_CENTS_NULL },
  { NBSP " ", AUTO, PV_CENTS_NULL },
  { "NC", AUTO, PV_CENTS_NULL },
  { "nc", AUTO, PV_CENTS_NULL },
  { " n.c. ", AUTO, PV_CENTS_NULL },
  { "-", AUTO, PV_CENTS_NULL },
  { "–", AUTO, PV_CENTS_NULL },
  { "—", AUTO, PV_CENTS_NULL },
  { "1,234", AUTO, REFUSED, PV_RULE_ERROR_AMBIGUOUS },
  { "1.234", AUTO, REFUSED, PV_RULE_ERROR_AMBIGUOUS },
  { "€12,500", AUTO, REFUSED, PV_RULE_ERROR_AMBIGUOUS },
  { "- €", AUTO, REFUSED, PV_RULE_ERROR_AMBIGUOUS },
  { "12 345,678", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1.234,567", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1e9", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "7,17E+13", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1.E5", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1e-2", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "e9", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "néant", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 k€", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 $", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 %", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 € €", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "€", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "+", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "()", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "--12", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "-(12)", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 -", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12,-", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 - 15", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "(12", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12,", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { ",", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1 2345", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1234 567", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12 34", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "0 123", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1 234'567", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1 234.567,89", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1.234.567,890,1", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "1,234 567", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12,5.", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12€50", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12/50", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12\xe9", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "12\xe2\x82", AUTO, REFUSED, PV_RULE_ERROR_INVALID },
  { "10000000000000,01", AUTO, REFUSED, PV_RULE_ERROR_OVERFLOW },
  { "99999999999999999999999999", AUTO, REFUSED, PV_RULE_ERROR_OVERFLOW },
  { "1111111111111111111111111111111111111111111111111111111111111111111", AUTO, REFUSED,
    PV_RULE_ERROR_INVALID },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (GError) error = NULL;
      PvCents cents = 42;
      gboolean ok = pv_money_parse (amounts[i].text, amounts[i].style, &cents, NULL, &error);

      g_test_message ("amount %" G_GSIZE_FORMAT, i);

      if (amounts[i].cents == REFUSED)
        {
          g_assert_error (error, PV_RULE_ERROR, (int)amounts[i].code);
          g_assert_false (ok);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_assert_cmpint (cents, ==, 42);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_true (ok);
          g_assert_cmpint (cents, ==, amounts[i].cents);
        }
    }
}

static void
test_parse_rounds_when_asked (void)
{
  static const struct
  {
    const char *text;
    PvCents cents;
    gboolean rounded;
  } cases[] = {
    { "12 345,678", 1234568, TRUE }, { "12 345,674", 1234567, TRUE }, { "0,125", 13, TRUE },
    { "-0,125", -13, TRUE },         { "0,995", 100, TRUE },          { "0,004", 0, TRUE },
    { "0,0000001", 0, TRUE },        { "12,500", 1250, FALSE },       { "12,50", 1250, FALSE },
    { "NC", PV_CENTS_NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean rounded = 42;
      PvCents cents;

      g_test_message ("%s", cases[i].text);
      pv_money_parse (cases[i].text, FRENCH, &cents, &rounded, &error);
      g_assert_no_error (error);
      g_assert_cmpint (cents, ==, cases[i].cents);
      g_assert_cmpint (rounded, ==, cases[i].rounded);
    }
}

static void
test_message_names_the_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) lost = NULL;
  PvCents cents;

  g_assert_false (pv_money_parse ("douze", AUTO, &cents, NULL, &error));
  g_assert_nonnull (strstr (error->message, "“douze”"));

  g_assert_false (pv_money_parse ("7,17E+13", AUTO, &cents, NULL, &lost));
  g_assert_nonnull (strstr (lost->message, "scientific"));
}

static void
test_from_double (void)
{
  static const struct
  {
    double euros;
    PvCents cents;
    gboolean rounded;
  } cases[] = {
    { 22810.61, 2281061, FALSE },
    { 0.1 + 0.2, 30, FALSE },
    { 1.005, 101, TRUE },
    { -1.005, -101, TRUE },
    { 0.0, 0, FALSE },
    { -0.0, 0, FALSE },
    { 840690.0, 84069000, FALSE },
    { 0.004, 0, TRUE },
    { 0.006, 1, TRUE },
    { 1e-300, 0, TRUE },
    { 4.35, 435, FALSE },
    { 9999999999999.99, 999999999999999, FALSE },
    { -1e13, -PV_NUMBER_LIMIT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean rounded = 42;
      PvCents cents;

      g_test_message ("%.17g", cases[i].euros);
      pv_money_from_double (cases[i].euros, &cents, &rounded, &error);
      g_assert_no_error (error);
      g_assert_cmpint (cents, ==, cases[i].cents);
      g_assert_cmpint (rounded, ==, cases[i].rounded);
    }
}

static void
test_from_double_refuses (void)
{
  static const struct
  {
    double euros;
    PvRuleError code;
  } cases[] = {
    { NAN, PV_RULE_ERROR_INVALID },       { INFINITY, PV_RULE_ERROR_INVALID },
    { -INFINITY, PV_RULE_ERROR_INVALID }, { 1.005, PV_RULE_ERROR_INVALID },
    { 1.1e13, PV_RULE_ERROR_OVERFLOW },   { -1e300, PV_RULE_ERROR_OVERFLOW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PvCents cents;

      g_assert_false (pv_money_from_double (cases[i].euros, &cents, NULL, &error));
      g_assert_error (error, PV_RULE_ERROR, (int)cases[i].code);
    }
}

static void
test_format (void)
{
  static const struct
  {
    PvCents cents;
    PvMoneyFormat format;
    const char *text;
  } cases[] = {
    { 1250050, PV_MONEY_FORMAT_PLAIN, "12500.50" },
    { -1250050, PV_MONEY_FORMAT_PLAIN, "-12500.50" },
    { 5, PV_MONEY_FORMAT_PLAIN, "0.05" },
    { 1250000, PV_MONEY_FORMAT_PLAIN | PV_MONEY_FORMAT_NO_ZERO_CENTS, "12500" },
    { PV_CENTS_NULL, PV_MONEY_FORMAT_PLAIN, "" },
    { PV_CENTS_NULL, PV_MONEY_FORMAT_FRENCH, "" },
    { 1250050, PV_MONEY_FORMAT_FRENCH, "12" NNBSP "500,50" NNBSP "€" },
    { -123456789, PV_MONEY_FORMAT_FRENCH, "−1" NNBSP "234" NNBSP "567,89" NNBSP "€" },
    { 99900, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS, "999" NNBSP "€" },
    { 99910, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS, "999,10" NNBSP "€" },
    { 0, PV_MONEY_FORMAT_FRENCH, "0,00" NNBSP "€" },
    { 1250050, PV_MONEY_FORMAT_ENGLISH, "€12,500.50" },
    { -100000, PV_MONEY_FORMAT_ENGLISH | PV_MONEY_FORMAT_NO_ZERO_CENTS, "−€1,000" },
    { G_MAXINT64, PV_MONEY_FORMAT_PLAIN, "92233720368547758.07" },
    { G_MININT64 + 1, PV_MONEY_FORMAT_PLAIN, "-92233720368547758.07" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = pv_money_format (cases[i].cents, cases[i].format);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Any magnitude up to the limit, small ones as often as large ones. */
static PvCents
random_cents (void)
{
  gint64 limit = 10;
  gint64 value;

  for (int digits = g_test_rand_int_range (0, 15); digits > 0; digits--)
    limit *= 10;

  value = ((gint64)(g_test_rand_int () & 0x7FFFFFFF) << 31 | (g_test_rand_int () & 0x7FFFFFFF)) %
          (MIN (limit, PV_NUMBER_LIMIT) + 1);

  return g_test_rand_bit () ? -value : value;
}

static void
test_format_reads_back (void)
{
  static const struct
  {
    PvMoneyFormat format;
    PvNumberStyle style;
  } cases[] = {
    { PV_MONEY_FORMAT_PLAIN, AUTO },
    { PV_MONEY_FORMAT_FRENCH, AUTO },
    { PV_MONEY_FORMAT_FRENCH, FRENCH },
    { PV_MONEY_FORMAT_ENGLISH, AUTO },
    { PV_MONEY_FORMAT_ENGLISH, ENGLISH },
    { PV_MONEY_FORMAT_PLAIN | PV_MONEY_FORMAT_NO_ZERO_CENTS, AUTO },
    { PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS, AUTO },
    { PV_MONEY_FORMAT_ENGLISH | PV_MONEY_FORMAT_NO_ZERO_CENTS, ENGLISH },
  };

  for (int n = 0; n < 2000; n++)
    {
      PvCents cents = random_cents ();

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = pv_money_format (cents, cases[i].format);
          PvCents read = 0;

          pv_money_parse (text, cases[i].style, &read, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpint (read, ==, cents);
        }
    }
}

static void
test_double_reads_back (void)
{
  for (int n = 0; n < 2000; n++)
    {
      g_autoptr (GError) error = NULL;
      PvCents cents = random_cents ();
      PvCents read = 0;

      pv_money_from_double ((double)cents / 100, &read, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (read, ==, cents);
    }
}

static void
test_add (void)
{
  static const struct
  {
    PvCents a, b, sum;
    gboolean ok;
  } cases[] = {
    { 1, 2, 3, TRUE },
    { PV_CENTS_NULL, 2, 2, TRUE },
    { 1, PV_CENTS_NULL, 1, TRUE },
    { 0, PV_CENTS_NULL, 0, TRUE },
    { PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, TRUE },
    { G_MAXINT64, 1, 42, FALSE },
    { G_MININT64 + 1, -1, 42, FALSE },
    { G_MININT64 + 1, -2, 42, FALSE },
    { G_MININT64 + 1, 1, G_MININT64 + 2, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PvCents sum = 42;

      g_assert_cmpint (pv_money_add (cases[i].a, cases[i].b, &sum), ==, cases[i].ok);
      g_assert_cmpint (sum, ==, cases[i].sum);
    }
}

static void
test_sum (void)
{
  const PvCents some[] = { 100, PV_CENTS_NULL, -30 };
  const PvCents none[] = { PV_CENTS_NULL, PV_CENTS_NULL };
  const PvCents large[] = { G_MAXINT64, 1, -1 };
  PvCents sum = 42;

  g_assert_true (pv_money_sum (some, 3, &sum));
  g_assert_cmpint (sum, ==, 70);
  g_assert_true (pv_money_sum (none, 2, &sum));
  g_assert_cmpint (sum, ==, PV_CENTS_NULL);
  g_assert_true (pv_money_sum (NULL, 0, &sum));
  g_assert_cmpint (sum, ==, PV_CENTS_NULL);

  sum = 42;
  g_assert_false (pv_money_sum (large, 3, &sum));
  g_assert_cmpint (sum, ==, 42);
}

static void
test_allocate (void)
{
  static const struct
  {
    PvCents total;
    gint64 weights[4];
    PvCents parts[4];
  } cases[] = {
    { 100, { 1, 1, 1, 0 }, { 34, 33, 33, 0 } },
    { -100, { 1, 1, 1, 0 }, { -34, -33, -33, 0 } },
    { 101, { 1, 1, 1, 0 }, { 34, 34, 33, 0 } },
    { 10, { 0, 0, 0, 5 }, { 0, 0, 0, 10 } },
    { 1, { 1, 3, 3, 1 }, { 0, 1, 0, 0 } },
    { 0, { 1, 2, 3, 4 }, { 0, 0, 0, 0 } },
    { 1000, { 2500, 2500, 2500, 2500 }, { 250, 250, 250, 250 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PvCents parts[4];

      g_assert_true (pv_money_allocate (cases[i].total, cases[i].weights, 4, parts));
      for (gsize j = 0; j < 4; j++)
        g_assert_cmpint (parts[j], ==, cases[i].parts[j]);
    }
}

/* Weights of nothing change no part, however many they are, nor does their size. */
static void
test_allocate_few_as_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint n = 0; n < 5000; n++)
    {
      gint64 weights[20] = { 0 };
      PvCents few[6], many[20];
      gint64 scale = n % 3 == 0 ? G_GINT64_CONSTANT (1000000000000000) : 1;
      PvCents total = g_rand_int_range (random, -100000, 100000) * (n % 2 == 0 ? 1 : scale / 1000);

      for (guint i = 0; i < 6; i++)
        weights[i] = g_rand_int_range (random, 0, 12) * scale;
      weights[0] += scale;
      g_assert_true (pv_money_allocate (total, weights, 6, few));
      g_assert_true (pv_money_allocate (total, weights, 20, many));
      g_assert_cmpmem (few, sizeof few, many, sizeof few);
      for (guint i = 6; i < 20; i++)
        g_assert_cmpint (many[i], ==, 0);
    }
}

static void
test_allocate_refuses (void)
{
  const gint64 zeros[] = { 0, 0 };
  const gint64 negative[] = { 3, -1 };
  const gint64 large[] = { G_MAXINT64, 1 };
  const gint64 fine[] = { 1, 1 };
  PvCents parts[2] = { 42, 42 };

  g_assert_false (pv_money_allocate (100, zeros, 2, parts));
  g_assert_false (pv_money_allocate (100, negative, 2, parts));
  g_assert_false (pv_money_allocate (100, large, 2, parts));
  g_assert_false (pv_money_allocate (100, fine, 0, parts));
  g_assert_false (pv_money_allocate (PV_CENTS_NULL, fine, 2, parts));
  g_assert_cmpint (parts[0], ==, 42);
}

static void
test_allocate_sums_exactly (void)
{
  for (int n = 0; n < 2000; n++)
    {
      PvCents total = random_cents ();
      gsize size = (gsize)g_test_rand_int_range (1, 12);
      gint64 weights[12], sum_weights = 0;
      PvCents parts[12], sum = 0;

      for (gsize i = 0; i < size; i++)
        sum_weights += weights[i] = g_test_rand_int_range (i == 0, 10001);

      g_assert_true (pv_money_allocate (total, weights, size, parts));

      for (gsize i = 0; i < size; i++)
        {
          double exact = (double)total * (double)weights[i] / (double)sum_weights;

          sum += parts[i];
          g_assert_cmpfloat (fabs ((double)parts[i] - exact), <, 1.01);
          if (weights[i] == 0)
            g_assert_cmpint (parts[i], ==, 0);
        }

      g_assert_cmpint (sum, ==, total);
    }
}

static void
test_rate (void)
{
  static const struct
  {
    PvCents part, whole;
    gint64 bp;
  } cases[] = {
    { 50, 100, 5000 },
    { 100, 100, 10000 },
    { 1, 3, 3333 },
    { 2, 3, 6667 },
    { 1, 20000, 1 },
    { 1, 20001, 0 },
    { -1, 20000, -1 },
    { 1, -20000, -1 },
    { -1, -20000, 1 },
    { 0, 100, 0 },
    { 300, 100, 30000 },
    { 5, 0, PV_INT_NULL },
    { PV_CENTS_NULL, 100, PV_INT_NULL },
    { 100, PV_CENTS_NULL, PV_INT_NULL },
    { PV_NUMBER_LIMIT, PV_NUMBER_LIMIT, 10000 },
    { G_MAXINT64, G_MAXINT64, 10000 },
    { G_MAXINT64, 1, PV_INT_NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pv_money_rate_bp (cases[i].part, cases[i].whole), ==, cases[i].bp);
}

static void
test_format_rate (void)
{
  static const struct
  {
    gint64 bp;
    const char *text, *no_zero;
  } cases[] = {
    { PV_INT_NULL, "", "" },
    { 0, "0,0\u202f%", "0\u202f%" },
    { 4944, "49,4\u202f%", "49,4\u202f%" },
    { 4945, "49,5\u202f%", "49,5\u202f%" },
    { 8000, "80,0\u202f%", "80\u202f%" },
    { 7996, "80,0\u202f%", "80\u202f%" },
    { -4, "0,0\u202f%", "0\u202f%" },
    { -1255, "\u221212,6\u202f%", "\u221212,6\u202f%" },
    { G_MAXINT64, "92233720368547758,1\u202f%", "92233720368547758,1\u202f%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = pv_rate_format (cases[i].bp, FALSE);
      g_autofree char *no_zero = pv_rate_format (cases[i].bp, TRUE);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (no_zero, ==, cases[i].no_zero);
    }
}

/* The rules of the plural: vingt and cent take it at the end, and before million; mille never. */
static void
test_words (void)
{
  static const struct
  {
    PvCents cents;
    const char *words;
  } cases[] = {
    { 0, "zéro euro" },
    { 1, "un centime" },
    { 100, "un euro" },
    { 2000, "vingt euros" },
    { 2100, "vingt et un euros" },
    { 7100, "soixante et onze euros" },
    { 7700, "soixante-dix-sept euros" },
    { 8000, "quatre-vingts euros" },
    { 8100, "quatre-vingt-un euros" },
    { 9100, "quatre-vingt-onze euros" },
    { 10000, "cent euros" },
    { 20000, "deux cents euros" },
    { 20150, "deux cent un euros et cinquante centimes" },
    { 28000, "deux cent quatre-vingts euros" },
    { 100000, "mille euros" },
    { 2300000, "vingt-trois mille euros" },
    { 8000000, "quatre-vingt mille euros" },
    { 20000000, "deux cent mille euros" },
    { 123456789, "un million deux cent trente-quatre mille cinq cent soixante-sept euros et "
                 "quatre-vingt-neuf centimes" },
    { G_GINT64_CONSTANT (100000000), "un million d’euros" },
    { G_GINT64_CONSTANT (20000000000), "deux cents millions d’euros" },
    { G_GINT64_CONSTANT (200000100000), "deux milliards mille euros" },
    { -1250, "moins douze euros et cinquante centimes" },
    { PV_CENTS_NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = pv_money_to_words (cases[i].cents);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/parse/table", test_parse);
  g_test_add_func ("/money/parse/rounds-when-asked", test_parse_rounds_when_asked);
  g_test_add_func ("/money/parse/message-names-the-text", test_message_names_the_text);
  g_test_add_func ("/money/double/table", test_from_double);
  g_test_add_func ("/money/double/refuses", test_from_double_refuses);
  g_test_add_func ("/money/double/reads-back", test_double_reads_back);
  g_test_add_func ("/money/format/table", test_format);
  g_test_add_func ("/money/format/reads-back", test_format_reads_back);
  g_test_add_func ("/money/words", test_words);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/sum", test_sum);
  g_test_add_func ("/money/allocate/table", test_allocate);
  g_test_add_func ("/money/allocate/few-as-many", test_allocate_few_as_many);
  g_test_add_func ("/money/allocate/refuses", test_allocate_refuses);
  g_test_add_func ("/money/allocate/sums-exactly", test_allocate_sums_exactly);
  g_test_add_func ("/money/rate", test_rate);
  g_test_add_func ("/money/format-rate", test_format_rate);

  return g_test_run ();
}
