/* pv-lettres-dialog.c: letters, conventions and fiches of chosen dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-lettres-dialog.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "document/pv-document-apercu.h"
#include "document/pv-document-modele.h"
#include "dossier/pv-dossier-store.h"
#include "widget/pv-format.h"

/* How often the progress is shown, and how many lacks are listed. */
#define PROGRESS_MS 100
#define MAX_SHOWN 200

struct _PvLettresDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  GtkWidget *origine; /* weak */
  GArray *sujets;
  GPtrArray *modeles; /* of PvDocumentModele, as the rows of modele_row */
  PvDocumentDemande *demande;
  GCancellable *cancellable; /* of the writing under way */
  guint tick_id;
  char *ecrit;     /* the file or the folder */
  GPtrArray *rows; /* of manques_group, borrowed */
  GtkFileChooserNative *chooser;

  AdwComboRow *modele_row;
  AdwComboRow *forme_row;
  AdwActionRow *nombre_row;
  GtkWidget *write_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkWidget *result_box;
  GtkLabel *result_label;
  GtkWidget *open_button;
  GtkWidget *folder_button;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  AdwPreferencesGroup *manques_group;
  PvDocumentApercu *apercu;
};

G_DEFINE_FINAL_TYPE (PvLettresDialog, pv_lettres_dialog, ADW_TYPE_WINDOW)

/* --- what is chosen ---------------------------------------------------------------------- */

static const PvDocumentModele *
get_modele (PvLettresDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->modele_row);

  return self->modeles != NULL && selected < self->modeles->len ? self->modeles->pdata[selected]
                                                                : NULL;
}

static gboolean
is_par_sujet (PvLettresDialog *self)
{
  return adw_combo_row_get_selected (self->forme_row) == 1;
}

static void
show_apercu (PvLettresDialog *self)
{
  const PvDocumentModele *modele = get_modele (self);

  if (modele == NULL)
    return;

  pv_document_apercu_show (
      self->apercu, self->context,
      pv_document_demande_new (modele->genre, modele->nom, NULL, self->sujets, NULL, FALSE));
}

static void
clear_result (PvLettresDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->manques_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->manques_group), FALSE);
  gtk_widget_set_visible (self->result_box, FALSE);
  gtk_widget_set_visible (self->problem_box, FALSE);
}

static void
modele_cb (PvLettresDialog *self)
{
  if (self->context == NULL)
    return;

  clear_result (self);
  show_apercu (self);
}

static guint
list_modeles (PvLettresDialog *self, PvDocumentGenre genre)
{
  g_autoptr (GtkStringList) noms = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  guint selected = 0;

  self->modeles = pv_document_modele_list (pv_context_get_reader (self->context), &error);
  for (guint i = 0; self->modeles != NULL && i < self->modeles->len; i++)
    {
      const PvDocumentModele *modele = self->modeles->pdata[i];

      gtk_string_list_append (noms, modele->nom);
      if (modele->genre == genre && modele->livre)
        selected = i;
    }
  adw_combo_row_set_model (self->modele_row, G_LIST_MODEL (noms));
  if (error != NULL)
    pv_document_apercu_clear (self->apercu, error->message);

  return selected;
}

/* What is most likely asked of a dossier in its state. */
static PvDocumentGenre
guess_genre (PvLettresDialog *self)
{
  const PvDocumentSujet *sujet = &g_array_index (self->sujets, PvDocumentSujet, 0);
  g_autoptr (PvDossier) dossier = NULL;

  if (sujet->dossier_id == PV_INT_NULL)
    return PV_DOCUMENT_GENRE_CONVENTION;

  dossier = pv_dossier_store_get (pv_context_get_reader (self->context), sujet->dossier_id, NULL);
  if (dossier == NULL)
    return PV_DOCUMENT_GENRE_FICHE;
  if (pv_dossier_statut_libere_enveloppe (dossier->statut))
    return PV_DOCUMENT_GENRE_REFUS;

  return dossier->statut == PV_DOSSIER_STATUT_NOTIFIE ||
                 dossier->statut == PV_DOSSIER_STATUT_EN_COURS
             ? PV_DOCUMENT_GENRE_NOTIFICATION
             : PV_DOCUMENT_GENRE_FICHE;
}

/* --- what was written -------------------------------------------------------------------- */

