/* pv-montants-card.h: the amounts of each category of funders, by stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "accueil/pv-accueil.h"

G_BEGIN_DECLS

#define PV_TYPE_MONTANTS_CARD (pv_montants_card_get_type ())

G_DECLARE_FINAL_TYPE (PvMontantsCard, pv_montants_card, PV, MONTANTS_CARD, AdwBin)

/* @financeurs: (element-type PvAccueilFinanceur) */
void pv_montants_card_set (PvMontantsCard *self, GArray *financeurs);

G_END_DECLS
