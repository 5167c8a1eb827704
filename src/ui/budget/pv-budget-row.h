/* pv-budget-row.h: an account of a budget
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "budget/pv-compte-row.h"

G_BEGIN_DECLS

#define PV_TYPE_BUDGET_ROW (pv_budget_row_get_type ())

/*
 * Signal `committed`: the planned amount was typed.
 *
 * Its button activates `budget.take` (x): the key of the account.
 */
G_DECLARE_FINAL_TYPE (PvBudgetRow, pv_budget_row, PV, BUDGET_ROW, PvCompteRow)

/* @compte: what is needed of it is copied */
GtkWidget *pv_budget_row_new (const PvCompte *compte, gboolean has_lines);

/**
 * pv_budget_row_show:
 * @detaille: the poste is given by its lines: its sum is not typed in
 * @realise_cents: shown when @with_realise
 */
void pv_budget_row_show (PvBudgetRow *self,
                         PvCents prevu_cents,
                         gboolean detaille,
                         PvCents realise_cents,
                         gboolean with_realise,
                         gboolean can_edit);

/* Says that what is asked differs from this line of grants; NULL: it does not. */
void pv_budget_row_show_ecart (PvBudgetRow *self, const PvEcart74 *ecart, gboolean can_edit);

G_END_DECLS
