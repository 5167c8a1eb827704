/* test-table-workbook.c: cells of an XLSX and of an ODS mean what they show
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pv-test-archive.h"
#include "pv-test-table.h"
#include "table/pv-table-value.h"

typedef struct
{
  const char *name;
  const char *data;
  const char *strings;
  const char *styles;
  const char *rows;
} Case;

#define DATES                                                                                      \
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"                                  \
  "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00 &quot;days&quot;;[Red]-0\"/>"                    \
  "<numFmt numFmtId=\"166\" formatCode=\"[$-40C]h:mm;@\"/></numFmts>"                              \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                             \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/>"  \
  "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>"

static const Case xlsx_cases[] = {
  { "shared-strings",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>",
    "<si><t>zéro</t></si><si><t xml:space=\"preserve\"> un </t></si>", NULL, "1: un |zéro\n" },
  { "rich-text-joined-phonetics-left", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
    "<si><r><rPr><b/></rPr><t>Poli</t></r><r><t>tique</t></r><rPh sb=\"0\" "
    "eb=\"1\"><t>no</t></rPh></si>",
    NULL, "1:Politique\n" },
  { "escapes",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
    "t=\"str\"><v>_x0041__x0007_</v></c></row>",
    "<si><t>a_x000D_\nb_x005F_x000D__xD83D__xDE00__xD83D_</t></si>", NULL, "1:a\r\nb_x000D_😀|A\n" },
  { "inline-strings",
    "<row><c t=\"inlineStr\"><is><t>a&lt;b</t></is></c><c "
    "t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>",
    NULL, NULL, "1:a<b|xy\n" },
  { "booleans-and-errors",
    "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c></row>", NULL,
    NULL, "1:?TRUE|?FALSE|!#DIV/0!\n" },
  { "numbers-are-the-shortest",
    "<row><c><v>22810.610000000001</v></c><c><v>0.1</v></c><c><v>2.1860194600000E13</v></"
    "c><c><v>-1E-3</v></c><c><v>1.50</v></c><c><v>0.30000000000000004</v></c></row>",
    NULL, NULL, "1:#22810.61|#0.1|#21860194600000|#-0.001|#1.5|#0.30000000000000004\n" },
  { "formula-result",
    "<row><c><f>SUM(A1)</f><v>3</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>3x</v></c></row>", NULL,
    NULL, "1:#3|3x\n" },
  { "sparse",
    "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"5\"><c r=\"B5\"/><c "
    "r=\"AB5\"><v>2</v></c></row>",
    NULL, NULL, "2:||#1\n5:|||||||||||||||||||||||||||#2\n" },
  { "no-references",
    "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>", NULL, NULL,
    "1:#1||#3\n3:#4\n" },
  { "dates",
    "<row><c s=\"1\"><v>43055</v></c><c s=\"2\"><v>43055.5</v></c><c s=\"3\"><v>1</v></c><c "
    "s=\"3\"><v>61</v></c><c s=\"4\"><v>43055</v></c><c "
    "s=\"5\"><v>0.75</v></c><c><v>43055</v></c></row>",
    NULL, DATES,
    "1:@2017-11-16|@2017-11-16T12:00:00|@1900-01-01|@1900-03-01|#43055|@18:00:00|#43055\n" },
  { "what-is-no-day-stays-a-number",
    "<row><c s=\"1\"><v>-1</v></c><c s=\"1\"><v>2958466</v></c><c s=\"1\"><v>60</v></c><c "
    "s=\"5\"><v>1.5</v></c><c s=\"99\"><v>7</v></c></row>",
    NULL, DATES, "1:#-1|#2958466|#60|#1.5|#7\n" },
  { "iso-dates",
    "<row><c t=\"d\"><v>2024-02-29</v></c><c t=\"d\"><v>2024-02-29T08:05:00</v></c><c "
    "t=\"d\"><v>2023-02-29</v></c></row>",
    NULL, NULL, "1:@2024-02-29|@2024-02-29T08:05:00|2023-02-29\n" },
  { "comments-and-instructions-are-passed-over",
    "<!-- x --><row><?p q?><c><v>1<!-- -->2</v></c></row>", NULL, NULL, "1:#12\n" },
};

static const Case ods_cases[] = {
  { "types",
    "<table:table table:name=\"F\"><table:table-row>"
    "<table:table-cell office:value-type=\"string\"><text:p>a<text:s "
    "text:c=\"2\"/>b</text:p><text:p>c<text:tab/></text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"float\" office:value=\"1234.5\"><text:p>1 "
    "234,5</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" "
    "office:value=\"10\"><text:p>10 €</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50 "
    "%</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"boolean\" "
    "office:boolean-value=\"true\"><text:p>VRAI</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"date\" "
    "office:date-value=\"2024-02-29\"><text:p>29/02/24</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-02-29T10:30:00\"/>"
    "<table:table-cell office:value-type=\"time\" "
    "office:time-value=\"PT13H30M00S\"><text:p>13:30</text:p></table:table-cell>"
    "<table:table-cell table:formula=\"x\" office:value-type=\"string\" "
    "office:string-value=\"\"><text:p>#N/A</text:p></table:table-cell>"
    "</table:table-row></table:table>",
    NULL, NULL,
    "1:a  b\nc\t|#1234.5|#10|#0.5|?TRUE|@2024-02-29|@2024-02-29T10:30:00|@13:30:00|!#N/A\n" },
  { "repetitions-and-covered-cells",
    "<table:table><table:table-row "
    "table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
    "table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/>"
    "<table:covered-table-cell "
    "table:number-columns-repeated=\"2\"/><table:table-cell><text:p>x</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-repeated=\"16379\"/></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell "
    "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
    NULL, NULL, "4:#7|#7|||x\n5:#7|#7|||x\n" },
  { "comments-and-inner-tables-are-not-the-cell",
    "<table:table><table:table-row><table:table-cell "
    "office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation>"
    "<text:p>a<text:span>b</text:span></text:p></"
    "table:table-cell><table:table-cell><table:table><table:table-row>"
    "<table:table-cell><text:p>in</text:p></table:table-cell></table:table-row></"
    "table:table><text:p>out</text:p></table:table-cell>"
    "</table:table-row></table:table>",
    NULL, NULL, "1:ab|out\n" },
};

static void
check_rows (const char *dir, const char *file, const char *expected)
{
  g_autoptr (PvTable) table = pv_test_table_open (dir, file, NULL, 0);
  g_autofree char *rows = pv_test_table_dump (table);
  g_autofree char *again = NULL;

  g_assert_cmpstr (rows, ==, expected);
  g_assert_true (pv_table_select_sheet (table, 0, NULL));
  again = pv_test_table_dump (table);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_xlsx (gconstpointer data)
{
  const Case *c = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);

  pv_test_xlsx_write (path, c->data, c->strings, c->styles);
  check_rows (dir, "t.xlsx", c->rows);
}

static void
test_ods (gconstpointer data)
{
  const Case *c = data;
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.ods", NULL);

  pv_test_ods_write (path, c->data);
  check_rows (dir, "t.ods", c->rows);
}

/* Strict namespaces, 1904, sheets by relationship in the order of the tabs, a
 * chart sheet and a backslash in a name. */
