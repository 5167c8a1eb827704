/* pv-bilan-figures.h: the key figures of the bilan, beside the year before
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "accueil/pv-figure-card.h"
#include "bilan/pv-bilan-affichage.h"

G_BEGIN_DECLS

/* The cards of the template. */
typedef struct
{
  PvFigureCard *dossiers_card;
  PvFigureCard *porteurs_card;
  PvFigureCard *accorde_card;
  PvFigureCard *verse_card;
  PvFigureCard *realise_card;
  PvFigureCard *publics_card;
} PvBilanFigures;

void pv_bilan_figures_show (const PvBilanFigures *self, const PvBilanAffichage *affichage);

G_END_DECLS
