/* pv-axe.c: a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marqueur/pv-axe.h"

const PvChamp pv_axe_champs[] = {
  PV_CHAMP_T (PvAxe, code),  PV_CHAMP_T (PvAxe, libelle), PV_CHAMP_B (PvAxe, arbre),
  PV_CHAMP_I (PvAxe, ordre), PV_CHAMP_T (PvAxe, source),  { NULL },
};

PvAxe *
pv_axe_new (void)
{
  return pv_champs_new (pv_axe_champs, sizeof (PvAxe));
}

PvAxe *
pv_axe_copy (const PvAxe *self)
{
  return pv_champs_copy (pv_axe_champs, sizeof (PvAxe), self);
}

void
pv_axe_free (PvAxe *self)
{
  pv_champs_free (pv_axe_champs, self);
}
