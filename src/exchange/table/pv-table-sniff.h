/* pv-table-sniff.h: tells the format of a file by its content
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table.h"

G_BEGIN_DECLS

/* Fails with FORMAT for what is certainly no table, with ENCRYPTED for a
 * workbook wrapped by a password. A text is taken for a CSV. */
gboolean pv_table_sniff (const char *path,
                         const char *basename,
                         guint64 file_size,
                         PvTableFormat *format,
                         GError **error);

G_END_DECLS
