/* pv-instruction-fiche.c: the running score of an instruction
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-fiche.h"

#include "instruction/pv-note-store.h"

void
pv_instruction_fiche_free (PvInstructionFiche *self)
{
  if (self == NULL)
    return;
  g_free (self->institution);
  g_clear_pointer (&self->courante, pv_instruction_free);
  g_clear_pointer (&self->soumise, pv_instruction_free);
  g_free (self->agent);
  g_clear_pointer (&self->grille, pv_grille_free);
  g_clear_pointer (&self->criteres, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_free (self->ailleurs);
  g_clear_pointer (&self->credits, g_array_unref);
  g_clear_pointer (&self->tous, g_array_unref);
  g_free (self->refus);
  g_free (self);
}

PvCents
pv_instruction_credit_get_reste (const PvInstructionCredit *self)
{
  if (self->hors_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  return self->hors_cents - (self->propose_cents != PV_CENTS_NULL ? self->propose_cents : 0);
}

gint64
pv_instruction_get_points (const PvCritere *critere, const PvNote *note)
{
  PvScoreEntier points;

  if (note == NULL || note->sans_objet || note->valeur == PV_INT_NULL || critere->maximum <= 0)
    return PV_INT_NULL;
  points = (PvScoreEntier)critere->poids * note->valeur * 100;

  return (gint64)((2 * points + critere->maximum) / (2 * (PvScoreEntier)critere->maximum));
}

/* Of all the points, rounded once. */
static gint64
sum_points (const PvScoreNote *notes, guint n)
{
  PvScoreEntier points = 0;
  gint64 multiple = 1;

  for (guint i = 0; i < n; i++)
    multiple = pv_score_multiple (multiple, notes[i].maximum);
  for (guint i = 0; i < n; i++)
    if (!notes[i].sans_objet)
      points += (PvScoreEntier)notes[i].poids *
                pv_score_part (notes[i].valeur, notes[i].maximum, multiple);

  return (gint64)((2 * points * 100 + multiple) / (2 * (PvScoreEntier)multiple));
}

void
pv_instruction_bilan_compute (GPtrArray *criteres, const GArray *notes, PvInstructionBilan *bilan)
{
  g_autofree PvScoreNote *marques = g_new0 (PvScoreNote, MAX (criteres->len, 1));
  guint n = 0;

  *bilan = (PvInstructionBilan){ PV_INT_NULL, PV_INT_NULL, 0, 0, 0, 0, criteres->len };
  for (guint i = 0; i < criteres->len; i++)
    {
      const PvCritere *critere = criteres->pdata[i];
      const PvNote *note = pv_notes_find (notes, critere->id);

      if (note == NULL)
        continue;
      marques[n++] =
          (PvScoreNote){ critere->poids, critere->maximum, note->valeur, note->sans_objet };
      if (note->sans_objet)
        bilan->n_sans_objet++;
      else
        {
          bilan->n_notes++;
          bilan->poids += critere->poids;
        }
    }

  bilan->points = sum_points (marques, n);
  bilan->provisoire = bilan->n_notes > 0 ? pv_score_compute (marques, n) : PV_INT_NULL;
  if (n == criteres->len)
    bilan->score = bilan->provisoire;
}
