/* pv-presence-card.h: who sits, who is there, and whether they are enough
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_PRESENCE_CARD (pv_presence_card_get_type ())

/* Action: presence.all. */
G_DECLARE_FINAL_TYPE (PvPresenceCard, pv_presence_card, PV, PRESENCE_CARD, AdwBin)

void pv_presence_card_set_context (PvPresenceCard *self, PvContext *context);
void pv_presence_card_show (PvPresenceCard *self, const PvSeanceResume *resume);

G_END_DECLS
