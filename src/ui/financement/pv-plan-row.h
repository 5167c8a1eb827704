/* pv-plan-row.h: a payer in the plan of financing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "financement/pv-plan-rang.h"
#include "versement/pv-versement-suivi.h"
#include "widget/pv-amount-entry.h"

G_BEGIN_DECLS

#define PV_TYPE_PLAN_ROW (pv_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (PvPlanRow, pv_plan_row, PV, PLAN_ROW, AdwBin)

/* Name, the stages, rate, envelope and what is left of it. */
#define PV_PLAN_N_COLUMNS 10

/*
 * Signals:
 *   committed (int etape, int64 cents): an amount was typed
 *   motivated (char *motif): the reason for exceeding the envelope was given
 *
 * Its buttons activate `plan.details` (x): the key of the financement.
 */
GtkWidget *pv_plan_row_new (void);

/* Shows a payer; keeps what is being typed. */
void pv_plan_row_show (PvPlanRow *self, const PvPlanRang *rang, gboolean can_edit);

/* @suivi: (nullable): what is due of it, and since when; under what is paid */
void pv_plan_row_show_suivi (PvPlanRow *self, const PvVersementSuivi *suivi);

/* The financement shown. */
gint64 pv_plan_row_get_id (PvPlanRow *self);

/* The cell of a column, for who aligns them; (transfer none) */
GtkWidget *pv_plan_row_get_cell (PvPlanRow *self, guint column);

/* Where a line below the row begins, aligned with the second column; (transfer none) */
GtkWidget *pv_plan_row_get_spacer (PvPlanRow *self);

/* (transfer none): of any stage but versé */
PvAmountEntry *pv_plan_row_get_entry (PvPlanRow *self, PvEtape etape);

G_END_DECLS
