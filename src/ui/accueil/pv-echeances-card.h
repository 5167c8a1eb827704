/* pv-echeances-card.h: what is awaited, and by when
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "accueil/pv-echeance.h"

G_BEGIN_DECLS

#define PV_TYPE_ECHEANCES_CARD (pv_echeances_card_get_type ())

/* PvEcheancesCard: each row opens the list of what it counts. */
G_DECLARE_FINAL_TYPE (PvEcheancesCard, pv_echeances_card, PV, ECHEANCES_CARD, AdwBin)

/**
 * pv_echeances_card_set:
 * @echeances: (element-type PvEcheance)
 * @file: dossiers the institution of the user has to answer; %PV_INT_NULL: it has no queue
 * @today: ISO
 */
void
pv_echeances_card_set (PvEcheancesCard *self, GPtrArray *echeances, gint64 file, const char *today);

G_END_DECLS
