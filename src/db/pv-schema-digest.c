/* pv-schema-digest.c: a schema in one line
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-schema-digest.h"

#include <string.h>

/* With its end, so that two texts are never taken for two others. */
static void
add_text (GChecksum *sum, const char *text)
{
  const char *known = text != NULL ? text : "";

  g_checksum_update (sum, (const guchar *)known, (gssize)strlen (known) + 1);
}

char *
pv_schema_digest (sqlite3 *handle)
{
  static const char query[] =
      "SELECT type, name, tbl_name, sql" PV_SCHEMA_ROWS " ORDER BY type, name";
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, query, -1, &statement, NULL);

  if (code == SQLITE_OK)
    while ((code = sqlite3_step (statement)) == SQLITE_ROW)
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        add_text (sum, (const char *)sqlite3_column_text (statement, i));
  sqlite3_finalize (statement);

  return code == SQLITE_DONE ? g_strdup (g_checksum_get_string (sum)) : NULL;
}
