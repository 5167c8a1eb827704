/* pv-undo-key.c: Ctrl+Z in a field where nothing is typed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-undo-key.h"

gboolean
pv_undo_key (GtkWidget *field, guint key, GdkModifierType modifiers)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  g_return_val_if_fail (GTK_IS_WIDGET (field), FALSE);

  if (gdk_keyval_to_lower (key) != GDK_KEY_z || (held & ~GDK_SHIFT_MASK) != GDK_CONTROL_MASK)
    return FALSE;

  gtk_widget_activate_action (field, (held & GDK_SHIFT_MASK) != 0 ? "win.redo" : "win.undo", NULL);

  return TRUE;
}
