/* pv-session-plan.h: the amounts of the dossier that is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "seance/pv-seance-fiche-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SESSION_PLAN (pv_session_plan_get_type ())

G_DECLARE_FINAL_TYPE (PvSessionPlan, pv_session_plan, PV, SESSION_PLAN, AdwBin)

/*
 * Signal: committed (int64 financement, int64 cents, object entry): an amount was typed; who
 *   cannot save it answers with pv_amount_entry_refuse() on the entry.
 */

/* Lines of payers that stay keep what is typed in them. */
void pv_session_plan_show (PvSessionPlan *self, const PvSeanceFiche *fiche, gboolean can_edit);

/* The first amount that can be typed has the focus; FALSE when there is none. */
gboolean pv_session_plan_focus_first (PvSessionPlan *self);

G_END_DECLS
