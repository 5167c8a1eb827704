/* pv-grille.c: a scoring grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-grille.h"

const PvChamp pv_grille_champs[] = {
  PV_CHAMP_T (PvGrille, nom),   PV_CHAMP_I (PvGrille, version), PV_CHAMP_I (PvGrille, remplace_id),
  PV_CHAMP_B (PvGrille, gelee), PV_CHAMP_T (PvGrille, source),  { NULL },
};

PvGrille *
pv_grille_new (void)
{
  PvGrille *self = pv_champs_new (pv_grille_champs, sizeof (PvGrille));

  self->version = 1;

  return self;
}

PvGrille *
pv_grille_copy (const PvGrille *self)
{
  return pv_champs_copy (pv_grille_champs, sizeof (PvGrille), self);
}

void
pv_grille_free (PvGrille *self)
{
  pv_champs_free (pv_grille_champs, self);
}
