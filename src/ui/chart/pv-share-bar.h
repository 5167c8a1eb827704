/* pv-share-bar.h: parts of a whole, one beside the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/pv-chart-pattern.h"

G_BEGIN_DECLS

#define PV_TYPE_SHARE_BAR (pv_share_bar_get_type ())

/*
 * PvShareBar: a row of segments, each with its pattern. The bar is as long as its
 * sum beside the scale, so that several of one scale compare. Its accessible name
 * says what it shows in words: the same numbers as a reader sees.
 */
G_DECLARE_FINAL_TYPE (PvShareBar, pv_share_bar, PV, SHARE_BAR, GtkWidget)

GtkWidget *pv_share_bar_new (void);

/* Takes all segments away, and sets the value of the full width. */
void pv_share_bar_begin (PvShareBar *self, gint64 scale);

/* Adds a segment at the right; nothing for a @value of 0 or less. */
void pv_share_bar_add (PvShareBar *self, PvChartPattern pattern, gint64 value);

/* What it shows, in words. */
void pv_share_bar_set_text (PvShareBar *self, const char *text);

G_END_DECLS
