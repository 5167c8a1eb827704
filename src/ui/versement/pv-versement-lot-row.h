/* pv-versement-lot-row.h: what is paid of one financement, in the dialog
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "versement/pv-versement-lot.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_LOT_ROW (pv_versement_lot_row_get_type ())

/*
 * PvVersementLotRow: the kind follows the amount until it is chosen. Signal: changed (): its
 * amount, its kind. Action: versement-lot.leave-out.
 */
G_DECLARE_FINAL_TYPE (PvVersementLotRow, pv_versement_lot_row, PV, VERSEMENT_LOT_ROW, GtkListBoxRow)

GtkWidget *pv_versement_lot_row_new (const PvVersementSuivi *suivi, const PvVersementLigne *ligne);

/* The columns of the rows of one list have one width. */
#define PV_N_VERSEMENT_LOT_COLUMNS 3
void pv_versement_lot_row_align (PvVersementLotRow *self, GtkSizeGroup *const *groups);

/* What is asked to pay; its amount is %PV_CENTS_NULL while what is typed is refused. */
void pv_versement_lot_row_get (PvVersementLotRow *self, PvVersementLotLigne *ligne);

/* Takes what is being typed; %FALSE when it is refused. */
gboolean pv_versement_lot_row_commit (PvVersementLotRow *self);

/* @objections: (element-type PvVersementObjection): those of @index are shown */
void pv_versement_lot_row_show (PvVersementLotRow *self, const GPtrArray *objections, int index);

G_END_DECLS
