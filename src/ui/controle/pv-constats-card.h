/* pv-constats-card.h: some controls of one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_CONSTATS_CARD (pv_constats_card_get_type ())

/*
 * Properties: `title`; `badge` (read-only, nullable): how many warnings and errors it
 *   shows, for an index: "⚠ 2".
 *
 * Signals:
 *   activated (string table, int64 key, string column): the row to correct was asked
 */
G_DECLARE_FINAL_TYPE (PvConstatsCard, pv_constats_card, PV, CONSTATS_CARD, AdwBin)

/**
 * pv_constats_card_load:
 * @controles: (array zero-terminated=1) (transfer none): ids of controls, static
 *
 * Runs them in a worker, and shows what they find about the dossier, its porteur and
 * the envelopes it is on.
 */
void pv_constats_card_load (PvConstatsCard *self,
                            PvContext *context,
                            gint64 dossier_id,
                            const char *const *controles);

const char *pv_constats_card_get_badge (PvConstatsCard *self);

G_END_DECLS
