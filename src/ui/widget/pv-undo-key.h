/* pv-undo-key.h: Ctrl+Z in a field where nothing is typed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_undo_key:
 * @field: where the key was pressed, with nothing typed that is not saved
 *
 * A text keeps Ctrl+Z for itself even when it has nothing to take back. Such a key is the
 * programme's: `win.undo`, and `win.redo` with Shift.
 *
 * Returns: whether it was that key; then it is done with
 */
gboolean pv_undo_key (GtkWidget *field, guint key, GdkModifierType modifiers);

G_END_DECLS
