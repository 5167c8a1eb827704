/* pv-contact.c: a professional contact of an organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-contact.h"

const PvChamp pv_contact_champs[] = {
  PV_CHAMP_I (PvContact, organisme_id), PV_CHAMP_T (PvContact, nom),
  PV_CHAMP_T (PvContact, fonction),     PV_CHAMP_T (PvContact, courriel),
  PV_CHAMP_T (PvContact, telephone),    { NULL },
};

PvContact *
pv_contact_new (void)
{
  return pv_champs_new (pv_contact_champs, sizeof (PvContact));
}

PvContact *
pv_contact_copy (const PvContact *self)
{
  return pv_champs_copy (pv_contact_champs, sizeof (PvContact), self);
}

void
pv_contact_free (PvContact *self)
{
  pv_champs_free (pv_contact_champs, self);
}
