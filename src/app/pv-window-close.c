/* pv-window-close.c: closing a window while something is typed, or open, in it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "page/pv-abandon.h"
#include "pv-window-private.h"

static gpointer parent_class;

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* After those who wait for the work were told how it ended. */
void
pv_window_update_closing (PvWindow *self)
{
  if (!self->closing || pv_context_is_busy (self->context))
    return;
  self->closing = FALSE;
  g_idle_add_full (G_PRIORITY_LOW, close_cb, g_object_ref (self), g_object_unref);
}

gboolean
pv_window_show_waiting (PvWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      const char *detail = pv_page_get_waiting (PV_PAGE (page));

      if (detail != NULL)
        {
          const char *id = gtk_stack_page_get_name (gtk_stack_get_page (self->pages, page));

          gtk_widget_activate_action (GTK_WIDGET (self), "win.goto", "(ss)", id, detail);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
pv_window_close_request (GtkWindow *window)
{
  PvWindow *self = PV_WINDOW (window);

  /* a file that is closed takes back what is half written */
  if (self->context != NULL && pv_context_is_busy (self->context))
    {
      self->closing = TRUE;
      pv_window_tell (self, _ ("A change is being written: the window closes when it is done"));
      return TRUE;
    }
  if (self->context != NULL && !pv_window_settle (self))
    {
      pv_abandon_ask (window);
      return TRUE;
    }
  if (self->context != NULL && pv_window_show_waiting (self))
    {
      pv_abandon_ask_waiting (window, NULL);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (parent_class)->close_request (window);
}

static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

/* GTK does not always free a popover that is open when its window goes, nor then the file
 * that it knows. */
static void
pv_window_unmap (GtkWidget *widget)
{
  close_popovers (widget);

  GTK_WIDGET_CLASS (parent_class)->unmap (widget);
}

void
pv_window_install_close (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  GTK_WINDOW_CLASS (widget_class)->close_request = pv_window_close_request;
  widget_class->unmap = pv_window_unmap;
}
