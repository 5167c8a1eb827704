/* pv-decision.c: what a séance decided of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-decision.h"

static const PvMot genres[PV_N_DECISION_GENRES] = {
  { "programme", "programmé" }, { "programme-sous-reserve", "programmé sous réserve" },
  { "ajourne", "ajourné" },     { "refuse", "refusé" },
  { "reoriente", "réorienté" },
};

PV_DEFINE_VOCABULAIRE (PvDecisionGenre, pv_decision_genre, genres)

static const PvMot verrous[] = {
  { "vote", "déjà voté" },
  { "notifie", "déjà notifié" },
  { "deport", "déport" },
};

PV_DEFINE_VOCABULAIRE (PvSeanceVerrou, pv_seance_verrou, verrous)

static const PvDossierStatut statuts[PV_N_DECISION_GENRES] = {
  PV_DOSSIER_STATUT_PROGRAMME, PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE,
  PV_DOSSIER_STATUT_AJOURNE,   PV_DOSSIER_STATUT_REFUSE,
  PV_DOSSIER_STATUT_REORIENTE,
};

const PvChamp pv_decision_champs[] = {
  PV_CHAMP_I (PvDecision, seance_dossier_id),
  PV_CHAMP_I (PvDecision, version),
  PV_CHAMP_E (PvDecision, decision, pv_decision_genre_vocabulaire),
  PV_CHAMP_T (PvDecision, reserve),
  PV_CHAMP_T (PvDecision, rectification_motif),
  PV_CHAMP_I (PvDecision, ajourne_seance_id),
  PV_CHAMP_T (PvDecision, decidee_a),
  PV_CHAMP_I (PvDecision, duree_s),
  PV_CHAMP_B (PvDecision, scellee),
  { NULL },
};

gboolean
pv_decision_genre_finance (PvDecisionGenre genre)
{
  return genre == PV_DECISION_GENRE_PROGRAMME || genre == PV_DECISION_GENRE_SOUS_RESERVE;
}

gboolean
pv_decision_genre_get_statut (PvDecisionGenre genre, PvInstanceEffet effet, PvDossierStatut *statut)
{
  g_return_val_if_fail (genre < PV_N_DECISION_GENRES, FALSE);

  if (genre == PV_DECISION_GENRE_NULL ||
      (effet == PV_INSTANCE_EFFET_AVIS && genre == PV_DECISION_GENRE_AJOURNE))
    return FALSE;
  *statut = effet == PV_INSTANCE_EFFET_AVIS ? PV_DOSSIER_STATUT_PROPOSE : statuts[genre];

  return TRUE;
}

PvDecision *
pv_decision_new (void)
{
  PvDecision *self = pv_champs_new (pv_decision_champs, sizeof (PvDecision));

  self->version = 1;

  return self;
}

PvDecision *
pv_decision_copy (const PvDecision *self)
{
  return pv_champs_copy (pv_decision_champs, sizeof (PvDecision), self);
}

void
pv_decision_free (PvDecision *self)
{
  pv_champs_free (pv_decision_champs, self);
}
