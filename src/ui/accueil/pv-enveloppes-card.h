/* pv-enveloppes-card.h: what each funder has engaged of its envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "enveloppe/pv-enveloppe-arbre.h"

G_BEGIN_DECLS

#define PV_TYPE_ENVELOPPES_CARD (pv_enveloppes_card_get_type ())

/*
 * PvEnveloppesCard: a bar for each funder, its envelope being as long for all: what is
 * engaged by stage, what is left or exceeds, and above it what is asked. A name opens the
 * page of envelopes.
 */
G_DECLARE_FINAL_TYPE (PvEnveloppesCard, pv_enveloppes_card, PV, ENVELOPPES_CARD, AdwBin)

void pv_enveloppes_card_set (PvEnveloppesCard *self, const PvEnveloppeArbre *arbre);

G_END_DECLS