static void
manque_activated_cb (GtkWidget *row, PvLettresDialog *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "pv-dossier");

  if (self->origine != NULL && id != NULL)
    gtk_widget_activate_action (self->origine, "win.open-dossier", "x", *id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_manque (PvLettresDialog *self, const PvDocumentManque *manque)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), manque->nom);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), manque->texte);
  if (manque->dossier_id != PV_INT_NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _ ("Open the dossier"));
      g_object_set_data_full (G_OBJECT (row), "pv-dossier",
                              g_memdup2 (&manque->dossier_id, sizeof manque->dossier_id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (manque_activated_cb), self, 0);
    }
  adw_preferences_group_add (self->manques_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_manques (PvLettresDialog *self, const GPtrArray *manques)
{
  g_autofree char *n = pv_count_to_text (manques->len);
  g_autofree char *title = g_strdup_printf (_ ("Not made: %s"), n);

  for (guint i = 0; i < MIN (manques->len, MAX_SHOWN); i++)
    add_manque (self, manques->pdata[i]);
  adw_preferences_group_set_title (self->manques_group, title);
  adw_preferences_group_set_description (
      self->manques_group, manques->len > MAX_SHOWN ? _ ("The first ones are listed.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->manques_group), manques->len > 0);
}

static void
show_result (PvLettresDialog *self, const PvDocumentResult *result)
{
  g_autofree char *n = pv_count_to_text (result->n_faits);
  g_autofree char *pages = pv_count_to_text (result->n_pages);
  g_autofree char *texte =
      result->n_faits == 0
          ? g_strdup (_ ("Nothing was written: no document could be made"))
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s document written, pages: %s",
                                          "%s documents written, pages: %s", result->n_faits),
                             n, pages);

  g_free (self->ecrit);
  self->ecrit = g_strdup (result->path);
  gtk_label_set_label (self->result_label, texte);
  gtk_widget_set_visible (self->result_box, TRUE);
  gtk_widget_set_visible (self->open_button, result->path != NULL);
  gtk_widget_set_visible (self->folder_button, result->path != NULL);
  show_manques (self, result->manques);
}

static void
end_writing (PvLettresDialog *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->demande, pv_document_demande_unref);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lettres.write", TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->modele_row), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forme_row), TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvLettresDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentResult) written =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (self->context == NULL)
    return; /* closed meanwhile */

  end_writing (self);
  if (written != NULL)
    {
      show_result (self, written);
      return;
    }

  gtk_label_set_label (self->problem_label,
                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                           ? _ ("Cancelled: nothing was written")
                           : error->message);
  gtk_widget_set_visible (self->problem_box, TRUE);
}

static gboolean
tick_cb (gpointer user_data)
{
  PvLettresDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, pv_document_demande_get_progress (self->demande));
  return G_SOURCE_CONTINUE;
}

void
pv_lettres_dialog_write_to (PvLettresDialog *self, const char *path)
{
  const PvDocumentModele *modele = get_modele (self);

  g_return_if_fail (PV_IS_LETTRES_DIALOG (self));
  g_return_if_fail (modele != NULL && self->cancellable == NULL);

  clear_result (self);
  self->demande = pv_document_demande_new (modele->genre, modele->nom, NULL, self->sujets, path,
                                           is_par_sujet (self));
  self->cancellable = g_cancellable_new ();
  self->tick_id = g_timeout_add (PROGRESS_MS, tick_cb, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lettres.write", FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->modele_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forme_row), FALSE);
  pv_context_query_async (
      self->context, pv_document_demande_write, pv_document_demande_ref (self->demande),
      (GDestroyNotify)pv_document_demande_unref, (GDestroyNotify)pv_document_result_free,
      self->cancellable, written_cb, g_object_ref (self));
}

gboolean
pv_lettres_dialog_is_busy (PvLettresDialog *self)
{
  g_return_val_if_fail (PV_IS_LETTRES_DIALOG (self), FALSE);

  return self->cancellable != NULL;
}

/* --- where ------------------------------------------------------------------------------- */

/* « Lettre de notification 2026-11-21 », or the name of the only document. */
static char *
propose_name (PvLettresDialog *self)
{
  const PvDocumentModele *modele = get_modele (self);
  g_autofree char *jour = pv_context_get_today (self->context);
  PvDocumentRequest request = {
    .db = pv_context_get_reader (self->context),
    .genre = modele->genre,
    .sujets = (const PvDocumentSujet *)(gpointer)self->sujets->data,
    .n_sujets = self->sujets->len,
  };
  char *nom = self->sujets->len == 1 ? pv_document_dup_nom_fichier (&request)
                                     : g_strdup_printf ("%s %s", modele->nom, jour);

  return g_strdelimit (nom, "/\\:*?\"<>|", '-');
}

/* A folder of its own in the one chosen. */
static char *
find_free_folder (PvLettresDialog *self, const char *parent)
{
  g_autofree char *nom = propose_name (self);
  char *path = g_build_filename (parent, nom, NULL);

  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_autofree char *autre = g_strdup_printf ("%s (%u)", nom, n);

      g_free (path);
      path = g_build_filename (parent, autre, NULL);
    }

  return path;
}

