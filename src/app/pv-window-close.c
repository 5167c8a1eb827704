/* pv-window-close.c: closing a window while something is typed in it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page/pv-abandon.h"
#include "pv-window-private.h"

static gpointer parent_class;

static gboolean
pv_window_close_request (GtkWindow *window)
{
  PvWindow *self = PV_WINDOW (window);

  if (self->context != NULL && !pv_window_settle (self))
    {
      pv_abandon_ask (window);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (parent_class)->close_request (window);
}

void
pv_window_install_close (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  GTK_WINDOW_CLASS (widget_class)->close_request = pv_window_close_request;
}
