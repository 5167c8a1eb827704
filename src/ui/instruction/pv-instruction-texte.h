/* pv-instruction-texte.h: the text of a dossier, searched
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTION_TEXTE (pv_instruction_texte_get_type ())

/*
 * The texts of a dossier, one under the other, each paragraph under its heading. What is
 * searched is marked in them.
 */
G_DECLARE_FINAL_TYPE (PvInstructionTexte, pv_instruction_texte, PV, INSTRUCTION_TEXTE, AdwBin)

/* Forgets all texts. */
void pv_instruction_texte_begin (PvInstructionTexte *self);

/* Adds a text; paragraphs of it that are short and end without a stop are headings of
 * what follows. Nothing for a %NULL text. */
void pv_instruction_texte_add (PvInstructionTexte *self, const char *heading, const char *text);

/* Marks a text wherever it is, accents and case ignored; returns how many times. */
guint pv_instruction_texte_search (PvInstructionTexte *self, const char *text);

G_END_DECLS
