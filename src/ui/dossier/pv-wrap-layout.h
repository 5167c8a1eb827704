/* pv-wrap-layout.h: children one after the other, on as many lines as they take
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_WRAP_LAYOUT (pv_wrap_layout_get_type ())

/*
 * Each child has its own natural width: lines are not columns, unlike those of a
 * GtkFlowBox. For chips.
 *
 * Property `spacing` (int, 6): between two of a line.
 */
G_DECLARE_FINAL_TYPE (PvWrapLayout, pv_wrap_layout, PV, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
