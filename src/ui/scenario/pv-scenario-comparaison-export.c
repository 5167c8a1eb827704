/* pv-scenario-comparaison-export.c: copies and writes who gains and who loses
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "export/pv-scenario-export.h"
#include "scenario/pv-scenario-comparaison-private.h"
#include "scenario/pv-scenario-modele.h"
#include "widget/pv-copie.h"
#include "widget/pv-save-chooser.h"

/* What the worker is given. */
typedef struct
{
  PvScenarioLecture *lecture;
  GPtrArray *libelles;
  GArray *ordre;
  char *contexte;
  char *path;
} Demande;

static Demande *
demande_new (PvScenarioComparaisonWindow *self, const char *path)
{
  Demande *demande = g_new0 (Demande, 1);
  GListModel *rows = pv_scenario_comparaison_window_get_rows (self);
  guint n = g_list_model_get_n_items (rows);

  demande->lecture = pv_scenario_lecture_ref (pv_scenario_comparaison_window_get_lecture (self));
  demande->libelles = g_ptr_array_ref (pv_scenario_comparaison_window_get_libelles (self));
  demande->ordre = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PvScenarioRangee) row = g_list_model_get_item (rows, i);
      guint position = pv_scenario_rangee_get_position (row);

      g_array_append_val (demande->ordre, position);
    }
  demande->contexte =
      g_strdup_printf ("%s → %s", demande->lecture->cotes[0].nom, demande->lecture->cotes[1].nom);
  demande->path = g_strdup (path);

  return demande;
}

static void
demande_free (gpointer data)
{
  Demande *demande = data;

  pv_scenario_lecture_unref (demande->lecture);
  g_ptr_array_unref (demande->libelles);
  g_array_unref (demande->ordre);
  g_free (demande->contexte);
  g_free (demande->path);
  g_free (demande);
}

static PvScenarioTableau
make_tableau (const Demande *demande)
{
  return (PvScenarioTableau){ .donnees = demande->lecture->donnees,
                              .comparaison = demande->lecture->comparaison,
                              .libelles = demande->libelles,
                              .ordre = demande->ordre,
                              .contexte = demande->contexte };
}

/* --- copy ----------------------------------------------------------------------------------- */

static gpointer
copy_in_worker (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = data;
  PvScenarioTableau tableau = make_tableau (demande);
  char *html = NULL;
  char *text = pv_scenario_export_to_text (&tableau, &html, cancellable, error);

  return text != NULL ? pv_copie_new (text, html, demande->ordre->len) : NULL;
}

void
pv_scenario_comparaison_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenarioComparaisonWindow *self = PV_SCENARIO_COMPARAISON_WINDOW (widget);

  pv_context_query_async (pv_scenario_comparaison_window_get_context (self), copy_in_worker,
                          demande_new (self, NULL), demande_free, pv_copie_free, NULL,
                          pv_copie_made_cb, g_object_ref (self));
}

/* --- file ----------------------------------------------------------------------------------- */

static gpointer
export_in_worker (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = data;
  PvScenarioTableau tableau = make_tableau (demande);
  PvExportRequest request = {
    .db = db, .filtre = PV_FILTRE_TOUT, .path = demande->path, .cancellable = cancellable
  };

  return pv_scenario_export_run (&tableau, &request, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) written =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  pv_save_tell (self, written != NULL ? written->files->pdata[0] : NULL, error);
}

void
pv_scenario_comparaison_window_export_to (PvScenarioComparaisonWindow *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (PV_IS_SCENARIO_COMPARAISON_WINDOW (self));

  path = g_file_get_path (file);
  if (path == NULL || pv_scenario_comparaison_window_get_lecture (self) == NULL)
    return;

  pv_context_query_async (
      pv_scenario_comparaison_window_get_context (self), export_in_worker, demande_new (self, path),
      demande_free, (GDestroyNotify)pv_export_result_free, NULL, exported_cb, g_object_ref (self));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, PvScenarioComparaisonWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;

  if (file != NULL)
    pv_scenario_comparaison_window_export_to (self, file);
  g_object_unref (dialog);
}

void
pv_scenario_comparaison_export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the Comparison"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "scenario.xlsx");
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
