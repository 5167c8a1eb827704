/* pv-institution.c: one that instructs, gives avis and sits in committees
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "institution/pv-institution.h"

const PvChamp pv_institution_champs[] = {
  PV_CHAMP_T (PvInstitution, nom),
  PV_CHAMP_I (PvInstitution, organisme_id),
  PV_CHAMP_I (PvInstitution, poids),
  PV_CHAMP_I (PvInstitution, ordre),
  { NULL },
};

PvInstitution *
pv_institution_new (void)
{
  PvInstitution *self = pv_champs_new (pv_institution_champs, sizeof (PvInstitution));

  self->poids = 1;

  return self;
}

PvInstitution *
pv_institution_copy (const PvInstitution *self)
{
  return pv_champs_copy (pv_institution_champs, sizeof (PvInstitution), self);
}

void
pv_institution_free (PvInstitution *self)
{
  pv_champs_free (pv_institution_champs, self);
}
