/* test-table-bad.c: what cannot be read ends in a clear error, never worse
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* memmem() */
#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <string.h>

#include "pv-test-archive.h"
#include "pv-test-table.h"
#include "table/pv-table-limits.h"

typedef struct
{
  const char *name;
  const char *file;
  const char *bytes;
  gsize length;
  PvExchangeError code;
} Case;

#define BYTES(text) text, sizeof (text) - 1

static const Case cases[] = {
  { "empty", "vide.csv", "", 0, PV_EXCHANGE_ERROR_EMPTY },
  { "mark-alone", "vide.csv", BYTES ("\xEF\xBB\xBF"), PV_EXCHANGE_ERROR_EMPTY },
  { "pdf", "t.csv", BYTES ("%PDF-1.4\n"), PV_EXCHANGE_ERROR_FORMAT },
  { "binary", "t.csv", BYTES ("a;b\n\0\0\1"), PV_EXCHANGE_ERROR_FORMAT },
  { "web-page-named-xls", "t.xls", BYTES ("\r\n<html><table><tr><td>1"), PV_EXCHANGE_ERROR_FORMAT },
  { "xml", "t.xml", BYTES ("<?xml version=\"1.0\"?><Workbook/>"), PV_EXCHANGE_ERROR_FORMAT },
  { "gzip", "t.csv", BYTES ("\x1F\x8B\x08"), PV_EXCHANGE_ERROR_FORMAT },
  { "zip-cut-short", "t.xlsx", BYTES ("PK\003\004\024\0\0\0"), PV_EXCHANGE_ERROR_UNREADABLE },
  { "ole-cut-short", "t.xls", BYTES ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"),
    PV_EXCHANGE_ERROR_UNREADABLE },
  { "encrypted-xlsx-in-ole", "t.xlsx",
    BYTES ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
    PV_EXCHANGE_ERROR_ENCRYPTED },
};

/* The error names the file and says what to do. */
static void
check_error (const GError *error, PvExchangeError code, const char *file)
{
  g_assert_error (error, PV_EXCHANGE_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, file));
  g_assert_nonnull (strchr (error->message, ':'));
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "?"));
}

static void
check_file_fails (const char *dir, const char *file, PvExchangeError code)
{
  g_autofree char *path = g_build_filename (dir, file, NULL);
  guint n_rows;
  g_autoptr (GError) error = pv_test_table_read_all (path, &n_rows);

  check_error (error, code, file);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, c->file, NULL);

  g_assert_true (g_file_set_contents (path, c->bytes, (gssize)c->length, NULL));
  check_file_fails (dir, c->file, c->code);
}

static void
test_missing_and_folder (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *name = g_path_get_basename (dir);
  g_autoptr (GError) error = NULL;

  check_file_fails (dir, "absent.csv", PV_EXCHANGE_ERROR_UNREADABLE);
  g_assert_null (pv_table_open (dir, &error));
  check_error (error, PV_EXCHANGE_ERROR_UNREADABLE, name);
}

static void
test_mislabelled_is_read_and_told (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "faux.csv", NULL);
  g_autoptr (PvTable) csv = pv_test_table_open (dir, "faux.xlsx", "a;b\n1;2\n", -1);
  g_autoptr (PvTable) xlsx = NULL;

  g_assert_cmpint (pv_table_get_format (csv), ==, PV_TABLE_FORMAT_CSV);
  g_assert_nonnull (strstr (pv_table_get_notes (csv)[0], "faux.xlsx"));
  pv_test_xlsx_write (path, "<row><c><v>1</v></c></row>", NULL, NULL);
  xlsx = pv_test_table_open (dir, "faux.csv", NULL, 0);
  g_assert_cmpint (pv_table_get_format (xlsx), ==, PV_TABLE_FORMAT_XLSX);
  g_assert_nonnull (strstr (pv_table_get_notes (xlsx)[0], "XLSX"));
}

static void
write_zip (const char *dir,
           const char *file,
           const PvTestPart *parts,
           gsize n,
           const char *password)
{
  g_autofree char *path = g_build_filename (dir, file, NULL);

  pv_test_archive_write (path, parts, n, password);
}

