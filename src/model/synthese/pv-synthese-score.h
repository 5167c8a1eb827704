/* pv-synthese-score.h: score of a dossier, its rank and its dispersion
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvSyntheseNote:
 * @valeur: the mark; ignored when @sans_objet
 *
 * One criterion of a grid, as marked.
 */
typedef struct
{
  gint64 valeur;
  gint64 maximum;
  gint64 poids;
  gboolean sans_objet;
} PvSyntheseNote;

/**
 * pv_synthese_score:
 *
 * Score of one instruction: 100 × Σ wᵢ·(nᵢ ÷ maxᵢ) ÷ Σ wᵢ over the criteria that
 * are not N/A. Source: domain.md §3, Score.
 *
 * Returns: hundredths of a point, rounded half up; %PV_INT_NULL when Σ w is 0
 */
gint64 pv_synthese_score (const PvSyntheseNote *notes, guint n);

/**
 * PvSyntheseScore:
 * @score: mean over the institutions that submitted, hundredths of a point
 * @dispersion: highest minus lowest; %PV_INT_NULL with a single score
 * @rang: 1 is the best; equal scores have equal ranks
 */
typedef struct
{
  gint64 dossier_id;
  gint64 score;
  gint64 dispersion;
  gint64 rang;
} PvSyntheseScore;

/**
 * pv_synthese_scores_load:
 *
 * Returns: (transfer full) (element-type PvSyntheseScore): by rising dossier,
 *   only those that have a complete score. Chapeaux are not ranked
 */
GArray *pv_synthese_scores_load (PvDb *db, const PvFiltre *filtre, GError **error);

/**
 * pv_synthese_score_get:
 * @score: (out): as in #PvSyntheseScore; %PV_INT_NULL when no institution gave a
 *   complete one, or for a chapeau
 *
 * The score of one dossier, without its rank.
 */
gboolean pv_synthese_score_get (PvDb *db, gint64 dossier_id, gint64 *score, GError **error);

/* (nullable): the score of a dossier in such an array. */
const PvSyntheseScore *pv_synthese_scores_find (const GArray *scores, gint64 dossier_id);

G_END_DECLS
