/* pv-proces-verbal-save.c: saves the procès-verbal of a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/cloture/pv-proces-verbal-save.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "export/pv-export-travail.h"
#include "seance/pv-seance-store.h"

typedef struct
{
  GtkWidget *widget;
  PvContext *context;
  gint64 seance_id;
  const char *suffix;
  PvProcesVerbalSaved saved;
  GtkFileChooserNative *chooser;
} Save;

static void
save_free (Save *self)
{
  g_clear_object (&self->chooser);
  g_object_unref (self->widget);
  g_object_unref (self->context);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static Save *
save_new (GtkWidget *widget, PvContext *context, gint64 seance_id, PvProcesVerbalSaved saved)
{
  Save *self = g_new0 (Save, 1);

  self->widget = g_object_ref (widget);
  self->context = g_object_ref (context);
  self->seance_id = seance_id;
  self->saved = saved;

  return self;
}

/* What a file name cannot bear becomes a dash. */
char *
pv_proces_verbal_make_name (PvContext *context, gint64 seance_id, const char *suffix)
{
  g_autoptr (PvSeanceResume) resume =
      pv_seance_store_get_resume (pv_context_get_reader (context), seance_id, NULL);
  g_autofree char *name = NULL;

  if (resume == NULL)
    return g_strconcat ("PV", suffix, NULL);

  name = g_strdup_printf ("PV %s %s%s", resume->instance, resume->seance->date_le, suffix);

  return g_strdup (g_strdelimit (name, "/\\:*?\"<>|", '-'));
}

/* --- written ------------------------------------------------------------------------------- */

static void
open_file_cb (AdwToast *toast, gpointer user_data)
{
  GtkWidget *widget = user_data;

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)),
                g_object_get_data (G_OBJECT (toast), "pv-uri"), GDK_CURRENT_TIME);
}

static void
tell_written (GtkWidget *widget, const char *path)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_ ("“%s” written"), name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "pv-uri", g_filename_to_uri (path, NULL, NULL), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_file_cb), widget, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
tell (Save *self, const char *path, const GError *error)
{
  if (gtk_widget_get_root (self->widget) == NULL)
    return;

  if (self->saved != NULL)
    self->saved (self->widget, path, error);
  else if (path != NULL)
    tell_written (self->widget, path);
  else if (error != NULL)
    gtk_widget_activate_action (self->widget, "win.toast", "s", error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Save) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) written =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  tell (self, written != NULL ? written->files->pdata[0] : NULL, error);
}

static void
write_to (Save *self, const char *path)
{
  PvExportDemande *demande =
      pv_export_demande_new (pv_export_find_kind ("seance"), (PvFiltre)PV_FILTRE_TOUT, NULL, path);

  pv_export_demande_set_seance (demande, self->seance_id);
  pv_context_query_async (self->context, pv_export_ecrire, demande,
                          (GDestroyNotify)pv_export_demande_unref,
                          (GDestroyNotify)pv_export_result_free, NULL, written_cb, self);
}

void
pv_proces_verbal_save_to (GtkWidget *widget,
                          PvContext *context,
                          gint64 seance_id,
                          const char *path,
                          PvProcesVerbalSaved saved)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (path != NULL);

  write_to (save_new (widget, context, seance_id, saved), path);
}

/* --- where --------------------------------------------------------------------------------- */

static void
chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  g_autoptr (Save) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *whole = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      tell (self, NULL, NULL);
      return;
    }

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autoptr (GError) error =
          g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("“%s” is not on this machine: choose one of its folders"), name);

      tell (self, NULL, error);
      return;
    }

  lower = g_ascii_strdown (path, -1);
  whole = g_str_has_suffix (lower, ".pdf") || g_str_has_suffix (lower, ".xlsx")
              ? g_strdup (path)
              : g_strconcat (path, self->suffix, NULL);
  write_to (g_steal_pointer (&self), whole);
}

void
pv_proces_verbal_save (GtkWidget *widget,
                       PvContext *context,
                       gint64 seance_id,
                       const char *suffix,
                       PvProcesVerbalSaved saved)
{
  gboolean pdf = g_strcmp0 (suffix, ".xlsx") != 0;
  g_autofree char *name = NULL;
  Save *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (PV_IS_CONTEXT (context));

  self = save_new (widget, context, seance_id, saved);
  self->suffix = pdf ? ".pdf" : ".xlsx";
  name = pv_proces_verbal_make_name (context, seance_id, self->suffix);
  self->chooser = gtk_file_chooser_native_new (
      pdf ? _ ("Save the Procès-Verbal") : _ ("Save the Workbook of the Séance"),
      GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
