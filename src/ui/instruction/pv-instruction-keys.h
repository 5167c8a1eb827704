/* pv-instruction-keys.h: the keys of an instruction, and its submission
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTION_KEYS (pv_instruction_keys_get_type ())

/* The bar under the page: what each key does, and the button that submits. */
G_DECLARE_FINAL_TYPE (PvInstructionKeys, pv_instruction_keys, PV, INSTRUCTION_KEYS, AdwBin)

/* @digit: the highest mark that is given by a key */
void pv_instruction_keys_set_maximum (PvInstructionKeys *self, guint digit);

G_END_DECLS
