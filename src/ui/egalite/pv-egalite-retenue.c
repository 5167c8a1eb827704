/* pv-egalite-retenue.c: a popover where a value is refused does not stay closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-retenue.h"

static gboolean
popup_cb (gpointer user_data)
{
  GtkWidget *button = user_data;

  /* not when it closed because the page, or the window, is left */
  if (gtk_widget_get_mapped (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));

  return G_SOURCE_REMOVE;
}

/* Once it is closed: it is still closing. */
void
pv_egalite_retenir (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, popup_cb, g_object_ref (button), g_object_unref);
}
