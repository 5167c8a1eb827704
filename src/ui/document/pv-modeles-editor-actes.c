/* pv-modeles-editor-actes.c: a template copied, renamed, given back as it was shipped
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "document/pv-modeles-editor-private.h"

typedef struct
{
  PvDocumentGenre genre;
  const char *nom;
  const char *texte; /* the new name */
  char *copie;
} Acte;

static void
tell (PvModelesEditor *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static gboolean
act (PvModelesEditor *self, const char *action, PvContextFunc func, Acte *acte)
{
  g_autoptr (GError) error = NULL;

  pv_modeles_editor_settle (self);
  if (!pv_context_act (self->context, action, self->nom, func, acte, &error))
    tell (self, error);

  return error == NULL;
}

static gboolean
duplicate_func (PvDb *db, gpointer data, GError **error)
{
  Acte *acte = data;

  return pv_document_modele_duplicate (db, acte->genre, acte->nom, &acte->copie, error);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvModelesEditor *self = PV_MODELES_EDITOR (widget);
  Acte acte = { .genre = self->genre, .nom = self->nom };

  if (act (self, "modele-duplicate", duplicate_func, &acte))
    pv_modeles_editor_choose (self, self->genre, acte.copie);
  g_free (acte.copie);
  pv_modeles_editor_refresh (self);
}

static gboolean
reset_func (PvDb *db, gpointer data, GError **error)
{
  Acte *acte = data;

  return pv_document_modele_reset (db, acte->genre, acte->nom, error);
}

/* What is lost can be undone, and the toast says so: it is not asked. */
static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvModelesEditor *self = PV_MODELES_EDITOR (widget);
  Acte acte = { .genre = self->genre, .nom = self->nom };

  if (act (self, "modele-reset", reset_func, &acte))
    pv_modeles_editor_refresh (self);
}

static gboolean
rename_func (PvDb *db, gpointer data, GError **error)
{
  Acte *acte = data;

  return pv_document_modele_rename (db, acte->genre, acte->nom, acte->texte, error);
}

static void
rename_response_cb (AdwMessageDialog *dialog, const char *response, PvModelesEditor *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *nom = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  Acte acte = { .genre = self->genre, .nom = self->nom, .texte = nom };

  if (!g_str_equal (response, "rename") || !act (self, "modele-rename", rename_func, &acte))
    return;

  pv_modeles_editor_choose (self, self->genre, nom);
  pv_modeles_editor_refresh (self);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvModelesEditor *self = PV_MODELES_EDITOR (widget);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Rename the Template"), NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), self->nom);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the template"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("_Rename"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

void
pv_modeles_editor_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "modeles.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "modeles.reset", NULL, reset_cb);
  gtk_widget_class_install_action (widget_class, "modeles.rename", NULL, rename_cb);
}
