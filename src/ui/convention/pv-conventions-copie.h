/* pv-conventions-copie.h: conventions as a table, to paste or to keep
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): rows of cells, with tabs. @items: (element-type PvConventionItem) */
char *pv_conventions_copie_to_text (GPtrArray *items);

/* Writes them as a sheet. Returns: (transfer full) (nullable): the name of the file, for the
 * user; %NULL with @error */
char *pv_conventions_copie_write (GPtrArray *items, GFile *file, GError **error);

/* (transfer full): how many of them are mandatory and signed, and for how much. */
char *pv_conventions_copie_dup_totals (GPtrArray *items);

G_END_DECLS