static void
chosen_cb (PvLettresDialog *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && is_par_sujet (self))
    {
      g_autofree char *folder = find_free_folder (self, path);

      pv_lettres_dialog_write_to (self, folder);
    }
  else if (path != NULL)
    {
      g_autofree char *bas = g_ascii_strdown (path, -1);
      g_autofree char *whole =
          g_str_has_suffix (bas, ".pdf") ? g_strdup (path) : g_strconcat (path, ".pdf", NULL);

      pv_lettres_dialog_write_to (self, whole);
    }
  else if (file != NULL)
    {
      gtk_label_set_label (self->problem_label,
                           _ ("This place is not on this machine: choose one of its folders"));
      gtk_widget_set_visible (self->problem_box, TRUE);
    }
  g_clear_object (&self->chooser);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (widget);
  gboolean folder = is_par_sujet (self);

  if (get_modele (self) == NULL)
    return;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
      folder ? _ ("Folder of the Documents") : _ ("Save the Documents"), GTK_WINDOW (self),
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Write"),
      _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (!folder)
    {
      g_autofree char *base = propose_name (self);
      g_autofree char *nom = g_strconcat (base, ".pdf", NULL);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), nom);
    }
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
open_path (PvLettresDialog *self, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (widget);

  if (self->ecrit != NULL)
    open_path (self, self->ecrit);
}

static void
folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (widget);
  g_autofree char *folder = self->ecrit != NULL ? g_path_get_dirname (self->ecrit) : NULL;

  if (folder != NULL)
    open_path (self, folder);
}

static void
modele_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (widget);

  if (self->origine != NULL)
    gtk_widget_activate_action (self->origine, "win.goto", "(ss)", "parametres", "modele");
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* --- class ------------------------------------------------------------------------------- */

static void
pv_lettres_dialog_dispose (GObject *object)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (object);

  pv_reading_stop (&self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->demande, pv_document_demande_unref);
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->origine);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_LETTRES_DIALOG);

  G_OBJECT_CLASS (pv_lettres_dialog_parent_class)->dispose (object);
}

static void
pv_lettres_dialog_finalize (GObject *object)
{
  PvLettresDialog *self = PV_LETTRES_DIALOG (object);

  g_clear_pointer (&self->sujets, g_array_unref);
  g_clear_pointer (&self->modeles, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->ecrit);

  G_OBJECT_CLASS (pv_lettres_dialog_parent_class)->finalize (object);
}

static void
pv_lettres_dialog_class_init (PvLettresDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_lettres_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_lettres_dialog_finalize;

  g_type_ensure (PV_TYPE_DOCUMENT_APERCU);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/document/pv-lettres-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, modele_row);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, forme_row);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, nombre_row);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, write_button);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, result_box);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, result_label);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, folder_button);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, manques_group);
  gtk_widget_class_bind_template_child (widget_class, PvLettresDialog, apercu);
  gtk_widget_class_bind_template_callback (widget_class, modele_cb);
  gtk_widget_class_install_action (widget_class, "lettres.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "lettres.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "lettres.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "lettres.folder", NULL, folder_action);
  gtk_widget_class_install_action (widget_class, "lettres.modele", NULL, modele_action);
  gtk_widget_class_install_action (widget_class, "lettres.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "lettres.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "lettres.write", NULL);
}

static void
pv_lettres_dialog_init (PvLettresDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (PvLettresDialog *self, PvDocumentGenre genre)
{
  g_autofree char *n = pv_count_to_text (self->sujets->len);
  guint selected = list_modeles (self, genre);

  gtk_widget_set_visible (GTK_WIDGET (self->forme_row), self->sujets->len > 1);
  adw_action_row_set_subtitle (self->nombre_row, n);
  gtk_widget_set_visible (GTK_WIDGET (self->nombre_row), self->sujets->len > 1);
  if (adw_combo_row_get_selected (self->modele_row) != selected)
    adw_combo_row_set_selected (self->modele_row, selected);
  else
    show_apercu (self);
}

PvLettresDialog *
pv_lettres_dialog_present (GtkWidget *widget,
                           PvContext *context,
                           PvDocumentGenre genre,
                           GArray *sujets)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  PvLettresDialog *self = NULL;

  g_return_val_if_fail (sujets != NULL && sujets->len > 0, NULL);

  self = g_object_new (PV_TYPE_LETTRES_DIALOG, "transient-for", root, NULL);
  g_set_weak_pointer (&self->origine, widget);
  self->sujets = sujets;
  self->context = g_object_ref (context);
  fill (self, genre != PV_DOCUMENT_GENRE_NULL ? genre : guess_genre (self));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

PvLettresDialog *
pv_lettres_dialog_present_dossiers (GtkWidget *widget,
                                    PvContext *context,
                                    PvDocumentGenre genre,
                                    GArray *ids)
{
  GArray *sujets = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));

  for (guint i = 0; i < ids->len; i++)
    {
      PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (g_array_index (ids, gint64, i));

      g_array_append_val (sujets, sujet);
    }
  g_array_unref (ids);

  return pv_lettres_dialog_present (widget, context, genre, sujets);
}
