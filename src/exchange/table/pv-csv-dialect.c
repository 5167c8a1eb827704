/* pv-csv-dialect.c: finds what separates the fields and rows of a CSV
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-csv-dialect.h"

#include <string.h>

#define MAX_ROWS 100

/* In order of preference when nothing tells them apart. */
static const char delimiters[] = { ';', ',', '\t', '|' };

/* Old Macintosh files end rows with CR alone, and may have LF inside quotes.
 * What ends the first row that is not inside quotes tells. */
static char
detect_eol (const char *text, gsize length)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && text[i] == '\n')
        return '\n';
      else if (!quoted && text[i] == '\r')
        return i + 1 < length && text[i + 1] != '\n' && memchr (text + i, '\r', length - i) != NULL
                   ? '\r'
                   : '\n';
    }
  return memchr (text, '\n', length) == NULL && memchr (text, '\r', length) != NULL ? '\r' : '\n';
}

/* How many delimiters stand in each of the first rows, outside quotes. A quote
 * counts only at the start of a field, as when reading. */
static guint
count_rows (const char *text, gsize length, gboolean whole, char delimiter, char eol, guint *counts)
{
  guint n_rows = 0, count = 0;
  gboolean quoted = FALSE, at_start = TRUE;

  for (gsize i = 0; i < length && n_rows < MAX_ROWS; i++)
    {
      char c = text[i];

      if (c == '"' && quoted && i + 1 < length && text[i + 1] == '"')
        i++; /* a quote of the text, doubled */
      else if (c == '"' && (quoted || at_start))
        quoted = !quoted;
      else if (!quoted && c == eol)
        {
          counts[n_rows++] = count;
          count = 0;
        }
      else if (!quoted && c == delimiter)
        count++;
      at_start = !quoted && (c == delimiter || c == eol);
    }
  if (n_rows < MAX_ROWS && (whole || n_rows == 0))
    counts[n_rows++] = count;
  return n_rows;
}

/* Rows that agree, by the delimiters of each: a true delimiter stands the same
 * number of times in most rows, the first one (the names) included; commas of
 * decimals and sentences do not. */
static double
score (const guint *counts, guint n_rows)
{
  double best = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      double n_same = 0;

      for (guint j = 0; j < n_rows; j++)
        n_same += counts[j] == counts[i];
      best = MAX (best,
                  n_same / n_rows * n_same / n_rows * counts[i] * (counts[i] == counts[0] ? 4 : 1));
    }
  return best;
}

static gsize
find_sep_line (const char *text, gsize length, char *delimiter)
{
  gsize i = 5;

  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 ||
      memchr (delimiters, text[4], sizeof (delimiters)) == NULL)
    return 0;
  if (text[i] == '\r')
    i++;
  if (i < length && text[i] == '\n')
    i++;
  if (i == 5)
    return 0;
  *delimiter = text[4];
  return i;
}

PvCsvDialect
pv_csv_dialect_detect (const char *text, gsize length, gboolean whole)
{
  PvCsvDialect dialect = { delimiters[0], detect_eol (text, length), 0 };
  double best = 0;

  dialect.skip = find_sep_line (text, length, &dialect.delimiter);
  if (dialect.skip > 0)
    return dialect;
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint counts[MAX_ROWS];
      guint n_rows = count_rows (text, length, whole, delimiters[i], dialect.eol, counts);
      double points = score (counts, n_rows);

      if (points > best)
        {
          best = points;
          dialect.delimiter = delimiters[i];
        }
    }
  return dialect;
}
