/* pv-seance-item.h: a séance in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_ITEM (pv_seance_item_get_type ())

G_DECLARE_FINAL_TYPE (PvSeanceItem, pv_seance_item, PV, SEANCE_ITEM, GObject)

/* @resume: (transfer full) */
PvSeanceItem *pv_seance_item_new (PvSeanceResume *resume);

const PvSeanceResume *pv_seance_item_get (PvSeanceItem *self);

/* Adds the columns of the list of séances. */
void pv_seance_columns_add (GtkColumnView *view);

G_END_DECLS
