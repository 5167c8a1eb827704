/* pv-exports-page-ecriture.c: the page of exports writes, and says what it wrote
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <string.h>

#include "appel/pv-appel-store.h"
#include "context/pv-reading.h"
#include "document/pv-lettres-dialog.h"
#include "dossier/pv-dossier-liste-store.h"
#include "export/pv-exports-page-private.h"
#include "export/pv-exports-seances.h"
#include "widget/pv-format.h"
#include "widget/pv-save-chooser.h"

#define PROGRESS_MS 80

static gboolean
tick_cb (gpointer user_data)
{
  PvExportsPage *self = user_data;
  g_autofree char *step = NULL;
  g_autofree char *text = NULL;

  step = pv_export_demande_dup_step (self->demande);
  text = g_strdup_printf (_ ("Writing the sheet “%s”…"), step != NULL ? step : "");
  gtk_label_set_label (self->step_label, step != NULL ? text : _ ("Writing…"));
  gtk_progress_bar_set_fraction (self->progress, pv_export_demande_get_progress (self->demande));

  return G_SOURCE_CONTINUE;
}

static void
remember (PvExportsPage *self, const char *path)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gboolean seance = pv_export_kind_needs_seance (pv_exports_page_get_kind (self));
  GtkStringObject *scope =
      adw_combo_row_get_selected_item (seance ? self->seance_row : self->scope_row);
  g_autofree char *today = pv_context_get_today (context);

  pv_exports_recents_add (self->recent_group, pv_context_get_settings (context), path,
                          scope != NULL ? gtk_string_object_get_string (scope) : "", today);
}

static void
show_result (PvExportsPage *self, const PvExportResult *result)
{
  const char *path = g_ptr_array_index (result->files, 0);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *dossiers = pv_count_to_text (result->n_dossiers);
  g_autofree char *financements = pv_count_to_text (result->n_financements);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is written: %s dossiers, %s financements"),
                                           name, dossiers, financements);
  g_autoptr (GString) warnings = g_string_new (NULL);

  for (guint i = 1; i < result->files->len; i++)
    {
      g_autofree char *other = g_filename_display_basename (g_ptr_array_index (result->files, i));

      g_string_append_printf (warnings, _ ("With “%s” beside it."), other);
      g_string_append_c (warnings, '\n');
    }
  for (guint i = 0; i < result->warnings->len; i++)
    g_string_append_printf (warnings, "%s\n", (char *)g_ptr_array_index (result->warnings, i));
  if (warnings->len > 0)
    g_string_truncate (warnings, warnings->len - 1);
  gtk_label_set_label (self->result_label, text);
  gtk_label_set_label (self->warning_label, warnings->str);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warnings->len > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", path);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->folder_button), "s", path);
  gtk_widget_set_visible (self->result_box, TRUE);
  remember (self, path);
  /* another page may be looked at by now */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
end_writing (PvExportsPage *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->demande, pv_export_demande_unref);
  g_clear_object (&self->writing);
  gtk_widget_set_visible (self->progress_box, FALSE);
  pv_exports_page_update_choose (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) written =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->writing)
    return;

  end_writing (self);
  if (written != NULL)
    show_result (self, written);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_label (self->problem_label, error->message);
      gtk_widget_set_visible (self->problem_box, TRUE);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Export cancelled: no file was left"));
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);

  if (self->writing != NULL)
    return;

  self->demande = pv_exports_page_make_demande (self, g_variant_get_string (parameter, NULL));
  self->writing = g_cancellable_new ();
  self->tick_id = g_timeout_add (PROGRESS_MS, tick_cb, self);
  gtk_widget_set_visible (self->result_box, FALSE);
  gtk_widget_set_visible (self->problem_box, FALSE);
  gtk_widget_set_visible (self->progress_box, TRUE);
  tick_cb (self);
  gtk_widget_action_set_enabled (widget, "exports.choose", FALSE);
  pv_context_query_async (
      pv_page_get_context (PV_PAGE (self)), pv_export_ecrire, pv_export_demande_ref (self->demande),
      (GDestroyNotify)pv_export_demande_unref, (GDestroyNotify)pv_export_result_free, self->writing,
      written_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);

  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
}

static void
chosen_cb (PvExportsPage *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? pv_save_dup_path (file, NULL, &error) : NULL;
  whole = path != NULL ? pv_exports_seances_complete (GTK_FILE_CHOOSER (dialog),
                                                      pv_exports_page_get_kind (self), path)
                       : NULL;
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "exports.write", "s", whole);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* “Synthèse AAP 2026, 2026-03-12.xlsx” */
static char *
propose_name (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autofree char *today = pv_context_get_today (context);
  g_autofree char *base = g_path_get_basename (pv_context_get_path (context));
  PvFiltre filtre = pv_exports_page_get_filtre (self);
  const PvExportKind *kind = pv_exports_page_get_kind (self);
  const char *about = base;
  char *dot = strrchr (base, '.');
  char *name;

  if (pv_export_kind_needs_seance (kind))
    return g_strdelimit (pv_exports_seances_dup_name (self->seance_row, self->seances),
                         "/\\:", '-');
  if (dot != NULL && dot != base)
    *dot = '\0';
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);

      if (appel->id == filtre.appel_id)
        about = appel->libelle;
    }
  name = g_strdup_printf ("%s %s %s.%s", pv_export_kind_get_id (kind), about, today,
                          pv_export_kind_get_extension (kind));

  return g_strdelimit (name, "/\\:", '-');
}

static gpointer
list_in_worker (PvDb *db, gpointer filtre, GCancellable *cancellable, GError **error)
{
  return pv_dossier_liste_store_ids (db, filtre, NULL, NULL, cancellable, error);
}

static void
dossiers_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  /* asked for again, or another page is looked at by now */
  if (g_task_get_cancellable (G_TASK (result)) != self->choosing)
    return;
  g_clear_object (&self->choosing);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (ids == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (ids->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("There is no dossier to write of: choose another appel or "
                                   "year"));
  else
    pv_lettres_dialog_present_dossiers (GTK_WIDGET (self), PV_CONTEXT (source), self->document,
                                        g_steal_pointer (&ids));
}

/* Letters and fiches: their template is chosen, and seen, in a window of their own. */
static void
choose_documents (PvExportsPage *self)
{
  PvFiltre filtre = pv_exports_page_get_filtre (self);

  self->document = pv_export_kind_takes_modele (pv_exports_page_get_kind (self))
                       ? PV_DOCUMENT_GENRE_NOTIFICATION
                       : PV_DOCUMENT_GENRE_FICHE;
  pv_reading_renew (&self->choosing);
  pv_context_query_async (pv_page_get_context (PV_PAGE (self)), list_in_worker,
                          g_memdup2 (&filtre, sizeof filtre), g_free, (GDestroyNotify)g_array_unref,
                          self->choosing, dossiers_cb, g_object_ref (self));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);
  g_autofree char *proposed = NULL;

  if (pv_export_kind_takes_dossiers (pv_exports_page_get_kind (self)))
    {
      choose_documents (self);
      return;
    }

  proposed = propose_name (self);
  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), proposed);
  pv_exports_seances_add_formats (GTK_FILE_CHOOSER (self->chooser),
                                  pv_exports_page_get_kind (self));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean folder = g_str_equal (name, "exports.open-folder");
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder && parent != NULL ? parent : file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

void
pv_exports_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "exports.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "exports.write", "s", write_cb);
  gtk_widget_class_install_action (widget_class, "exports.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "exports.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "exports.open-folder", "s", open_cb);
}
