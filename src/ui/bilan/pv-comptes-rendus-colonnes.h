/* pv-comptes-rendus-colonnes.h: the columns of the list of comptes rendus
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-compte-rendu-item.h"

G_BEGIN_DECLS

/* Adds the columns, which sort, to a view of PvCompteRenduItem. */
void pv_comptes_rendus_colonnes_add (GtkColumnView *view);

/* (transfer none): the header of a column, for a copy or a file. */
const char *pv_crf_colonne_get_title (PvCrfColonne colonne);

/* The icon and the style of a state. */
const char *pv_compte_rendu_get_icon (PvBilanEtat etat);
const char *pv_compte_rendu_get_style (PvBilanEtat etat);

G_END_DECLS
