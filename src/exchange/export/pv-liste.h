/* pv-liste.h: a plain list as a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pv_liste_write:
 * @path: ends with `.xlsx`, else it becomes a CSV (UTF-8 with its mark, semicolons:
 *   what a French spreadsheet opens with a double click)
 * @title: name of the sheet
 * @headers: (array zero-terminated=1)
 * @rows: (element-type GStrv): as many texts as @headers; %NULL-terminated
 *
 * Writes texts as they are: what looks like a formula stays text. A file that is there
 * is replaced at the end.
 *
 * Errors: %PV_EXCHANGE_ERROR_WRITE.
 */
gboolean pv_liste_write (const char *path,
                         const char *title,
                         const char *const *headers,
                         const GPtrArray *rows,
                         GError **error);

G_END_DECLS
