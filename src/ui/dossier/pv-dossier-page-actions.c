/* pv-dossier-page-actions.c: status and deletion, from the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "document/pv-lettres-dialog.h"
#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-dossier-page-private.h"
#include "dossier/pv-dossier-service.h"
#include "pv-text.h"

typedef struct
{
  gint64 dossier_id;
  PvDossierStatut statut;
  const char *motif;
} Move;

static void
tell (GtkWidget *widget, const char *text)
{
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static gboolean
act (PvDossierPage *self, const char *action, PvContextFunc func, gpointer data)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autofree char *label = pv_dossier_edit_label (context, pv_dossier_page_get_dossier_id (self));
  g_autoptr (GError) error = NULL;

  if (pv_context_act (context, action, label, func, data, &error))
    return TRUE;
  tell (GTK_WIDGET (self), error->message);

  return FALSE;
}

/* --- status ------------------------------------------------------------------------- */

void
pv_dossier_page_fill_statuts (PvDossierPage *self, GMenu *menu)
{
  const PvDossierFiche *fiche = pv_dossier_page_get_fiche (self);

  g_menu_remove_all (menu);
  for (int i = 0; fiche != NULL && i < PV_N_DOSSIER_STATUTS; i++)
    if (pv_dossier_statut_can_move (fiche->dossier->statut, (PvDossierStatut)i, NULL))
      {
        g_autoptr (GMenuItem) item =
            g_menu_item_new (pv_dossier_statut_to_libelle ((PvDossierStatut)i), NULL);

        g_menu_item_set_action_and_target (item, "dossier.statut", "s",
                                           pv_dossier_statut_to_id ((PvDossierStatut)i));
        g_menu_append_item (menu, item);
      }
}

static gboolean
set_statut (PvDb *db, gpointer user_data, GError **error)
{
  const Move *move = user_data;

  return pv_dossier_service_set_statut (db, move->dossier_id, move->statut, move->motif, error);
}

static void
reason_response_cb (AdwMessageDialog *dialog, const char *response, PvDossierPage *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  PvDossierStatut *statut = g_object_get_data (G_OBJECT (dialog), "pv-statut");
  g_autofree char *motif = pv_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)), FALSE);
  Move move = { pv_dossier_page_get_dossier_id (self), *statut, motif };

  if (g_str_equal (response, "move"))
    act (self, "dossier-statut", set_statut, &move);
}

static void
reason_changed_cb (AdwMessageDialog *dialog, GtkEditable *entry)
{
  g_autofree char *motif = pv_text_clean (gtk_editable_get_text (entry), FALSE);

  adw_message_dialog_set_response_enabled (dialog, "move", *motif != '\0');
}

static void
ask_reason (PvDossierPage *self, PvDossierStatut statut)
{
  GtkWidget *dialog;
  GtkWidget *entry = gtk_entry_new ();
  const char *word = pv_dossier_statut_to_libelle (statut);
  g_autofree char *heading = g_strdup_printf (_ ("Set this dossier “%s”?"), word);

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                                   _ ("The reason is kept with the status and in the history."));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "move",
                                    _ ("_Change the Status"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "move",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "move");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "move", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (dialog), "pv-statut", g_memdup2 (&statut, sizeof statut),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reason_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
statut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (widget);
  Move move = { .dossier_id = pv_dossier_page_get_dossier_id (self) };

  if (!pv_dossier_statut_from_id (g_variant_get_string (parameter, NULL), &move.statut) ||
      !pv_page_settle (PV_PAGE (self)))
    return;
  if (pv_dossier_statut_demande_motif (move.statut))
    ask_reason (self, move.statut);
  else
    act (self, "dossier-statut", set_statut, &move);
}

/* --- deletion ------------------------------------------------------------------------- */

static gboolean
delete_dossier (PvDb *db, gpointer user_data, GError **error)
{
  const gint64 *id = user_data;

  return pv_dossier_service_delete (db, *id, error);
}

static void
delete_response_cb (AdwMessageDialog *dialog, const char *response, PvDossierPage *self)
{
  gint64 id = pv_dossier_page_get_dossier_id (self);

  if (g_str_equal (response, "delete") && act (self, "dossier-delete", delete_dossier, &id))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (widget);
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autofree char *label = pv_dossier_edit_label (context, pv_dossier_page_get_dossier_id (self));
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (label == NULL)
    return;
  heading = g_strdup_printf (_ ("Delete dossier %s?"), label);
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), heading,
      _ ("Its budget, its plan of financing, its territories, its marks and its documents go with "
         "it. It can be undone."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                    _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
porteur_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const PvDossierFiche *fiche = pv_dossier_page_get_fiche (PV_DOSSIER_PAGE (widget));

  if (fiche != NULL && pv_page_settle (PV_PAGE (widget)))
    gtk_widget_activate_action (widget, "win.open-organisme", "x", fiche->dossier->porteur_id);
}

static void
lettres_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (widget);
  gint64 id = pv_dossier_page_get_dossier_id (self);
  GArray *ids = NULL;

  if (!pv_page_settle (PV_PAGE (self)))
    return;

  ids = g_array_new (FALSE, FALSE, sizeof id);
  g_array_append_val (ids, id);
  pv_lettres_dialog_present_dossiers (widget, pv_page_get_context (PV_PAGE (self)),
                                      PV_DOCUMENT_GENRE_NULL, ids);
}

void
pv_dossier_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "dossier.statut", "s", statut_cb);
  gtk_widget_class_install_action (widget_class, "dossier.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "dossier.lettres", NULL, lettres_cb);
  gtk_widget_class_install_action (widget_class, "dossier.porteur", NULL, porteur_cb);
}
