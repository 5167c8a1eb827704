/* pv-classement-vue-export.c: copies and writes the ranking
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "classement/pv-classement-vue-private.h"
#include "export/pv-classement-export.h"
#include "widget/pv-copie.h"
#include "widget/pv-save-chooser.h"

/* What the worker is given. */
typedef struct
{
  PvClassement *classement;
  char *contexte;
  char *path;
} Demande;

static Demande *
demande_new (PvClassementVue *self, const char *path)
{
  Demande *demande = g_new0 (Demande, 1);

  demande->classement = pv_classement_ref (pv_classement_vue_get_classement (self));
  demande->contexte = pv_classement_vue_dup_contexte (self);
  demande->path = g_strdup (path);

  return demande;
}

static void
demande_free (gpointer data)
{
  Demande *demande = data;

  pv_classement_unref (demande->classement);
  g_free (demande->contexte);
  g_free (demande->path);
  g_free (demande);
}

/* --- copy ---------------------------------------------------------------------------------- */

static gpointer
copy_in_worker (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = data;
  char *html = NULL;
  char *text = pv_classement_export_to_text (demande->classement, db, &html, cancellable, error);

  return text != NULL ? pv_copie_new (text, html, demande->classement->lignes->len) : NULL;
}

void
pv_classement_vue_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvClassementVue *self = PV_CLASSEMENT_VUE (widget);

  if (pv_classement_vue_get_classement (self) != NULL)
    pv_context_query_async (pv_classement_vue_get_context (self), copy_in_worker,
                            demande_new (self, NULL), demande_free, pv_copie_free, NULL,
                            pv_copie_made_cb, g_object_ref (self));
}

/* --- file ---------------------------------------------------------------------------------- */

static gpointer
export_in_worker (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = data;
  PvExportRequest request = {
    .db = db, .filtre = PV_FILTRE_TOUT, .path = demande->path, .cancellable = cancellable
  };

  return pv_classement_export_run (demande->classement, demande->contexte, &request, error);
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
pv_classement_vue_export_to (PvClassementVue *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (PV_IS_CLASSEMENT_VUE (self));

  path = pv_save_dup_path (file, ".xlsx", &error);
  if (path == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (pv_classement_vue_get_classement (self) != NULL)
    pv_context_query_async (pv_classement_vue_get_context (self), export_in_worker,
                            demande_new (self, path), demande_free,
                            (GDestroyNotify)pv_export_result_free, NULL, exported_cb,
                            g_object_ref (self));
}

static void
save_cb (GtkWidget *widget, GFile *file)
{
  pv_classement_vue_export_to (PV_CLASSEMENT_VUE (widget), file);
}

void
pv_classement_vue_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_save_ask (widget, _ ("Export the Ranking"), _ ("_Export"), "classement.xlsx", save_cb);
}
