/* pv-compte-row.h: what the rows of an account of a budget share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "budget/pv-budget.h"
#include "widget/pv-amount-entry.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_ROW (pv_compte_row_get_type ())

/*
 * Properties: `expanded` (boolean): whether the lines of the poste are shown.
 *
 * Signals:
 *   committed (int64 cents): the amount was typed
 */
G_DECLARE_DERIVABLE_TYPE (PvCompteRow, pv_compte_row, PV, COMPTE_ROW, AdwBin)

struct _PvCompteRowClass
{
  AdwBinClass parent_class;
};

/**
 * pv_compte_row_class_bind:
 * @klass: the class of a row, which has its template
 *
 * Binds what the template of every row has: `expander`, `code`, `libelle`, `entry`, `sum`,
 * `problem_box`, `problem` and the callbacks of `expander` and `entry`.
 */
void pv_compte_row_class_bind (GtkWidgetClass *klass);

/* @compte: what is needed of it is copied */
void pv_compte_row_set_compte (PvCompteRow *self, const PvCompte *compte, gboolean has_lines);

/* A row of no account, named. */
void pv_compte_row_set_title (PvCompteRow *self, const char *title);

/* @detaille: the amount is given by lines: their sum is shown, and not typed in */
void pv_compte_row_show (PvCompteRow *self, PvCents cents, gboolean detaille, gboolean can_edit);

/* PV_INT_NULL: no account. */
gint64 pv_compte_row_get_compte (PvCompteRow *self);
gint64 pv_compte_row_get_poste (PvCompteRow *self);

/* (transfer none) */
PvAmountEntry *pv_compte_row_get_entry (PvCompteRow *self);

G_END_DECLS
