/* test-clock.c: a test sets the time
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-clock.h"
#include "pv-date.h"

static void
test_fixed_stands_still (void)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-11-20T10:15:30Z", 0);
  g_autofree char *first = pv_clock_now (clock);
  g_autofree char *second = pv_clock_now (clock);
  g_autofree char *today = pv_clock_today (clock);

  g_assert_cmpstr (first, ==, "2026-11-20T10:15:30Z");
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (today, ==, "2026-11-20");
  g_assert_cmpint (pv_clock_now_unix (clock), ==, 1795169730);
}

static void
test_stepping (void)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-12-31T23:59:59Z", 1);
  g_autofree char *today = pv_clock_today (clock);
  g_autofree char *first = pv_clock_now (clock);
  g_autofree char *second = pv_clock_now (clock);
  g_autofree char *tomorrow = pv_clock_today (clock);

  g_assert_cmpstr (today, ==, "2026-12-31");
  g_assert_cmpstr (first, ==, "2026-12-31T23:59:59Z");
  g_assert_cmpstr (second, ==, "2027-01-01T00:00:00Z");
  g_assert_cmpstr (tomorrow, ==, "2027-01-01");
}

static void
test_advance (void)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-11-20T10:15:30Z", 0);
  g_autoptr (PvClock) same = pv_clock_ref (clock);
  g_autofree char *now = NULL;

  pv_clock_advance (clock, 121);
  now = pv_clock_now (same);
  g_assert_cmpstr (now, ==, "2026-11-20T10:17:31Z");
}

static void
test_system (void)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 now = pv_clock_now_unix (clock);
  g_autofree char *text = pv_clock_now (clock);
  g_autofree char *today = pv_clock_today (clock);
  gint64 after = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) read = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, after);
  g_assert_nonnull (read);
  g_assert_cmpint (g_date_time_to_unix (read), >=, before);
  g_assert_cmpint (g_date_time_to_unix (read), <=, after);
  g_assert_true (pv_date_is_valid (today));
}

static void
test_misuse_is_caught (void)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*start != NULL*");
  g_assert_null (pv_clock_new_fixed ("hier", 0));
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*clock->fixed*");
  pv_clock_advance (clock, 1);
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/fixed-stands-still", test_fixed_stands_still);
  g_test_add_func ("/clock/stepping", test_stepping);
  g_test_add_func ("/clock/advance", test_advance);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/misuse-is-caught", test_misuse_is_caught);

  return g_test_run ();
}
