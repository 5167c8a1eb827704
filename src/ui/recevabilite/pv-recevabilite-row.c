/* pv-recevabilite-row.c: one condition of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-recevabilite-row.h"

#include <glib/gi18n.h>

struct _PvRecevabiliteRow
{
  AdwActionRow parent_instance;

  gboolean declarative;
  PvRecevabiliteEtat etat;
  char *libelle;

  GtkImage *icon;
  GtkLabel *word;
  GtkWidget *yes, *no, *clear, *arrow;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvRecevabiliteRow, pv_recevabilite_row, ADW_TYPE_ACTION_ROW)

static void
emit (PvRecevabiliteRow *self, gint64 reponse, const char *motif)
{
  g_signal_emit (self, signals[ANSWERED], 0, reponse, motif);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, PvRecevabiliteRow *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  const char *motif = gtk_editable_get_text (GTK_EDITABLE (entry));
  gint64 reponse = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "pv-reponse")) ? 1 : 0;

  if (g_str_equal (response, "answer") && *motif != '\0')
    emit (self, reponse, motif);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "answer",
                                           *gtk_editable_get_text (entry) != '\0');
}

/* In place of what is computed: why. */
static void
ask_reason (PvRecevabiliteRow *self, gboolean met)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              met ? _ ("Take this condition as met?")
                                                  : _ ("Take this condition as not met?"),
                                              self->libelle);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why, in place of what is computed"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "answer",
                                    met ? _ ("_Met") : _ ("_Not Met"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "answer",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "answer", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "answer");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "pv-reponse", GINT_TO_POINTER (met ? 1 : 0));
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
answer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvRecevabiliteRow *self = PV_RECEVABILITE_ROW (widget);
  gboolean met = g_variant_get_boolean (parameter);

  if (self->declarative)
    emit (self, met ? 1 : 0, NULL);
  else
    ask_reason (self, met);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  emit (PV_RECEVABILITE_ROW (widget), PV_INT_NULL, NULL);
}

/* --- showing --------------------------------------------------------------------------------- */

static void
show_state (PvRecevabiliteRow *self, PvRecevabiliteEtat etat)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } looks[] = {
    { "pv-avis-defavorable-symbolic", "pv-error" },
    { "object-select-symbolic", "pv-success" },
    { "pv-avis-attendu-symbolic", "pv-warning" },
  };
  GtkWidget *parts[] = { GTK_WIDGET (self->icon), GTK_WIDGET (self->word) };

  gtk_image_set_from_icon_name (self->icon, looks[etat].icon);
  gtk_label_set_label (self->word, pv_recevabilite_etat_to_words (etat));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (looks); j++)
      if (j == etat)
        gtk_widget_add_css_class (parts[i], looks[j].style);
      else
        gtk_widget_remove_css_class (parts[i], looks[j].style);
}

static char *
detail_of (const PvRecevabiliteLigne *ligne)
{
  if (ligne->reponse == PV_INT_NULL || ligne->table == NULL)
    return g_strdup (ligne->texte);

  return g_strdup_printf (_ ("%s\nAnswered by hand: %s"), ligne->texte,
                          ligne->motif != NULL ? ligne->motif : "–");
}

void
pv_recevabilite_row_show (PvRecevabiliteRow *self,
                          const PvRecevabiliteLigne *ligne,
                          gboolean editable)
{
  g_autofree char *detail = detail_of (ligne);
  gboolean answered = ligne->reponse != PV_INT_NULL;

  g_free (self->libelle);
  self->libelle = g_strdup (ligne->regle->libelle);
  self->declarative = ligne->table == NULL;
  self->etat = ligne->etat;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ligne->regle->libelle);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), ligne->regle->source);
  show_state (self, ligne->etat);
  gtk_widget_set_visible (self->yes,
                          editable && !answered && ligne->calcule != PV_RECEVABILITE_REMPLIE);
  gtk_widget_set_visible (self->no,
                          editable && !answered && ligne->calcule != PV_RECEVABILITE_NON_REMPLIE);
  gtk_widget_set_visible (self->clear, editable && answered);
  gtk_widget_set_opacity (self->arrow, self->declarative ? 0 : 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !self->declarative);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_recevabilite_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_RECEVABILITE_ROW);

  G_OBJECT_CLASS (pv_recevabilite_row_parent_class)->dispose (object);
}

static void
pv_recevabilite_row_finalize (GObject *object)
{
  g_free (PV_RECEVABILITE_ROW (object)->libelle);

  G_OBJECT_CLASS (pv_recevabilite_row_parent_class)->finalize (object);
}

static void
pv_recevabilite_row_class_init (PvRecevabiliteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_recevabilite_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_recevabilite_row_finalize;

  signals[ANSWERED] = g_signal_new ("answered", PV_TYPE_RECEVABILITE_ROW, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/recevabilite/pv-recevabilite-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteRow, word);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteRow, yes);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteRow, no);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteRow, clear);
  gtk_widget_class_bind_template_child (widget_class, PvRecevabiliteRow, arrow);
  gtk_widget_class_install_action (widget_class, "condition.answer", "b", answer_cb);
  gtk_widget_class_install_action (widget_class, "condition.clear", NULL, clear_cb);
}

static void
pv_recevabilite_row_init (PvRecevabiliteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_recevabilite_row_new (void)
{
  return g_object_new (PV_TYPE_RECEVABILITE_ROW, NULL);
}
