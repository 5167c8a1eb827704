/* pv-avancement-card.h: how far the dossiers are in the year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "accueil/pv-accueil.h"

G_BEGIN_DECLS

#define PV_TYPE_AVANCEMENT_CARD (pv_avancement_card_get_type ())

/* PvAvancementCard: the funnel; what waits at a step opens its list. */
G_DECLARE_FINAL_TYPE (PvAvancementCard, pv_avancement_card, PV, AVANCEMENT_CARD, AdwBin)

/* @today: (nullable): an ISO date, shown beside the title. */
void pv_avancement_card_set (PvAvancementCard *self, const PvAccueilCompte *pas, const char *today);

G_END_DECLS
