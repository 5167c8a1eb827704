/* pv-marques-card.h: the égalité marks that were decided
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "stats/pv-stats.h"

G_BEGIN_DECLS

#define PV_TYPE_MARQUES_CARD (pv_marques_card_get_type ())

/* PvMarquesCard: each mark opens its dossiers. */
G_DECLARE_FINAL_TYPE (PvMarquesCard, pv_marques_card, PV, MARQUES_CARD, AdwBin)

/* @stats: by %PV_STATS_MARQUEUR */
void pv_marques_card_set (PvMarquesCard *self, const PvStats *stats);

G_END_DECLS
