/* pv-assistant-financeurs.h: which payers, which lines of credits, which first call
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "appel/pv-appel.h"

G_BEGIN_DECLS

#define PV_TYPE_ASSISTANT_FINANCEURS (pv_assistant_financeurs_get_type ())

G_DECLARE_FINAL_TYPE (PvAssistantFinanceurs,
                      pv_assistant_financeurs,
                      PV,
                      ASSISTANT_FINANCEURS,
                      AdwBin)

/* Offers the payers of that territory (nullable), and a label for a call of that year. */
void pv_assistant_financeurs_set_territoire (PvAssistantFinanceurs *self,
                                             const char *territoire,
                                             gint64 exercice);

/* (transfer container) (element-type utf8): names of the payers that are kept. */
GPtrArray *pv_assistant_financeurs_list_financeurs (PvAssistantFinanceurs *self);

/* (transfer container) (element-type PvReferenceLigne): lines of credits that are kept. */
GPtrArray *pv_assistant_financeurs_list_dispositifs (PvAssistantFinanceurs *self);

/* (transfer full) */
PvAppel *pv_assistant_financeurs_dup_appel (PvAssistantFinanceurs *self);
gboolean pv_assistant_financeurs_check (PvAssistantFinanceurs *self);

G_END_DECLS
