/* pv-line-chart.h: amounts over the years, as lines
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/pv-line-style.h"
#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_LINE_CHART (pv_line_chart_get_type ())

/*
 * PvLineChart: one line per stage, one point per year, on an axis from 0. A year where
 * nothing is known has no point, and the line no piece there. The table of the same figures
 * is beside it; its accessible name says them.
 */
G_DECLARE_FINAL_TYPE (PvLineChart, pv_line_chart, PV, LINE_CHART, GtkWidget)

GtkWidget *pv_line_chart_new (void);

/* Takes all lines away. @labels: (array length=n): of the points */
void pv_line_chart_begin (PvLineChart *self, const char *const *labels, guint n);

/* @values: (array): one per point, %PV_CENTS_NULL: not known */
void pv_line_chart_add (PvLineChart *self, PvLineStyle style, const PvCents *values);

/* What it shows, in words. */
void pv_line_chart_set_text (PvLineChart *self, const char *text);

/* The round step of an axis that goes up to @max in at most five steps. For tests. */
PvCents pv_line_chart_get_step (PvCents max);

G_END_DECLS
