/* pv-enveloppe-regle.c: a limit set on an envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-regle.h"

static const PvMot regle_genre_mots[] = {
  { "part_max", "Au plus" },
  { "part_min", "Au moins" },
  { "reserve", "Réserve" },
};

PV_DEFINE_VOCABULAIRE (PvRegleGenre, pv_regle_genre, regle_genre_mots)

const PvChamp pv_enveloppe_regle_champs[] = {
  PV_CHAMP_I (PvEnveloppeRegle, enveloppe_id),
  PV_CHAMP_E (PvEnveloppeRegle, genre, pv_regle_genre_vocabulaire),
  PV_CHAMP_T (PvEnveloppeRegle, cible),
  PV_CHAMP_I (PvEnveloppeRegle, taux_bp),
  PV_CHAMP_I (PvEnveloppeRegle, montant_cents),
  PV_CHAMP_T (PvEnveloppeRegle, base_libelle),
  PV_CHAMP_I (PvEnveloppeRegle, base_enveloppe_id),
  PV_CHAMP_I (PvEnveloppeRegle, base_cents),
  PV_CHAMP_T (PvEnveloppeRegle, source),
  { NULL },
};

PvEnveloppeRegle *
pv_enveloppe_regle_new (void)
{
  return pv_champs_new (pv_enveloppe_regle_champs, sizeof (PvEnveloppeRegle));
}

PvEnveloppeRegle *
pv_enveloppe_regle_copy (const PvEnveloppeRegle *self)
{
  return pv_champs_copy (pv_enveloppe_regle_champs, sizeof (PvEnveloppeRegle), self);
}

void
pv_enveloppe_regle_free (PvEnveloppeRegle *self)
{
  pv_champs_free (pv_enveloppe_regle_champs, self);
}

PvCents
pv_enveloppe_regle_get_limite (const PvEnveloppeRegle *self, PvCents base_cents)
{
  PvCents limite;

  if (self->montant_cents != PV_CENTS_NULL)
    return self->montant_cents;

  if (self->taux_bp == PV_INT_NULL || base_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  limite = (base_cents / 10000) * self->taux_bp;
  limite += ((base_cents % 10000) * self->taux_bp + (base_cents < 0 ? -5000 : 5000)) / 10000;
  return limite;
}

PvCents
pv_enveloppe_regle_get_ecart (const PvEnveloppeRegle *self,
                              PvCents limite_cents,
                              PvCents compte_cents)
{
  if (limite_cents == PV_CENTS_NULL || compte_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  if (self->genre == PV_REGLE_GENRE_PART_MAX)
    return MAX (0, compte_cents - limite_cents);

  return MAX (0, limite_cents - compte_cents);
}
