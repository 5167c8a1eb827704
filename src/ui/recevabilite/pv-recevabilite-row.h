/* pv-recevabilite-row.h: one condition of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "recevabilite/pv-recevabilite.h"

G_BEGIN_DECLS

#define PV_TYPE_RECEVABILITE_ROW (pv_recevabilite_row_get_type ())

G_DECLARE_FINAL_TYPE (PvRecevabiliteRow, pv_recevabilite_row, PV, RECEVABILITE_ROW, AdwActionRow)

/*
 * Actions: condition.answer (b: met or not), condition.clear.
 * Signal: answered (int64 answer, string reason): 1, 0, or PV_INT_NULL to take it back
 */
GtkWidget *pv_recevabilite_row_new (void);

void pv_recevabilite_row_show (PvRecevabiliteRow *self,
                               const PvRecevabiliteLigne *ligne,
                               gboolean editable);

G_END_DECLS
