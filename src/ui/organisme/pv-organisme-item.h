/* pv-organisme-item.h: one organisme of the list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "organisme/pv-organisme-liste-store.h"

G_BEGIN_DECLS

#define PV_TYPE_ORGANISME_ITEM (pv_organisme_item_get_type ())

/* PvOrganismeItem: what a row shows; it does not change. */
G_DECLARE_FINAL_TYPE (PvOrganismeItem, pv_organisme_item, PV, ORGANISME_ITEM, GObject)

/* @resume: (transfer full) */
PvOrganismeItem *pv_organisme_item_new (PvOrganismeResume *resume);

/* (transfer none) */
const PvOrganismeResume *pv_organisme_item_get (PvOrganismeItem *self);

/* The key its name sorts by, accents after their letter; (transfer none). */
const char *pv_organisme_item_get_sort_key (PvOrganismeItem *self);

G_END_DECLS
