/* pv-egalite-retenue.h: a popover where a value is refused does not stay closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When the popover of @button was just closed over a refused value: soon opens it again,
 * for the value and its reason to be seen. */
void pv_egalite_retenir (GtkMenuButton *button);

G_END_DECLS
