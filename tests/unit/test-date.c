/* test-date.c: dates and periods are read, moved and written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "pv-date.h"
#include "pv-error.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: refused */
    gboolean converted;
    PvRuleError code;
  } cases[] = {
    { "2017-04-13", "2017-04-13", FALSE },
    { " 2017-04-13\u00a0", "2017-04-13", FALSE },
    { "2017-04-13T10:15:30Z", "2017-04-13", TRUE },
    { "2017-04-13T23:59:59.123+02:00", "2017-04-13", TRUE },
    { "2017-04-13 00:00:00", "2017-04-13", TRUE },
    { "2017-04-13T10:15", "2017-04-13", TRUE },
    { "2017/04/13", "2017-04-13", TRUE },
    { "13/04/2017", "2017-04-13", TRUE },
    { "13-04-2017", "2017-04-13", TRUE },
    { "13.04.2017", "2017-04-13", TRUE },
    { "1/2/2017", "2017-02-01", TRUE },
    { "13/04/2017 10:15", "2017-04-13", TRUE },
    { "13/04/2017 10h15", "2017-04-13", TRUE },
    { "29/02/2020", "2020-02-29", TRUE },
    { "13 avril 2017", "2017-04-13", TRUE },
    { "1er mars 2020", "2020-03-01", TRUE },
    { "1ER MARS 2020", "2020-03-01", TRUE },
    { "15 août 2021", "2021-08-15", TRUE },
    { "15 aout 2021", "2021-08-15", TRUE },
    { "3 févr. 2021", "2021-02-03", TRUE },
    { "3 Décembre 2021", "2021-12-03", TRUE },
    { "jeudi 13 avril 2017", "2017-04-13", TRUE },
    { "dimanche 1er janvier 2023", "2023-01-01", TRUE },
    { "13-avr-2017", "2017-04-13", TRUE },
    { NULL, NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "31/02/2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "29/02/2019", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "04/13/2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "2017-02-31", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "0000-01-01", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "00/01/2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "31 juin 2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "13 floréal 2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "1/2/17", NULL, FALSE, PV_RULE_ERROR_AMBIGUOUS },
    { "13 avril 17", NULL, FALSE, PV_RULE_ERROR_AMBIGUOUS },
    { "13/04-2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "2017-4-13", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "20170413", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "avril 2017", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "2017-04-13 et après", NULL, FALSE, PV_RULE_ERROR_INVALID },
    { "\xff\xfe", NULL, FALSE, PV_RULE_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean converted = 42;
      g_autofree char *iso = pv_date_parse (cases[i].text, &converted, &error);

      g_test_message ("date %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpint (converted, ==, cases[i].converted);
      if (cases[i].iso == NULL)
        g_assert_error (error, PV_RULE_ERROR, (int)cases[i].code);
      else
        g_assert_no_error (error);
    }
}

static void
test_is_valid (void)
{
  g_assert_true (pv_date_is_valid ("2020-02-29"));
  g_assert_false (pv_date_is_valid ("2019-02-29"));
  g_assert_false (pv_date_is_valid ("2020-02-29 "));
  g_assert_false (pv_date_is_valid ("2020-02"));
  g_assert_false (pv_date_is_valid ("29/02/2020"));
  g_assert_false (pv_date_is_valid (""));
  g_assert_false (pv_date_is_valid (NULL));
}

static void
test_serial (void)
{
  static const struct
  {
    double serial;
    gboolean date1904;
    const char *iso;
  } cases[] = {
    { 1, FALSE, "1900-01-01" },
    { 59, FALSE, "1900-02-28" },
    { 60, FALSE, NULL },
    { 60.5, FALSE, NULL },
    { 61, FALSE, "1900-03-01" },
    { 42838, FALSE, "2017-04-13" },
    { 42838.75, FALSE, "2017-04-13" },
    { 42838.999999999, FALSE, "2017-04-14" },
    { 42838.9999, FALSE, "2017-04-13" },
    { 2958465, FALSE, "9999-12-31" },
    { 2958466, FALSE, NULL },
    { 0, FALSE, NULL },
    { -1, FALSE, NULL },
    { 0, TRUE, "1904-01-01" },
    { 60, TRUE, "1904-03-01" },
    { 41376, TRUE, "2017-04-13" },
    { -1, TRUE, NULL },
    { 2957004, TRUE, NULL },
    { NAN, FALSE, NULL },
    { INFINITY, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = pv_date_from_serial (cases[i].serial, cases[i].date1904);

      g_test_message ("%f", cases[i].serial);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *iso;
    int months;
    const char *result;
  } cases[] = {
    { "2017-12-31", 6, "2018-06-30" },  { "2019-08-31", 6, "2020-02-29" },
    { "2018-08-31", 6, "2019-02-28" },  { "2020-02-29", 12, "2021-02-28" },
    { "2020-03-15", -3, "2019-12-15" }, { "2020-03-15", 0, "2020-03-15" },
    { "9999-12-01", 1, NULL },          { "0001-01-01", -1, NULL },
    { "0001-02-01", -1, "0001-01-01" }, { "2020-02-29", G_MAXINT, NULL },
    { "2020-02-29", G_MININT, NULL },   { "2020-02-30", 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = pv_date_add_months (cases[i].iso, cases[i].months);

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_add_days (void)
{
  static const struct
  {
    const char *iso;
    int days;
    const char *result;
  } cases[] = {
    { "2017-12-31", 60, "2018-03-01" },  { "2020-02-28", 1, "2020-02-29" },
    { "2018-03-01", -60, "2017-12-31" }, { "9999-12-31", 1, NULL },
    { "0001-01-01", -1, NULL },          { "2020-01-01", G_MININT, NULL },
    { "2020-01-01", G_MAXINT, NULL },    { "hier", 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = pv_date_add_days (cases[i].iso, cases[i].days);

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_days_between_undoes_add_days (void)
{
  for (int n = 0; n < 500; n++)
    {
      int days = g_test_rand_int_range (-200000, 200000);
      g_autofree char *later = pv_date_add_days ("2020-06-15", days);

      g_assert_cmpint (pv_date_days_between ("2020-06-15", later), ==, days);
      g_assert_cmpint (strcmp (later, "2020-06-15") < 0, ==, days < 0);
    }

  g_assert_cmpint (pv_date_days_between ("2020-06-15", NULL), ==, G_MININT64);
  g_assert_cmpint (pv_date_days_between ("", "2020-06-15"), ==, G_MININT64);
}

static void
test_format_french (void)
{
  g_autofree char *words = pv_date_format_french ("2017-04-13", PV_DATE_FORMAT_LONG);
  g_autofree char *first = pv_date_format_french ("2020-03-01", PV_DATE_FORMAT_LONG);
  g_autofree char *figures = pv_date_format_french ("2017-04-03", PV_DATE_FORMAT_SHORT);

  g_assert_cmpstr (words, ==, "13 avril 2017");
  g_assert_cmpstr (first, ==, "1er mars 2020");
  g_assert_cmpstr (figures, ==, "03/04/2017");
  g_assert_null (pv_date_format_french ("2017-13-01", PV_DATE_FORMAT_LONG));
}

static void
test_format_reads_back (void)
{
  for (int day = 0; day < 366; day++)
    {
      g_autofree char *iso = pv_date_add_days ("2024-01-01", day);
      g_autofree char *words = pv_date_format_french (iso, PV_DATE_FORMAT_LONG);
      g_autofree char *figures = pv_date_format_french (iso, PV_DATE_FORMAT_SHORT);
      g_autofree char *from_words = pv_date_parse (words, NULL, NULL);
      g_autofree char *from_figures = pv_date_parse (figures, NULL, NULL);

      g_assert_cmpstr (from_words, ==, iso);
      g_assert_cmpstr (from_figures, ==, iso);
    }
}

static void
test_period (void)
{
  static const struct
  {
    const char *text;
    const char *from; /* NULL: refused */
    const char *to;
    gboolean converted;
  } cases[] = {
    { "2017-01-01_2017-12-31", "2017-01-01", "2017-12-31", FALSE },
    { "2017-01-11/2017-03-09", "2017-01-11", "2017-03-09", FALSE },
    { "2017-04-13", "2017-04-13", "2017-04-13", FALSE },
    { "13/04/2017", "2017-04-13", "2017-04-13", TRUE },
    { "01/01/2017_31/12/2017", "2017-01-01", "2017-12-31", TRUE },
    { "01/01/2017/31/12/2017", "2017-01-01", "2017-12-31", TRUE },
    { "01/01/2017 - 31/12/2017", "2017-01-01", "2017-12-31", TRUE },
    { "2017-01-01 / 2017-12-31", "2017-01-01", "2017-12-31", FALSE },
    { "du 1er mars 2020 au 31 mai 2020", "2020-03-01", "2020-05-31", TRUE },
    { "Du 01/03/2020 au 31/05/2020", "2020-03-01", "2020-05-31", TRUE },
    { "2017-01-01_2017-01-01", "2017-01-01", "2017-01-01", FALSE },
    { "2017-12-20/2017-03-09", NULL, NULL, FALSE },
    { "2017-01-01_", NULL, NULL, FALSE },
    { "_2017-01-01", NULL, NULL, FALSE },
    { "2017-01-01_2017-02-30", NULL, NULL, FALSE },
    { "2017", NULL, NULL, FALSE },
    { "/", NULL, NULL, FALSE },
    { "", NULL, NULL, FALSE },
    { NULL, NULL, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      gboolean converted = FALSE;
      gboolean ok = pv_period_parse (cases[i].text, &from, &to, &converted, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (from, ==, cases[i].from);
      g_assert_cmpstr (to, ==, cases[i].to);
      g_assert_cmpint (converted, ==, cases[i].converted);
      g_assert_cmpint (ok, ==, cases[i].from != NULL);
      if (!ok)
        g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/is-valid", test_is_valid);
  g_test_add_func ("/date/serial", test_serial);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/add-days", test_add_days);
  g_test_add_func ("/date/days-between-undoes-add-days", test_days_between_undoes_add_days);
  g_test_add_func ("/date/format-french", test_format_french);
  g_test_add_func ("/date/format-reads-back", test_format_reads_back);
  g_test_add_func ("/date/period", test_period);

  return g_test_run ();
}