static void
test_strict_workbook (void)
{
  static const char ns[] = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);
  g_autofree char *root =
      g_strdup_printf ("<Relationships><Relationship Id=\"a\" Type=\"%sofficeDocument\" "
                       "Target=\"/book/w.xml\"/></Relationships>",
                       ns);
  g_autofree char *rels = g_strdup_printf (
      "<Relationships><Relationship Id=\"x\" Type=\"%sworksheet\" Target=\"one.xml\"/>"
      "<Relationship Id=\"y\" Type=\"%sworksheet\" Target=\"../two.xml\"/>"
      "<Relationship Id=\"z\" Type=\"%schartsheet\" Target=\"c.xml\"/>"
      "<Relationship Id=\"s\" Type=\"%sstyles\" Target=\"st.xml\"/></Relationships>",
      ns, ns, ns, ns);
  const PvTestPart parts[] = {
    { "two.xml",
      "<x:worksheet "
      "xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c "
      "s=\"0\"><x:v>0</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
      0 },
    { "book\\one.xml",
      "<worksheet><sheetData><row><c t=\"b\"><v>true</v></c></row></sheetData></worksheet>", 0 },
    { "[Content_Types].xml", PV_TEST_CONTENT_TYPES, 0 },
    { "book/w.xml",
      "<workbook xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><workbookPr "
      "date1904=\"1\"/><sheets><sheet name=\"Deux\" sheetId=\"9\" r:id=\"y\"/><sheet name=\"G\" "
      "sheetId=\"3\" r:id=\"z\"/><sheet name=\"Un\" sheetId=\"1\" r:id=\"x\"/></sheets></workbook>",
      0 },
    { "book/_rels/w.xml.rels", rels, 0 },
    { "book/st.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/><xf/></cellXfs></styleSheet>", 0 },
    { "_rels/.rels", root, 0 },
  };
  g_autoptr (PvTable) table = NULL;
  g_autofree char *first = NULL, *second = NULL;

  pv_test_archive_write (path, parts, G_N_ELEMENTS (parts), NULL);
  table = pv_test_table_open (dir, "t.xlsx", NULL, 0);
  g_assert_cmpuint (pv_table_get_n_sheets (table), ==, 2);
  g_assert_cmpstr (pv_table_get_sheet_name (table, 0), ==, "Deux");
  g_assert_cmpstr (pv_table_get_sheet_name (table, 1), ==, "Un");
  first = pv_test_table_dump (table);
  g_assert_cmpstr (first, ==, "1:@1904-01-01|@1904-01-03\n");
  g_assert_true (pv_table_select_sheet (table, 1, NULL));
  second = pv_test_table_dump (table);
  g_assert_cmpstr (second, ==, "1:?TRUE\n");
}

