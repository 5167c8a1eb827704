/* pv-note-store.h: the SQL of pv-note
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instruction/pv-note.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type PvNote): the marks of an instruction, by criterion */
GArray *pv_note_store_list (PvDb *db, gint64 instruction_id, GError **error);

/* (nullable): the mark on a criterion, in such an array. */
const PvNote *pv_notes_find (const GArray *notes, gint64 critere_id);

/* Writes a mark, or takes it away (%PV_NOTE_VIDE). */
gboolean pv_note_store_set (PvDb *db,
                            gint64 instruction_id,
                            const PvNote *note,
                            gboolean *changed,
                            GError **error);

/* Returns: (transfer full) (element-type PvInstructionMontant): by line of credits */
GArray *pv_instruction_montant_store_list (PvDb *db, gint64 instruction_id, GError **error);

/* %PV_CENTS_NULL takes the amount away: nothing is proposed, which is not 0. */
gboolean pv_instruction_montant_store_set (PvDb *db,
                                           gint64 instruction_id,
                                           const PvInstructionMontant *montant,
                                           gboolean *changed,
                                           GError **error);

/**
 * pv_note_store_copy:
 * @grille_id: marks on criteria of another grid are left behind
 *
 * Gives to @vers the marks and the amounts of @depuis.
 */
gboolean
pv_note_store_copy (PvDb *db, gint64 depuis, gint64 vers, gint64 grille_id, GError **error);

G_END_DECLS
