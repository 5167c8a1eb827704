/* pv-test-archive.c: writes zipped workbooks for the tests of the readers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static void
write_part (struct archive *archive, const PvTestPart *part)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = part->length > 0 ? (gsize)part->length : strlen (part->content);

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t)length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, part->content, length), ==, length);
  archive_entry_free (entry);
}

void
pv_test_archive_write (const char *path,
                       const PvTestPart *parts,
                       gsize n_parts,
                       const char *password)
{
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=traditional"), ==,
                       ARCHIVE_OK);
      g_assert_cmpint (archive_write_set_passphrase (archive, password), ==, ARCHIVE_OK);
    }
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_parts; i++)
    write_part (archive, &parts[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

void
pv_test_xlsx_write (const char *path,
                    const char *sheet_data,
                    const char *strings,
                    const char *styles)
{
  g_autofree char *sheet =
      g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet "
                       "xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>",
                       PV_TEST_MAIN, sheet_data);
  g_autofree char *shared =
      g_strdup_printf ("<sst xmlns=\"%s\">%s</sst>", PV_TEST_MAIN, strings != NULL ? strings : "");
  g_autofree char *style = g_strdup_printf ("<styleSheet xmlns=\"%s\">%s</styleSheet>",
                                            PV_TEST_MAIN, styles != NULL ? styles : "");
  /* The sheet stands before the strings that it needs. */
  const PvTestPart parts[] = {
    { "xl/worksheets/sheet1.xml", sheet, 0 },
    { "[Content_Types].xml", PV_TEST_CONTENT_TYPES, 0 },
    { "_rels/.rels", PV_TEST_ROOT_RELS, 0 },
    { "xl/workbook.xml",
      "<workbook xmlns=\"" PV_TEST_MAIN
      "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
      "<sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>",
      0 },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId7\" Type=\"" PV_TEST_OFFICE
      "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId8\" Type=\"" PV_TEST_OFFICE
      "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      "<Relationship Id=\"rId9\" Type=\"" PV_TEST_OFFICE "styles\" Target=\"styles.xml\"/>"
      "</Relationships>",
      0 },
    { "xl/styles.xml", style, 0 },
    { "xl/sharedStrings.xml", shared, 0 },
  };

  pv_test_archive_write (path, parts, G_N_ELEMENTS (parts), NULL);
}

void
pv_test_ods_write (const char *path, const char *tables)
{
  g_autofree char *content = g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
      "<office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>",
      tables);
  const PvTestPart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0 },
    { "content.xml", content, 0 },
    { "META-INF/manifest.xml", "<manifest/>", 0 },
  };

  pv_test_archive_write (path, parts, G_N_ELEMENTS (parts), NULL);
}
