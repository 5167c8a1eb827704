/* test-window.c: the window without and with a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-display.h"

static void
test_open_close (void)
{
  char *path = pv_display_copy_demonstration ();
  PvWindow *window = pv_display_show_programme (path);

  g_assert_nonnull (pv_window_get_context (window));
  pv_display_check_names (GTK_WIDGET (window));
  pv_display_picture (GTK_WINDOW (window), pv_window_get_context (window), "fenetre");
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add_func ("/window/opens-a-file-and-leaves-nothing", test_open_close);

  return g_test_run ();
}
