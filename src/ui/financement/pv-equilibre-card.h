/* pv-equilibre-card.h: how far the plan is from balance, at one stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "financement/pv-plan-rang.h"

G_BEGIN_DECLS

#define PV_TYPE_EQUILIBRE_CARD (pv_equilibre_card_get_type ())

/* Shows one stage, that the user chooses; proposé at first. */
G_DECLARE_FINAL_TYPE (PvEquilibreCard, pv_equilibre_card, PV, EQUILIBRE_CARD, AdwBin)

/* @rangs: (element-type PvPlanRang): kept until the next call */
void pv_equilibre_card_show (PvEquilibreCard *self, const PvPlan *plan, GPtrArray *rangs);

G_END_DECLS
