/* pv-schema-stamp.c: writes down, while Progville is built, the digest of its schema
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: pv-schema-stamp SCRIPT… prints a header that defines
 * PV_SCHEMA_DIGEST, of the schema these scripts make one after the other.
 * Making it takes 50 ms: too long to be done again at each opening.
 */

#include <stdio.h>

#include "pv-schema-digest.h"

static void
run_script (sqlite3 *handle, const char *path)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &sql, NULL, &error))
    g_error ("%s", error->message);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (handle));
}

int
main (int argc, char **argv)
{
  g_autofree char *digest = NULL;
  sqlite3 *handle = NULL;

  g_assert (sqlite3_open (":memory:", &handle) == SQLITE_OK);
  for (int i = 1; i < argc; i++)
    run_script (handle, argv[i]);
  digest = pv_schema_digest (handle);
  g_assert (digest != NULL);
  printf ("#define PV_SCHEMA_DIGEST \"%s\"\n", digest);
  sqlite3_close (handle);

  return 0;
}
