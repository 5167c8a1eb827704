/* pv-versement-liste.h: the rows of the list of payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "versement/pv-versement-suivi.h"
#include "widget/pv-row-list.h"

G_BEGIN_DECLS

/* Of a row of the list: a financement. */
const PvVersementSuivi *pv_versement_row_get_suivi (PvRow *row);

/* (nullable): %NULL when the financement is gone */
const PvVersementLigne *pv_versement_row_get_ligne (PvRow *row);

#define PV_TYPE_VERSEMENT_LISTE (pv_versement_liste_get_type ())

/* PvVersementListe: a #PvRowList over #PvVersementSuivi, with the words of #PvVersementLigne. */
G_DECLARE_FINAL_TYPE (PvVersementListe, pv_versement_liste, PV, VERSEMENT_LISTE, PvRowList)

PvVersementListe *pv_versement_liste_new (PvContext *context);

/* The row at a position, without its words; it lives until the next take. */
const PvVersementSuivi *pv_versement_liste_get_suivi (PvVersementListe *self, guint position);

G_END_DECLS
