/* pv-bilan-layout.h: cards in two columns, or one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_BILAN_LAYOUT (pv_bilan_layout_get_type ())

/*
 * Two equal columns as soon as the widest child fits in each, else one; each child goes to the
 * shorter one. A GtkFlowBox decides by natural widths, which text makes too large.
 *
 * Property `spacing` (int, 12): between columns and between children.
 */
G_DECLARE_FINAL_TYPE (PvBilanLayout, pv_bilan_layout, PV, BILAN_LAYOUT, GtkLayoutManager)

G_END_DECLS
