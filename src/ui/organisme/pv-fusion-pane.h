/* pv-fusion-pane.h: organismes that are one, proposed two by two
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_FUSION_PANE (pv_fusion_pane_get_type ())

/*
 * PvFusionPane: the proposals, and for one of them both records side by side with what
 * the merge would make of them.
 *
 * Actions: fusion.apply, fusion.dismiss, fusion.keep (b): keeps the left one, or the
 * right one.
 */
G_DECLARE_FINAL_TYPE (PvFusionPane, pv_fusion_pane, PV, FUSION_PANE, AdwBin)

void pv_fusion_pane_set_context (PvFusionPane *self, PvContext *context);

/* Reads the proposals again; the one that is shown stays, while it is there. */
void pv_fusion_pane_refresh (PvFusionPane *self);

/* Shows two that a user chose. */
void pv_fusion_pane_propose (PvFusionPane *self, gint64 a_id, gint64 b_id);

G_END_DECLS
