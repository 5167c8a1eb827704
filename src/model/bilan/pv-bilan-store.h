/* pv-bilan-store.h: the SQL of pv-bilan
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_bilan_store_insert (PvDb *db, PvBilan *bilan, GError **error);
gboolean pv_bilan_store_update (PvDb *db, const PvBilan *bilan, gboolean *changed, GError **error);
gboolean pv_bilan_store_delete (PvDb *db, gint64 id, GError **error);
PvBilan *pv_bilan_store_get (PvDb *db, gint64 id, GError **error);

/**
 * pv_bilan_store_load:
 *
 * Returns: (transfer full): the bilan of a dossier; where there is none yet an empty one with
 *   its dossier and the id 0; %NULL with an error
 */
PvBilan *pv_bilan_store_load (PvDb *db, gint64 dossier_id, GError **error);

/* Writes a record of pv_bilan_store_load(): inserts it when it is new and not empty. */
gboolean pv_bilan_store_save (PvDb *db, PvBilan *bilan, gboolean *changed, GError **error);

/**
 * pv_bilan_store_set_reponse:
 * @question: an id of pv-bilan-question.h
 * @reponse: (nullable): %NULL or blank removes it
 *
 * One qualitative answer; makes the bilan when there is none.
 */
gboolean pv_bilan_store_set_reponse (PvDb *db,
                                     gint64 dossier_id,
                                     const char *question,
                                     const char *reponse,
                                     gboolean *changed,
                                     GError **error);

/* (transfer full): question → answer, both owned texts. */
GHashTable *pv_bilan_store_list_reponses (PvDb *db, gint64 dossier_id, GError **error);

/* (transfer full) (element-type PvBilanPart): by payer. */
GArray *pv_bilan_store_list_parts (PvDb *db, gint64 dossier_id, GError **error);

/* Whether a payer still owes of what it notified; what was paid back since the bilan was
 * validated, because it says so, is not owed again. */
gboolean pv_bilan_store_has_due (PvDb *db, gint64 dossier_id, gboolean *owed, GError **error);

/**
 * pv_bilan_store_get_charges:
 * @prevu: (out): the coût total: planned charges of the budget, else as stated
 * @realise: (out): Σ realised of the classes 60 to 69 and indirect
 */
gboolean pv_bilan_store_get_charges (PvDb *db,
                                     gint64 dossier_id,
                                     PvCents *prevu,
                                     PvCents *realise,
                                     GError **error);

G_END_DECLS
