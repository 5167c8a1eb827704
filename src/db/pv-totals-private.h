/* pv-totals-private.h: kept totals and transactions
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-totals.h"

G_BEGIN_DECLS

/* Drops the triggers that keep totals and the search index, and remembers them. */
gboolean pv_totals_suspend (PvDb *db, GError **error);

/* Brings them back when they were suspended, and recounts. */
gboolean pv_totals_resume (PvDb *db, GError **error);

G_END_DECLS
