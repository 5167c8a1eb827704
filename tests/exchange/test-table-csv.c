/* test-table-csv.c: a CSV is read whatever its encoding, delimiter and quotes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pv-test-table.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length; /* 0: of the string */
  char delimiter;
  const char *encoding;
  const char *rows;
  guint n_notes;
} Case;

#define BYTES(text) text, sizeof (text) - 1

static const Case cases[] = {
  { "semicolon", BYTES ("a;b\n1,5;2,5\n"), ';', "UTF-8", "1:a|b\n2:1,5|2,5\n", 0 },
  { "comma", BYTES ("a,b\r\n1;2,3\r\n"), ',', "UTF-8", "1:a|b\n2:1;2|3\n", 0 },
  { "tab", BYTES ("a\tb\n1,5\t2,5"), '\t', "UTF-8", "1:a|b\n2:1,5|2,5\n", 0 },
  { "pipe", BYTES ("a|b\n1|2\n"), '|', "UTF-8", "1:a|b\n2:1|2\n", 0 },
  { "one-column", BYTES ("nom\nLille\n"), ';', "UTF-8", "1:nom\n2:Lille\n", 0 },
  { "delimiter-inside-quotes-does-not-count", BYTES ("a;b\n\"x,y,z,t\";1\n\"x,y,z,t\";2\n"), ';',
    "UTF-8", "1:a|b\n2:x,y,z,t|1\n3:x,y,z,t|2\n", 0 },
  { "commas-of-a-sentence-do-not-count", BYTES ("a;b\nx, y, z, t, u, v, w;1\n"), ';', "UTF-8",
    "1:a|b\n2:x, y, z, t, u, v, w|1\n", 0 },
  { "decimals-in-each-row-do-not-count", BYTES ("a;b\n1,5;x\n2,5;y\n3,5\n4,5\n"), ';', "UTF-8",
    "1:a|b\n2:1,5|x\n3:2,5|y\n4:3,5\n5:4,5\n", 0 },
  { "title-line-above", BYTES ("Subventions, 2024\na;b;c\n1;2;3\n1;2;3\n"), ';', "UTF-8",
    "1:Subventions, 2024\n2:a|b|c\n3:1|2|3\n4:1|2|3\n", 0 },
  { "sep-line", BYTES ("sep=,\r\na,b;c\n"), ',', "UTF-8", "1:a|b;c\n", 0 },
  { "doubled-quotes", BYTES ("a;b\n\"l'\"\"Ami\"\"\";2\n"), ';', "UTF-8", "1:a|b\n2:l'\"Ami\"|2\n",
    0 },
  { "line-break-in-a-field-is-one-row", BYTES ("a;b\n\"x\r\ny\";2\nz;3\n"), ';', "UTF-8",
    "1:a|b\n2:x\r\ny|2\n3:z|3\n", 0 },
  { "lone-quote-in-the-middle-is-kept", BYTES ("a;b\n2,5\" vis;x\"y\"z\n"), ';', "UTF-8",
    "1:a|b\n2:2,5\" vis|x\"y\"z\n", 0 },
  { "quotes-not-doubled-are-kept", BYTES ("a;b\n\"Les \"Amis\" du parc\";2\n"), ';', "UTF-8",
    "1:a|b\n2:Les \"Amis\" du parc|2\n", 0 },
  { "space-after-the-closing-quote", BYTES ("a;b\n\"x;y\" ;2\n"), ';', "UTF-8", "1:a|b\n2:x;y|2\n",
    0 },
  { "quote-never-closed-does-not-swallow-the-file", BYTES ("a;b\n\"x;1\ny;2\n"), ';', "UTF-8",
    "1:a|b\n2:\"x|1\n3:y|2\n", 1 },
  { "empty-quoted-field", BYTES ("a;b;c\n\"\";\"\";3\n"), ';', "UTF-8", "1:a|b|c\n2:||3\n", 0 },
  { "blank-rows-are-passed-over-and-counted", BYTES ("a;b\n\n;\n \xC2\xA0;\n1;2\n;\n;\n"), ';',
    "UTF-8", "1:a|b\n5:1|2\n", 0 },
  { "ragged-rows", BYTES ("a;b\n1;2;3\n4\n"), ';', "UTF-8", "1:a|b\n2:1|2|3\n3:4\n", 0 },
  { "cr-alone", BYTES ("a;b\r1;2\r3;4"), ';', "UTF-8", "1:a|b\n2:1|2\n3:3|4\n", 0 },
  { "cr-alone-with-lf-in-quotes", BYTES ("a;b\r\"1\n2\";2\r"), ';', "UTF-8", "1:a|b\n2:1\n2|2\n",
    0 },
  { "crlf-without-a-last-line-break", BYTES ("a;b\r\n1;\"2\""), ';', "UTF-8", "1:a|b\n2:1|2\n", 0 },
  { "bom",
    BYTES ("\xEF\xBB\xBF"
           "a;\xC3\xA9\n1;2\n"),
    ';', "UTF-8", "1:a|é\n2:1|2\n", 0 },
  { "windows-1252", BYTES ("a;\xE9\xE8\n\x80;\x9C\x92\n"), ';', "WINDOWS-1252", "1:a|éè\n2:€|œ’\n",
    0 },
  { "bom-then-windows-1252",
    BYTES ("\xEF\xBB\xBF"
           "a;\xE9\n1;2\n"),
    ';', "WINDOWS-1252", "1:a|é\n2:1|2\n", 1 },
  { "utf-8-with-stray-bytes", BYTES ("\xC3\xA9;\xC3\xA8\n\xC3\xA0;\xE9\n"), ';', "UTF-8",
    "1:é|è\n2:à|é\n", 1 },
  { "utf-16le",
    BYTES ("\xFF\xFE"
           "a\0;\0\xE9\0\n\0"
           "\x3D\xD8\x00\xDE;\0\x3D\xD8\n\0"),
    ';', "UTF-16LE", "1:a|é\n2:😀|\uFFFD\n", 0 },
  { "utf-16be", BYTES ("\xFE\xFF\0a\0;\0\xE9\0\n"), ';', "UTF-16BE", "1:a|é\n", 0 },
  { "partial-sequence-at-the-end", BYTES ("a;b\n1;\xC3"), ';', "WINDOWS-1252", "1:a|b\n2:1|Ã\n",
    0 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autoptr (PvTable) table = pv_test_table_open (dir, "t.csv", c->bytes, (gssize)c->length);
  g_autofree char *rows = pv_test_table_dump (table);
  g_autofree char *again = NULL;

  g_assert_cmpstr (rows, ==, c->rows);
  g_assert_cmpint (pv_table_get_delimiter (table), ==, c->delimiter);
  g_assert_cmpstr (pv_table_get_encoding (table), ==, c->encoding);
  g_assert_cmpuint (g_strv_length ((char **)pv_table_get_notes (table)), ==, c->n_notes);
  g_assert_cmpstr (pv_table_get_sheet_name (table, 0), ==, "t");
  g_assert_true (pv_table_select_sheet (table, 0, NULL));
  again = pv_test_table_dump (table);
  g_assert_cmpstr (again, ==, c->rows);
}

/* Accents far beyond the first block, and rows over the ends of blocks. */
static void
test_far_accent (gconstpointer data)
{
  const char *accent = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autoptr (GString) text = g_string_new ("id;objet\n");
  g_autoptr (PvTable) table = NULL;
  g_autoptr (GError) error = NULL;
  PvRow row;
  guint n = 0;

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "%u;\"objet \"\"%u\"\";\n\"\n", i, i);
  g_string_append_printf (text, "x;%s\n", accent);
  table = pv_test_table_open (dir, "t.csv", text->str, (gssize)text->len);
  g_assert_true (pv_table_next_row (table, &row, &error));
  for (n = 0; pv_table_next_row (table, &row, &error) && n < 40000; n++)
    {
      g_autofree char *expected = g_strdup_printf ("objet \"%u\";\n", n);

      g_assert_cmpuint (row.n_cells, ==, 2);
      g_assert_cmpstr (row.cells[1].text, ==, expected);
      g_assert_cmpuint (row.number, ==, n + 2);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 40000);
  g_assert_cmpstr (row.cells[1].text, ==, "é");
}

