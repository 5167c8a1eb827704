/* pv-enveloppe-arbre-private.h: how the tree of envelopes is made
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-arbre.h"

G_BEGIN_DECLS

/* An empty line. */
PvEnveloppeNoeud *pv_enveloppe_noeud_new (void);

/* @noeuds: (element-type PvEnveloppeNoeud): every envelope of the year, funders one after the
 * other; each is taken, the array is not. */
PvEnveloppeArbre *pv_enveloppe_arbre_new (gint64 exercice, GPtrArray *noeuds);

G_END_DECLS
