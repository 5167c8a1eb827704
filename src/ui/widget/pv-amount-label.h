/* pv-amount-label.h: an amount, a rate or a count that is shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_AMOUNT_LABEL (pv_amount_label_get_type ())

G_DECLARE_FINAL_TYPE (PvAmountLabel, pv_amount_label, PV, AMOUNT_LABEL, AdwBin)

/*
 * Properties: `cents` (int64; PV_CENTS_NULL shows "–"), or `text`: another figure
 * already formatted (a rate, a count), `xalign` (float, 1: right, the default).
 */
GtkWidget *pv_amount_label_new (PvCents cents);

PvCents pv_amount_label_get_cents (PvAmountLabel *self);
void pv_amount_label_set_cents (PvAmountLabel *self, PvCents cents);

/* Shows any other text with the figures of an amount; forgets the amount. */
void pv_amount_label_set_text (PvAmountLabel *self, const char *text);
const char *pv_amount_label_get_text (PvAmountLabel *self);

G_END_DECLS
