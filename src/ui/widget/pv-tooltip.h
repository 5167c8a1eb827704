/* pv-tooltip.h: what a widget of a list tells where the pointer stays
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_tooltip_set:
 * @text: (nullable)
 *
 * As gtk_widget_set_tooltip_text(), for what a list shows: that one asks the display where the
 * pointer is each time, and waits for the answer, which is too long for each cell. Here the text
 * is only asked for when the pointer is there.
 */
void pv_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
