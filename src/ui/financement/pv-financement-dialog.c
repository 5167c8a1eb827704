/* pv-financement-dialog.c: all of one financement: payer, envelope, acts, payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-dialog.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-store.h"
#include "financement/pv-financement-choix.h"
#include "financement/pv-financement-dialog-private.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-financement-store.h"
#include "financement/pv-versement-row.h"
#include "financement/pv-versement-store.h"
#include "page/pv-abandon.h"
#include "pv-date.h"
#include "widget/pv-dialog-end.h"
#include "widget/pv-format.h"

G_DEFINE_FINAL_TYPE (PvFinancementDialog, pv_financement_dialog, ADW_TYPE_WINDOW)

static void load (PvFinancementDialog *self);

static gboolean
is_adding (PvFinancementDialog *self)
{
  return self->financement->id == 0;
}

/* A reason may quote what was typed, and a description is markup. */
static void
describe (AdwPreferencesGroup *group, const char *reason)
{
  g_autofree char *escaped = reason != NULL ? g_markup_escape_text (reason, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
}

void
pv_financement_dialog_tell (PvFinancementDialog *self, const char *reason)
{
  describe (self->identity, reason);
}

/* --- saving --------------------------------------------------------------------------- */

typedef struct
{
  PvFinancement *financement;
  const char *today;
} Edit;

static gboolean
write_financement (PvDb *db, gpointer data, GError **error)
{
  Edit *edit = data;

  if (edit->financement->id == 0)
    return pv_financement_service_add (db, edit->financement, edit->today, error);

  return pv_financement_service_update (db, edit->financement, edit->today, NULL, error);
}

static const char *
get_financeur_nom (PvFinancementDialog *self)
{
  for (guint i = 0; self->financeurs != NULL && i < self->financeurs->len; i++)
    {
      const PvFinancementChoix *choix = self->financeurs->pdata[i];

      if (choix->id == self->financement->financeur_id)
        return choix->nom;
    }

  return _ ("Financeur");
}

/* Of the history; the payer of one that is added is chosen last. */
char *
pv_financement_dialog_dup_label (PvFinancementDialog *self)
{
  return g_strdup_printf ("%s, %s", self->numero, get_financeur_nom (self));
}

static gboolean
save (PvFinancementDialog *self, PvFinancement *financement)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *label = pv_financement_dialog_dup_label (self);
  g_autoptr (GError) error = NULL;
  Edit edit = { financement, today };

  if (pv_context_act (self->context, is_adding (self) ? "financement-add" : "financement-edit",
                      label, write_financement, &edit, &error))
    {
      pv_financement_dialog_tell (self, NULL);
      return TRUE;
    }
  self->refused = TRUE;
  pv_financement_dialog_tell (self, error->message);

  return FALSE;
}

/* An edit of what is there; when adding, it waits. */
void
pv_financement_dialog_take (PvFinancementDialog *self, PvFinancement *taken)
{
  g_autoptr (PvFinancement) financement = taken;

  if (is_adding (self))
    {
      pv_financement_free (self->financement);
      self->financement = g_steal_pointer (&financement);
      load (self);
    }
  else if (!save (self, financement))
    load (self);
}

static void
sollicite_cb (PvFinancementDialog *self, gint64 cents)
{
  if (self->financement != NULL)
    self->financement->sollicite_cents = cents;
}

/* --- texts ---------------------------------------------------------------------------- */

/* A date as typed; refused, its reason is below the group's title. */
static void
read_date (GtkEditable *entry, AdwPreferencesGroup *group, char **date)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (GError) error = NULL;
  char *iso = NULL;

  if (*text != '\0' && (iso = pv_date_parse (text, NULL, &error)) == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      describe (group, error->message);
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  describe (group, NULL);
  g_free (*date);
  *date = iso;
}

/* What is refused stays as it was typed. */
static void
save_texts (PvFinancementDialog *self, PvFinancement *financement)
{
  self->applying = TRUE;
  if (save (self, financement))
    load (self);
  self->applying = FALSE;
}

static void
applied_cb (PvFinancementDialog *self)
{
  g_autoptr (PvFinancement) financement = pv_financement_copy (self->financement);

  pv_champ_set_text (&financement->vote_acte, gtk_editable_get_text (self->vote_acte));
  pv_champ_set_text (&financement->notifie_acte, gtk_editable_get_text (self->notifie_acte));
  pv_champ_set_text (&financement->reference, gtk_editable_get_text (self->reference));
  pv_champ_set_text (&financement->commentaire, gtk_editable_get_text (self->commentaire));
  /* a date that is refused keeps none of the rest from being saved */
  read_date (self->vote_le, self->vote_group, &financement->vote_le);
  read_date (self->notifie_le, self->notifie_group, &financement->notifie_le);
  save_texts (self, financement);
}

