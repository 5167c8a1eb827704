/* pv-versement-lot-row.h: what is paid of one financement, in the dialog
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "versement/pv-versement-lot-item.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_LOT_ROW (pv_versement_lot_row_get_type ())

/* PvVersementLotRow: a line of the list. Action: versement-lot.leave-out. */
G_DECLARE_FINAL_TYPE (PvVersementLotRow, pv_versement_lot_row, PV, VERSEMENT_LOT_ROW, AdwBin)

GtkWidget *pv_versement_lot_row_new (void);

/* @item: (nullable): %NULL: none any more */
void pv_versement_lot_row_set_item (PvVersementLotRow *self, PvVersementLotItem *item);

/* The columns of the rows of one list have one width. */
#define PV_N_VERSEMENT_LOT_COLUMNS 3
void pv_versement_lot_row_align (PvVersementLotRow *self, GtkSizeGroup *const *groups);

G_END_DECLS
