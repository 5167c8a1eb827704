/* pv-noeud.c: a node of a frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-noeud.h"

const PvChamp pv_noeud_champs[] = {
  PV_CHAMP_I (PvNoeud, cadre_id), PV_CHAMP_I (PvNoeud, parent_id),
  PV_CHAMP_T (PvNoeud, code),     PV_CHAMP_T (PvNoeud, niveau),
  PV_CHAMP_I (PvNoeud, ordre),    PV_CHAMP_T (PvNoeud, libelle),
  PV_CHAMP_T (PvNoeud, source),   { NULL },
};

PvNoeud *
pv_noeud_new (void)
{
  return pv_champs_new (pv_noeud_champs, sizeof (PvNoeud));
}

PvNoeud *
pv_noeud_copy (const PvNoeud *self)
{
  return pv_champs_copy (pv_noeud_champs, sizeof (PvNoeud), self);
}

void
pv_noeud_free (PvNoeud *self)
{
  pv_champs_free (pv_noeud_champs, self);
}
