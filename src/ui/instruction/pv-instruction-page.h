/* pv-instruction-page.h: a dossier instructed: its text, and the grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTION_PAGE (pv_instruction_page_get_type ())

/*
 * A page of its own over the others (pv_window_push()).
 *
 * Actions: instruction.previous, instruction.next: in the queue; instruction.back;
 *   instruction.submit: submits and goes to the next of the queue; instruction.avis (x): a
 *   PvAvis; instruction.reopen: begins a next version of what is submitted;
 *   instruction.discard: throws the draft away; instruction.search; instruction.dossier,
 *   instruction.porteur, instruction.egalite: their pages
 */
G_DECLARE_FINAL_TYPE (PvInstructionPage, pv_instruction_page, PV, INSTRUCTION_PAGE, PvPage)

/* The queue it walks through is the list of the context (pv_context_get_suite()) when it is
 * a queue that has the dossier, else what the user's institution has to answer. */
PvInstructionPage *pv_instruction_page_new (PvContext *context, gint64 dossier_id);

gint64 pv_instruction_page_get_dossier_id (PvInstructionPage *self);

/* The score as it is shown: "72,86", "–". */
const char *pv_instruction_page_get_score (PvInstructionPage *self);

G_END_DECLS
