/* pv-instruction-service.h: the actions of an instructeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instruction/pv-instruction.h"
#include "instruction/pv-note.h"

G_BEGIN_DECLS

/*
 * An institution has one submission per dossier, and one draft, which its instructeurs
 * share. What is submitted never changes: a change is the draft of a next version, and
 * the version before is kept as `remplacee` once that one is submitted.
 *
 * Each function is called inside the transaction of one action, and none touches what
 * another institution wrote. Those that write are refused with %PV_RULE_ERROR_REFUSED,
 * in words that say what to do.
 */

/**
 * pv_instruction_can_write:
 * @error: why the dossier is not instructed now: not found receivable yet, already decided
 */
gboolean pv_instruction_can_write (PvDb *db, gint64 dossier_id, GError **error);

/**
 * pv_instruction_get_grille:
 * @grille_id: (out): the grid of the dossier's appel, or %PV_INT_NULL
 */
gboolean pv_instruction_get_grille (PvDb *db, gint64 dossier_id, gint64 *grille_id, GError **error);

/**
 * pv_instruction_brouillon:
 * @agent_id: who writes, or %PV_INT_NULL
 * @id: (out): the draft of the institution on the dossier
 *
 * Finds the draft, or makes it: the first version, else a copy of the submitted one with
 * its marks on the grid in use. A receivable dossier is `en-instruction` from then on.
 */
gboolean pv_instruction_brouillon (PvDb *db,
                                   gint64 dossier_id,
                                   gint64 institution_id,
                                   gint64 agent_id,
                                   gint64 *id,
                                   GError **error);

/**
 * pv_instruction_noter:
 * @id: a draft
 * @note: %PV_NOTE_VIDE with its criterion takes the mark away
 *
 * Freezes the grid. Errors: %PV_RULE_ERROR_INVALID: the criterion is not of the grid of the
 * appel, the mark is out of its bounds, N/A is not allowed.
 */
gboolean
pv_instruction_noter (PvDb *db, gint64 id, const PvNote *note, gboolean *changed, GError **error);

/* @reserves: (nullable): kept whatever the avis, so that a change of mind loses nothing. */
gboolean
pv_instruction_set_avis (PvDb *db, gint64 id, PvAvis avis, gboolean *changed, GError **error);
gboolean pv_instruction_set_reserves (PvDb *db,
                                      gint64 id,
                                      const char *reserves,
                                      gboolean *changed,
                                      GError **error);
gboolean pv_instruction_set_commentaire (PvDb *db,
                                         gint64 id,
                                         const char *commentaire,
                                         gboolean *changed,
                                         GError **error);

/* %PV_RULE_ERROR_INVALID when the amount is negative. */
gboolean pv_instruction_set_montant (PvDb *db,
                                     gint64 id,
                                     const PvInstructionMontant *montant,
                                     gboolean *changed,
                                     GError **error);

typedef enum
{
  PV_INSTRUCTION_COMPLETE = 0,
  PV_INSTRUCTION_MANQUE_NOTE,
  PV_INSTRUCTION_MANQUE_AVIS,
  PV_INSTRUCTION_MANQUE_RESERVES,
} PvInstructionManque;

/**
 * pv_instruction_find_manque:
 * @manque: (out): what keeps the draft from being submitted
 * @critere_id: (out): of %PV_INSTRUCTION_MANQUE_NOTE: the first criterion without a mark
 *
 * An institution that does not give its opinion (`ne-se-prononce-pas`) need not mark; one
 * that marked must finish. « Avec réserves » needs the reserve.
 */
gboolean pv_instruction_find_manque (PvDb *db,
                                     gint64 id,
                                     PvInstructionManque *manque,
                                     gint64 *critere_id,
                                     GError **error);

/**
 * pv_instruction_soumettre:
 * @agent_id: who submits, or %PV_INT_NULL
 *
 * The draft becomes the submission of the institution; the one before is `remplacee`.
 */
gboolean pv_instruction_soumettre (PvDb *db, gint64 id, gint64 agent_id, GError **error);

/* Throws a draft away; what was submitted before it stays. */
gboolean pv_instruction_abandonner (PvDb *db, gint64 id, GError **error);

G_END_DECLS
