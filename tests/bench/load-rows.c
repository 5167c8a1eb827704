/* load-rows.c: writes rows into a programme file, under its history
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * load-rows FILE < ROWS: in one transaction, of which the kept totals are counted at
 * the end. A line `@table column…` says what the next ones are; their values are apart by tabs, and
 * `\N` is NULL. make-programme.py writes such rows.
 */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "pv-statement.h"
#include "pv-transaction.h"

static void
die (const char *what, GError *error)
{
  fprintf (stderr, "load-rows: %.200s: %s\n", what,
           error != NULL ? error->message : "not understood");
  exit (1);
}

/* "@table a b" → INSERT INTO table (a, b) VALUES (?, ?); */
static char *
make_sql (char *line)
{
  g_auto (GStrv) words = g_strsplit (line + 1, " ", -1);
  g_autoptr (GString) values = g_string_new ("?");
  g_autofree char *columns = NULL;

  if (words[0] == NULL || words[1] == NULL)
    die (line, NULL);
  columns = g_strjoinv (", ", words + 1);
  for (guint i = 2; words[i] != NULL; i++)
    g_string_append (values, ", ?");

  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", words[0], columns, values->str);
}

static void
write_row (PvStatement *statement, char *line)
{
  GError *error = NULL;
  int position = 0;

  for (char *next = line; next != NULL;)
    {
      const char *value = strsep (&next, "\t");

      pv_statement_bind_text_at (statement, ++position, g_str_equal (value, "\\N") ? NULL : value);
    }
  if (!pv_statement_run (statement, &error))
    die (line, error);
}

static void
read_rows (PvDb *db)
{
  PvStatement *statement = NULL;
  GError *error = NULL;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) > 0)
    {
      if (line[length - 1] == '\n')
        line[length - 1] = '\0';
      if (line[0] == '@')
        {
          g_autofree char *sql = make_sql (line);

          g_clear_pointer (&statement, pv_statement_return);
          statement = pv_db_prepare (db, sql, &error);
          if (statement == NULL)
            die (sql, error);
        }
      else if (statement != NULL)
        write_row (statement, line);
      else
        die (line, NULL);
    }
  g_clear_pointer (&statement, pv_statement_return);
  free (line);
}

int
main (int argc, char **argv)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-11-02T09:00:00Z", 0);
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) db = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    die ("FILE is missing", NULL);
  db = pv_db_open (argv[1], PV_DB_OPEN_READ_WRITE, clock, &error);
  transaction = db != NULL ? pv_transaction_begin (db, "import", NULL, &error) : NULL;
  if (transaction == NULL || !pv_transaction_suspend_totals (transaction, &error))
    die (argv[1], error);
  read_rows (db);
  if (!pv_transaction_commit (transaction, &error))
    die (argv[1], error);
  g_clear_pointer (&transaction, pv_transaction_free);
  if (!pv_db_close (db, &error))
    die (argv[1], error);

  return 0;
}
