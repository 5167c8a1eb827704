/* pv-dialog-end.h: a dialog ended by an action of its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hides @window, and destroys it once the action that ends it has returned. */
void pv_dialog_end (GtkWindow *window);

G_END_DECLS