static void
test_archives_that_are_no_workbook (void)
{
  static const struct
  {
    const char *part;
    PvExchangeError code;
  } archives[] = {
    { "donnees.csv", PV_EXCHANGE_ERROR_FORMAT },
    { "word/document.xml", PV_EXCHANGE_ERROR_FORMAT },
    { "xl/workbook.bin", PV_EXCHANGE_ERROR_FORMAT },
    { "[Content_Types].xml", PV_EXCHANGE_ERROR_UNREADABLE },
    { "encrypted-package", PV_EXCHANGE_ERROR_ENCRYPTED },
    { "content.xml", PV_EXCHANGE_ERROR_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      g_auto (PvTestDir) dir = pv_test_dir_new ();
      const PvTestPart part = { archives[i].part, "<x/>", 0 };

      write_zip (dir, "t.zip", &part, 1, NULL);
      check_file_fails (dir, "t.zip", archives[i].code);
    }
}

static void
test_passwords (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  const PvTestPart zipped = { "[Content_Types].xml", "<x/>", 0 };
  const PvTestPart ods[] = {
    { "content.xml", "\1\2\3 encrypted", 0 },
    { "META-INF/manifest.xml",
      "<m:manifest "
      "xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
      0 },
  };

  write_zip (dir, "t.xlsx", &zipped, 1, "secret");
  check_file_fails (dir, "t.xlsx", PV_EXCHANGE_ERROR_ENCRYPTED);
  write_zip (dir, "t.ods", ods, G_N_ELEMENTS (ods), NULL);
  check_file_fails (dir, "t.ods", PV_EXCHANGE_ERROR_ENCRYPTED);
}

/* An entity that grows (“billion laughs”) or names a file outside. */
static void
test_entities_are_refused (void)
{
  static const char *const doctypes[] = {
    "<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;&x;\">]>",
    "<!DOCTYPE a [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>",
    "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\">",
  };

  for (guint i = 0; i < G_N_ELEMENTS (doctypes); i++)
    {
      g_auto (PvTestDir) dir = pv_test_dir_new ();
      g_autofree char *content = g_strconcat (
          doctypes[i],
          "<d><table "
          "name=\"a\"><table-row><table-cell><p>&y;</p></table-cell></table-row></table></d>",
          NULL);
      const PvTestPart part = { "content.xml", content, 0 };

      write_zip (dir, "t.ods", &part, 1, NULL);
      check_file_fails (dir, "t.ods", PV_EXCHANGE_ERROR_FORMAT);
    }
}

static void
test_undeclared_entity_is_damage (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);

  pv_test_xlsx_write (path, "<row><c t=\"str\"><v>&y;</v></c></row>", NULL, NULL);
  check_file_fails (dir, "t.xlsx", PV_EXCHANGE_ERROR_UNREADABLE);
}

/* Data of an XLSX sheet that ask too much, or make no sense. */
static void
test_sheets_beyond_the_limits (void)
{
  static const struct
  {
    const char *data;
    PvExchangeError code;
  } sheets[] = {
    { "<row r=\"1048577\"><c><v>1</v></c></row>", PV_EXCHANGE_ERROR_LIMIT },
    { "<row><c r=\"XFE1\"><v>1</v></c></row>", PV_EXCHANGE_ERROR_LIMIT },
    { "<row><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>", PV_EXCHANGE_ERROR_LIMIT },
    { "<row><c t=\"s\"><v>0</v></c></row>", PV_EXCHANGE_ERROR_UNREADABLE },
    { "<row><c t=\"s\"><v>-1</v></c></row>", PV_EXCHANGE_ERROR_UNREADABLE },
    { "<row><row><c><v>1</v></c></row></row>", PV_EXCHANGE_ERROR_UNREADABLE },
    { "<row><c><v>1</v></c>", PV_EXCHANGE_ERROR_UNREADABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_auto (PvTestDir) dir = pv_test_dir_new ();
      g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);

      pv_test_xlsx_write (path, sheets[i].data, NULL, NULL);
      check_file_fails (dir, "t.xlsx", sheets[i].code);
    }
}

