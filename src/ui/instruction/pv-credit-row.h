/* pv-credit-row.h: what an institution proposes on a line of credits
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "instruction/pv-instruction-fiche.h"

G_BEGIN_DECLS

#define PV_TYPE_CREDIT_ROW (pv_credit_row_get_type ())

/*
 * Asked, proposed, left after of the envelope.
 *
 * Signals:
 *   proposed (int64 dispositif, int64 cents): an amount was typed
 */
G_DECLARE_FINAL_TYPE (PvCreditRow, pv_credit_row, PV, CREDIT_ROW, AdwBin)

GtkWidget *pv_credit_row_new (gint64 dispositif_id);

gint64 pv_credit_row_get_dispositif (PvCreditRow *self);
void pv_credit_row_set (PvCreditRow *self, const PvInstructionCredit *credit, gboolean editable);

/* In answer to `proposed`: why it could not be saved. */
void pv_credit_row_refuse (PvCreditRow *self, PvCents cents, const char *reason);

G_END_DECLS
