/* pv-instance.c: a committee
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instance/pv-instance.h"

static const PvMot effets[] = {
  { "avis", "avis" },
  { "decision", "décision" },
};

PV_DEFINE_VOCABULAIRE (PvInstanceEffet, pv_instance_effet, effets)

const PvChamp pv_instance_champs[] = {
  PV_CHAMP_T (PvInstance, nom),
  PV_CHAMP_E (PvInstance, effet, pv_instance_effet_vocabulaire),
  PV_CHAMP_I (PvInstance, quorum),
  PV_CHAMP_T (PvInstance, source),
  { NULL },
};

PvInstance *
pv_instance_new (void)
{
  PvInstance *self = pv_champs_new (pv_instance_champs, sizeof (PvInstance));

  self->effet = PV_INSTANCE_EFFET_DECISION;

  return self;
}

PvInstance *
pv_instance_copy (const PvInstance *self)
{
  return pv_champs_copy (pv_instance_champs, sizeof (PvInstance), self);
}

void
pv_instance_free (PvInstance *self)
{
  pv_champs_free (pv_instance_champs, self);
}

PvInstanceMembre *
pv_instance_membre_new (void)
{
  return g_new0 (PvInstanceMembre, 1);
}

void
pv_instance_membre_free (PvInstanceMembre *self)
{
  if (self == NULL)
    return;
  g_free (self->institution);
  g_free (self->representant);
  g_free (self);
}
