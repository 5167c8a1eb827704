/* pv-instruction-lecture.h: a dossier read while it is instructed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTION_LECTURE (pv_instruction_lecture_get_type ())

/*
 * What the dossier says, at the left of the grid: its facts, its text, which is searched, its
 * budget, its pieces and its holder. Escape in the search activates `instruction.criteria`.
 */
G_DECLARE_FINAL_TYPE (PvInstructionLecture, pv_instruction_lecture, PV, INSTRUCTION_LECTURE, AdwBin)

/* Shows a dossier, or what changed of it: the part that is open and what is searched stay. */
void pv_instruction_lecture_show_dossier (PvInstructionLecture *self,
                                          PvContext *context,
                                          gint64 dossier_id);

/* The holder of the dossier shown, or %PV_INT_NULL. */
gint64 pv_instruction_lecture_get_porteur_id (PvInstructionLecture *self);

/* Opens the text, to search in it. */
void pv_instruction_lecture_search (PvInstructionLecture *self);

G_END_DECLS
