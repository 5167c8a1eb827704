/* pv-test-classeur.c: a workbook read back by a program that is not ours
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-classeur.h"

void
pv_test_classeur_check (const char *reader, const char *mode, const char *first, const char *second)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", reader, NULL);
  const char *command[] = { "/usr/bin/python3", script, mode, first, second, NULL };
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s%s", out, err);
  g_assert_cmpint (status, ==, 0);
}
