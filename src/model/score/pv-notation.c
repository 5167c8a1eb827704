/* pv-notation.c: the marks of many dossiers, flat, to compute with
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "score/pv-notation.h"

void
pv_notation_free (PvNotation *self)
{
  g_array_unref (self->criteres);
  g_array_unref (self->grilles);
  g_array_unref (self->instructions);
  g_free (self->marques);
  g_free (self);
}

gint64 *
pv_notation_dup_poids (const PvNotation *self)
{
  gint64 *poids = g_new (gint64, self->criteres->len + 1);

  for (guint i = 0; i < self->criteres->len; i++)
    poids[i] = g_array_index (self->criteres, PvNotationCritere, i).poids;

  return poids;
}

static gint64
compute_instruction (const PvNotation *self,
                     const PvNotationInstruction *instruction,
                     const gint64 *poids)
{
  const PvNotationGrille *grille;
  const gint32 *marques;
  PvScoreEntier points = 0;
  PvScoreEntier somme = 0;

  if (!instruction->notee)
    return instruction->declare;

  grille = &g_array_index (self->grilles, PvNotationGrille, instruction->grille);
  marques = self->marques + instruction->premiere;
  poids += grille->premier;
  for (guint i = 0; i < grille->n; i++)
    {
      if (marques[i] == PV_NOTATION_SANS_OBJET)
        continue;
      if (marques[i] == PV_NOTATION_VIDE)
        return PV_INT_NULL;
      points += (PvScoreEntier)poids[i] * marques[i];
      somme += poids[i];
    }

  return pv_score_round (points, somme, grille->multiple);
}

void
pv_notation_compute (const PvNotation *self, const gint64 *poids, gint grille, gint64 *scores)
{
  for (guint i = 0; i < self->instructions->len; i++)
    {
      const PvNotationInstruction *instruction =
          &g_array_index (self->instructions, PvNotationInstruction, i);

      if (grille < 0 || instruction->grille == grille)
        scores[i] = compute_instruction (self, instruction, poids);
    }
}

void
pv_notation_resume (const PvNotation *self, const gint64 *scores, GArray *dossiers)
{
  const PvNotationInstruction *all = (PvNotationInstruction *)(void *)self->instructions->data;
  guint n = self->instructions->len;
  guint end;

  for (guint first = 0; first < n; first = end)
    {
      PvScoreMoyenne moyenne = { 0 };
      PvScore dossier = { .dossier_id = all[first].dossier_id };

      for (end = first; end < n && all[end].dossier_id == all[first].dossier_id; end++)
        pv_score_moyenne_add (&moyenne, scores[end], all[end].poids);
      dossier.score = pv_score_moyenne_get (&moyenne);
      dossier.dispersion = pv_score_moyenne_get_dispersion (&moyenne);
      dossier.rang = PV_INT_NULL;
      if (dossier.score != PV_INT_NULL)
        g_array_append_val (dossiers, dossier);
    }
}
