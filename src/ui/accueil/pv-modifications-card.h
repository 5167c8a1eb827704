/* pv-modifications-card.h: the last changes of the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_MODIFICATIONS_CARD (pv_modifications_card_get_type ())

/* PvModificationsCard: who, when, what; and the undo of each. */
G_DECLARE_FINAL_TYPE (PvModificationsCard, pv_modifications_card, PV, MODIFICATIONS_CARD, AdwBin)

/**
 * pv_modifications_card_refresh:
 * @table: (nullable): with @key, the row whose history is shown; %NULL: the last
 *   changes of the file
 *
 * Reads the history again.
 */
void pv_modifications_card_refresh (PvModificationsCard *self,
                                    PvContext *context,
                                    const char *table,
                                    gint64 key);

G_END_DECLS
