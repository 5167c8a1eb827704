/* pv-versement-liste.h: the rows of the list of payments, read when they are shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "versement/pv-versement-suivi.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_ITEM (pv_versement_item_get_type ())

/*
 * PvVersementItem: one financement of the list. Signal `notify::revision`: what it says was
 * read again.
 */
G_DECLARE_FINAL_TYPE (PvVersementItem, pv_versement_item, PV, VERSEMENT_ITEM, GObject)

const PvVersementSuivi *pv_versement_item_get_suivi (PvVersementItem *self);

/* (nullable): %NULL when the financement is gone */
const PvVersementLigne *pv_versement_item_get_ligne (PvVersementItem *self);

#define PV_TYPE_VERSEMENT_LISTE (pv_versement_liste_get_type ())

/*
 * PvVersementListe: a GListModel of #PvVersementItem over the rows that a worker found. Its
 * words are read when a row is asked for, and few are kept, whatever the length.
 */
G_DECLARE_FINAL_TYPE (PvVersementListe, pv_versement_liste, PV, VERSEMENT_LISTE, GObject)

PvVersementListe *pv_versement_liste_new (PvContext *context);

/* @lignes: (element-type PvVersementSuivi) (transfer full): takes the place of the rows:
 * those that stay are read again where they are. */
void pv_versement_liste_take (PvVersementListe *self, GArray *lignes);

/* The row at a position, without its words; it lives until the next take. */
const PvVersementSuivi *pv_versement_liste_get_suivi (PvVersementListe *self, guint position);

G_END_DECLS
