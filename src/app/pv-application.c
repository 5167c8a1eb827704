/* pv-application.c: the application: files, windows, what all windows share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "programme/pv-programme-assistant.h"
#include "programme/pv-recent.h"
#include "pv-application-windows.h"
#include "pv-ui.h"
#include "pv-window.h"
#include "widget/pv-digit-key.h"

struct _PvApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  gboolean quitting;
};

G_DEFINE_FINAL_TYPE (PvApplication, pv_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "win.search", { "<Control>f" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },
  { "win.appel", { "<Control>l" } },
  { "win.parametres", { "<Control>comma" } },
  { "win.fullscreen", { "F11" } },
  { "win.sidebar", { "F9" } },
  { "win.back", { "<Alt>Up" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
  { "app.help", { "F1" } },
  { "app.new", { "<Control>n" } },
  { "app.preferences", { "<Control><Shift>comma" } },
  { "app.quit", { "<Control>q" } },
};

/* --- files and windows ------------------------------------------------------------- */

/* Without links, as the file's own lock has one name. (transfer full) (nullable) */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);

  return copy;
}

static PvWindow *
find_window (PvApplication *self, const char *path)
{
  g_autofree char *real = resolve (path);

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    {
      PvContext *context = PV_IS_WINDOW (link->data) ? pv_window_get_context (link->data) : NULL;
      GFile *opening = PV_IS_WINDOW (link->data) ? pv_window_get_opening (link->data) : NULL;
      g_autofree char *opened = opening != NULL ? resolve (g_file_peek_path (opening)) : NULL;

      if (context != NULL && g_strcmp0 (pv_context_get_path (context), real) == 0 &&
          pv_context_get_problem (context) == NULL)
        return link->data;
      if (opened != NULL && g_strcmp0 (opened, real) == 0)
        return link->data;
    }

  return NULL;
}

/* The window whose start page the user looks at, or none. */
static PvWindow *
find_empty_window (PvApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (PV_IS_WINDOW (link->data) && pv_window_get_context (link->data) == NULL &&
        pv_window_get_opening (link->data) == NULL)
      return link->data;

  return NULL;
}

/* Kept up to date all along: a session may end without a word. */
static void
remember_files (PvApplication *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) files = NULL;

  if (self->quitting)
    return;
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    {
      PvContext *context = PV_IS_WINDOW (link->data) ? pv_window_get_context (link->data) : NULL;
      GFile *opening = PV_IS_WINDOW (link->data) ? pv_window_get_opening (link->data) : NULL;

      if (context != NULL)
        g_strv_builder_add (builder, pv_context_get_path (context));
      else if (opening != NULL)
        g_strv_builder_add (builder, g_file_peek_path (opening));
    }
  files = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "last-files", (const char *const *)files);
}

static void
context_cb (PvWindow *window, GParamSpec *pspec, PvApplication *self)
{
  pv_recent_add (gtk_recent_manager_get_default (),
                 pv_context_get_path (pv_window_get_context (window)));
  remember_files (self);
}

static PvWindow *
add_window (PvApplication *self)
{
  PvWindow *window = find_empty_window (self);

  return window != NULL ? window : pv_window_new (ADW_APPLICATION (self));
}

static void
pv_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (pv_application_parent_class)->window_added (application, window);

  if (PV_IS_WINDOW (window))
    g_signal_connect_object (window, "notify::context", G_CALLBACK (context_cb), application, 0);
}

static void
pv_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (pv_application_parent_class)->window_removed (application, window);

  /* the last one to be closed is what the next start brings back */
  if (gtk_application_get_windows (application) != NULL)
    remember_files (PV_APPLICATION (application));
}

