/* pv-mark-bar.h: how many of each mark, with the numbers inside
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/pv-chart-pattern.h"

G_BEGIN_DECLS

#define PV_TYPE_MARK_BAR (pv_mark_bar_get_type ())

/*
 * PvMarkBar: four segments (marks 0, 1, 2, not assessed), each with its pattern and its
 * number when there is room for it. A segment is a button when it leads somewhere.
 */
G_DECLARE_FINAL_TYPE (PvMarkBar, pv_mark_bar, PV, MARK_BAR, GtkWidget)

#define PV_MARK_BAR_SEGMENTS 4

/* @action: what a segment activates, with a text: the filter of its dossiers */
GtkWidget *pv_mark_bar_new (const char *action);

/* @scale: the value of the full width, so that several bars compare. */
void pv_mark_bar_set_scale (PvMarkBar *self, gint64 scale);

/**
 * pv_mark_bar_set:
 * @text: what is written inside
 * @words: the accessible name and the tooltip: "2026, mark 1: 318 dossiers"
 * @detail: (nullable): of the action; %NULL: leads nowhere
 */
void pv_mark_bar_set (PvMarkBar *self,
                      guint mark,
                      gint64 value,
                      const char *text,
                      const char *words,
                      const char *detail);

G_END_DECLS
