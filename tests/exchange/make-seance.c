/* make-seance.c: a programme whose only séance is closed, for the tests from outside
 *
 * make-seance OUT DOSSIERS FINANCEURS [rectified]
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-seance.h"

int
main (int argc, char **argv)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-06-15T09:00:00Z", 1);
  ProgrammeFixture programme = { 0 };
  PvTestSeance taille = { 0 };
  g_autoptr (GError) error = NULL;

  if (argc < 4)
    return 2;

  taille.dossiers = (guint)g_ascii_strtoull (argv[2], NULL, 10);
  taille.financeurs = (guint)g_ascii_strtoull (argv[3], NULL, 10);
  programme.db = pv_db_create (argv[1], clock, &error);
  g_assert_no_error (error);
  pv_test_seance_fill (&programme, &taille);
  pv_test_seance_close (&programme);
  if (argc > 4)
    pv_test_seance_rectify (&programme);
  g_assert_true (pv_db_close (programme.db, &error));
  g_assert_no_error (error);
  g_object_unref (programme.db);

  return 0;
}
