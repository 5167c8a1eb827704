/* pv-test-pdf.c: a PDF written by a test, and read back by poppler
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-pdf.h"

char *
pv_test_pdf_path (const char *folder, const char *name)
{
  const char *out = g_getenv ("PV_TEST_OUT");

  return g_build_filename (out != NULL ? out : folder, name, NULL);
}

char *
pv_test_pdf_read (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", "-enc", "UTF-8", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) plain = NULL;
  int status = 1;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  plain = g_string_new (text);
  g_string_replace (plain, "\302\240", " ", 0);
  g_string_replace (plain, "\342\200\257", " ", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}
