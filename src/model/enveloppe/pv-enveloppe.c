/* pv-enveloppe.c: credits open for a year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe.h"

const PvChamp pv_enveloppe_champs[] = {
  PV_CHAMP_I (PvEnveloppe, parent_id),
  PV_CHAMP_I (PvEnveloppe, dispositif_id),
  PV_CHAMP_I (PvEnveloppe, exercice),
  PV_CHAMP_E (PvEnveloppe, section, pv_section_vocabulaire),
  PV_CHAMP_T (PvEnveloppe, libelle),
  PV_CHAMP_I (PvEnveloppe, commune_id),
  PV_CHAMP_E (PvEnveloppe, quartier_genre, pv_quartier_genre_vocabulaire),
  PV_CHAMP_I (PvEnveloppe, noeud_id),
  PV_CHAMP_I (PvEnveloppe, montant_cents),
  { NULL },
};

PvEnveloppe *
pv_enveloppe_new (void)
{
  return pv_champs_new (pv_enveloppe_champs, sizeof (PvEnveloppe));
}

PvEnveloppe *
pv_enveloppe_copy (const PvEnveloppe *self)
{
  return pv_champs_copy (pv_enveloppe_champs, sizeof (PvEnveloppe), self);
}

void
pv_enveloppe_free (PvEnveloppe *self)
{
  pv_champs_free (pv_enveloppe_champs, self);
}

/* What one leaf may give is not known: neither is what is left of them together. */
static PvCents
get_montant_entier (const PvEnveloppeSituation *self)
{
  return self->n_inconnus > 0 ? PV_CENTS_NULL : self->montant_cents;
}

static PvCents
subtract (const PvEnveloppeSituation *self, PvCents consomme)
{
  PvCents montant = get_montant_entier (self);

  return montant == PV_CENTS_NULL ? PV_CENTS_NULL : montant - consomme;
}

PvCents
pv_enveloppe_situation_get_restant (const PvEnveloppeSituation *self)
{
  return subtract (self, self->engage_cents);
}

PvCents
pv_enveloppe_situation_get_reste_a_arbitrer (const PvEnveloppeSituation *self)
{
  return subtract (self, self->arbitre_ou_plus_cents);
}

gboolean
pv_enveloppe_situation_is_depassee (const PvEnveloppeSituation *self)
{
  PvCents montant = get_montant_entier (self);

  return montant != PV_CENTS_NULL && self->engage_cents > montant;
}
