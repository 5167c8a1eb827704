/* pv-assistant-contrat.h: which contrat, which year, which file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_ASSISTANT_CONTRAT (pv_assistant_contrat_get_type ())

G_DECLARE_FINAL_TYPE (PvAssistantContrat, pv_assistant_contrat, PV, ASSISTANT_CONTRAT, AdwBin)

/* (transfer none) (nullable): national code of the contrat. */
const char *pv_assistant_contrat_get_code (PvAssistantContrat *self);

/* (transfer full) (nullable): how a contrat that data/reference does not know is called. */
char *pv_assistant_contrat_dup_nom (PvAssistantContrat *self);
char *pv_assistant_contrat_dup_epci (PvAssistantContrat *self);

/* (transfer full): the contrat in words. */
char *pv_assistant_contrat_to_words (PvAssistantContrat *self);

/* (transfer none) (nullable): the reference's own word: MEL, CALL… */
const char *pv_assistant_contrat_get_territoire (PvAssistantContrat *self);
gint64 pv_assistant_contrat_get_exercice (PvAssistantContrat *self);

/* (transfer full) */
char *pv_assistant_contrat_dup_path (PvAssistantContrat *self);

/* Whether all is said; otherwise what is missing is told, and focused. */
gboolean pv_assistant_contrat_check (PvAssistantContrat *self);

G_END_DECLS
