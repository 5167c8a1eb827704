/* pv-deport-dialog.c: an institution takes no part in the decision on some dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-deport-dialog.h"

#include <glib/gi18n.h>

#include "pv-text.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"

struct _PvDeportDialog
{
  AdwMessageDialog parent_instance;

  PvContext *context;
  char *label;
  GArray *lignes;
  GArray *institutions; /* gint64: of each choice */

  GtkDropDown *institution;
  GtkEditable *motif;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvDeportDialog, pv_deport_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* The procès-verbal says why. */
static void
update (PvDeportDialog *self)
{
  g_autofree char *motif = pv_text_clean (gtk_editable_get_text (self->motif), FALSE);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "record",
                                           self->institutions->len > 0 && *motif != '\0');
}

static gboolean
write_deports (PvDb *db, gpointer data, GError **error)
{
  PvDeportDialog *self = data;
  gint64 institution =
      g_array_index (self->institutions, gint64, gtk_drop_down_get_selected (self->institution));
  g_autofree char *motif = pv_text_clean (gtk_editable_get_text (self->motif), FALSE);

  for (guint i = 0; i < self->lignes->len; i++)
    if (!pv_seance_set_deport (db, g_array_index (self->lignes, gint64, i), institution, TRUE,
                               motif, error))
      return FALSE;

  return TRUE;
}

static void
response_cb (PvDeportDialog *self, const char *response)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "record") &&
      !pv_context_act (self->context, "seance-deport", self->label, write_deports, self, &error))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", error->message);
}

static gboolean
has_institution (PvDeportDialog *self, gint64 id)
{
  for (guint i = 0; i < self->institutions->len; i++)
    if (g_array_index (self->institutions, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Those that are expected, each once. */
static void
fill (PvDeportDialog *self, gint64 seance_id)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) presences =
      pv_seance_store_list_presences (pv_context_get_reader (self->context), seance_id, NULL);

  for (guint i = 0; presences != NULL && i < presences->len; i++)
    {
      const PvSeancePresence *presence = presences->pdata[i];

      if (has_institution (self, presence->institution_id))
        continue;
      gtk_string_list_append (labels, presence->institution);
      g_array_append_val (self->institutions, presence->institution_id);
    }
  gtk_drop_down_set_model (self->institution, G_LIST_MODEL (labels));
  gtk_label_set_label (self->problem, _ ("The séance has no member yet: add those who sit first."));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), self->institutions->len == 0);
}

static void
pv_deport_dialog_dispose (GObject *object)
{
  PvDeportDialog *self = PV_DEPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_DEPORT_DIALOG);
  g_clear_pointer (&self->lignes, g_array_unref);
  g_clear_pointer (&self->institutions, g_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_deport_dialog_parent_class)->dispose (object);
}

static void
pv_deport_dialog_class_init (PvDeportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_deport_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-deport-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDeportDialog, institution);
  gtk_widget_class_bind_template_child (widget_class, PvDeportDialog, motif);
  gtk_widget_class_bind_template_child (widget_class, PvDeportDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
pv_deport_dialog_init (PvDeportDialog *self)
{
  self->institutions = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvDeportDialog *
pv_deport_dialog_new (GtkWindow *parent,
                      PvContext *context,
                      gint64 seance_id,
                      const char *label,
                      GArray *lignes,
                      const char *numeros)
{
  PvDeportDialog *self = g_object_new (PV_TYPE_DEPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "It takes no part in the decision on dossier %s.",
                   "It takes no part in the decision on dossiers %s.", lignes->len),
      numeros);

  self->context = g_object_ref (context);
  self->label = g_strdup (label);
  self->lignes = g_array_ref (lignes);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  fill (self, seance_id);
  update (self);

  return self;
}
