/* pv-constat-row.h: what a control found, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "controle/pv-controle.h"

G_BEGIN_DECLS

#define PV_TYPE_CONSTAT_ROW (pv_constat_row_get_type ())

G_DECLARE_FINAL_TYPE (PvConstatRow, pv_constat_row, PV, CONSTAT_ROW, GtkListBoxRow)

/* A copy of what @constat says; the row outlives it. */
GtkWidget *pv_constat_row_new (const PvConstat *constat);

/* The row and column to correct; (transfer none) */
const char *pv_constat_row_get_table (PvConstatRow *self);
gint64 pv_constat_row_get_cle (PvConstatRow *self);
const char *pv_constat_row_get_champ (PvConstatRow *self);

G_END_DECLS
