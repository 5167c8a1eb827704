/* pv-regles-card.h: the limits of the envelopes, and whether they hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "enveloppe/pv-enveloppes-lecture.h"

G_BEGIN_DECLS

#define PV_TYPE_REGLES_CARD (pv_regles_card_get_type ())

/*
 * PvReglesCard: a row for each limit, and for each exceeded envelope, with its state as an
 * icon, in words and in figures. A row activates `enveloppes.edit-regle` or
 * `enveloppes.causes` with its key.
 */
G_DECLARE_FINAL_TYPE (PvReglesCard, pv_regles_card, PV, REGLES_CARD, AdwBin)

void pv_regles_card_show (PvReglesCard *self, const PvEnveloppesLecture *lecture);

G_END_DECLS
