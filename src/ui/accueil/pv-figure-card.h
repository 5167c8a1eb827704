/* pv-figure-card.h: a key figure that opens what it counts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_FIGURE_CARD (pv_figure_card_get_type ())

/*
 * PvFigureCard: a button. Its action opens the list.
 *
 * Properties: `title`; `value`: the figure, as text; `caption`: what it is beside; `severe`:
 * the caption tells of something wrong, and has the icon that says so.
 */
G_DECLARE_FINAL_TYPE (PvFigureCard, pv_figure_card, PV, FIGURE_CARD, GtkButton)

void
pv_figure_card_set (PvFigureCard *self, const char *value, const char *caption, gboolean severe);

/* (nullable): the figure shown. */
const char *pv_figure_card_get_value (PvFigureCard *self);

G_END_DECLS
