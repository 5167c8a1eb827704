/* pv-score-store.h: scores and ranks of the dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"
#include "score/pv-score.h"

G_BEGIN_DECLS

/**
 * pv_score_store_load:
 *
 * Returns: (transfer full) (element-type PvScore): by rising dossier, only those
 *   that have a complete score. Chapeaux are not ranked
 */
GArray *pv_score_store_load (PvDb *db, const PvFiltre *filtre, GError **error);

/**
 * pv_score_store_get:
 * @score: (out caller-allocates): without its rank; its score is %PV_INT_NULL when no
 *   institution gave a complete one, or for a chapeau
 */
gboolean pv_score_store_get (PvDb *db, gint64 dossier_id, PvScore *score, GError **error);

G_END_DECLS
