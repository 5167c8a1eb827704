/* pv-noeud-item.h: a node of a frame, for the tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cadre/pv-noeud.h"

G_BEGIN_DECLS

#define PV_TYPE_NOEUD_ITEM (pv_noeud_item_get_type ())

G_DECLARE_FINAL_TYPE (PvNoeudItem, pv_noeud_item, PV, NOEUD_ITEM, GObject)

/* Properties: text; count (int64): of the dossiers under the node, 0 until it is known. */
PvNoeudItem *pv_noeud_item_new (const PvNoeud *noeud);
const PvNoeud *pv_noeud_item_get_noeud (PvNoeudItem *self);

/* Takes what changed of the same node. */
void pv_noeud_item_update (PvNoeudItem *self, const PvNoeud *noeud);

gint64 pv_noeud_item_get_count (PvNoeudItem *self);
void pv_noeud_item_set_count (PvNoeudItem *self, gint64 count);

/* (transfer none): those below it, of PvNoeudItem. */
GListStore *pv_noeud_item_get_children (PvNoeudItem *self);

G_END_DECLS
