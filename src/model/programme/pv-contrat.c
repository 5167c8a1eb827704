/* pv-contrat.c: an agreement of the politique de la ville
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-contrat.h"

const PvChamp pv_contrat_champs[] = {
  PV_CHAMP_T (PvContrat, code),
  PV_CHAMP_T (PvContrat, nom),
  PV_CHAMP_T (PvContrat, epci_nom),
  PV_CHAMP_T (PvContrat, epci_siren),
  PV_CHAMP_I (PvContrat, annee_debut),
  PV_CHAMP_I (PvContrat, annee_fin),
  { NULL },
};

PvContrat *
pv_contrat_new (void)
{
  return pv_champs_new (pv_contrat_champs, sizeof (PvContrat));
}

PvContrat *
pv_contrat_copy (const PvContrat *self)
{
  return pv_champs_copy (pv_contrat_champs, sizeof (PvContrat), self);
}

void
pv_contrat_free (PvContrat *self)
{
  pv_champs_free (pv_contrat_champs, self);
}
