/* pv-recevabilite-section.c: the conditions a dossier must meet
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-recevabilite-section.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-dossier-service.h"
#include "dossier/pv-dossier-store.h"
#include "recevabilite/pv-recevabilite-row.h"

struct _PvRecevabiliteSection
{
  PvDossierSection parent_instance;

  GPtrArray *lignes; /* of PvRecevabiliteLigne */
  PvDossierStatut statut;

  GtkLabel *summary, *statut_label;
  GtkListBox *list;
  GtkWidget *empty, *accept_button;
};

G_DEFINE_FINAL_TYPE (PvRecevabiliteSection, pv_recevabilite_section, PV_TYPE_DOSSIER_SECTION)

static void
tell (PvRecevabiliteSection *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- answers -------------------------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  gint64 regle_id;
  gint64 reponse;
  const char *motif;
} Answer;

static gboolean
write_answer (PvDb *db, gpointer data, GError **error)
{
  const Answer *answer = data;

  return pv_recevabilite_repondre (db, answer->dossier_id, answer->regle_id, answer->reponse,
                                   answer->motif, error);
}

static void
answered_cb (PvRecevabiliteSection *self, gint64 reponse, const char *motif, GtkListBoxRow *row)
{
  const PvRecevabiliteLigne *ligne = self->lignes->pdata[gtk_list_box_row_get_index (row)];
  Answer answer = { pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self)), ligne->regle->id,
                    reponse, motif };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "recevabilite-reponse", write_answer,
                            &answer, &error))
    tell (self, error);
}

static void
row_activated_cb (PvRecevabiliteSection *self, GtkListBoxRow *row)
{
  const PvRecevabiliteLigne *ligne = self->lignes->pdata[gtk_list_box_row_get_index (row)];

  if (ligne->table == NULL)
    return;
  if (g_str_equal (ligne->table, "organisme"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-organisme", "x", ligne->cle);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "dossier.field", "(sxs)", ligne->table,
                                ligne->cle, ligne->champ);
}

/* --- the status ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 dossier_id;
  PvDossierStatut statut;
  const char *motif;
} Move;

static gboolean
write_statut (PvDb *db, gpointer data, GError **error)
{
  const Move *move = data;

  return pv_dossier_service_set_statut (db, move->dossier_id, move->statut, move->motif, error);
}

static void
set_statut (PvRecevabiliteSection *self, PvDossierStatut statut, const char *motif)
{
  Move move = { pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self)), statut, motif };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "dossier-statut", write_statut, &move,
                            &error))
    tell (self, error);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_statut (PV_RECEVABILITE_SECTION (widget), PV_DOSSIER_STATUT_RECEVABLE, NULL);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return g_strdup (g_strstrip (text));
}

static GtkTextBuffer *
get_buffer (AdwMessageDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "pv-motif");
}

static void
refuse_response_cb (AdwMessageDialog *dialog, const char *response, PvRecevabiliteSection *self)
{
  g_autofree char *motif = dup_text (get_buffer (dialog));

  if (g_str_equal (response, "refuse") && *motif != '\0')
    set_statut (self, PV_DOSSIER_STATUT_IRRECEVABLE, motif);
}

static void
reason_changed_cb (AdwMessageDialog *dialog, GtkTextBuffer *buffer)
{
  g_autofree char *motif = dup_text (buffer);

  adw_message_dialog_set_response_enabled (dialog, "refuse", *motif != '\0');
}

/* The reason is proposed from what is not met, and may be written otherwise. */
static GtkWidget *
reason_new (AdwMessageDialog *dialog, const char *motif)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 110);
  gtk_widget_add_css_class (scroller, "pv-lines");
  gtk_widget_add_css_class (view, "pv-motif");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  g_object_set_data (G_OBJECT (dialog), "pv-motif", buffer);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  gtk_text_buffer_set_text (buffer, motif != NULL ? motif : "", -1);

  return scroller;
}