/* A sheet whose rows name only their last column: small memory, bounded work. */
static void
test_sparse_bomb (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);
  g_autoptr (GString) data = g_string_new (NULL);

  for (guint i = 0; i * 16384 <= PV_TABLE_MAX_CELLS + 16384 * 2; i++)
    g_string_append (data, "<row><c r=\"XFD1\"><v>1</v></c></row>");
  pv_test_xlsx_write (path, data->str, NULL, NULL);
  check_file_fails (dir, "t.xlsx", PV_EXCHANGE_ERROR_LIMIT);
}

static void
test_repetition_bomb (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.ods", NULL);

  pv_test_ods_write (path,
                     "<table:table><table:table-row table:number-rows-repeated=\"1048576\">"
                     "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p>"
                     "</table:table-cell></table:table-row></table:table>");
  check_file_fails (dir, "t.ods", PV_EXCHANGE_ERROR_LIMIT);
  pv_test_ods_write (path,
                     "<table:table><table:table-row table:number-rows-repeated=\"2000000000\">"
                     "<table:table-cell><text:p>x</text:p></table:table-cell>"
                     "</table:table-row></table:table>");
  check_file_fails (dir, "t.ods", PV_EXCHANGE_ERROR_LIMIT);
}

static void
test_inflation_bomb (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *spaces = g_strnfill (PV_TABLE_RATIO_FLOOR + (8 << 20), ' ');
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);

  pv_test_xlsx_write (path, spaces, NULL, NULL);
  check_file_fails (dir, "t.xlsx", PV_EXCHANGE_ERROR_LIMIT);
}

static void
test_long_cells (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.csv", NULL);
  g_autofree char *xlsx = g_build_filename (dir, "t.xlsx", NULL);
  g_autofree char *text = g_strnfill (PV_TABLE_MAX_CELL_BYTES + 10, 'x');
  g_autofree char *csv = g_strconcat ("a;b\n", text, ";1\n", NULL);
  g_autofree char *item = g_strconcat ("<si><t>", text, "</t></si>", NULL);

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  check_file_fails (dir, "t.csv", PV_EXCHANGE_ERROR_LIMIT);
  pv_test_xlsx_write (xlsx, "<row><c t=\"s\"><v>0</v></c></row>", item, NULL);
  check_file_fails (dir, "t.xlsx", PV_EXCHANGE_ERROR_LIMIT);
}

static void
test_many_columns (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.csv", NULL);
  g_autofree char *text = g_strnfill (PV_TABLE_MAX_COLUMNS + 1, ';');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  check_file_fails (dir, "t.csv", PV_EXCHANGE_ERROR_LIMIT);
}

/* Rows or an error of ours, and the file as it was. */
static void
check_survives (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize after_length;
  guint n_rows;

  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  error = pv_test_table_read_all (path, &n_rows);
  if (error != NULL)
    g_assert_true (error->domain == PV_EXCHANGE_ERROR && *error->message != '\0');
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, bytes, length);
}

static void
damage (const char *dir, const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (dir, "damaged", NULL);

  for (guint i = 0; i < 60; i++)
    check_survives (path, bytes, length * i / 60);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *flipped = g_memdup2 (bytes, length);

      for (guint j = 0; j <= i / 10; j++)
        flipped[g_test_rand_int_range (0, (gint32)length)] ^= 1 << g_test_rand_int_range (0, 8);
      check_survives (path, flipped, length);
    }
}

static void
test_damaged_fixtures (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *xlsx = g_build_filename (dir, "t.xlsx", NULL);
  g_autofree char *ods = g_build_filename (dir, "t.ods", NULL);
  const char *files[] = { xlsx, ods };

  pv_test_xlsx_write (xlsx, "<row><c t=\"s\"><v>0</v></c><c s=\"0\"><v>43055</v></c></row>",
                      "<si><t>a</t></si>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
  pv_test_ods_write (ods, "<table:table><table:table-row><table:table-cell><text:p>a</text:p>"
                          "</table:table-cell></table:table-row></table:table>");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (files[i], &bytes, &length, NULL));
      damage (dir, bytes, length);
    }
  damage (dir, BYTES ("a;b;c\n\"1\"\"x\";\xE9;3\r\n"));
}

static void
test_damaged_public_file (gconstpointer data)
{
  g_autofree char *path = pv_test_shared_file (data);
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *bytes = NULL;
  gsize length;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  damage (dir, bytes, length);
}

