/* pv-convention-card.h: the conventions of a dossier, and those the law asks for
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_CONVENTION_CARD (pv_convention_card_get_type ())

/*
 * PvConventionCard: which threshold the dossier crosses, and with which others; its conventions.
 * Hidden while nobody finances it.
 *
 * Actions: convention-card.creer (x: of a payer).
 */
G_DECLARE_FINAL_TYPE (PvConventionCard, pv_convention_card, PV, CONVENTION_CARD, AdwBin)

/* @rangs: (element-type PvPlanRang): the payers of the dossier */
void pv_convention_card_show (PvConventionCard *self,
                              PvContext *context,
                              gint64 dossier_id,
                              GPtrArray *rangs);

G_END_DECLS
