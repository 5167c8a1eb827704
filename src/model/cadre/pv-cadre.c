/* pv-cadre.c: a strategic frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-cadre.h"

const PvChamp pv_cadre_champs[] = {
  PV_CHAMP_T (PvCadre, code),
  PV_CHAMP_T (PvCadre, nom),
  PV_CHAMP_I (PvCadre, annee_debut),
  PV_CHAMP_I (PvCadre, annee_fin),
  PV_CHAMP_B (PvCadre, principal),
  PV_CHAMP_T (PvCadre, source),
  { NULL },
};

PvCadre *
pv_cadre_new (void)
{
  return pv_champs_new (pv_cadre_champs, sizeof (PvCadre));
}

PvCadre *
pv_cadre_copy (const PvCadre *self)
{
  return pv_champs_copy (pv_cadre_champs, sizeof (PvCadre), self);
}

void
pv_cadre_free (PvCadre *self)
{
  pv_champs_free (pv_cadre_champs, self);
}
