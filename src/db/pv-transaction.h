/* pv-transaction.h: all or nothing, and one user action
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvTransaction:
 *
 * A guard: rolled back when it goes out of scope unless committed. The
 * outermost one is BEGIN IMMEDIATE and one group of the history; an inner one
 * is a savepoint and belongs to the outer one's group.
 */
typedef struct _PvTransaction PvTransaction;

/**
 * pv_transaction_begin:
 * @action: a stable ASCII id of the user's action ("import", "dossier-edit"…),
 *   kept in the history
 * @label: (nullable): the same in words for the user, e.g. the file imported
 */
PvTransaction *
pv_transaction_begin (PvDb *db, const char *action, const char *label, GError **error);

/**
 * pv_transaction_commit:
 *
 * Ends the guard's work. The outermost commit writes the history group with
 * its chained hash; a transaction that changed no business row leaves no group.
 */
gboolean pv_transaction_commit (PvTransaction *self, GError **error);

/**
 * pv_transaction_suspend_totals:
 *
 * For bulk work: drops the triggers that keep totals and the search index
 * until the outermost commit, which brings them back and recounts everything
 * in the same transaction. The recount reads the whole file: it pays from some
 * ten thousand rows on, or a good part of the file, and the caller decides; a few
 * rows in a large file are better left to the triggers.
 */
gboolean pv_transaction_suspend_totals (PvTransaction *self, GError **error);

void pv_transaction_free (PvTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvTransaction, pv_transaction_free)

G_END_DECLS
