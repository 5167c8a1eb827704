/* pv-seance-decisions.h: what a séance decided
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_DECISIONS (pv_seance_decisions_get_type ())

/* The table of the decisions, in the order of the agenda, and their sums. Nothing is
 * changed here: a closed séance is frozen. */
G_DECLARE_FINAL_TYPE (PvSeanceDecisions, pv_seance_decisions, PV, SEANCE_DECISIONS, AdwBin)

GtkWidget *pv_seance_decisions_new (PvContext *context);

void pv_seance_decisions_show (PvSeanceDecisions *self, const PvSeanceResume *resume);

G_END_DECLS
