/* pv-versement-suivi.c: what of each financement is notified, paid and still due
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-suivi.h"

#include "pv-langue.h"

const char *
pv_versement_etat_to_words (PvVersementEtat etat)
{
  switch (etat)
    {
    case PV_VERSEMENT_ETAT_A_PAYER:
      return _ ("To pay");
    case PV_VERSEMENT_ETAT_PARTIEL:
      return _ ("Paid in part");
    case PV_VERSEMENT_ETAT_SOLDE:
      return _ ("Settled");
    case PV_VERSEMENT_ETAT_TROP_PERCU:
      return _ ("Overpaid");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
pv_versement_suivi_is (const PvVersementSuivi *self, PvVersementFiltre filtre)
{
  switch (filtre)
    {
    case PV_VERSEMENT_FILTRE_A_PAYER:
      return self->etat == PV_VERSEMENT_ETAT_A_PAYER;
    case PV_VERSEMENT_FILTRE_PARTIEL:
      return self->etat == PV_VERSEMENT_ETAT_PARTIEL;
    case PV_VERSEMENT_FILTRE_EN_RETARD:
      return self->retard > 0;
    case PV_VERSEMENT_FILTRE_SOLDE:
      return self->etat == PV_VERSEMENT_ETAT_SOLDE;
    case PV_VERSEMENT_FILTRE_TROP_PERCU:
      return self->etat == PV_VERSEMENT_ETAT_TROP_PERCU ||
             (self->a_recuperer_cents > 0 && self->verse_cents > 0);
    case PV_VERSEMENT_FILTRE_TOUS:
    default:
      return TRUE;
    }
}

static void
add (PvCents *sum, PvCents cents)
{
  PvCents more;

  if (pv_money_add (*sum, cents, &more))
    *sum = more;
}

void
pv_versement_totaux_add (PvVersementTotaux *self, const PvVersementSuivi *suivi)
{
  if (self->n == 0)
    self->notifie_cents = self->verse_cents = self->reste_cents = self->trop_percu_cents =
        PV_CENTS_NULL;
  self->n++;
  add (&self->notifie_cents, suivi->notifie_cents);
  add (&self->verse_cents, suivi->verse_cents);
  add (&self->reste_cents, suivi->reste_cents);
  add (&self->trop_percu_cents, suivi->trop_percu_cents);
}

PvVersementQuestion *
pv_versement_question_new (const PvFiltre *filtre, const char *jour)
{
  PvVersementQuestion *self = g_new0 (PvVersementQuestion, 1);

  self->filtre = *filtre;
  self->dossier_id = self->financement_id = self->financeur_id = PV_INT_NULL;
  self->descendant = TRUE;
  self->jour = g_strdup (jour);

  return self;
}

void
pv_versement_question_free (PvVersementQuestion *self)
{
  if (self == NULL)
    return;
  g_free (self->recherche);
  g_free (self->jour);
  g_free (self);
}

void
pv_versement_suivis_free (PvVersementSuivis *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lignes, g_array_unref);
  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  g_free (self);
}

void
pv_versement_ligne_free (PvVersementLigne *self)
{
  if (self == NULL)
    return;
  g_free (self->numero);
  g_free (self->porteur);
  g_free (self->intitule);
  g_free (self->financeur);
  g_free (self->financeur_nom);
  g_free (self->dispositif);
  g_free (self->dernier_le);
  g_free (self);
}
