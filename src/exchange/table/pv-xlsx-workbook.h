/* pv-xlsx-workbook.h: the parts of an XLSX, by their relationships
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-zip.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *part;
} PvXlsxSheetRef;

typedef struct
{
  GArray *sheets;     /* PvXlsxSheetRef, in the order of the tabs, worksheets only */
  char *strings_part; /* (nullable) */
  char *styles_part;  /* (nullable) */
  gboolean date_1904;
} PvXlsxWorkbook;

PvXlsxWorkbook *pv_xlsx_workbook_load (PvZip *zip, const char *basename, GError **error);
void pv_xlsx_workbook_free (PvXlsxWorkbook *workbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvXlsxWorkbook, pv_xlsx_workbook_free)

G_END_DECLS