static void
test_ods_sheets (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.ods", NULL);
  g_autoptr (PvTable) table = NULL;
  g_autofree char *second = NULL, *first = NULL;

  pv_test_ods_write (path, "<table:table "
                           "table:name=\"A\"><table:table-row><table:table-cell><text:p>a</"
                           "text:p></table:table-cell></table:table-row></table:table>"
                           "<table:table "
                           "table:name=\"B\"><table:table-row><table:table-cell><text:p>b</"
                           "text:p></table:table-cell></table:table-row></table:table>");
  table = pv_test_table_open (dir, "t.ods", NULL, 0);
  g_assert_cmpuint (pv_table_get_n_sheets (table), ==, 2);
  g_assert_cmpstr (pv_table_get_sheet_name (table, 1), ==, "B");
  g_assert_true (pv_table_select_sheet (table, 1, NULL));
  second = pv_test_table_dump (table);
  g_assert_cmpstr (second, ==, "1:b\n");
  g_assert_true (pv_table_select_sheet (table, 0, NULL));
  first = pv_test_table_dump (table);
  g_assert_cmpstr (first, ==, "1:a\n");
}

/* Rows over many blocks of the parser. */
static void
test_many_rows (void)
{
  g_auto (PvTestDir) dir = pv_test_dir_new ();
  g_autofree char *path = g_build_filename (dir, "t.xlsx", NULL);
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (PvTable) table = NULL;
  g_autoptr (GError) error = NULL;
  PvRow row;
  guint n = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (
        data, "<row><c><v>%u</v></c><c t=\"inlineStr\"><is><t>texte %u</t></is></c></row>", i, i);
  pv_test_xlsx_write (path, data->str, NULL, NULL);
  table = pv_test_table_open (dir, "t.xlsx", NULL, 0);
  for (; pv_table_next_row (table, &row, &error); n++)
    {
      g_autofree char *expected = g_strdup_printf ("texte %u", n);

      g_assert_cmpuint (row.number, ==, n + 1);
      g_assert_cmpfloat (row.cells[0].number, ==, n);
      g_assert_cmpstr (row.cells[1].text, ==, expected);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 5000);
}

