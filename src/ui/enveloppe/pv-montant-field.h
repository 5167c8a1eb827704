/* pv-montant-field.h: a titled amount, with the reason why it is refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "widget/pv-amount-entry.h"

G_BEGIN_DECLS

#define PV_TYPE_MONTANT_FIELD (pv_montant_field_get_type ())

/*
 * PvMontantField: a title, an amount, and under it why what is typed is refused.
 *
 * Property: `title`. Signal: changed (): what is typed changed.
 */
G_DECLARE_FINAL_TYPE (PvMontantField, pv_montant_field, PV, MONTANT_FIELD, AdwBin)

void pv_montant_field_set_cents (PvMontantField *self, PvCents cents);

/* Takes what is typed; %FALSE when it is refused: it has the focus, and says why. */
gboolean pv_montant_field_commit (PvMontantField *self, PvCents *cents);

/* Says why the amount cannot be, though it reads well; %NULL: it can. */
void pv_montant_field_set_reason (PvMontantField *self, const char *reason);

PvAmountEntry *pv_montant_field_get_entry (PvMontantField *self);

G_END_DECLS
