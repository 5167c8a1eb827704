/* test-parsers.c: any text is read or refused with a reason
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-date.h"
#include "pv-error.h"
#include "pv-identifier.h"
#include "pv-money.h"

/* Pieces of numbers, dates and codes, so that many texts nearly pass. */
static char *
random_text (void)
{
  static const char *const bits[] = {
    "0",      "1",  "12", "500",    "2017", "04",   "13", "000",    ",",    ".",   " ",
    "\u202f", "'",  "€",  "%",      "-",    "−",    "+",  "(",      ")",    "e",   "E+13",
    "eur",    "/",  "_",  "-04-13", "er",   "T",    "Z",  ":",      "mars", "du ", " au ",
    "W",      "QP", "QN", "CN00",   "2A",   "\xe9", "\t", "\ufeff", "NC",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
    g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);

  return g_string_free (text, FALSE);
}

static void
assert_told (gboolean ok, const GError *error)
{
  g_assert_cmpint (ok, ==, error == NULL);

  if (error == NULL)
    return;

  g_assert_cmpuint (error->domain, ==, PV_RULE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_money (void)
{
  for (int n = 0; n < 5000; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = random_text ();
      g_autofree char *plain = NULL;
      PvCents cents = 0, again = 0;
      gboolean rounded;
      gboolean ok = pv_money_parse (text, PV_NUMBER_STYLE_AUTO, &cents, &rounded, &error);

      assert_told (ok, error);
      if (!ok)
        continue;

      /* What was read is within bounds, and is written and read again. */
      plain = pv_money_format (cents, PV_MONEY_FORMAT_PLAIN);
      g_assert_true (pv_money_parse (plain, PV_NUMBER_STYLE_AUTO, &again, NULL, NULL));
      g_assert_cmpint (again, ==, cents);
    }
}

static void
test_styles_agree (void)
{
  for (int n = 0; n < 5000; n++)
    {
      g_autofree char *text = random_text ();
      PvCents automatic, french, english;

      if (!pv_money_parse (text, PV_NUMBER_STYLE_AUTO, &automatic, NULL, NULL))
        continue;

      /* A style never changes what a text alone tells. */
      g_assert_true (pv_money_parse (text, PV_NUMBER_STYLE_FRENCH, &french, NULL, NULL));
      g_assert_true (pv_money_parse (text, PV_NUMBER_STYLE_ENGLISH, &english, NULL, NULL));
      g_assert_cmpint (french, ==, automatic);
      g_assert_cmpint (english, ==, automatic);
    }
}

static void
test_percent (void)
{
  for (int n = 0; n < 5000; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = random_text ();
      gint64 bp;
      gboolean ok = pv_number_parse_percent (text, PV_NUMBER_STYLE_AUTO, PV_PERCENT_UNIT_AUTO, &bp,
                                             NULL, &error);

      assert_told (ok, error);
    }
}

static void
test_dates (void)
{
  for (int n = 0; n < 5000; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) period_error = NULL;
      g_autofree char *text = random_text ();
      g_autofree char *iso = pv_date_parse (text, NULL, &error);
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      gboolean ok = pv_period_parse (text, &from, &to, NULL, &period_error);

      assert_told (iso != NULL, error);
      assert_told (ok, period_error);
      g_assert_cmpint (pv_date_is_valid (iso), ==, iso != NULL);
      if (ok)
        g_assert_cmpint (pv_date_days_between (from, to), >=, 0);
    }
}

static void
test_identifiers (void)
{
  for (int n = 0; n < 5000; n++)
    {
      PvIdentifierKind kind =
          (PvIdentifierKind)g_test_rand_int_range (0, PV_IDENTIFIER_CONTRAT + 1);
      g_autofree char *text = random_text ();
      g_autofree char *canonical = NULL;
      g_autofree char *reason = NULL;
      PvIdentifierResult result = pv_identifier_check (kind, text, &canonical, &reason);

      g_assert_cmpint (reason != NULL, ==,
                       result == PV_IDENTIFIER_REPAIRED || result == PV_IDENTIFIER_INVALID);
      g_assert_true (reason == NULL || g_utf8_validate (reason, -1, NULL));

      if (result == PV_IDENTIFIER_VALID || result == PV_IDENTIFIER_REPAIRED)
        g_assert_cmpint (pv_identifier_check (kind, canonical, NULL, NULL), ==,
                         PV_IDENTIFIER_VALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parsers/money", test_money);
  g_test_add_func ("/parsers/styles-agree", test_styles_agree);
  g_test_add_func ("/parsers/percent", test_percent);
  g_test_add_func ("/parsers/dates", test_dates);
  g_test_add_func ("/parsers/identifiers", test_identifiers);

  return g_test_run ();
}
