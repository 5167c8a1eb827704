/* pv-assistant-cadre.h: which strategic frame, with its tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_ASSISTANT_CADRE (pv_assistant_cadre_get_type ())

G_DECLARE_FINAL_TYPE (PvAssistantCadre, pv_assistant_cadre, PV, ASSISTANT_CADRE, AdwBin)

/* Sorts the frames: first those of that contrat (nullable code and territory). */
void
pv_assistant_cadre_set_contrat (PvAssistantCadre *self, const char *code, const char *territoire);

/* (transfer none) */
const char *pv_assistant_cadre_get_code (PvAssistantCadre *self);
const char *pv_assistant_cadre_get_nom (PvAssistantCadre *self);

/* Chooses a frame. */
void pv_assistant_cadre_set_code (PvAssistantCadre *self, const char *code);

G_END_DECLS
