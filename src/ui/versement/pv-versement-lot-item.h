/* pv-versement-lot-item.h: a financement that is paid, in the list of the dialog
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "versement/pv-versement-lot.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_LOT_ITEM (pv_versement_lot_item_get_type ())

/*
 * PvVersementLotItem: what is typed of a line stays here while its row shows another. Signals:
 * changed (): its amount, its kind; checked (): what there is to say of it; left-out ().
 */
G_DECLARE_FINAL_TYPE (PvVersementLotItem, pv_versement_lot_item, PV, VERSEMENT_LOT_ITEM, GObject)

/* What is due is proposed. @ligne: (transfer full) */
PvVersementLotItem *pv_versement_lot_item_new (const PvVersementSuivi *suivi,
                                               PvVersementLigne *ligne);

const PvVersementSuivi *pv_versement_lot_item_get_suivi (PvVersementLotItem *self);
const PvVersementLigne *pv_versement_lot_item_get_ligne (PvVersementLotItem *self);

/* What is asked to pay; its amount is %PV_CENTS_NULL while what is typed is refused. */
void pv_versement_lot_item_get (PvVersementLotItem *self, PvVersementLotLigne *demande);

/* (nullable): what was typed and is refused, and why. */
const char *pv_versement_lot_item_get_text (PvVersementLotItem *self);
const char *pv_versement_lot_item_get_problem (PvVersementLotItem *self);

/* The kind follows the amount until it is chosen. */
void pv_versement_lot_item_type (PvVersementLotItem *self, const char *text);
void pv_versement_lot_item_choose (PvVersementLotItem *self, PvVersementGenre genre);

void pv_versement_lot_item_leave_out (PvVersementLotItem *self);

/* @objections: (element-type PvVersementObjection): those of the line @index are kept */
void pv_versement_lot_item_set_objections (PvVersementLotItem *self,
                                           const GPtrArray *objections,
                                           int index);

/* In words, "" when there is nothing to say; @gravite: (out): the gravest */
const char *pv_versement_lot_item_get_objection (PvVersementLotItem *self,
                                                 PvVersementGravite *gravite);

G_END_DECLS
