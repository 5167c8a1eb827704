/* pv-financement.c: what one payer brings to one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement.h"

const PvChamp pv_financement_champs[] = {
  PV_CHAMP_I (PvFinancement, dossier_id),
  PV_CHAMP_I (PvFinancement, financeur_id),
  PV_CHAMP_I (PvFinancement, dispositif_id),
  PV_CHAMP_I (PvFinancement, exercice),
  PV_CHAMP_E (PvFinancement, section, pv_section_vocabulaire),
  PV_CHAMP_I (PvFinancement, enveloppe_id),
  PV_CHAMP_I (PvFinancement, sollicite_cents),
  PV_CHAMP_I (PvFinancement, propose_cents),
  PV_CHAMP_I (PvFinancement, arbitre_cents),
  PV_CHAMP_I (PvFinancement, vote_cents),
  PV_CHAMP_I (PvFinancement, notifie_cents),
  PV_CHAMP_T (PvFinancement, vote_le),
  PV_CHAMP_T (PvFinancement, vote_acte),
  PV_CHAMP_T (PvFinancement, notifie_le),
  PV_CHAMP_T (PvFinancement, notifie_acte),
  PV_CHAMP_T (PvFinancement, reference),
  PV_CHAMP_T (PvFinancement, commentaire),
  { NULL },
};

PvFinancement *
pv_financement_new (void)
{
  return pv_champs_new (pv_financement_champs, sizeof (PvFinancement));
}

PvFinancement *
pv_financement_copy (const PvFinancement *self)
{
  return pv_champs_copy (pv_financement_champs, sizeof (PvFinancement), self);
}

void
pv_financement_free (PvFinancement *self)
{
  pv_champs_free (pv_financement_champs, self);
}

/* Where the amount of each stage is. */
static PvCents *
montant_of (const PvFinancement *self, PvEtape etape)
{
  static const gsize decalages[PV_N_ETAPES_MONTANT] = {
    G_STRUCT_OFFSET (PvFinancement, sollicite_cents),
    G_STRUCT_OFFSET (PvFinancement, propose_cents),
    G_STRUCT_OFFSET (PvFinancement, arbitre_cents),
    G_STRUCT_OFFSET (PvFinancement, vote_cents),
    G_STRUCT_OFFSET (PvFinancement, notifie_cents),
  };

  return G_STRUCT_MEMBER_P (self, decalages[etape]);
}

PvCents
pv_financement_get_montant (const PvFinancement *self, PvEtape etape)
{
  g_return_val_if_fail ((guint)etape < PV_N_ETAPES_MONTANT, PV_CENTS_NULL);

  return *montant_of (self, etape);
}

void
pv_financement_set_montant (PvFinancement *self, PvEtape etape, PvCents montant)
{
  g_return_if_fail ((guint)etape < PV_N_ETAPES_MONTANT);

  *montant_of (self, etape) = montant;
}

gboolean
pv_financement_get_fermete (const PvFinancement *self, PvEtape *etape)
{
  for (int i = PV_N_ETAPES_MONTANT - 1; i >= 0; i--)
    if (*montant_of (self, (PvEtape)i) != PV_CENTS_NULL)
      {
        *etape = (PvEtape)i;
        return TRUE;
      }

  return FALSE;
}

PvCents
pv_financement_get_montant_ferme (const PvFinancement *self)
{
  PvEtape etape;

  return pv_financement_get_fermete (self, &etape) ? *montant_of (self, etape) : PV_CENTS_NULL;
}

PvCents
pv_financement_get_accorde (const PvFinancement *self, PvEtape *etape)
{
  PvEtape found = self->vote_cents != PV_CENTS_NULL ? PV_ETAPE_VOTE : PV_ETAPE_ARBITRE;

  if (etape != NULL)
    *etape = found;
  return *montant_of (self, found);
}

PvCents
pv_financement_get_engage (const PvFinancement *self)
{
  PvEtape etape;

  if (!pv_financement_get_fermete (self, &etape) || etape == PV_ETAPE_SOLLICITE)
    return 0;

  return *montant_of (self, etape);
}
