/* pv-dispositif.c: a line of credits of a payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financeur/pv-dispositif.h"

static const PvMot nature_credits_mots[] = {
  { "specifique", "Crédits spécifiques" },
  { "droit_commun", "Droit commun" },
  { "mixte", "Mixte" },
};

PV_DEFINE_VOCABULAIRE (PvNatureCredits, pv_nature_credits, nature_credits_mots)

const PvChamp pv_dispositif_champs[] = {
  PV_CHAMP_I (PvDispositif, financeur_id),
  PV_CHAMP_T (PvDispositif, code),
  PV_CHAMP_T (PvDispositif, nom),
  PV_CHAMP_T (PvDispositif, nom_plie),
  PV_CHAMP_E (PvDispositif, nature_credits, pv_nature_credits_vocabulaire),
  PV_CHAMP_E (PvDispositif, section, pv_section_vocabulaire),
  PV_CHAMP_I (PvDispositif, plafond_aide_publique_bp),
  PV_CHAMP_T (PvDispositif, description),
  PV_CHAMP_T (PvDispositif, source),
  { NULL },
};

PvDispositif *
pv_dispositif_new (void)
{
  return pv_champs_new (pv_dispositif_champs, sizeof (PvDispositif));
}

PvDispositif *
pv_dispositif_copy (const PvDispositif *self)
{
  return pv_champs_copy (pv_dispositif_champs, sizeof (PvDispositif), self);
}

void
pv_dispositif_free (PvDispositif *self)
{
  pv_champs_free (pv_dispositif_champs, self);
}
