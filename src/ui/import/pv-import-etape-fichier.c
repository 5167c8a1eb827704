/* pv-import-etape-fichier.c: step File: choose a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-etape-fichier.h"

#include <glib/gi18n.h>

struct _PvImportEtapeFichier
{
  AdwBin parent_instance;

  PvImportSession *session;
  GPtrArray *rows; /* of the recent sources, borrowed */

  GtkWidget *drop_card;
  GtkWidget *busy_box;
  GtkSpinner *spinner;
  GtkLabel *busy_label;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  AdwPreferencesGroup *recent_group;
};

G_DEFINE_FINAL_TYPE (PvImportEtapeFichier, pv_import_etape_fichier, ADW_TYPE_BIN)

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PvImportEtapeFichier *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "import.open-file", "s",
                                     g_file_peek_path (file));
}

static void
add_recent (PvImportEtapeFichier *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  GtkWidget *row;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("x-office-spreadsheet-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "import.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  adw_preferences_group_add (self->recent_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
list_recent (PvImportEtapeFichier *self)
{
  PvContext *context = pv_import_session_get_context (self->session);
  g_auto (GStrv) paths = g_settings_get_strv (pv_context_get_settings (context), "import-sources");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; paths[i] != NULL; i++)
    add_recent (self, paths[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), self->rows->len > 0);
}

static void
changed_cb (PvImportEtapeFichier *self)
{
  gboolean reading = pv_import_session_is_busy (self->session) &&
                     pv_import_session_get_etat (self->session) == PV_IMPORT_ETAT_VIDE;
  const char *problem = pv_import_session_get_problem (self->session);
  g_autofree char *name = pv_import_session_dup_name (self->session);
  g_autofree char *text = g_strdup_printf (_ ("Reading “%s”…"), name);

  gtk_label_set_label (self->busy_label, text);
  gtk_widget_set_visible (self->busy_box, reading);
  gtk_spinner_set_spinning (self->spinner, reading);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL && !reading);
}

static void
pv_import_etape_fichier_dispose (GObject *object)
{
  PvImportEtapeFichier *self = PV_IMPORT_ETAPE_FICHIER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_IMPORT_ETAPE_FICHIER);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pv_import_etape_fichier_parent_class)->dispose (object);
}

static void
pv_import_etape_fichier_class_init (PvImportEtapeFichierClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_import_etape_fichier_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-etape-fichier.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, drop_card);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, busy_box);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, busy_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeFichier, recent_group);
}

static void
pv_import_etape_fichier_init (PvImportEtapeFichier *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (self->drop_card, GTK_EVENT_CONTROLLER (target));
}

void
pv_import_etape_fichier_set_session (PvImportEtapeFichier *self, PvImportSession *session)
{
  g_return_if_fail (PV_IS_IMPORT_ETAPE_FICHIER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  list_recent (self);
}
