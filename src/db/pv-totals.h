/* pv-totals.h: totals kept by triggers, and their recount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_totals_verify:
 * @problems: (out) (transfer full): one sentence per kept total that differs
 *   from its recount (table, key, kept, recounted), empty when all agree
 */
gboolean pv_totals_verify (PvDb *db, GPtrArray **problems, GError **error);

/**
 * pv_totals_recount:
 *
 * Writes every kept total and the search index anew, inside the current
 * transaction.
 */
gboolean pv_totals_recount (PvDb *db, GError **error);

G_END_DECLS
