/* pv-instruction.c: what one institution says of one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction.h"

static const PvMot instruction_etat_mots[] = {
  { "brouillon", "Brouillon" },
  { "soumise", "Soumise" },
  { "remplacee", "Remplacée" },
};

PV_DEFINE_VOCABULAIRE (PvInstructionEtat, pv_instruction_etat, instruction_etat_mots)

static const PvMot avis_mots[] = {
  { "favorable", "Favorable" },
  { "favorable-avec-reserves", "Favorable avec réserves" },
  { "defavorable", "Défavorable" },
  { "a-reorienter", "À réorienter" },
  { "ne-se-prononce-pas", "Ne se prononce pas" },
};

PV_DEFINE_VOCABULAIRE (PvAvis, pv_avis, avis_mots)

const PvChamp pv_instruction_champs[] = {
  PV_CHAMP_I (PvInstruction, dossier_id),
  PV_CHAMP_I (PvInstruction, institution_id),
  PV_CHAMP_I (PvInstruction, version),
  PV_CHAMP_E (PvInstruction, etat, pv_instruction_etat_vocabulaire),
  PV_CHAMP_I (PvInstruction, agent_id),
  PV_CHAMP_T (PvInstruction, soumise_a),
  PV_CHAMP_E (PvInstruction, avis, pv_avis_vocabulaire),
  PV_CHAMP_T (PvInstruction, reserves),
  PV_CHAMP_T (PvInstruction, commentaire),
  PV_CHAMP_I (PvInstruction, score_declare),
  { NULL },
};

PvInstruction *
pv_instruction_new (void)
{
  PvInstruction *self = pv_champs_new (pv_instruction_champs, sizeof (PvInstruction));

  self->version = 1;
  self->etat = PV_INSTRUCTION_ETAT_BROUILLON;

  return self;
}

PvInstruction *
pv_instruction_copy (const PvInstruction *self)
{
  return pv_champs_copy (pv_instruction_champs, sizeof (PvInstruction), self);
}

void
pv_instruction_free (PvInstruction *self)
{
  pv_champs_free (pv_instruction_champs, self);
}
