/* pv-synthese-score.c: score of an instruction
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-score.h"

static gint64
gcd (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/* Fractions of different maxima add up exactly over their common multiple, so
 * that a half is rounded as a half. */
static gint64
common_multiple (const PvSyntheseNote *notes, guint n)
{
  gint64 multiple = 1;

  for (guint i = 0; i < n; i++)
    if (!notes[i].sans_objet)
      multiple = multiple / gcd (multiple, notes[i].maximum) * notes[i].maximum;

  return multiple;
}

gint64
pv_synthese_score (const PvSyntheseNote *notes, guint n)
{
  gint64 multiple = common_multiple (notes, n);
  gint64 points = 0;
  gint64 weights = 0;

  for (guint i = 0; i < n; i++)
    if (!notes[i].sans_objet)
      {
        points += notes[i].poids * notes[i].valeur * (multiple / notes[i].maximum);
        weights += notes[i].poids;
      }

  if (weights == 0)
    return PV_INT_NULL;

  return (2 * 10000 * points + weights * multiple) / (2 * weights * multiple);
}

const PvSyntheseScore *
pv_synthese_scores_find (const GArray *scores, gint64 dossier_id)
{
  guint low = 0;
  guint high = scores->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PvSyntheseScore *score = &g_array_index (scores, PvSyntheseScore, middle);

      if (score->dossier_id == dossier_id)
        return score;

      if (score->dossier_id < dossier_id)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}
