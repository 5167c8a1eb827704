/* pv-chart-swatch.h: a sample of a pattern, for the legend of a chart
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/pv-chart-pattern.h"

G_BEGIN_DECLS

#define PV_TYPE_CHART_SWATCH (pv_chart_swatch_get_type ())

/* Property: `pattern` (PvChartPattern). A label beside it names it. */
G_DECLARE_FINAL_TYPE (PvChartSwatch, pv_chart_swatch, PV, CHART_SWATCH, GtkWidget)

GtkWidget *pv_chart_swatch_new (PvChartPattern pattern);

G_END_DECLS
