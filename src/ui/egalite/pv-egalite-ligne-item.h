/* pv-egalite-ligne-item.h: a row of the analysis, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "egalite/pv-egalite-analyse.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_LIGNE_ITEM (pv_egalite_ligne_item_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteLigneItem, pv_egalite_ligne_item, PV, EGALITE_LIGNE_ITEM, GObject)

/* @ligne: borrowed; the analysis outlives its items. @total: it is the whole */
PvEgaliteLigneItem *pv_egalite_ligne_item_new (const PvEgaliteLigne *ligne, gboolean total);

const PvEgaliteLigne *pv_egalite_ligne_item_get (PvEgaliteLigneItem *self);
gboolean pv_egalite_ligne_item_is_total (PvEgaliteLigneItem *self);

G_END_DECLS
