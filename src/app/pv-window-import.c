/* pv-window-import.c: a table dropped on the window, or asked for
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-window-import.h"

#include <glib/gi18n.h>

#include "import/pv-import-assistant.h"
#include "pv-window-private.h"

/* Why nothing can be brought in now. */
static const char *
get_refusal (PvContext *context)
{
  if (pv_context_get_problem (context) != NULL)
    return pv_context_get_problem (context);
  if (pv_context_get_refusal (context) != NULL)
    return pv_context_get_refusal (context);

  return _ ("Wait for the work under way to end, then import");
}

void
pv_window_import (PvWindow *self, GFile *file)
{
  PvContext *context;
  GtkWidget *assistant;

  g_return_if_fail (PV_IS_WINDOW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  context = pv_window_get_context (self);
  if (context == NULL)
    return;
  if (!pv_context_can_edit (context))
    {
      pv_window_tell (self, get_refusal (context));
      return;
    }

  assistant = pv_import_assistant_new (context, GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (assistant));
  if (file != NULL)
    pv_import_assistant_open (PV_IMPORT_ASSISTANT (assistant), file);
}

static gboolean
is_table (GFile *file)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PvWindow *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL || pv_window_get_context (self) == NULL)
    return FALSE;
  if (!is_table (file))
    {
      pv_window_tell (self,
                      _ ("What is dropped here is imported: a table (CSV, Excel, LibreOffice)"));
      return FALSE;
    }

  pv_window_import (self, file);
  return TRUE;
}

void
pv_window_accept_tables (PvWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_return_if_fail (PV_IS_WINDOW (self));

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
