/* pv-notation.h: the marks of many dossiers, flat, to compute with
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
 * PvNotationCritere:
 * @grille: position of its grid
 *
 * A criterion of the grid of an appel.
 */
typedef struct
{
  gint64 id;
  guint grille;
  gint64 poids;
  gint64 maximum;
} PvNotationCritere;

/**
 * PvNotationGrille:
 * @premier: position of its first criterion
 * @n: how many it has
 * @multiple: see pv_score_multiple()
 */
typedef struct
{
  gint64 id;
  guint premier;
  guint n;
  gint64 multiple;
} PvNotationGrille;

/**
 * PvNotationInstruction:
 * @poids: of the institution; 1 when the setting does not weigh them
 * @declare: the score as a source gave it, used when there is no mark
 * @grille: position of the grid of the dossier's appel, in the version of its marks; -1: none
 * @premiere: position of its first mark, one for each criterion of the grid
 * @notee: whether it has a mark on that grid
 */
typedef struct
{
  gint64 id;
  gint64 dossier_id;
  gint64 institution_id;
  gint64 poids;
  gint64 declare;
  gint32 grille;
  guint premiere;
  gboolean notee;
} PvNotationInstruction;

/* What a mark can be beside a number of multiple-ths. */
enum
{
  PV_NOTATION_VIDE = -1,
  PV_NOTATION_SANS_OBJET = -2,
};

/**
 * PvNotation:
 * @criteres: (element-type PvNotationCritere): by grid, then order
 * @grilles: (element-type PvNotationGrille):
 * @instructions: (element-type PvNotationInstruction): those submitted, by rising dossier
 * @marques: the marks of each instruction on each criterion
 * @pondere: whether institutions weigh in the mean
 *
 * An instruction counts on the version it was marked on of the grid of the dossier's appel.
 * Marks on the criteria of another grid, as after a move to another appel, are left out.
 */
typedef struct
{
  GArray *criteres;
  GArray *grilles;
  GArray *instructions;
  gint32 *marques;
  gsize n_marques;
  gboolean pondere;
} PvNotation;

/**
 * pv_notation_load:
 * @dossier_id: only this dossier, or %PV_INT_NULL for all of @filtre
 *
 * Reads each table once, from end to end when the filter keeps much of it.
 *
 * Returns: (transfer full): %NULL with @error
 */
PvNotation *pv_notation_load (PvDb *db, const PvFiltre *filtre, gint64 dossier_id, GError **error);
void pv_notation_free (PvNotation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvNotation, pv_notation_free)

/* Returns: (transfer full) (array): the weight of each criterion */
gint64 *pv_notation_dup_poids (const PvNotation *self);

/**
 * pv_notation_compute:
 * @poids: (array): a weight for each criterion: only their ratios count
 * @grille: position of the only grid to compute, or -1 for all
 * @scores: (array): one for each instruction; those of other grids are left as they are
 */
void pv_notation_compute (const PvNotation *self, const gint64 *poids, gint grille, gint64 *scores);

/**
 * pv_notation_resume:
 * @scores: (array): one for each instruction
 * @dossiers: (element-type PvScore) (out caller-allocates): an empty array, filled by rising
 *   dossier with those that have a score; their rank is not set
 */
void pv_notation_resume (const PvNotation *self, const gint64 *scores, GArray *dossiers);

G_END_DECLS
