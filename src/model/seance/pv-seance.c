/* pv-seance.c: a meeting of an instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance.h"

static const PvMot etats[] = {
  { "preparee", "préparée" },
  { "ouverte", "ouverte" },
  { "close", "close" },
};

PV_DEFINE_VOCABULAIRE (PvSeanceEtat, pv_seance_etat, etats)

const PvChamp pv_seance_champs[] = {
  PV_CHAMP_I (PvSeance, instance_id),
  PV_CHAMP_I (PvSeance, appel_id),
  PV_CHAMP_T (PvSeance, date_le),
  PV_CHAMP_T (PvSeance, lieu),
  PV_CHAMP_E (PvSeance, etat, pv_seance_etat_vocabulaire),
  PV_CHAMP_T (PvSeance, ouverte_a),
  PV_CHAMP_T (PvSeance, close_a),
  PV_CHAMP_T (PvSeance, proces_verbal),
  PV_CHAMP_I (PvSeance, minuterie_min),
  { NULL },
};

PvSeance *
pv_seance_new (void)
{
  PvSeance *self = pv_champs_new (pv_seance_champs, sizeof (PvSeance));

  self->etat = PV_SEANCE_ETAT_PREPAREE;

  return self;
}

PvSeance *
pv_seance_copy (const PvSeance *self)
{
  return pv_champs_copy (pv_seance_champs, sizeof (PvSeance), self);
}

void
pv_seance_free (PvSeance *self)
{
  pv_champs_free (pv_seance_champs, self);
}

void
pv_seance_presence_free (PvSeancePresence *self)
{
  if (self == NULL)
    return;
  g_free (self->institution);
  g_free (self->personne);
  g_free (self);
}

void
pv_deport_free (PvDeport *self)
{
  if (self == NULL)
    return;
  g_free (self->institution);
  g_free (self->motif);
  g_free (self);
}
