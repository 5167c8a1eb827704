/* pv-deports-card.h: who takes no part in the decision on which dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_DEPORTS_CARD (pv_deports_card_get_type ())

/*
 * The recusals of a séance, and those that are suggested: a member that carries the dossier.
 *
 * Actions: deports.record, deports.remove ((xx): line of the agenda, institution),
 * deports.suggested: all that are.
 */
G_DECLARE_FINAL_TYPE (PvDeportsCard, pv_deports_card, PV, DEPORTS_CARD, AdwBin)

void pv_deports_card_set_context (PvDeportsCard *self, PvContext *context);
void pv_deports_card_show (PvDeportsCard *self, const PvSeanceResume *resume);

G_END_DECLS