void
pv_application_open_file (PvApplication *self, GFile *file)
{
  PvWindow *window = NULL;

  g_return_if_fail (PV_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) != NULL)
    window = find_window (self, g_file_peek_path (file));
  if (window == NULL)
    {
      window = add_window (self);
      pv_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
restore_files (PvApplication *self)
{
  g_auto (GStrv) files = g_settings_get_strv (self->settings, "last-files");
  guint n = 0;

  if (!g_settings_get_boolean (self->settings, "restore-files"))
    return FALSE;
  for (guint i = 0; files[i] != NULL; i++)
    if (g_file_test (files[i], G_FILE_TEST_IS_REGULAR))
      {
        g_autoptr (GFile) file = g_file_new_for_path (files[i]);

        pv_application_open_file (self, file);
        n++;
      }

  return n > 0;
}

/* --- as an application -------------------------------------------------------------- */

static void
apply_color_scheme (PvApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme color_scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    color_scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    color_scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      color_scheme);
}

static void
pv_application_startup (GApplication *application)
{
  PvApplication *self = PV_APPLICATION (application);

  G_APPLICATION_CLASS (pv_application_parent_class)->startup (application);

  pv_ui_init ();
  gtk_window_set_default_icon_name (PV_APP_ID);
  self->settings = g_settings_new ("org.progville.Progville");
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                           self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page-%u", i);
      const char *const *keys = pv_digit_key_get_names (i);
      g_autofree char *accel = g_strconcat ("<Control>", keys[0], NULL);
      g_autofree char *french = g_strconcat ("<Control>", keys[1], NULL);
      const char *const page_accels[] = { accel, french, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (application), action, page_accels);
    }
}

static void
pv_application_activate (GApplication *application)
{
  PvApplication *self = PV_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL && restore_files (self))
    return;
  if (window == NULL)
    window = GTK_WINDOW (pv_window_new (ADW_APPLICATION (self)));
  gtk_window_present (window);
}

static void
pv_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    pv_application_open_file (PV_APPLICATION (application), files[i]);
}

static int
pv_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  gboolean version = FALSE;

  g_variant_dict_lookup (options, "version", "b", &version);
  if (!version)
    return -1;
  g_print ("progville %s\n", PV_VERSION);

  return EXIT_SUCCESS;
}

/* --- actions ------------------------------------------------------------------------- */

static void
created_cb (PvApplication *self, GFile *file)
{
  pv_application_open_file (self, file);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PvApplication *self = user_data;
  GtkWindow *assistant =
      pv_programme_assistant_new (gtk_application_get_active_window (GTK_APPLICATION (self)));

  g_signal_connect_object (assistant, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (assistant);
}

static void
open_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  pv_application_open_file (PV_APPLICATION (user_data), file);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PvApplication *self = user_data;
  g_autoptr (GList) windows = NULL;

  self->quitting = TRUE;
  /* each ends with its file before the application does */
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_WINDOW (link->data))
      gtk_window_close (link->data);
  self->quitting = FALSE;
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pv_application_show_preferences (PV_APPLICATION (user_data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pv_application_show_help (PV_APPLICATION (user_data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pv_application_show_about (PV_APPLICATION (user_data));
}

/* --- object ---------------------------------------------------------------------------- */

static void
pv_application_finalize (GObject *object)
{
  g_clear_object (&PV_APPLICATION (object)->settings);

  G_OBJECT_CLASS (pv_application_parent_class)->finalize (object);
}

static void
pv_application_class_init (PvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_application_finalize;
  application_class->startup = pv_application_startup;
  application_class->activate = pv_application_activate;
  application_class->open = pv_application_open;
  application_class->handle_local_options = pv_application_handle_local_options;
  gtk_application_class->window_added = pv_application_window_added;
  gtk_application_class->window_removed = pv_application_window_removed;
}

static void
pv_application_init (PvApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "help", .activate = help_cb },
    { .name = "new", .activate = new_cb },
    { .name = "open-file", .activate = open_file_cb, .parameter_type = "s" },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

PvApplication *
pv_application_new (void)
{
  return g_object_new (PV_TYPE_APPLICATION, "application-id", PV_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/progville/Progville",
                       NULL);
}
