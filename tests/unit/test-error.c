/* test-error.c: the error domains are distinct
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-error.h"

static void
test_domains_are_distinct (void)
{
  g_assert_cmpuint (PV_DB_ERROR, !=, PV_RULE_ERROR);
  g_assert_cmpuint (PV_DB_ERROR, !=, PV_EXCHANGE_ERROR);
  g_assert_cmpuint (PV_RULE_ERROR, !=, PV_EXCHANGE_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/domains-are-distinct", test_domains_are_distinct);
  return g_test_run ();
}
