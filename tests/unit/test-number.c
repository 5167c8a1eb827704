/* test-number.c: numbers, percentages and counts as people write them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-error.h"
#include "pv-number.h"

#define AUTO PV_NUMBER_STYLE_AUTO
#define FRENCH PV_NUMBER_STYLE_FRENCH
#define ENGLISH PV_NUMBER_STYLE_ENGLISH

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    PvNumberStyle style;
    guint decimals;
    gint64 value; /* G_MAXINT64: refused */
    PvRuleError code;
  } cases[] = {
    { "12,5", AUTO, 1, 125 },
    { "12,5", AUTO, 6, 12500000 },
    { "5.876122", AUTO, 6, 5876122 },
    { "1.234", ENGLISH, 3, 1234 },
    { "1.234", FRENCH, 3, 1234000 },
    { "3 717", AUTO, 0, 3717 },
    { "−4", AUTO, 0, -4 },
    { "n.c.", AUTO, 0, PV_INT_NULL },
    { "12,5", AUTO, 0, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "12,55", AUTO, 1, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "1.234", AUTO, 3, G_MAXINT64, PV_RULE_ERROR_AMBIGUOUS },
    { "12 €", AUTO, 0, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "12 %", AUTO, 0, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "1e3", AUTO, 0, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "2000000000000000", AUTO, 0, G_MAXINT64, PV_RULE_ERROR_OVERFLOW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = G_MAXINT64;
      gboolean ok =
          pv_number_parse (cases[i].text, cases[i].style, cases[i].decimals, &value, NULL, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_cmpint (ok, ==, cases[i].value != G_MAXINT64);
      if (!ok)
        g_assert_error (error, PV_RULE_ERROR, (int)cases[i].code);
    }
}

static void
test_rounds_when_asked (void)
{
  gboolean rounded = FALSE;
  gint64 value;

  g_assert_true (pv_number_parse ("2,5", AUTO, 0, &value, &rounded, NULL));
  g_assert_cmpint (value, ==, 3);
  g_assert_true (rounded);

  g_assert_true (pv_number_parse ("2,0", AUTO, 0, &value, &rounded, NULL));
  g_assert_cmpint (value, ==, 2);
  g_assert_false (rounded);
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    gint64 value; /* -1: refused */
  } cases[] = {
    { "1 250", 1250 }, { "12.0", 12 }, { "0", 0 },      { "", PV_INT_NULL },
    { "12,5", -1 },    { "-3", -1 },   { "1.250", -1 }, { "douze", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;
      gboolean ok = pv_number_parse_count (cases[i].text, AUTO, &value, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_cmpint (ok, ==, error == NULL);
      g_assert_cmpint (ok, ==, cases[i].value != -1);
    }
}

static void
test_percent (void)
{
  static const struct
  {
    const char *text;
    PvPercentUnit unit;
    gint64 bp; /* G_MAXINT64: refused */
    PvRuleError code;
  } cases[] = {
    { "50 %", PV_PERCENT_UNIT_AUTO, 5000 },
    { "50%", PV_PERCENT_UNIT_FRACTION, 5000 },
    { "12,5\u00a0%", PV_PERCENT_UNIT_AUTO, 1250 },
    { "1 %", PV_PERCENT_UNIT_AUTO, 100 },
    { "0,5 %", PV_PERCENT_UNIT_AUTO, 50 },
    { "0,5", PV_PERCENT_UNIT_AUTO, 5000 },
    { "0.05", PV_PERCENT_UNIT_AUTO, 500 },
    { ",05", PV_PERCENT_UNIT_AUTO, 500 },
    { "50", PV_PERCENT_UNIT_AUTO, 5000 },
    { "1,2", PV_PERCENT_UNIT_AUTO, 120 },
    { "2", PV_PERCENT_UNIT_AUTO, 200 },
    { "10", PV_PERCENT_UNIT_AUTO, 1000 },
    { "0", PV_PERCENT_UNIT_AUTO, 0 },
    { "00,00", PV_PERCENT_UNIT_AUTO, 0 },
    { "1", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_AMBIGUOUS },
    { "01,00", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_AMBIGUOUS },
    { "1", PV_PERCENT_UNIT_POINTS, 100 },
    { "1", PV_PERCENT_UNIT_FRACTION, 10000 },
    { "0,5", PV_PERCENT_UNIT_POINTS, 50 },
    { "120 %", PV_PERCENT_UNIT_AUTO, 12000 },
    { "-5 %", PV_PERCENT_UNIT_AUTO, -500 },
    { "NC", PV_PERCENT_UNIT_AUTO, PV_INT_NULL },
    { "33,333 %", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "33,330 %", PV_PERCENT_UNIT_AUTO, 3333 },
    { "33,333", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_AMBIGUOUS },
    { "33,3333 %", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "% 50 %", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "50 €", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_INVALID },
    { "moitié", PV_PERCENT_UNIT_AUTO, G_MAXINT64, PV_RULE_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 bp = G_MAXINT64;
      gboolean ok = pv_number_parse_percent (cases[i].text, AUTO, cases[i].unit, &bp, NULL, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (bp, ==, cases[i].bp);
      g_assert_cmpint (ok, ==, cases[i].bp != G_MAXINT64);
      if (!ok)
        g_assert_error (error, PV_RULE_ERROR, (int)cases[i].code);
    }
}

static void
test_percent_rounds_when_asked (void)
{
  gboolean rounded = FALSE;
  gint64 bp;

  g_assert_true (
      pv_number_parse_percent ("33,3366 %", AUTO, PV_PERCENT_UNIT_AUTO, &bp, &rounded, NULL));
  g_assert_cmpint (bp, ==, 3334);
  g_assert_true (rounded);

  g_assert_true (pv_number_parse_percent ("", AUTO, PV_PERCENT_UNIT_AUTO, &bp, &rounded, NULL));
  g_assert_cmpint (bp, ==, PV_INT_NULL);
  g_assert_false (rounded);
}

static void
test_from_double (void)
{
  gboolean rounded = TRUE;
  gint64 value;

  g_assert_true (pv_number_from_double (12.0, 0, &value, &rounded, NULL));
  g_assert_cmpint (value, ==, 12);
  g_assert_false (rounded);

  g_assert_true (pv_number_from_double (-2.5, 0, &value, &rounded, NULL));
  g_assert_cmpint (value, ==, -3);
  g_assert_true (rounded);

  g_assert_false (pv_number_from_double (2.5, 0, &value, NULL, NULL));
  g_assert_true (pv_number_from_double (0.0705, 4, &value, NULL, NULL));
  g_assert_cmpint (value, ==, 705);
}

static void
test_mul_div (void)
{
  static const struct
  {
    gint64 a, b, divisor, result;
  } cases[] = {
    { 10, 10, 3, 33 },
    { 5, 1, 2, 3 },
    { -5, 1, 2, -3 },
    { 5, 1, -2, -3 },
    { 7, 1, 5, 1 },
    { 8, 1, 5, 2 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MAXINT64, 2, 1, PV_INT_NULL },
    { 1, 1, 0, PV_INT_NULL },
    { PV_INT_NULL, 1, 1, PV_INT_NULL },
    { 1, PV_INT_NULL, 1, PV_INT_NULL },
    { 1, 1, PV_INT_NULL, PV_INT_NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pv_number_mul_div (cases[i].a, cases[i].b, cases[i].divisor), ==,
                     cases[i].result);
}

static void
test_style_detect (void)
{
  static const struct
  {
    const char *samples[4];
    PvNumberStyle style;
  } cases[] = {
    { { "1,234", "12,50", "NC", NULL }, FRENCH },   { { "1.234", "1.234,50", "7", "8" }, FRENCH },
    { { "1.234.567", "1.234", "7", "8" }, FRENCH }, { { "1,234", "12.50", "", "-" }, ENGLISH },
    { { "1,234,567", "1,234", "", "-" }, ENGLISH }, { { "€1,234.50", "50,000", "", "-" }, ENGLISH },
    { { "12,5 %", "1.234", "", "-" }, FRENCH },     { { "1,234", "1 234", "12", "texte" }, AUTO },
    { { "12,50", "12.50", "", "" }, AUTO },         { { NULL, NULL, NULL, NULL }, AUTO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (pv_number_style_detect (cases[i].samples, 4), ==, cases[i].style);

  g_assert_cmpint (pv_number_style_detect (NULL, 0), ==, AUTO);
}

static void
test_null_words (void)
{
  g_assert_true (pv_number_is_null_word (NULL));
  g_assert_true (pv_number_is_null_word ("\u202f"));
  g_assert_true (pv_number_is_null_word ("N.C."));
  g_assert_true (pv_number_is_null_word ("−"));
  g_assert_false (pv_number_is_null_word ("0"));
  g_assert_false (pv_number_is_null_word ("néant"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number/parse/table", test_parse);
  g_test_add_func ("/number/parse/rounds-when-asked", test_rounds_when_asked);
  g_test_add_func ("/number/count", test_count);
  g_test_add_func ("/number/percent/table", test_percent);
  g_test_add_func ("/number/percent/rounds-when-asked", test_percent_rounds_when_asked);
  g_test_add_func ("/number/from-double", test_from_double);
  g_test_add_func ("/number/mul-div", test_mul_div);
  g_test_add_func ("/number/style-detect", test_style_detect);
  g_test_add_func ("/number/null-words", test_null_words);

  return g_test_run ();
}
