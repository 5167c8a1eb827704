/* pv-xlsx-styles.h: which cell formats of an XLSX show dates
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table-value.h"
#include "pv-zip.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a byte per cell format, a #PvNumberFormat */
GByteArray *
pv_xlsx_styles_load (PvZip *zip, const char *part, const char *basename, GError **error);

G_END_DECLS
