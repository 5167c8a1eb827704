/* pv-xlsx-strings.h: the shared strings of an XLSX
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-zip.h"

G_BEGIN_DECLS

/* All the strings in one arena that does not move once loaded. */
typedef struct _PvXlsxStrings PvXlsxStrings;

PvXlsxStrings *
pv_xlsx_strings_load (PvZip *zip, const char *part, const char *basename, GError **error);
void pv_xlsx_strings_free (PvXlsxStrings *strings);

/* Returns: (transfer none) (nullable): NULL when there is no such string */
const char *pv_xlsx_strings_get (const PvXlsxStrings *strings, guint index, gsize *length);

/* Undoes the `_x000D_` escapes of OOXML (22.9.2.19) from @start on. A character
 * that no text may hold is left out. */
void pv_xlsx_unescape (GString *text, gsize start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvXlsxStrings, pv_xlsx_strings_free)

G_END_DECLS
