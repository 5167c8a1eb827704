/* pv-seance-preparation.c: a séance that is prepared: its agenda, who sits, who is recused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-preparation.h"

#include <glib/gi18n.h>

#include "seance/pv-agenda-vue.h"
#include "seance/pv-deports-card.h"
#include "seance/pv-presence-card.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"
#include "widget/pv-field.h"

struct _PvSeancePreparation
{
  AdwBin parent_instance;

  PvContext *context;
  gint64 seance_id;
  char *label; /* of the séance, for the history */
  char *quorum;
  gboolean has_quorum;

  PvAgendaVue *agenda;
  PvPresenceCard *presence;
  PvDeportsCard *deports;
  PvField *date;
  PvField *lieu;
  PvField *minuterie;
  GtkImage *notice_icon;
  GtkLabel *notice_label;
};

G_DEFINE_FINAL_TYPE (PvSeancePreparation, pv_seance_preparation, ADW_TYPE_BIN)

/* --- what is said of the séance ------------------------------------------------------------ */

static gboolean
write_seance (PvDb *db, gpointer data, GError **error)
{
  return pv_seance_modifier (db, data, NULL, error);
}

static void
committed_cb (PvSeancePreparation *self, const char *value, PvField *field)
{
  g_autoptr (PvSeance) seance = NULL;
  g_autoptr (GError) error = NULL;

  if (self->context == NULL)
    return;
  seance = pv_seance_store_get (pv_context_get_reader (self->context), self->seance_id, NULL);
  if (seance == NULL)
    return;
  if (field == self->date)
    pv_champ_set_text (&seance->date_le, value);
  else if (field == self->lieu)
    pv_champ_set_text (&seance->lieu, value);
  else
    seance->minuterie_min = value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL;
  if (!pv_context_act (self->context, "seance-edit", self->label, write_seance, seance, &error))
    pv_field_refuse (field, error->message);
}

static void
show_seance (PvSeancePreparation *self, const PvSeance *seance)
{
  gboolean editable = pv_context_can_edit (self->context);
  PvField *fields[] = { self->date, self->lieu, self->minuterie };

  if (self->seance_id != seance->id)
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      pv_field_restore (fields[i]);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pv_field_set_editable (fields[i], editable);
  pv_field_set_value (self->date, seance->date_le);
  pv_field_set_value (self->lieu, seance->lieu);
  pv_field_set_int (self->minuterie, seance->minuterie_min);
}

/* --- whether it can be opened -------------------------------------------------------------- */

/* What is missing, in words; (nullable): nothing */
static const char *
find_missing (const PvSeanceResume *resume)
{
  if (resume->n_dossiers == 0)
    return _ ("Put one dossier at least on the agenda: then the séance can be opened.");
  if (resume->n_membres == 0)
    return _ ("Add who sits, and mark who is present: then the séance can be opened.");
  if (resume->n_presents == 0)
    return _ ("Mark who is present, one member at least: then the séance can be opened.");

  return NULL;
}

static void
show_notice (PvSeancePreparation *self, const PvSeanceResume *resume)
{
  const char *missing = find_missing (resume);
  gboolean enough = pv_seance_resume_has_quorum (resume);
  const char *classes[] = { missing == NULL && enough ? "pv-success" : "pv-warning", NULL };

  gtk_image_set_from_icon_name (self->notice_icon, missing == NULL && enough
                                                       ? "object-select-symbolic"
                                                       : "pv-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->notice_icon), classes);
  gtk_label_set_label (self->notice_label,
                       missing != NULL ? missing
                       : enough        ? _ ("The séance can be opened.")
                                       : _ ("The quorum is not reached: the séance can be opened "
                                                   "all the same, and its procès-verbal says so."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.ouvrir",
                                 missing == NULL && pv_context_can_edit (self->context));
}

typedef struct
{
  gint64 seance_id;
  gboolean sans_quorum;
} Opening;

static gboolean
write_opening (PvDb *db, gpointer data, GError **error)
{
  const Opening *opening = data;

  return pv_seance_ouvrir (db, opening->seance_id, opening->sans_quorum, error);
}

static void
open (PvSeancePreparation *self, gboolean sans_quorum)
{
  Opening opening = { self->seance_id, sans_quorum };
  g_autoptr (GError) error = NULL;

  if (self->context != NULL &&
      !pv_context_act (self->context, "seance-open", self->label, write_opening, &opening, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
response_cb (PvSeancePreparation *self, const char *response)
{
  if (g_str_equal (response, "open"))
    open (self, TRUE);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeancePreparation *self = PV_SEANCE_PREPARATION (widget);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (self->has_quorum)
    {
      open (self, FALSE);
      return;
    }
  body =
      g_strdup_printf (_ ("%s. What is decided may be contested; the procès-verbal says how many "
                          "were present."),
                       self->quorum);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _ ("Open below the quorum?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "open",
                                    _ ("_Open All the Same"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
pv_seance_preparation_show (PvSeancePreparation *self, const PvSeanceResume *resume)
{
  g_return_if_fail (PV_IS_SEANCE_PREPARATION (self));
  g_return_if_fail (resume != NULL);

  g_free (self->label);
  self->label = pv_seance_dup_label (resume);
  g_free (self->quorum);
  self->quorum = pv_seance_dup_quorum (resume);
  self->has_quorum = pv_seance_resume_has_quorum (resume);
  show_seance (self, resume->seance);
  self->seance_id = resume->seance->id;
  pv_agenda_vue_show (self->agenda, resume);
  pv_presence_card_show (self->presence, resume);
  pv_deports_card_show (self->deports, resume);
  show_notice (self, resume);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_seance_preparation_dispose (GObject *object)
{
  PvSeancePreparation *self = PV_SEANCE_PREPARATION (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SEANCE_PREPARATION);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_seance_preparation_parent_class)->dispose (object);
}

static void
pv_seance_preparation_finalize (GObject *object)
{
  PvSeancePreparation *self = PV_SEANCE_PREPARATION (object);

  g_free (self->label);
  g_free (self->quorum);

  G_OBJECT_CLASS (pv_seance_preparation_parent_class)->finalize (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvSeancePreparation, name)

static void
pv_seance_preparation_class_init (PvSeancePreparationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_seance_preparation_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_seance_preparation_finalize;

  g_type_ensure (PV_TYPE_AGENDA_VUE);
  g_type_ensure (PV_TYPE_DEPORTS_CARD);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_PRESENCE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-seance-preparation.ui");
  bind (agenda);
  bind (presence);
  bind (deports);
  bind (date);
  bind (lieu);
  bind (minuterie);
  bind (notice_icon);
  bind (notice_label);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_install_action (widget_class, "preparation.ouvrir", NULL, open_cb);
}

#undef bind

static void
pv_seance_preparation_init (PvSeancePreparation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_seance_preparation_new (PvContext *context)
{
  PvSeancePreparation *self = g_object_new (PV_TYPE_SEANCE_PREPARATION, NULL);

  self->context = g_object_ref (context);
  pv_agenda_vue_set_context (self->agenda, context);
  pv_presence_card_set_context (self->presence, context);
  pv_deports_card_set_context (self->deports, context);

  return GTK_WIDGET (self);
}