static void
refuse_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvRecevabiliteSection *self = PV_RECEVABILITE_SECTION (widget);
  g_autofree char *motif = pv_recevabilite_to_motif (self->lignes);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Declare this dossier irrecevable?"),
      _ ("The reason is kept with the status and in the history. It is what the porteur is told."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "refuse",
                                    _ ("_Irrecevable"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "refuse",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "refuse", motif != NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      reason_new (ADW_MESSAGE_DIALOG (dialog), motif));
  g_signal_connect_object (dialog, "response", G_CALLBACK (refuse_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
regles_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.goto", "(ss)", "parametres", "recevabilite");
}

/* --- showing --------------------------------------------------------------------------------- */

static guint
count (PvRecevabiliteSection *self, PvRecevabiliteEtat etat)
{
  guint n = 0;

  for (guint i = 0; i < self->lignes->len; i++)
    n += ((PvRecevabiliteLigne *)self->lignes->pdata[i])->etat == etat;

  return n;
}

static void
show_summary (PvRecevabiliteSection *self)
{
  guint met = count (self, PV_RECEVABILITE_REMPLIE);
  guint not_met = count (self, PV_RECEVABILITE_NON_REMPLIE);
  guint unknown = count (self, PV_RECEVABILITE_A_VERIFIER);
  g_autofree char *words =
      g_strdup_printf (_ ("%u met · %u not met · %u to be verified"), met, not_met, unknown);
  g_autofree char *badge = NULL;

  if (not_met > 0)
    badge = g_strdup_printf ("⚠ %u", not_met);
  else if (unknown > 0)
    badge = g_strdup_printf ("ℹ %u", unknown);
  pv_dossier_section_set_badge (PV_DOSSIER_SECTION (self), badge);
  gtk_label_set_label (self->summary, self->lignes->len > 0 ? words : "");
  gtk_widget_set_visible (self->empty, self->lignes->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->lignes->len > 0);
  if (not_met == 0 && unknown == 0 && self->lignes->len > 0)
    gtk_widget_add_css_class (self->accept_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->accept_button, "suggested-action");
}

static void
show_rows (PvRecevabiliteSection *self, gboolean editable)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < self->lignes->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int)i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (pv_recevabilite_row_new ());
          g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      pv_recevabilite_row_show (PV_RECEVABILITE_ROW (row), self->lignes->pdata[i], editable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)self->lignes->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_statut (PvRecevabiliteSection *self, const PvDossier *dossier, gboolean editable)
{
  const char *reason;
  g_autofree char *text = NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  if (dossier->statut == PV_DOSSIER_STATUT_IRRECEVABLE && dossier->statut_motif != NULL)
    text = g_strdup_printf (_ ("Irrecevable: %s"), dossier->statut_motif);
  gtk_label_set_label (self->statut_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->statut_label), text != NULL);
  gtk_widget_action_set_enabled (
      widget, "recevabilite.accept",
      editable &&
          pv_dossier_statut_can_move (dossier->statut, PV_DOSSIER_STATUT_RECEVABLE, &reason));
  gtk_widget_action_set_enabled (
      widget, "recevabilite.refuse",
      editable &&
          pv_dossier_statut_can_move (dossier->statut, PV_DOSSIER_STATUT_IRRECEVABLE, &reason));
}

static void
pv_recevabilite_section_load (PvDossierSection *section)
{
  PvRecevabiliteSection *self = PV_RECEVABILITE_SECTION (section);
  PvContext *context = pv_dossier_section_get_context (section);
  PvDb *db = pv_context_get_reader (context);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, id, NULL);
  GPtrArray *lignes = pv_recevabilite_evaluer (db, id, NULL);

  if (lignes == NULL || dossier == NULL)
    {
      g_clear_pointer (&lignes, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  self->lignes = lignes;
  show_rows (self, pv_context_can_edit (context));
  show_summary (self);
  show_statut (self, dossier, pv_context_can_edit (context));
}

static gboolean
pv_recevabilite_section_show_field (PvDossierSection *section,
                                    const char *table,
                                    gint64 key,
                                    const char *column)
{
  PvRecevabiliteSection *self = PV_RECEVABILITE_SECTION (section);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (g_strcmp0 (column, "recevabilite") != 0)
    return FALSE;

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->accept_button);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_recevabilite_section_dispose (GObject *object)
{
  PvRecevabiliteSection *self = PV_RECEVABILITE_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_RECEVABILITE_SECTION);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_recevabilite_section_parent_class)->dispose (object);
}

static void
pv_recevabilite_section_class_init (PvRecevabiliteSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_recevabilite_section_dispose;
  section_class->load = pv_recevabilite_section_load;
  section_class->show_field = pv_recevabilite_section_show_field;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/recevabilite/pv-recevabilite-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteSection, summary);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteSection, statut_label);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteSection, list);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteSection, empty);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteSection, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "recevabilite.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "recevabilite.refuse", NULL, refuse_cb);
  gtk_widget_class_install_action (widget_class, "recevabilite.regles", NULL, regles_cb);
}

static void
pv_recevabilite_section_init (PvRecevabiliteSection *self)
{
  self->lignes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
