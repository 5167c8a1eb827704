/* pv-avis-choice.h: an avis to choose
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "instruction/pv-instruction.h"

G_BEGIN_DECLS

#define PV_TYPE_AVIS_CHOICE (pv_avis_choice_get_type ())

/*
 * The five avis side by side, of which one is chosen, or none.
 *
 * Signal: chosen (int avis), PV_AVIS_NULL when the one chosen is taken back
 */
G_DECLARE_FINAL_TYPE (PvAvisChoice, pv_avis_choice, PV, AVIS_CHOICE, AdwBin)

/* @editable: else it is read, as well */
void pv_avis_choice_set (PvAvisChoice *self, PvAvis avis, gboolean editable);

G_END_DECLS
