/* pv-vote-dialog.c: one act of a funder over many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-vote-dialog-private.h"

#include <glib/gi18n.h>

#include "financement/pv-plan-keys.h"
#include "page/pv-abandon.h"
#include "vote/pv-vote-row.h"
#include "widget/pv-dialog-end.h"

G_DEFINE_FINAL_TYPE (PvVoteDialog, pv_vote_dialog, ADW_TYPE_WINDOW)

static gboolean
review_cb (gpointer user_data)
{
  PvVoteDialog *self = user_data;

  self->pending = 0;
  pv_vote_dialog_review (self);

  return G_SOURCE_REMOVE;
}

static void
queue_review (PvVoteDialog *self)
{
  if (self->showing)
    return;
  self->edited = TRUE;
  if (self->pending == 0)
    self->pending = g_idle_add (review_cb, self);
}

static void
committed_cb (PvVoteDialog *self)
{
  queue_review (self);
}

/* --- lines ----------------------------------------------------------------------------------- */

static void
setup_cb (PvVoteDialog *self, GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, pv_vote_row_new ());
}

static void
bind_cb (PvVoteDialog *self, GtkListItem *list_item)
{
  pv_vote_row_set_item (PV_VOTE_ROW (gtk_list_item_get_child (list_item)),
                        gtk_list_item_get_item (list_item), self->etape);
}

static void
unbind_cb (PvVoteDialog *self, GtkListItem *list_item)
{
  pv_vote_row_set_item (PV_VOTE_ROW (gtk_list_item_get_child (list_item)), NULL, self->etape);
}

static void
retirer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVoteDialog *self = PV_VOTE_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);

  for (guint i = 0; i < pv_vote_dialog_get_n (self); i++)
    if (pv_vote_item_get_ligne (pv_vote_dialog_get_item (self, i))->id == id)
      {
        g_list_store_remove (self->store, i);
        break;
      }
  queue_review (self);
}

static void
retirer_refus_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVoteDialog *self = PV_VOTE_DIALOG (widget);

  for (guint i = pv_vote_dialog_get_n (self); i > 0; i--)
    {
      const GPtrArray *constats = pv_vote_item_get_constats (pv_vote_dialog_get_item (self, i - 1));

      if (constats != NULL && pv_vote_constats_count_refus (constats) > 0)
        g_list_store_remove (self->store, i - 1);
    }
  queue_review (self);
}

/* --- writing --------------------------------------------------------------------------------- */

/* Of the worker alone. */
typedef struct
{
  PvVoteActe acte; /* its texts are those below */
  char *date_le;
  char *reference;
  GArray *montants;
  char *today;
  gboolean confirme;
} Ecriture;

static void
ecriture_free (gpointer data)
{
  Ecriture *ecriture = data;

  g_free (ecriture->date_le);
  g_free (ecriture->reference);
  g_array_unref (ecriture->montants);
  g_free (ecriture->today);
  g_free (ecriture);
}

static Ecriture *
ecriture_new (PvVoteDialog *self)
{
  Ecriture *ecriture = g_new0 (Ecriture, 1);

  ecriture->acte = pv_vote_dialog_get_acte (self);
  ecriture->acte.date_le = ecriture->date_le = g_strdup (ecriture->acte.date_le);
  ecriture->acte.reference = ecriture->reference = g_strdup (ecriture->acte.reference);
  ecriture->montants = g_array_new (FALSE, FALSE, sizeof (PvVoteMontant));
  ecriture->today = g_strdup (self->today);
  ecriture->confirme = pv_confirmation_is_given (self->confirmation);
  for (guint i = 0; i < pv_vote_dialog_get_n (self); i++)
    {
      PvVoteItem *item = pv_vote_dialog_get_item (self, i);
      PvVoteMontant montant = { pv_vote_item_get_ligne (item)->id, pv_vote_item_get_cents (item) };

      g_array_append_val (ecriture->montants, montant);
    }

  return ecriture;
}

static gboolean
write_acte (PvDb *db, gpointer data, PvProgres progres, gpointer progres_data, GError **error)
{
  const Ecriture *ecriture = data;

  return pv_vote_service_ecrire (
      db, &ecriture->acte, (const PvVoteMontant *)(const void *)ecriture->montants->data,
      ecriture->montants->len, ecriture->confirme, ecriture->today, progres, progres_data, error);
}

static void
set_writing (PvVoteDialog *self, gboolean writing)
{
  gtk_widget_set_sensitive (self->form, !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !writing);
  gtk_widget_set_sensitive (self->foot, !writing);
}

static void
written_cb (GtkWidget *widget, const char *reason)
{
  PvVoteDialog *self = PV_VOTE_DIALOG (widget);

  set_writing (self, FALSE);
  if (reason == NULL)
    {
      pv_dialog_end (GTK_WINDOW (self));
      return;
    }
  pv_vote_dialog_review (self);
  pv_vote_dialog_tell (self, reason);
}

/* "Délibération 2026-12 · 14 dossiers", for the history and the message. */
static char *
dup_label (PvVoteDialog *self)
{
  const char *reference = pv_field_get_value (self->reference);
  guint n = pv_vote_dialog_count_dossiers (self);
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dossier", "%u dossiers", n), n);

  return reference != NULL ? g_strdup_printf ("%s, %s, %s", self->financeur, reference, count)
                           : g_strdup_printf ("%s, %s", self->financeur, count);
}

