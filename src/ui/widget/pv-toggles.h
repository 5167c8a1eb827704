/* pv-toggles.h: buttons of which one is down, each a part of a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows how many there are in its part: "To vote  12". */
void pv_toggle_show_count (GtkToggleButton *button, const char *label, gint64 n);

/* The position of @button among @buttons, of which it is one. */
guint pv_toggles_find (GtkToggleButton *const *buttons, guint n, GtkToggleButton *button);

G_END_DECLS
