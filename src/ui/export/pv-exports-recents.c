/* pv-exports-recents.c: the files last written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-exports-recents.h"

#include <glib/gi18n.h>

#include "pv-date.h"

#define MAX_RECENT 6

struct _PvExportsRecents
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (PvExportsRecents, pv_exports_recents, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
recent_button_new (const char *icon, const char *words, const char *action, const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);

  return button;
}

static void
add_recent (PvExportsRecents *self, const char *path, const char *scope, const char *day)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *date = pv_date_format_french (day, PV_DATE_FORMAT_LONG);
  g_autofree char *subtitle = g_strdup_printf ("%s, %s", date != NULL ? date : day, scope);
  GtkWidget *row;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             recent_button_new ("x-office-spreadsheet-symbolic",
                                                _ ("Open the File"), "exports.open", path));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             recent_button_new ("folder-open-symbolic", _ ("Open the Folder"),
                                                "exports.open-folder", path));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

void
pv_exports_recents_show (PvExportsRecents *self, GSettings *settings)
{
  g_autoptr (GVariant) list = NULL;

  g_return_if_fail (PV_IS_EXPORTS_RECENTS (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  list = g_settings_get_value (settings, "exports");
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      const char *path, *scope, *day;
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      g_variant_get (child, "(&s&s&s)", &path, &scope, &day);
      add_recent (self, path, scope, day);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

void
pv_exports_recents_add (PvExportsRecents *self,
                        GSettings *settings,
                        const char *path,
                        const char *scope,
                        const char *day)
{
  g_autoptr (GVariant) before = NULL;
  GVariantBuilder after;

  g_return_if_fail (PV_IS_EXPORTS_RECENTS (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (path != NULL && scope != NULL && day != NULL);

  before = g_settings_get_value (settings, "exports");
  g_variant_builder_init (&after, G_VARIANT_TYPE ("a(sss)"));
  g_variant_builder_add (&after, "(sss)", path, scope, day);
  for (gsize i = 0; i < g_variant_n_children (before) && i < MAX_RECENT - 1; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (before, i);
      const char *other = NULL;

      g_variant_get_child (child, 0, "&s", &other);
      if (!g_str_equal (other, path))
        g_variant_builder_add_value (&after, child);
    }
  g_settings_set_value (settings, "exports", g_variant_builder_end (&after));
  pv_exports_recents_show (self, settings);
}

static void
pv_exports_recents_finalize (GObject *object)
{
  g_ptr_array_unref (PV_EXPORTS_RECENTS (object)->rows);

  G_OBJECT_CLASS (pv_exports_recents_parent_class)->finalize (object);
}

static void
pv_exports_recents_class_init (PvExportsRecentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_exports_recents_finalize;
}

static void
pv_exports_recents_init (PvExportsRecents *self)
{
  self->rows = g_ptr_array_new ();
}
