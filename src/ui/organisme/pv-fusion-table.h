/* pv-fusion-table.h: two records side by side, and what their merge makes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "organisme/pv-organisme-fusion.h"

G_BEGIN_DECLS

#define PV_TYPE_FUSION_TABLE (pv_fusion_table_get_type ())

G_DECLARE_FINAL_TYPE (PvFusionTable, pv_fusion_table, PV, FUSION_TABLE, AdwBin)

/* @left: whether the one that is kept is shown on the left. */
void
pv_fusion_table_set (PvFusionTable *self, PvDb *db, const PvFusionApercu *apercu, gboolean left);

G_END_DECLS
