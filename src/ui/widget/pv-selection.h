/* pv-selection.h: what is selected in a list, also once the list is read again
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_selection_list:
 * @all: when none is selected, all of them are given
 *
 * Returns: (transfer full) (element-type GObject): the items selected, in the order shown
 */
GPtrArray *pv_selection_list (GtkMultiSelection *selection, gboolean all);

/**
 * PvSelectionKey:
 * @rows: the model under the selection
 *
 * Returns: what names the row of that position, in every reading of the list
 */
typedef gint64 (*PvSelectionKey) (GListModel *rows, guint position);

/**
 * pv_selection_dup_keys:
 *
 * Returns: (transfer full) (element-type gint64): of the rows selected, in the order shown
 */
GArray *pv_selection_dup_keys (GtkMultiSelection *selection, PvSelectionKey key);

/**
 * pv_selection_select_keys:
 * @keys: (element-type gint64): of pv_selection_dup_keys(), before the list was read again
 *
 * Selects the rows of these keys that are still there, beside what is selected.
 */
void
pv_selection_select_keys (GtkMultiSelection *selection, PvSelectionKey key, const GArray *keys);

G_END_DECLS
