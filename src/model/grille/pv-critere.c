/* pv-critere.c: a criterion of a scoring grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-critere.h"

const PvChamp pv_critere_champs[] = {
  PV_CHAMP_I (PvCritere, grille_id),
  PV_CHAMP_I (PvCritere, ordre),
  PV_CHAMP_T (PvCritere, libelle),
  PV_CHAMP_T (PvCritere, aide),
  PV_CHAMP_I (PvCritere, poids),
  PV_CHAMP_I (PvCritere, maximum),
  PV_CHAMP_B (PvCritere, sans_objet_permis),
  { NULL },
};

PvCritere *
pv_critere_new (void)
{
  PvCritere *self = pv_champs_new (pv_critere_champs, sizeof (PvCritere));

  self->ordre = 1;
  self->poids = 1;
  self->maximum = 5;

  return self;
}

PvCritere *
pv_critere_copy (const PvCritere *self)
{
  return pv_champs_copy (pv_critere_champs, sizeof (PvCritere), self);
}

void
pv_critere_free (PvCritere *self)
{
  pv_champs_free (pv_critere_champs, self);
}