/* What is being typed is taken first. */
static gboolean
settle (PvVoteDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PV_TYPE_VOTE_ROW) : NULL;

  if (row != NULL)
    pv_vote_row_commit (PV_VOTE_ROW (row));

  return pv_field_commit (self->date) && pv_field_commit (self->reference) &&
         pv_vote_dialog_review (self) && pv_confirmation_allows (self->confirmation);
}

static void
valider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVoteDialog *self = PV_VOTE_DIALOG (widget);
  g_autofree char *label = NULL;

  if (pv_travail_is_running (self->travail) || !settle (self))
    return;
  label = dup_label (self);
  pv_vote_dialog_tell (self, NULL);
  set_writing (self, TRUE);
  gtk_widget_action_set_enabled (widget, "vote-acte.valider", FALSE);
  pv_travail_run (self->travail, self->context,
                  self->etape == PV_ETAPE_VOTE ? "vote-voter" : "vote-notifier", label, write_acte,
                  ecriture_new (self), ecriture_free, written_cb, widget);
}

/* --- the object ------------------------------------------------------------------------------ */

/* What was typed is not lost by a key; what is being written is stopped first. */
static gboolean
pv_vote_dialog_close_request (GtkWindow *window)
{
  if (pv_travail_is_running (PV_VOTE_DIALOG (window)->travail))
    {
      pv_travail_stop (PV_VOTE_DIALOG (window)->travail);
      return TRUE;
    }
  if (PV_VOTE_DIALOG (window)->edited)
    {
      pv_abandon_ask_act (window);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (pv_vote_dialog_parent_class)->close_request (window);
}

static void
pv_vote_dialog_dispose (GObject *object)
{
  PvVoteDialog *self = PV_VOTE_DIALOG (object);

  self->showing = TRUE;
  g_clear_handle_id (&self->pending, g_source_remove);

  G_OBJECT_CLASS (pv_vote_dialog_parent_class)->dispose (object);
}

static void
pv_vote_dialog_finalize (GObject *object)
{
  PvVoteDialog *self = PV_VOTE_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->confirmation, pv_confirmation_free);
  g_free (self->financeur);
  g_free (self->today);

  G_OBJECT_CLASS (pv_vote_dialog_parent_class)->finalize (object);
}

static void
pv_vote_dialog_class_init (PvVoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_vote_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_vote_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pv_vote_dialog_close_request;
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_TRAVAIL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/vote/pv-vote-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvVoteDialog, child)
  BIND (title);
  BIND (save_button);
  BIND (date);
  BIND (reference);
  BIND (refus);
  BIND (list);
  BIND (total);
  BIND (remarks);
  BIND (confirm);
  BIND (take_out);
  BIND (form);
  BIND (foot);
  BIND (travail);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pv_vote_dialog_confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "vote-acte.valider", NULL, valider_cb);
  gtk_widget_class_install_action (widget_class, "vote-acte.retirer", "x", retirer_cb);
  gtk_widget_class_install_action (widget_class, "vote-acte.retirer-refus", NULL, retirer_refus_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "vote-acte.valider", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_vote_dialog_init (PvVoteDialog *self)
{
  self->confirmation = pv_confirmation_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_plan_keys_install (GTK_WIDGET (self->list));
  self->store = g_list_store_new (PV_TYPE_VOTE_ITEM);
  self->showing = FALSE;
}

static void
show_words (PvVoteDialog *self)
{
  gboolean vote = self->etape == PV_ETAPE_VOTE;

  adw_window_title_set_title (self->title, vote ? _ ("Enter a Vote") : _ ("Enter a Notification"));
  adw_window_title_set_subtitle (self->title, self->financeur);
  gtk_button_set_label (self->save_button, vote ? _ ("_Vote") : _ ("_Notify"));
  pv_field_set_title (self->date, vote ? _ ("Date of the vote") : _ ("Date of the notification"));
  pv_field_set_title (self->reference,
                      vote ? _ ("Deliberation or decision") : _ ("Letter or decision (reference)"));
  g_object_set (self->reference, "required", vote, NULL);
}

GtkWidget *
pv_vote_dialog_new (PvContext *context, PvEtape etape, const char *financeur, GPtrArray *items)
{
  PvVoteDialog *self = g_object_new (PV_TYPE_VOTE_DIALOG, NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  self->context = g_object_ref (context);
  self->etape = etape;
  self->financeur = g_strdup (financeur);
  self->today = pv_context_get_today (context);
  self->financeur_id = pv_vote_item_get_ligne (items->pdata[0])->financeur_id;
  show_words (self);
  pv_field_set_value (self->date, self->today);
  for (guint i = 0; i < items->len; i++)
    {
      PvVoteItem *item = items->pdata[i];

      pv_vote_item_set_cents (item, pv_vote_ligne_get_propose (pv_vote_item_get_ligne (item),
                                                               etape == PV_ETAPE_VOTE
                                                                   ? PV_VOTE_A_VOTER
                                                                   : PV_VOTE_A_NOTIFIER));
      g_list_store_append (self->store, item);
      g_signal_connect_object (item, "changed", G_CALLBACK (queue_review), self, G_CONNECT_SWAPPED);
    }
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  pv_vote_dialog_review (self);
  self->edited = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->reference));

  return GTK_WIDGET (self);
}
