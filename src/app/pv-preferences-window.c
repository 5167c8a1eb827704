/* pv-preferences-window.c: what a user prefers, on this machine
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-preferences-window.h"

#include <glib/gi18n.h>

struct _PvPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;

  AdwEntryRow *agent_row;
  AdwComboRow *color_row;
  GtkSwitch *restore_switch;
};

G_DEFINE_FINAL_TYPE (PvPreferencesWindow, pv_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the row's model. */
static const char *const schemes[] = { "default", "light", "dark" };

static gboolean
scheme_to_position_cb (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
position_to_scheme_cb (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint i = g_value_get_uint (value);

  return g_variant_new_string (schemes[i < G_N_ELEMENTS (schemes) ? i : 0]);
}

static void
agent_applied_cb (PvPreferencesWindow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->agent_row)));

  g_settings_set_string (self->settings, "agent", g_strstrip (name));
}

static void
pv_preferences_window_dispose (GObject *object)
{
  PvPreferencesWindow *self = PV_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (pv_preferences_window_parent_class)->dispose (object);
}

static void
pv_preferences_window_class_init (PvPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/app/pv-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPreferencesWindow, agent_row);
  gtk_widget_class_bind_template_child (widget_class, PvPreferencesWindow, color_row);
  gtk_widget_class_bind_template_child (widget_class, PvPreferencesWindow, restore_switch);
  gtk_widget_class_bind_template_callback (widget_class, agent_applied_cb);
}

static void
pv_preferences_window_init (PvPreferencesWindow *self)
{
  g_autofree char *agent = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("org.progville.Progville");
  agent = g_settings_get_string (self->settings, "agent");
  gtk_editable_set_text (GTK_EDITABLE (self->agent_row),
                         *agent != '\0' ? agent : g_get_real_name ());
  /* the row names itself, not what has the focus in it */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->agent_row))),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->agent_row)), -1);
  adw_entry_row_set_show_apply_button (self->agent_row, TRUE);
  g_settings_bind (self->settings, "restore-files", self->restore_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->color_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_position_cb,
                                position_to_scheme_cb, NULL, NULL);
}

GtkWindow *
pv_preferences_window_new (void)
{
  return g_object_new (PV_TYPE_PREFERENCES_WINDOW, NULL);
}
