/* pv-mouvement.c: a dated change of one stage of one financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-mouvement.h"

static const PvMot mouvement_genre_mots[] = {
  { "initial", "Initial" },         { "avenant", "Avenant" },
  { "reduction", "Réduction" },     { "annulation_partielle", "Annulation partielle" },
  { "desistement", "Désistement" }, { "report", "Report" },
};

PV_DEFINE_VOCABULAIRE (PvMouvementGenre, pv_mouvement_genre, mouvement_genre_mots)

/* The stages that are columns of a financement. */
static const PvMot etape_mots[] = {
  { "sollicite", "Sollicité" }, { "propose", "Proposé" }, { "arbitre", "Arbitré" },
  { "vote", "Voté" },           { "notifie", "Notifié" },
};

static const PvVocabulaire etape_vocabulaire = { etape_mots, G_N_ELEMENTS (etape_mots) };

const PvChamp pv_mouvement_champs[] = {
  PV_CHAMP_I (PvMouvement, financement_id),
  PV_CHAMP_E (PvMouvement, etape, etape_vocabulaire),
  PV_CHAMP_E (PvMouvement, genre, pv_mouvement_genre_vocabulaire),
  PV_CHAMP_T (PvMouvement, date_le),
  PV_CHAMP_I (PvMouvement, montant_cents),
  PV_CHAMP_I (PvMouvement, exercice_cible),
  PV_CHAMP_T (PvMouvement, motif),
  PV_CHAMP_T (PvMouvement, acte),
  { NULL },
};

PvMouvement *
pv_mouvement_new (void)
{
  PvMouvement *self = pv_champs_new (pv_mouvement_champs, sizeof (PvMouvement));

  self->etape = PV_ETAPE_NOTIFIE;

  return self;
}

PvMouvement *
pv_mouvement_copy (const PvMouvement *self)
{
  return pv_champs_copy (pv_mouvement_champs, sizeof (PvMouvement), self);
}

void
pv_mouvement_free (PvMouvement *self)
{
  pv_champs_free (pv_mouvement_champs, self);
}
