/* pv-convention.c: a grant agreement between one payer and one organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention.h"

const PvChamp pv_convention_champs[] = {
  PV_CHAMP_T (PvConvention, numero),
  PV_CHAMP_I (PvConvention, financeur_id),
  PV_CHAMP_I (PvConvention, organisme_id),
  PV_CHAMP_T (PvConvention, objet),
  PV_CHAMP_I (PvConvention, annee_debut),
  PV_CHAMP_I (PvConvention, annee_fin),
  PV_CHAMP_T (PvConvention, signee_le),
  PV_CHAMP_T (PvConvention, envoyee_le),
  PV_CHAMP_T (PvConvention, retournee_le),
  PV_CHAMP_T (PvConvention, notifiee_le),
  PV_CHAMP_I (PvConvention, paiement_delai_jours),
  PV_CHAMP_T (PvConvention, conditions_versement),
  PV_CHAMP_T (PvConvention, commentaire),
  { NULL },
};

PvConvention *
pv_convention_new (void)
{
  return pv_champs_new (pv_convention_champs, sizeof (PvConvention));
}

PvConvention *
pv_convention_copy (const PvConvention *self)
{
  return pv_champs_copy (pv_convention_champs, sizeof (PvConvention), self);
}

void
pv_convention_free (PvConvention *self)
{
  pv_champs_free (pv_convention_champs, self);
}

gboolean
pv_convention_is_pluriannuelle (const PvConvention *self)
{
  return self->annee_fin > self->annee_debut;
}
