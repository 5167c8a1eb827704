/* pv-application-windows.c: the windows that are of no file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-application-windows.h"

#include <glib/gi18n.h>

#include "pv-help-window.h"
#include "pv-preferences-window.h"

static void
show_over (PvApplication *self, GtkWindow *window)
{
  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (window);
}

void
pv_application_show_preferences (PvApplication *self)
{
  g_return_if_fail (PV_IS_APPLICATION (self));

  show_over (self, pv_preferences_window_new ());
}

void
pv_application_show_about (PvApplication *self)
{
  static const char *const developers[] = { "The Progville authors", NULL };
  g_autofree char *comments = NULL;
  GtkWidget *window;

  g_return_if_fail (PV_IS_APPLICATION (self));

  comments = g_strconcat (
      _ ("The programming of the city policy, for local authorities: calls, dossiers, "
         "funders, envelopes. Everything stays on your machine."),
      "\n\n",
      _ ("Contrats de ville, quartiers prioritaires and communes come from public data published "
         "by ANCT, INSEE and DGCL under the Licence Ouverte 2.0. The demonstration programme is "
         "fictitious."),
      NULL);
  window = adw_about_window_new ();
  g_object_set (window, "application-name", "Progville", "application-icon", PV_APP_ID, "version",
                PV_VERSION, "developer-name", _ ("The Progville authors"), "developers", developers,
                "license-type", GTK_LICENSE_GPL_3_0, "copyright", "© 2026 The Progville authors",
                "comments", comments, "translator-credits", _ ("translator-credits"), NULL);
  show_over (self, GTK_WINDOW (window));
}

void
pv_application_show_help (PvApplication *self)
{
  g_return_if_fail (PV_IS_APPLICATION (self));

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (PV_IS_HELP_WINDOW (link->data))
      {
        gtk_window_present (link->data);
        return;
      }

  gtk_window_present (pv_help_window_new (GTK_APPLICATION (self)));
}
