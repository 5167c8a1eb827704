/* pv-amount-entry.h: an amount that is typed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_AMOUNT_ENTRY (pv_amount_entry_get_type ())

G_DECLARE_FINAL_TYPE (PvAmountEntry, pv_amount_entry, PV, AMOUNT_ENTRY, GtkEntry)

/*
 * An entry of an amount. It reads as one types: `problem` says why what is typed is
 * refused. Enter, and leaving the entry, commit; Escape takes the typing back; Delete
 * on the whole text makes the amount not known at once.
 *
 * Properties: `cents` (int64): the amount that was last set or committed; `problem`
 *   (read-only, nullable): why the text is refused; it stays with the text when the
 *   entry is left.
 *
 * Signals:
 *   committed (int64 cents): a valid amount other than `cents`, which has become it
 */
GtkWidget *pv_amount_entry_new (void);

PvCents pv_amount_entry_get_cents (PvAmountEntry *self);

/* Shows an amount; leaves alone what is being typed and what was refused. */
void pv_amount_entry_set_cents (PvAmountEntry *self, PvCents cents);

const char *pv_amount_entry_get_problem (PvAmountEntry *self);

/* Takes what was typed, as Enter does; FALSE when it is refused. */
gboolean pv_amount_entry_commit (PvAmountEntry *self);

/**
 * pv_amount_entry_refuse:
 * @cents: the amount that stays
 * @reason: why what was committed could not be saved, in words for the user
 *
 * In answer to `committed`: the text is kept for correction, with its reason.
 */
void pv_amount_entry_refuse (PvAmountEntry *self, PvCents cents, const char *reason);

/* Back to `cents`, as Escape does. */
void pv_amount_entry_revert (PvAmountEntry *self);

G_END_DECLS