static const char *
get_shown (GtkEditable *entry)
{
  const char *shown = g_object_get_data (G_OBJECT (entry), "pv-shown");

  return shown != NULL ? shown : "";
}

static gboolean
is_typed (GtkEditable *entry)
{
  return !g_str_equal (gtk_editable_get_text (entry), get_shown (entry));
}

/* What is being typed is left alone, and so is what was refused. */
static void
set_text (PvFinancementDialog *self, GtkEditable *entry, const char *text)
{
  if (text == NULL)
    text = "";
  if (is_typed (entry) &&
      (!self->applying || gtk_widget_has_css_class (GTK_WIDGET (entry), "error")))
    return;
  g_object_set_data_full (G_OBJECT (entry), "pv-shown", g_strdup (text), g_free);
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
set_date (PvFinancementDialog *self, GtkEditable *entry, const char *iso)
{
  g_autofree char *text = iso != NULL ? pv_date_format_french (iso, PV_DATE_FORMAT_SHORT) : NULL;

  set_text (self, entry, text);
}

/* --- the whole ------------------------------------------------------------------------ */

static void
load (PvFinancementDialog *self)
{
  gboolean adding = is_adding (self);

  self->showing = TRUE;
  pv_financement_dialog_fill_choices (self);
  gtk_widget_set_visible (self->sollicite_row, adding);
  gtk_widget_set_visible (self->add_button, adding);
  gtk_widget_set_visible (self->acts, !adding);
  gtk_widget_set_visible (self->payments, !adding);
  gtk_widget_set_visible (self->removal, !adding);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "financement.add",
                                 self->financement->financeur_id != PV_INT_NULL);
  if (!adding)
    {
      set_date (self, self->vote_le, self->financement->vote_le);
      set_text (self, self->vote_acte, self->financement->vote_acte);
      set_date (self, self->notifie_le, self->financement->notifie_le);
      set_text (self, self->notifie_acte, self->financement->notifie_acte);
      set_text (self, self->reference, self->financement->reference);
      set_text (self, self->commentaire, self->financement->commentaire);
      pv_financement_dialog_load_lists (self);
    }
  self->showing = FALSE;
}

static void
changed_cb (PvFinancementDialog *self)
{
  PvFinancement *now;

  if (is_adding (self))
    return;

  now =
      pv_financement_store_get (pv_context_get_reader (self->context), self->financement->id, NULL);
  if (now == NULL)
    {
      pv_dialog_end (GTK_WINDOW (self));
      return;
    }
  pv_financement_free (self->financement);
  self->financement = now;
  load (self);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (widget);

  gtk_spin_button_update (self->exercice);
  if (!pv_amount_entry_commit (self->sollicite))
    {
      pv_financement_dialog_tell (self, pv_amount_entry_get_problem (self->sollicite));
      return;
    }
  self->financement->sollicite_cents = pv_amount_entry_get_cents (self->sollicite);
  if (save (self, self->financement))
    pv_dialog_end (GTK_WINDOW (self));
}

static gboolean
remove_financement (PvDb *db, gpointer data, GError **error)
{
  return pv_financement_service_remove (db, *(gint64 *)data, error);
}

static void
remove_answered_cb (PvFinancementDialog *self, const char *response)
{
  gint64 id = self->financement->id;
  g_autofree char *label = pv_financement_dialog_dup_label (self);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "remove") != 0)
    return;

  if (!pv_context_act (self->context, "financement-delete", label, remove_financement, &id, &error))
    pv_financement_dialog_tell (self, error->message);
}

/* What would be lost, in words. */
static char *
loss_to_text (PvFinancementDialog *self)
{
  g_autoptr (GPtrArray) versements =
      pv_versement_store_list (pv_context_get_reader (self->context), self->financement->id, NULL);
  g_autofree char *amount =
      pv_amount_to_text (pv_financement_get_montant_ferme (self->financement));
  GString *text = g_string_new (NULL);

  g_string_printf (text,
                   _ ("Its amounts of each stage are lost (%s at the furthest), with their"
                      " dates and acts."),
                   amount);
  if (versements != NULL && versements->len > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " So is %u payment.",
                                         " So are %u payments.", versements->len),
                            versements->len);
  g_string_append (text, _ (" This can be undone."));

  return g_string_free (text, FALSE);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (widget);
  g_autofree char *body = loss_to_text (self);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (question), _ ("Remove %s from the plan?"),
                                     adw_window_title_get_title (self->title));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"),
                                    "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (remove_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static gboolean
