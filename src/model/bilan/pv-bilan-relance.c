/* pv-bilan-relance.c: a reminder of a compte rendu that is awaited
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-relance.h"

static const PvMot moyens[] = {
  { "courriel", "courriel" },
  { "courrier", "courrier" },
  { "telephone", "téléphone" },
};

PV_DEFINE_VOCABULAIRE (PvBilanMoyen, pv_bilan_moyen, moyens)

const PvChamp pv_bilan_relance_champs[] = {
  PV_CHAMP_I (PvBilanRelance, dossier_id),
  PV_CHAMP_T (PvBilanRelance, relance_le),
  PV_CHAMP_E (PvBilanRelance, moyen, pv_bilan_moyen_vocabulaire),
  PV_CHAMP_T (PvBilanRelance, commentaire),
  { NULL },
};

PvBilanRelance *
pv_bilan_relance_new (void)
{
  return pv_champs_new (pv_bilan_relance_champs, sizeof (PvBilanRelance));
}

void
pv_bilan_relance_free (PvBilanRelance *self)
{
  pv_champs_free (pv_bilan_relance_champs, self);
}
