/* pv-test-archive.h: writes zipped workbooks for the tests of the readers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *content;
  gssize length; /* 0: of the string */
} PvTestPart;

/* Writes the parts in their order. @password: (nullable): encrypts them. */
void pv_test_archive_write (const char *path,
                            const PvTestPart *parts,
                            gsize n_parts,
                            const char *password);

/* An XLSX of one sheet, with what its sheetData holds, shared strings (the `si`
 * elements) and styles (the content of styleSheet); either may be NULL. */
void pv_test_xlsx_write (const char *path,
                         const char *sheet_data,
                         const char *strings,
                         const char *styles);

/* The parts that an XLSX of sheets sheet1.xml… needs beside them. */
#define PV_TEST_CONTENT_TYPES                                                                      \
  "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"          \
  "content-types\"/>"
#define PV_TEST_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PV_TEST_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PV_TEST_ROOT_RELS                                                                          \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"         \
  "<Relationship Id=\"rId1\" Type=\"" PV_TEST_OFFICE "officeDocument\" "                           \
  "Target=\"xl/workbook.xml\"/></Relationships>"

/* An ODS whose content.xml holds @tables (`table:table` elements). */
void pv_test_ods_write (const char *path, const char *tables);

G_END_DECLS
