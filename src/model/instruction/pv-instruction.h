/* pv-instruction.h: what one institution says of one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_INSTRUCTION_ETAT_NULL = -1,
  PV_INSTRUCTION_ETAT_BROUILLON,
  PV_INSTRUCTION_ETAT_SOUMISE,
  PV_INSTRUCTION_ETAT_REMPLACEE,
} PvInstructionEtat;

PV_DECLARE_VOCABULAIRE (PvInstructionEtat, pv_instruction_etat)

typedef enum
{
  PV_AVIS_NULL = -1,
  PV_AVIS_FAVORABLE,
  PV_AVIS_FAVORABLE_AVEC_RESERVES,
  PV_AVIS_DEFAVORABLE,
  PV_AVIS_A_REORIENTER,
  PV_AVIS_NE_SE_PRONONCE_PAS,
} PvAvis;

#define PV_N_AVIS 5

PV_DECLARE_VOCABULAIRE (PvAvis, pv_avis)

/**
 * PvInstruction:
 *
 * One submission per institution; a submitted one changes only by a new version.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 dossier_id;
  gint64 institution_id;
  gint64 version; /* from 1 */
  PvInstructionEtat etat;
  gint64 agent_id;
  char *soumise_a; /* UTC instant */
  PvAvis avis;
  char *reserves;
  char *commentaire;
  gint64 score_declare; /* hundredths of a point, as given by a source without its marks */
} PvInstruction;

extern const PvChamp pv_instruction_champs[];

/* A record where nothing is known yet but the defaults of the schema. */
PvInstruction *pv_instruction_new (void);
PvInstruction *pv_instruction_copy (const PvInstruction *self);
void pv_instruction_free (PvInstruction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstruction, pv_instruction_free)

G_END_DECLS
