/* pv-dossiers-page-export.c: copies and exports what the page shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "dossier/pv-dossiers-page-private.h"
#include "dossier/pv-filtre-cle.h"
#include "export/pv-dossiers-export.h"
#include "widget/pv-copie.h"
#include "widget/pv-save-chooser.h"

/* How often the progress is shown. */
#define PROGRESS_MS 100

/* An export under way: shared with the worker. */
struct _PvExportJob
{
  PvDossiersExport *export;
  char *path;
  GCancellable *cancellable;
  int done_bp; /* atomic */
};

static void
job_clear (gpointer data)
{
  PvExportJob *job = data;

  pv_dossiers_export_free (job->export);
  g_free (job->path);
  g_object_unref (job->cancellable);
}

static void
job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, job_clear);
}

static PvDossiersExport *
describe (PvDossiersPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autofree char *colonnes = pv_dossiers_view_dup_colonnes (self->view);
  g_autofree char *contexte = pv_filtre_describe (pv_filtres_bar_get_critere (self->filtres),
                                                  pv_context_get_reader (context));

  return pv_dossiers_export_new (
      pv_dossiers_page_dup_ids (self), colonnes,
      pv_dossier_liste_get_etape (pv_dossiers_view_get_liste (self->view)), contexte);
}

/* --- copy -------------------------------------------------------------------------- */

static gpointer
query_copy (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PvDossiersExport *export = data;
  char *html = NULL;
  char *text = pv_dossiers_export_to_text (export, db, &html, cancellable, error);

  return text != NULL ? pv_copie_new (text, html, export->ids->len) : NULL;
}

void
pv_dossiers_page_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);

  pv_context_query_async (pv_page_get_context (PV_PAGE (self)), query_copy, describe (self),
                          (GDestroyNotify)pv_dossiers_export_free, pv_copie_free, NULL,
                          pv_copie_made_cb, g_object_ref (self));
}

/* --- export ------------------------------------------------------------------------ */

static void
progress_cb (const char *step, guint done_bp, gpointer user_data)
{
  PvExportJob *job = user_data;

  g_atomic_int_set (&job->done_bp, (int)done_bp);
}

static gpointer
query_export (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PvExportJob *job = data;
  PvExportRequest request = { .db = db,
                              .filtre = PV_FILTRE_TOUT,
                              .path = job->path,
                              .progress = progress_cb,
                              .progress_data = job,
                              .cancellable = cancellable };

  return pv_dossiers_export_run (job->export, &request, error);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  PvDossiersPage *self = user_data;

  gtk_progress_bar_set_fraction (self->export_progress,
                                 g_atomic_int_get (&self->job->done_bp) / 10000.0);

  return G_SOURCE_CONTINUE;
}

static void
open_file_cb (AdwToast *toast, gpointer user_data)
{
  GtkWidget *page = user_data;

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (page)),
                g_object_get_data (G_OBJECT (toast), "pv-uri"), GDK_CURRENT_TIME);
}

/* The toast of the window has no button of ours: it is made here. */
static void
tell_written (PvDossiersPage *self, const PvExportResult *result)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_filename_display_basename (result->files->pdata[0]);
  g_autofree char *message = g_strdup_printf (_ ("“%s” written"), name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "pv-uri",
                          g_filename_to_uri (result->files->pdata[0], NULL, NULL), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_file_cb), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
end_export (PvDossiersPage *self)
{
  g_clear_handle_id (&self->job_id, g_source_remove);
  g_clear_pointer (&self->job, job_unref);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvDossiersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) written =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  end_export (self);
  gtk_action_bar_set_revealed (self->export_bar, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossiers.export", TRUE);
  if (written != NULL)
    tell_written (self, written);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Export cancelled: nothing was written"));
}

void
pv_dossiers_page_export_to (PvDossiersPage *self, GFile *file)
{
  g_autofree char *name = NULL, *label = NULL;

  g_return_if_fail (PV_IS_DOSSIERS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->job == NULL);

  self->job = g_atomic_rc_box_new0 (PvExportJob);
  self->job->export = describe (self);
  self->job->path = g_file_get_path (file);
  self->job->cancellable = g_cancellable_new ();
  self->job_id = g_timeout_add (PROGRESS_MS, show_progress_cb, self);
  name = g_file_get_basename (file);
  label = g_strdup_printf (_ ("Writing “%s”…"), name);
  gtk_label_set_label (self->export_label, label);
  gtk_progress_bar_set_fraction (self->export_progress, 0);
  gtk_action_bar_set_revealed (self->export_bar, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossiers.export", FALSE);
  pv_context_query_async (pv_page_get_context (PV_PAGE (self)), query_export,
                          g_atomic_rc_box_acquire (self->job), job_unref,
                          (GDestroyNotify)pv_export_result_free, self->job->cancellable,
                          exported_cb, g_object_ref (self));
}

void
pv_dossiers_page_stop_export (PvDossiersPage *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job->cancellable);
  end_export (self);
}

void
pv_dossiers_page_export_cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);

  if (self->job != NULL)
    g_cancellable_cancel (self->job->cancellable);
}

static void
save_cb (GtkWidget *widget, GFile *file)
{
  if (PV_DOSSIERS_PAGE (widget)->job == NULL)
    pv_dossiers_page_export_to (PV_DOSSIERS_PAGE (widget), file);
}

void
pv_dossiers_page_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_save_ask (widget, _ ("Export the Dossiers"), _ ("_Export"), "dossiers.xlsx", save_cb);
}
