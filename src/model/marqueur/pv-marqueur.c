/* pv-marqueur.c: the collective mark of a dossier on a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marqueur/pv-marqueur.h"

const PvChamp pv_marqueur_champs[] = {
  PV_CHAMP_I (PvMarqueur, dossier_id),
  PV_CHAMP_I (PvMarqueur, axe_id),
  PV_CHAMP_I (PvMarqueur, valeur),
  PV_CHAMP_T (PvMarqueur, justification),
  PV_CHAMP_T (PvMarqueur, decide_le),
  PV_CHAMP_T (PvMarqueur, decide_par),
  { NULL },
};

PvMarqueur *
pv_marqueur_new (void)
{
  return pv_champs_new (pv_marqueur_champs, sizeof (PvMarqueur));
}

PvMarqueur *
pv_marqueur_copy (const PvMarqueur *self)
{
  return pv_champs_copy (pv_marqueur_champs, sizeof (PvMarqueur), self);
}

void
pv_marqueur_free (PvMarqueur *self)
{
  pv_champs_free (pv_marqueur_champs, self);
}