static void
test_number_formats (void)
{
  static const struct
  {
    const char *code;
    PvNumberFormat format;
  } formats[] = {
    { "General", PV_NUMBER_FORMAT_PLAIN },
    { "#,##0.00 \"€\"", PV_NUMBER_FORMAT_PLAIN },
    { "0 \"mdy\"", PV_NUMBER_FORMAT_PLAIN },
    { "[Red]0;[Blue]-0", PV_NUMBER_FORMAT_PLAIN },
    { "0\\d", PV_NUMBER_FORMAT_PLAIN },
    { "_-* #,##0_-", PV_NUMBER_FORMAT_PLAIN },
    { "0.00E+00", PV_NUMBER_FORMAT_PLAIN },
    { "mmm-yy", PV_NUMBER_FORMAT_DATE },
    { "mmmm", PV_NUMBER_FORMAT_DATE },
    { "[$-40C]d mmmm yyyy;@", PV_NUMBER_FORMAT_DATE },
    { "dd/mm/yyyy\\ hh:mm", PV_NUMBER_FORMAT_DATE },
    { "mm:ss.0", PV_NUMBER_FORMAT_TIME },
    { "[h]:mm:ss", PV_NUMBER_FORMAT_TIME },
    { "[mm]", PV_NUMBER_FORMAT_TIME },
    { "\"unclosed d", PV_NUMBER_FORMAT_PLAIN },
    { "", PV_NUMBER_FORMAT_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_assert_cmpint (pv_number_format_parse (formats[i].code), ==, formats[i].format);
  for (guint id = 0; id < 60; id++)
    {
      gboolean date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                      (id >= 50 && id <= 58);

      g_assert_true ((pv_number_format_builtin (id) != PV_NUMBER_FORMAT_PLAIN) == date);
    }
}

/* Whatever the double, its text reads back to it and has no exponent in the
 * range of amounts; and a plain text is that very text. */
static void
test_numbers_read_back (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double number = i % 2 == 0 ? g_test_rand_double_range (-1e12, 1e12)
                                 : g_test_rand_int_range (-1000000000, 1000000000) / 100.;
      double back;

      pv_value_append_number (text, number);
      g_assert_true (pv_value_parse_number (text->str, text->len, &back));
      g_assert_cmpfloat (back, ==, number);
      g_assert_null (strpbrk (text->str, "eE"));
      if (pv_value_is_plain_number (text->str, text->len))
        {
          g_autoptr (GString) again = g_string_new (NULL);

          pv_value_append_number (again, back);
          g_assert_cmpstr (again->str, ==, text->str);
        }
    }
}

static void
test_serials_are_days (void)
{
  for (guint serial = 1; serial < 100000; serial += 7)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double back;

      if (serial == 60)
        continue;
      g_assert_true (pv_value_append_serial (text, serial, PV_NUMBER_FORMAT_DATE));
      g_assert_true (pv_value_parse_iso (text->str, text->len, &back));
      g_assert_cmpfloat (back, ==, serial);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (xlsx_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/xlsx/", xlsx_cases[i].name, NULL);

      g_test_add_data_func (path, &xlsx_cases[i], test_xlsx);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ods_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/ods/", ods_cases[i].name, NULL);

      g_test_add_data_func (path, &ods_cases[i], test_ods);
    }
  g_test_add_func ("/table/xlsx/strict-1904-and-relationships", test_strict_workbook);
  g_test_add_func ("/table/xlsx/rows-over-many-blocks", test_many_rows);
  g_test_add_func ("/table/ods/several-sheets", test_ods_sheets);
  g_test_add_func ("/table/value/number-formats", test_number_formats);
  g_test_add_func ("/table/value/numbers-read-back", test_numbers_read_back);
  g_test_add_func ("/table/value/serials-are-days", test_serials_are_days);
  return g_test_run ();
}
