/* pv-scenarios-card.h: the scenarios of an appel, two side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIOS_CARD (pv_scenarios_card_get_type ())

G_DECLARE_FINAL_TYPE (PvScenariosCard, pv_scenarios_card, PV, SCENARIOS_CARD, AdwBin)

/*
 * A card of the page of the envelopes. Actions: scenarios.new, .compare, .edit, .apply,
 * .rename, .duplicate, .delete, on the scenario of the right, else of the left; scenarios.cancel.
 */
GtkWidget *pv_scenarios_card_new (PvContext *context);

/* Reads again; the page says when. */
void pv_scenarios_card_refresh (PvScenariosCard *self);

G_END_DECLS
