/* pv-toggles.c: buttons of which one is down, each a part of a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-toggles.h"

#include "widget/pv-format.h"

void
pv_toggle_show_count (GtkToggleButton *button, const char *label, gint64 n)
{
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *text = g_strdup_printf ("%s  %s", label, count);

  gtk_button_set_label (GTK_BUTTON (button), text);
}

guint
pv_toggles_find (GtkToggleButton *const *buttons, guint n, GtkToggleButton *button)
{
  guint i = 0;

  while (i < n && buttons[i] != button)
    i++;
  g_return_val_if_fail (i < n, 0);

  return i;
}