/* A row of several mebibytes, longer than any block, decoded or not. */
static void
test_long_row (gconstpointer data)
{
  const char *accent = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *field = g_strnfill (700000, 'x');
  g_autoptr (GString) text = g_string_new ("a;b;c;d;e;f;g;h\n");
  g_autoptr (PvTable) table = NULL;
  g_autoptr (GError) error = NULL;
  PvRow row;

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "%s\"%s%s\"", i > 0 ? ";" : "", field, accent);
  g_string_append (text, "\n1;2\n");
  table = pv_test_table_open (dir, "t.csv", text->str, (gssize)text->len);
  g_assert_true (pv_table_next_row (table, &row, &error));
  g_assert_true (pv_table_next_row (table, &row, &error));
  g_assert_cmpuint (row.n_cells, ==, 8);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (row.cells[i].length, ==, 700002);
  g_assert_true (pv_table_next_row (table, &row, &error));
  g_assert_cmpstr (row.cells[1].text, ==, "2");
  g_assert_false (pv_table_next_row (table, &row, &error));
  g_assert_no_error (error);
}

/* Doubled quotes do not end their field, so the commas after them tell nothing. */
static void
test_doubled_quotes_hide_no_delimiter (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autoptr (PvTable) table = pv_test_table_open (
      dir, "t.csv", "h1;h2;h3;h4\n\"k\"\" ;\r\n\";\"\r\n,x;y\r\n\";\"a,\n\";\",\r\n,\"\n", -1);
  PvRow row;

  g_assert_true (pv_table_next_row (table, &row, NULL));
  g_assert_true (pv_table_next_row (table, &row, NULL));
  g_assert_cmpuint (row.n_cells, ==, 4);
  g_assert_cmpstr (row.cells[0].text, ==, "k\" ;\r\n");
}

