/* pv-instruction-fiche.h: what the page of an instruction shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "grille/pv-critere.h"
#include "grille/pv-grille.h"
#include "instruction/pv-instruction-file.h"
#include "instruction/pv-note.h"
#include "score/pv-score.h"

G_BEGIN_DECLS

/**
 * PvInstructionCredit:
 * @libelle: payer and line of credits: "État, P147 actions annuelles"
 * @sollicite_cents: what the dossier asks of it
 * @propose_cents: what the institution proposes; %PV_CENTS_NULL: nothing yet
 * @hors_cents: what the envelope would have left without this dossier; %PV_CENTS_NULL: no
 *   envelope, or its amount is not known
 *
 * A line of credits of the institution that the dossier asks.
 */
typedef struct
{
  gint64 dispositif_id;
  char *libelle;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvCents hors_cents;
} PvInstructionCredit;

/* What the envelope has left after what is proposed; negative: exceeded. */
PvCents pv_instruction_credit_get_reste (const PvInstructionCredit *self);

/**
 * PvInstructionFiche:
 * @courante: (nullable): the draft, else what is submitted
 * @soumise: (nullable): what is submitted, which counts until the draft replaces it
 * @agent: (nullable): who wrote @courante
 * @grille: (nullable): of the marks submitted; of a draft, that of the dossier's appel
 * @criteres: (element-type PvCritere): of @grille
 * @notes: (element-type PvNote): of @courante, on any grid
 * @ailleurs: (nullable): the grid of marks that no longer count, since the appel has one that is
 *   no version of it
 * @n_ailleurs: how many
 * @credits: (element-type PvInstructionCredit):
 * @tous: (element-type PvInstructionAvis): of every institution
 * @refus: (nullable): why the dossier is not instructed now, in words
 */
typedef struct
{
  gint64 dossier_id;
  gint64 institution_id;
  char *institution;
  PvInstruction *courante;
  PvInstruction *soumise;
  char *agent;
  PvGrille *grille;
  GPtrArray *criteres;
  GArray *notes;
  char *ailleurs;
  guint n_ailleurs;
  GArray *credits;
  GArray *tous;
  char *refus;
} PvInstructionFiche;

void pv_instruction_fiche_free (PvInstructionFiche *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstructionFiche, pv_instruction_fiche_free)

/**
 * pv_instruction_fiche_load:
 * @institution_id: whose instruction, or %PV_INT_NULL: only what others said
 *
 * Returns: (transfer full) (nullable): %NULL with %PV_RULE_ERROR_NOT_FOUND when the dossier
 *   is gone
 */
PvInstructionFiche *
pv_instruction_fiche_load (PvDb *db, gint64 dossier_id, gint64 institution_id, GError **error);

/**
 * PvInstructionBilan:
 * @score: complete, or %PV_INT_NULL
 * @provisoire: the same over the criteria marked so far; %PV_INT_NULL without a mark
 * @points: Σ weight × mark ÷ maximum, in hundredths
 * @poids: Σ weight of the criteria marked
 *
 * The running score of an instruction.
 */
typedef struct
{
  gint64 score;
  gint64 provisoire;
  gint64 points;
  gint64 poids;
  guint n_notes;
  guint n_sans_objet;
  guint n_criteres;
} PvInstructionBilan;

void
pv_instruction_bilan_compute (GPtrArray *criteres, const GArray *notes, PvInstructionBilan *bilan);

/* Points of one criterion, in hundredths: weight × mark ÷ maximum; %PV_INT_NULL without a
 * mark, or N/A. */
gint64 pv_instruction_get_points (const PvCritere *critere, const PvNote *note);

/**
 * PvInstructionVersion:
 * @agent: (nullable): who submitted it
 * @score: on its own grid, or as declared by its source
 * @criteres: (element-type PvCritere): of the grid of its marks
 * @notes: (element-type PvNote):
 * @credits: (element-type PvInstructionCredit): what it proposes, labels and amounts alone
 */
typedef struct
{
  PvInstruction *instruction;
  char *institution;
  char *agent;
  gint64 score;
  GPtrArray *criteres;
  GArray *notes;
  GArray *credits;
} PvInstructionVersion;

/* Returns: (transfer full) (element-type PvInstructionVersion): all that institutions wrote
 * of a dossier, by institution, the latest version first */
GPtrArray *pv_instruction_version_list (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
