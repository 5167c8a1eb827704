/* pv-score-store.c: scores and ranks of the dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "score/pv-score-store.h"

#include "score/pv-notation.h"

/* Returns: (transfer full) (element-type PvScore): without ranks */
static GArray *
load (PvDb *db, const PvFiltre *filtre, gint64 dossier_id, GError **error)
{
  g_autoptr (PvNotation) notation = pv_notation_load (db, filtre, dossier_id, error);
  g_autofree gint64 *scores = NULL;
  g_autofree gint64 *poids = NULL;
  GArray *dossiers;

  if (notation == NULL)
    return NULL;

  poids = pv_notation_dup_poids (notation);
  scores = g_new (gint64, notation->instructions->len + 1);
  pv_notation_compute (notation, poids, -1, scores);
  dossiers = g_array_new (FALSE, FALSE, sizeof (PvScore));
  pv_notation_resume (notation, scores, dossiers);

  return dossiers;
}

GArray *
pv_score_store_load (PvDb *db, const PvFiltre *filtre, GError **error)
{
  GArray *scores = load (db, filtre, PV_INT_NULL, error);

  if (scores != NULL)
    pv_scores_rank (scores);

  return scores;
}

gboolean
pv_score_store_get (PvDb *db, gint64 dossier_id, PvScore *score, GError **error)
{
  PvFiltre tout = PV_FILTRE_TOUT;
  g_autoptr (GArray) scores = load (db, &tout, dossier_id, error);

  if (scores == NULL)
    return FALSE;

  *score = (PvScore){ dossier_id, PV_INT_NULL, PV_INT_NULL, PV_INT_NULL };
  if (scores->len > 0)
    *score = g_array_index (scores, PvScore, 0);

  return TRUE;
}
