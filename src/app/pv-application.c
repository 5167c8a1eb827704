/* pv-application.c: the application: files, windows, what all windows share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-application.h"

#include <glib/gi18n.h>

#include "pv-ui.h"
#include "pv-window.h"

struct _PvApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PvApplication, pv_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "win.undo", { "<Control>z" } },        { "win.redo", { "<Control><Shift>z" } },
  { "win.search", { "<Control>f" } },      { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },      { "win.parametres", { "<Control>comma" } },
  { "win.fullscreen", { "F11" } },         { "win.sidebar", { "F9" } },
  { "win.back", { "Escape", "<Alt>Up" } }, { "win.show-help-overlay", { "<Control>question" } },
  { "window.close", { "<Control>w" } },    { "app.help", { "F1" } },
  { "app.new", { "<Control>n" } },         { "app.quit", { "<Control>q" } },
};

static void
pv_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (pv_application_parent_class)->startup (application);

  pv_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page-%u", i);
      g_autofree char *accel = g_strdup_printf ("<Control>%u", i);
      const char *const page_accels[] = { accel, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (application), action, page_accels);
    }
}

static void
pv_application_activate (GApplication *application)
{
  PvWindow *window = pv_window_new (ADW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
}

static void
pv_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      PvWindow *window = pv_window_new (ADW_APPLICATION (application));

      pv_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static void
pv_application_class_init (PvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = pv_application_startup;
  application_class->activate = pv_application_activate;
  application_class->open = pv_application_open;
}

static void
pv_application_init (PvApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

PvApplication *
pv_application_new (void)
{
  return g_object_new (PV_TYPE_APPLICATION, "application-id", PV_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/progville/Progville",
                       NULL);
}
