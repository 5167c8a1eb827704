/* pv-versement.c: money really paid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-versement.h"

static const PvMot versement_genre_mots[] = {
  { "acompte", "Acompte" },
  { "solde", "Solde" },
  { "complement", "Complément" },
  { "reversement", "Reversement" },
};

PV_DEFINE_VOCABULAIRE (PvVersementGenre, pv_versement_genre, versement_genre_mots)

const PvChamp pv_versement_champs[] = {
  PV_CHAMP_I (PvVersement, financement_id),
  PV_CHAMP_T (PvVersement, verse_le),
  PV_CHAMP_E (PvVersement, genre, pv_versement_genre_vocabulaire),
  PV_CHAMP_I (PvVersement, montant_cents),
  PV_CHAMP_T (PvVersement, reference),
  { NULL },
};

PvVersement *
pv_versement_new (void)
{
  return pv_champs_new (pv_versement_champs, sizeof (PvVersement));
}

PvVersement *
pv_versement_copy (const PvVersement *self)
{
  return pv_champs_copy (pv_versement_champs, sizeof (PvVersement), self);
}

void
pv_versement_free (PvVersement *self)
{
  pv_champs_free (pv_versement_champs, self);
}

PvCents
pv_versements_sum (GPtrArray *versements)
{
  PvCents total = 0;

  if (versements->len == 0)
    return PV_CENTS_NULL;

  for (guint i = 0; i < versements->len; i++)
    {
      const PvVersement *versement = versements->pdata[i];

      if (versement->genre == PV_VERSEMENT_GENRE_REVERSEMENT)
        total -= versement->montant_cents;
      else
        total += versement->montant_cents;
    }

  return total;
}

PvCents
pv_versement_compute_reste (PvCents notifie, PvCents verse, PvCents rendu)
{
  if (notifie == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  return MAX (notifie - (verse == PV_CENTS_NULL ? 0 : verse) - rendu, 0);
}
