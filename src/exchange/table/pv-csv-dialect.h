/* pv-csv-dialect.h: finds what separates the fields and rows of a CSV
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char delimiter;
  char eol;   /* '\n', or '\r' for files of the old Macintosh */
  gsize skip; /* bytes of a first line `sep=;`, which Excel obeys */
} PvCsvDialect;

/* Decides on the head of the decoded text; @whole when it is all the file. */
PvCsvDialect pv_csv_dialect_detect (const char *text, gsize length, gboolean whole);

G_END_DECLS