/* What was written by the rules is read back, whatever it holds. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a", "é", ";", "\"", "\n", "\r\n", " ", ",", "x;y", "" };

  for (guint round = 0; round < 200; round++)
    {
      g_auto (PvTestDir) dir = pv_test_dir_new ();
      g_autoptr (GString) text = g_string_new ("h1;h2;h3;h4\n");
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (PvTable) table = NULL;
      PvRow row;

      for (guint i = 0; i < 4; i++)
        {
          GString *value = g_string_new (i == 0 ? "k" : "");
          g_autoptr (GString) quoted = NULL;

          for (gint j = g_test_rand_int_range (0, 6); j > 0; j--)
            g_string_append (value, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          quoted = g_string_new (value->str);
          g_string_replace (quoted, "\"", "\"\"", 0);
          g_string_append_printf (text, "%s\"%s\"", i > 0 ? ";" : "", quoted->str);
          g_ptr_array_add (values, g_string_free (value, FALSE));
        }
      table = pv_test_table_open (dir, "t.csv", text->str, (gssize)text->len);
      g_assert_true (pv_table_next_row (table, &row, NULL));
      g_assert_true (pv_table_next_row (table, &row, NULL));
      g_assert_cmpuint (row.n_cells, ==, 4);
      for (guint i = 0; i < 4; i++)
        g_assert_cmpstr (row.cells[i].text, ==, values->pdata[i]);
    }
}

static void
test_column_letters (void)
{
  static const struct
  {
    guint index;
    const char *letters;
  } columns[] = { { 0, "A" },    { 25, "Z" },    { 26, "AA" },
                  { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *letters = pv_table_column_letters (columns[i].index);

      g_assert_cmpstr (letters, ==, columns[i].letters);
    }
}

static void
test_cell_beyond_the_row_is_empty (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autoptr (PvTable) table = pv_test_table_open (dir, "t.csv", "a;b\n", -1);
  PvRow row;

  g_assert_true (pv_table_next_row (table, &row, NULL));
  g_assert_cmpstr (pv_row_get_cell (&row, 1)->text, ==, "b");
  g_assert_cmpint (pv_row_get_cell (&row, 2)->kind, ==, PV_CELL_EMPTY);
  g_assert_cmpstr (pv_row_get_cell (&row, 2)->text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/csv/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_data_func ("/table/csv/far-accent-utf-8", "é", test_far_accent);
  g_test_add_data_func ("/table/csv/far-accent-windows-1252", "\xE9", test_far_accent);
  g_test_add_data_func ("/table/csv/long-row-utf-8", "é", test_long_row);
  g_test_add_data_func ("/table/csv/long-row-windows-1252", "\xE9", test_long_row);
  g_test_add_func ("/table/csv/doubled-quotes-hide-no-delimiter",
                   test_doubled_quotes_hide_no_delimiter);
  g_test_add_func ("/table/csv/what-is-written-is-read", test_round_trip);
  g_test_add_func ("/table/column-letters", test_column_letters);
  g_test_add_func ("/table/cell-beyond-the-row-is-empty", test_cell_beyond_the_row_is_empty);
  return g_test_run ();
}
