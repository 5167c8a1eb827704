/* pv-score.h: score of an instruction, and of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvScoreNote:
 * @poids: weight of the criterion
 * @maximum: its highest mark
 * @valeur: the mark, %PV_INT_NULL when there is none yet; ignored when @sans_objet
 * @sans_objet: N/A, which is not 0
 *
 * One criterion of a grid, as marked.
 */
typedef struct
{
  gint64 poids;
  gint64 maximum;
  gint64 valeur;
  gboolean sans_objet;
} PvScoreNote;

/**
 * pv_score_compute:
 * @notes: one for each criterion of the grid
 *
 * Score of one instruction: 100 × Σ wᵢ·(nᵢ ÷ maxᵢ) ÷ Σ wᵢ over the criteria that
 * are not N/A. Source: domain.md §3, Score.
 *
 * Returns: hundredths of a point, rounded half up; %PV_INT_NULL when a mark is
 *   missing or out of its bounds, or Σ w is 0
 */
gint64 pv_score_compute (const PvScoreNote *notes, guint n);

/* Weights times fractions, exactly. */
__extension__ typedef __int128 PvScoreEntier;

/* Beyond it (maxima without a common divisor), fractions are rounded to 10⁻⁹. */
#define PV_SCORE_MULTIPLE_MAX G_GINT64_CONSTANT (1000000000)

/* No grid has a heavier weight; what another programme wrote is brought back to it. */
#define PV_SCORE_POIDS_MAX G_GINT64_CONSTANT (1000000000000)

/**
 * pv_score_multiple:
 * @multiple: 1, or what the criteria before gave
 *
 * Fractions of different maxima add up exactly over their common multiple, so
 * that a half is rounded as a half.
 */
gint64 pv_score_multiple (gint64 multiple, gint64 maximum);

/* @valeur ÷ @maximum, as a number of @multiple-ths. */
gint64 pv_score_part (gint64 valeur, gint64 maximum, gint64 multiple);

/**
 * pv_score_round:
 * @points: Σ weight × part
 * @poids: Σ weight
 *
 * Returns: hundredths of a point, rounded half up; %PV_INT_NULL when @poids is 0
 */
gint64 pv_score_round (PvScoreEntier points, PvScoreEntier poids, gint64 multiple);

/**
 * PvScoreMoyenne:
 *
 * The scores of the institutions on one dossier, as they come; zeros to begin with.
 */
typedef struct
{
  PvScoreEntier somme;
  PvScoreEntier poids;
  gint64 min;
  gint64 max;
  guint n;
} PvScoreMoyenne;

/* @score: hundredths of a point; %PV_INT_NULL (incomplete) is left out. */
void pv_score_moyenne_add (PvScoreMoyenne *self, gint64 score, gint64 poids);

/* The mean rounded half up; %PV_INT_NULL without a score, or when Σ weight is 0. */
gint64 pv_score_moyenne_get (const PvScoreMoyenne *self);

/* The highest minus the lowest, whatever they weigh; %PV_INT_NULL below two scores. */
gint64 pv_score_moyenne_get_dispersion (const PvScoreMoyenne *self);

/**
 * PvScore:
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
} PvScore;

/**
 * pv_score_is_divergent:
 * @dispersion: of a dossier, hundredths of a point, or %PV_INT_NULL
 * @seuil: from which institutions are said apart, in points; %PV_INT_NULL: never
 */
gboolean pv_score_is_divergent (gint64 dispersion, gint64 seuil);

/* Sets the ranks of @scores (element-type PvScore), which stays by rising dossier. */
void pv_scores_rank (GArray *scores);

/* (nullable): the score of a dossier in what pv_score_store_load() gave. */
const PvScore *pv_scores_find (const GArray *scores, gint64 dossier_id);

G_END_DECLS