/* Changes @n bytes at @offset of the first @mark of a public XLS. Returns what
 * reading it fails with, or NULL when the test is skipped. */
static GError *
read_patched_xls (const char *mark, gsize mark_length, gsize offset, const char *patch, gsize n)
{
  g_autofree char *path = pv_test_shared_file ("exports/osiris_SuiviActions_test.xls");
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *patched = g_build_filename (dir, "t.xls", NULL);
  g_autofree char *bytes = NULL;
  GError *error;
  char *found;
  gsize length;
  guint n_rows;

  if (path == NULL)
    return NULL;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  found = memmem (bytes, length, mark, mark_length);
  g_assert_nonnull (found);
  memcpy (found + offset, patch, n);
  g_assert_true (g_file_set_contents (patched, bytes, (gssize)length, NULL));
  error = pv_test_table_read_all (patched, &n_rows);
  g_assert_nonnull (error);
  return error;
}

/* The record after the BOF of the workbook becomes FILEPASS. */
static void
test_password_of_an_xls (void)
{
  g_autoptr (GError) error =
      read_patched_xls (BYTES ("\x09\x08\x10\0\0\x06\x05\0"), 20, BYTES ("\x2F\0"));

  if (error != NULL)
    check_error (error, PV_EXCHANGE_ERROR_ENCRYPTED, "t.xls");
}

/* The name of a stream said to be of 0 bytes, of which freexl reads 65 534: it
 * dies (UNREADABLE) or finds no workbook (FORMAT), away from us. */
static void
test_crash_of_freexl_is_an_error (void)
{
  g_autoptr (GError) error =
      read_patched_xls (BYTES ("W\0o\0r\0k\0b\0o\0o\0k\0"), 64, BYTES ("\0\0"));

  if (error != NULL)
    g_assert_true (g_error_matches (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE) ||
                   g_error_matches (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_FORMAT));
}

static void
test_an_error_holds_until_the_sheet_is_selected_again (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);
  g_autoptr (PvTable) table = NULL;
  g_autoptr (GError) error = NULL;
  PvRow row;

  pv_test_xlsx_write (path, "<row><c><v>1</v></c></row><row><c t=\"s\"><v>5</v></c></row>", NULL,
                      NULL);
  table = pv_test_table_open (dir, "t.xlsx", NULL, 0);
  while (pv_table_next_row (table, &row, &error))
    ;
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_false (pv_table_next_row (table, &row, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE);
}

int
main (int argc, char **argv)
{
  static const char *const damaged[] = {
    "exports/osiris_SuiviDossiers_test.xls",
    "exports/osiris_SuiviActions_test.xls",
    "scdl/dep10_aube_2017.xlsx",
    "scdl/dep46_lot_2017_cp1252.csv",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/bad/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *path = g_strconcat ("/table/bad/damaged/", damaged[i], NULL);

      g_test_add_data_func (path, damaged[i], test_damaged_public_file);
    }
#define ADD(name, func) g_test_add_func ("/table/bad/" name, func)
  ADD ("missing-and-folder", test_missing_and_folder);
  ADD ("mislabelled-is-read-and-told", test_mislabelled_is_read_and_told);
  ADD ("archives-that-are-no-workbook", test_archives_that_are_no_workbook);
  ADD ("passwords", test_passwords);
  ADD ("entities-are-refused", test_entities_are_refused);
  ADD ("undeclared-entity-is-damage", test_undeclared_entity_is_damage);
  ADD ("sheets-beyond-the-limits", test_sheets_beyond_the_limits);
  ADD ("sparse-bomb", test_sparse_bomb);
  ADD ("repetition-bomb", test_repetition_bomb);
  ADD ("inflation-bomb", test_inflation_bomb);
  ADD ("long-cells", test_long_cells);
  ADD ("many-columns", test_many_columns);
  ADD ("damaged-fixtures", test_damaged_fixtures);
  ADD ("password-of-an-xls", test_password_of_an_xls);
  ADD ("crash-of-freexl-is-an-error", test_crash_of_freexl_is_an_error);
  ADD ("an-error-holds", test_an_error_holds_until_the_sheet_is_selected_again);
  return g_test_run ();
}
