/* pv-instruction-file.h: the queue: the dossiers an institution has to instruct
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-statut.h"
#include "instruction/pv-instruction.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvFileGenre:
 * @PV_FILE_A_REPONDRE: under instruction, and the institution submitted nothing
 * @PV_FILE_MIENNE: those the agent follows (its référent), or has a part in
 * @PV_FILE_INSTITUTION: all the institution may answer, answered or not
 * @PV_FILE_DIVERGENTE: where institutions diverge: scores farther apart than the setting, or
 *   avis for and against
 * @PV_FILE_TOUTES: all dossiers, also those that are not instructed yet or any more
 *
 * A chapeau is in none: its parts are instructed.
 */
typedef enum
{
  PV_FILE_A_REPONDRE,
  PV_FILE_MIENNE,
  PV_FILE_INSTITUTION,
  PV_FILE_DIVERGENTE,
  PV_FILE_TOUTES,
} PvFileGenre;

#define PV_N_FILES 5

/**
 * PvInstructionFile:
 * @ids: (element-type gint64): of the queue asked for, found by the search, in its order
 * @n: how many dossiers each queue has, searched or not
 */
typedef struct
{
  GArray *ids;
  gint64 n[PV_N_FILES];
} PvInstructionFile;

void pv_instruction_file_free (PvInstructionFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstructionFile, pv_instruction_file_free)

/**
 * PvFileTri:
 * @PV_FILE_TRI_ECHEANCE: the next committee, then the number
 * @PV_FILE_TRI_REPONSE: to answer, then begun, then answered
 * @PV_FILE_TRI_AVIS: how many institutions answered
 *
 * What the queue is sorted by. What has no value comes last either way; equals stay in the
 * order of the committees.
 */
typedef enum
{
  PV_FILE_TRI_ECHEANCE,
  PV_FILE_TRI_NUMERO,
  PV_FILE_TRI_INTITULE,
  PV_FILE_TRI_PORTEUR,
  PV_FILE_TRI_REPONSE,
  PV_FILE_TRI_AVIS,
  PV_FILE_TRI_SCORE,
} PvFileTri;

/**
 * PvFileQuestion:
 * @institution_id: whose queue, or %PV_INT_NULL
 * @agent_id: whose, for %PV_FILE_MIENNE, or %PV_INT_NULL
 * @jour: an ISO date, for the setting of the dispersion
 * @recherche: (nullable): what is searched in the dossiers
 *
 * Which dossiers are asked for.
 */
typedef struct
{
  PvFiltre filtre;
  PvFileGenre genre;
  gint64 institution_id;
  gint64 agent_id;
  char *jour;
  char *recherche;
  PvFileTri tri;
  gboolean descendant;
} PvFileQuestion;

/* Returns: (transfer full): of no search, by committee */
PvFileQuestion *pv_file_question_new (const PvFiltre *filtre,
                                      PvFileGenre genre,
                                      gint64 institution_id,
                                      gint64 agent_id,
                                      const char *jour);
void pv_file_question_free (PvFileQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvFileQuestion, pv_file_question_free)

/**
 * pv_instruction_file_load:
 *
 * Reads every dossier of the filter: for a worker.
 *
 * Returns: (transfer full) (nullable): %NULL with @error
 */
PvInstructionFile *
pv_instruction_file_load (PvDb *db, const PvFileQuestion *question, GError **error);

/* How many dossiers the institution has to answer: what the sidebar says. */
gboolean pv_instruction_file_count (PvDb *db,
                                    const PvFiltre *filtre,
                                    gint64 institution_id,
                                    gint64 *n,
                                    GError **error);

/**
 * PvInstructionAvis:
 * @avis: as submitted; %PV_AVIS_NULL: awaited
 * @soumise: whether it answered: marks that were imported may come without an avis
 */
typedef struct
{
  gint64 institution_id;
  char *institution;
  PvAvis avis;
  gboolean soumise;
} PvInstructionAvis;

/**
 * PvInstructionLigne:
 * @etat: of the institution's answer: %PV_INSTRUCTION_ETAT_NULL: nothing yet; a draft begun
 *   after a submission is %PV_INSTRUCTION_ETAT_BROUILLON with the @avis submitted
 * @n_notes, @n_criteres: of the draft, on the grid of the appel
 * @avis: of the institution, as submitted
 * @tous: (element-type PvInstructionAvis): of every institution of the file, in their order
 * @score: of the dossier, hundredths of a point
 * @echeance: (nullable): date of the next committee that has it on its agenda
 */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  char *porteur;
  PvDossierStatut statut;
  PvInstructionEtat etat;
  gint64 n_notes;
  gint64 n_criteres;
  PvAvis avis;
  GArray *tous;
  guint n_avis;
  gint64 score;
  gint64 dispersion;
  char *echeance;
} PvInstructionLigne;

void pv_instruction_ligne_free (PvInstructionLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstructionLigne, pv_instruction_ligne_free)

/* Returns: (transfer full) (nullable): %NULL without error when there is no such dossier */
PvInstructionLigne *
pv_instruction_ligne_load (PvDb *db, gint64 dossier_id, gint64 institution_id, GError **error);

/* Returns: (transfer full) (element-type PvInstructionAvis): of every institution of the
 * file, on one dossier */
GArray *pv_instruction_avis_list (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
