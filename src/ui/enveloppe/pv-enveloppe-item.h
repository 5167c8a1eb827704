/* pv-enveloppe-item.h: a line of the table of envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "enveloppe/pv-enveloppe-arbre.h"

G_BEGIN_DECLS

#define PV_TYPE_ENVELOPPE_ITEM (pv_enveloppe_item_get_type ())

/* Signals: changed (): what its line says changed. */
G_DECLARE_FINAL_TYPE (PvEnveloppeItem, pv_enveloppe_item, PV, ENVELOPPE_ITEM, GObject)

/* (transfer full): of one line of a tree, and of those below it. The tree is kept. */
PvEnveloppeItem *pv_enveloppe_item_new (PvEnveloppeArbre *arbre, const PvEnveloppeNoeud *noeud);

const PvEnveloppeNoeud *pv_enveloppe_item_get_noeud (PvEnveloppeItem *self);

/* Whether it is the sum of all. */
gboolean pv_enveloppe_item_is_total (PvEnveloppeItem *self);

/* (transfer none): the lines below */
GListModel *pv_enveloppe_item_get_enfants (PvEnveloppeItem *self);

/**
 * pv_enveloppe_items_update:
 * @items: (element-type PvEnveloppeItem): the lines of a tree, its total last
 *
 * Shows another reading in the same lines, which stay where they are.
 *
 * Returns: %FALSE when they are not the same envelopes: nothing is done
 */
gboolean pv_enveloppe_items_update (GListModel *items, PvEnveloppeArbre *arbre);

/* Makes the lines of a tree, its total last. */
void pv_enveloppe_items_fill (GListStore *items, PvEnveloppeArbre *arbre);

G_END_DECLS
