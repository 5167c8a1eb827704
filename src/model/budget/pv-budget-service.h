/* pv-budget-service.h: the actions of a user on a budget
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "budget/pv-budget.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_budget_service_set_montant:
 * @realise: the realised amount instead of the planned one
 * @cents: %PV_CENTS_NULL: not known; the line goes when neither amount is known
 * @error: %PV_RULE_ERROR_REFUSED when the poste is given both alone and by its lines
 */
gboolean pv_budget_service_set_montant (PvDb *db,
                                        gint64 dossier_id,
                                        gint64 compte_id,
                                        gboolean realise,
                                        PvCents cents,
                                        gboolean *changed,
                                        GError **error);

/**
 * pv_budget_service_take_sollicite:
 * @compte_id: a line 74 that a category of payers feeds, or the poste 74
 *
 * Plans what the dossier asks from the payers of that line.
 */
gboolean pv_budget_service_take_sollicite (PvDb *db,
                                           gint64 dossier_id,
                                           gint64 compte_id,
                                           gboolean *changed,
                                           GError **error);

G_END_DECLS
