/* pv-cpo-card.h: the years of a convention pluriannuelle, side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "financement/pv-cpo.h"

G_BEGIN_DECLS

#define PV_TYPE_CPO_CARD (pv_cpo_card_get_type ())

/* PvCpoCard: a payer per row, a year per column; a year opens its dossier. */
G_DECLARE_FINAL_TYPE (PvCpoCard, pv_cpo_card, PV, CPO_CARD, AdwBin)

/* Shows itself only when there are several years. @dossier_id: the one that is looked at */
void pv_cpo_card_show (PvCpoCard *self, const PvCpo *cpo, gint64 dossier_id);

G_END_DECLS
