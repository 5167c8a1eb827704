/* pv-card-cell.h: the cells of a table in a card
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/pv-chart-pattern.h"

G_BEGIN_DECLS

/* Each is (transfer floating), of the style class pv-cell, with a line under it. */
GtkWidget *pv_card_cell_new_text (const char *text, float xalign);

/* A flat button that opens a list: `win.goto` with a page and a detail. */
GtkWidget *pv_card_cell_new_link (GtkWidget **button, float xalign);
void pv_card_link_set (GtkWidget *button,
                       const char *text,
                       const char *name,
                       const char *page,
                       const char *detail);

/* Around any other widget. */
GtkWidget *pv_card_cell_new (GtkWidget *child);

/* A heading of a column. */
GtkWidget *pv_card_head_new (const char *text, float xalign);

/* Adds a pattern to a legend. @words: (nullable): %NULL for the pattern's own. */
void pv_card_legend_add (GtkBox *legend, PvChartPattern pattern, const char *words);

G_END_DECLS
