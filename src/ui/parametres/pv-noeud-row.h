/* pv-noeud-row.h: a node of a frame, in its tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "parametres/pv-noeud-item.h"

G_BEGIN_DECLS

#define PV_TYPE_NOEUD_ROW (pv_noeud_row_get_type ())

/*
 * Its code and its words, and how many dossiers are under it.
 *
 * Signals:
 *   renamed (string): other words were typed in place of its own
 */
G_DECLARE_FINAL_TYPE (PvNoeudRow, pv_noeud_row, PV, NOEUD_ROW, AdwBin)

/* (nullable): the node shown. */
void pv_noeud_row_set_item (PvNoeudRow *self, PvNoeudItem *item);
PvNoeudItem *pv_noeud_row_get_item (PvNoeudRow *self);

/* Lets its words be typed: Enter, or going elsewhere, keeps them; Escape does not. */
void pv_noeud_row_edit (PvNoeudRow *self);

G_END_DECLS
