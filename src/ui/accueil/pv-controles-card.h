/* pv-controles-card.h: what the checks find, the gravest first
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "accueil/pv-accueil.h"

G_BEGIN_DECLS

#define PV_TYPE_CONTROLES_CARD (pv_controles_card_get_type ())

/* PvControlesCard: each count opens the list of what it counts. */
G_DECLARE_FINAL_TYPE (PvControlesCard, pv_controles_card, PV, CONTROLES_CARD, AdwBin)

/* @controles: (element-type PvAccueilControle) (nullable): %NULL while they run */
void pv_controles_card_set (PvControlesCard *self, GArray *controles);

G_END_DECLS