has_typed (PvFinancementDialog *self)
{
  return !is_adding (self) && (is_typed (self->vote_le) || is_typed (self->vote_acte) ||
                               is_typed (self->notifie_le) || is_typed (self->notifie_acte) ||
                               is_typed (self->reference) || is_typed (self->commentaire));
}

/* What was typed and not applied is saved; what is refused is asked. */
static gboolean
pv_financement_dialog_close_request (GtkWindow *window)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (window);

  /* a year that is typed, and refused: its reason is said, and it is back */
  self->refused = FALSE;
  gtk_spin_button_update (self->exercice);
  if (self->refused)
    return TRUE;
  if (has_typed (self))
    applied_cb (self);
  if (!pv_financement_dialog_settle_lists (self) || has_typed (self))
    {
      pv_abandon_ask (window);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (pv_financement_dialog_parent_class)->close_request (window);
}

static void
pv_financement_dialog_finalize (GObject *object)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->financement, pv_financement_free);
  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  g_free (self->numero);

  G_OBJECT_CLASS (pv_financement_dialog_parent_class)->finalize (object);
}

static void
pv_financement_dialog_class_init (PvFinancementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_financement_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pv_financement_dialog_close_request;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-financement-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvFinancementDialog, child)
  BIND (title);
  BIND (add_button);
  BIND (identity);
  BIND (financeur);
  BIND (dispositif);
  BIND (exercice);
  BIND (section);
  BIND (enveloppe);
  BIND (sollicite_row);
  BIND (sollicite);
  BIND (acts);
  BIND (payments);
  BIND (removal);
  BIND (vote_group);
  BIND (notifie_group);
  BIND (vote_le);
  BIND (vote_acte);
  BIND (notifie_le);
  BIND (notifie_acte);
  BIND (reference);
  BIND (commentaire);
  BIND (suivi_box);
  BIND (suivi_icon);
  BIND (suivi);
  BIND (versements);
  BIND (mouvements);
  BIND (mouvements_group);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, pv_financement_dialog_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sollicite_cb);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
  gtk_widget_class_install_action (widget_class, "financement.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "financement.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "financement.report", NULL,
                                   pv_financement_dialog_report_cb);
  gtk_widget_class_install_action (widget_class, "financement.mouvement", NULL,
                                   pv_financement_dialog_mouvement_cb);
  gtk_widget_class_install_action (widget_class, "financement.retirer-mouvement", "x",
                                   pv_financement_dialog_retirer_mouvement_cb);
  gtk_widget_class_install_action (widget_class, "financement.add-versement", NULL,
                                   pv_financement_dialog_add_versement_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* A row names what is around its text, not the text. */
static void
name_text (GtkEditable *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
pv_financement_dialog_init (PvFinancementDialog *self)
{
  g_type_ensure (PV_TYPE_VERSEMENT_ROW);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  name_text (self->vote_le);
  name_text (self->vote_acte);
  name_text (self->notifie_le);
  name_text (self->notifie_acte);
  name_text (self->reference);
  name_text (self->commentaire);
  self->showing = FALSE;
}

static void
set_edit (PvFinancementDialog *self, gboolean can_edit)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->identity), can_edit);
  gtk_widget_set_sensitive (self->acts, can_edit);
  gtk_widget_set_sensitive (self->payments, can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "financement.remove", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "financement.add-versement", can_edit);
}

GtkWidget *
pv_financement_dialog_new (PvContext *context, gint64 dossier_id, gint64 financement_id)
{
  PvFinancementDialog *self = g_object_new (PV_TYPE_FINANCEMENT_DIALOG, NULL);
  PvDb *db = pv_context_get_reader (context);
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, NULL);

  self->context = g_object_ref (context);
  if (financement_id != PV_INT_NULL)
    self->financement = pv_financement_store_get (db, financement_id, NULL);
  if (self->financement == NULL)
    {
      self->financement = pv_financement_new ();
      self->financement->dossier_id = dossier_id;
      self->financement->financeur_id = PV_INT_NULL;
      if (dossier != NULL)
        self->financement->exercice = dossier->exercice;
    }
  self->numero = g_strdup (dossier != NULL ? dossier->numero : "");
  load (self);
  adw_window_title_set_title (self->title,
                              is_adding (self) ? _ ("Add a Financeur") : get_financeur_nom (self));
  adw_window_title_set_subtitle (self->title, dossier != NULL ? dossier->intitule : "");
  set_edit (self, pv_context_can_edit (context));
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
