/* pv-versement-dialog.c: paying one financement or many
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-dialog.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "financement/pv-plan-keys.h"
#include "page/pv-abandon.h"
#include "versement/pv-versement-lot-row.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-confirmation.h"
#include "widget/pv-dialog-end.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"
#include "widget/pv-travail.h"

struct _PvVersementDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  char *date; /* (nullable): ISO */
  char *reference;
  GCancellable *cancellable; /* (nullable): of the check under way */
  GListStore *store;
  char *date_proposed; /* (nullable) */
  GArray *proposed;    /* of PvVersementLotLigne: as it opened */
  guint checking;      /* source of the check to come */
  gboolean pay_next;   /* asked for before it was answered */
  PvConfirmation *confirmation;
  GtkSizeGroup *groups[PV_N_VERSEMENT_LOT_COLUMNS];

  GtkLabel *refus;
  PvField *date_field;
  PvField *reference_field;
  GtkWidget *date_box;
  GtkLabel *date_objection;
  GtkListView *lignes;
  GtkLabel *count;
  PvAmountLabel *total;
  GtkWidget *confirm_box;
  GtkCheckButton *confirm;
  GtkWidget *content;
  PvTravail *travail;
};

G_DEFINE_FINAL_TYPE (PvVersementDialog, pv_versement_dialog, ADW_TYPE_WINDOW)

/* --- lines --------------------------------------------------------------------------------- */

static guint
get_n (PvVersementDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

/* (transfer none): it is held by the list. */
static PvVersementLotItem *
get_item (PvVersementDialog *self, guint position)
{
  g_autoptr (PvVersementLotItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return item;
}

/* (transfer full) (element-type PvVersementLotLigne) */
static GArray *
dup_lignes (PvVersementDialog *self)
{
  GArray *lignes = g_array_sized_new (FALSE, FALSE, sizeof (PvVersementLotLigne), get_n (self));

  for (guint i = 0; i < get_n (self); i++)
    {
      PvVersementLotLigne ligne;

      pv_versement_lot_item_get (get_item (self, i), &ligne);
      g_array_append_val (lignes, ligne);
    }

  return lignes;
}

static const PvVersementLotLigne *
get_data (const GArray *lignes)
{
  return (const PvVersementLotLigne *)(const void *)lignes->data;
}

static void
show_total (PvVersementDialog *self, const GArray *lignes)
{
  PvCents total = PV_CENTS_NULL;
  g_autofree char *n = pv_count_to_text (lignes->len);
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s payment", "%s payments", lignes->len), n);

  for (guint i = 0; i < lignes->len; i++)
    {
      const PvVersementLotLigne *ligne = &get_data (lignes)[i];

      if (ligne->montant_cents != PV_CENTS_NULL)
        pv_money_add (total,
                      ligne->genre == PV_VERSEMENT_GENRE_REVERSEMENT ? -ligne->montant_cents
                                                                     : ligne->montant_cents,
                      &total);
    }
  gtk_label_set_text (self->count, words);
  pv_amount_label_set_cents (self->total, total);
}

static void
tell (PvVersementDialog *self, const char *reason)
{
  gtk_label_set_label (self->refus, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refus), reason != NULL);
}

/* --- what is to be said of it -------------------------------------------------------------- */

/* A remark is its financement and its words: lines are left out meanwhile. */
static void
show_remarks (PvVersementDialog *self, const GPtrArray *objections)
{
  GHashTable *remarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < objections->len; i++)
    {
      const PvVersementObjection *objection = objections->pdata[i];
      PvVersementLotLigne ligne = { .financement_id = PV_INT_NULL };

      if (objection->gravite != PV_VERSEMENT_A_CONFIRMER)
        continue;
      if (objection->ligne >= 0)
        pv_versement_lot_item_get (get_item (self, (guint)objection->ligne), &ligne);
      g_hash_table_add (remarks, g_strdup_printf ("%" G_GINT64_FORMAT ":%s", ligne.financement_id,
                                                  objection->texte));
    }
  pv_confirmation_show (self->confirmation, remarks);
  gtk_widget_set_visible (self->confirm_box, pv_confirmation_get_n (self->confirmation) > 0);
  gtk_check_button_set_active (self->confirm, pv_confirmation_is_given (self->confirmation));
}

static void
show_whole (PvVersementDialog *self, const GPtrArray *objections)
{
  const char *flagged = NULL;
  gboolean refused = FALSE;

  for (guint i = 0; i < objections->len; i++)
    {
      const PvVersementObjection *objection = objections->pdata[i];

      if (objection->ligne < 0 && objection->gravite == PV_VERSEMENT_SIGNALE)
        flagged = objection->texte;
      refused = refused || objection->gravite == PV_VERSEMENT_REFUSE;
    }
  gtk_label_set_text (self->date_objection, flagged != NULL ? flagged : "");
  gtk_widget_set_visible (self->date_box, flagged != NULL);
  show_remarks (self, objections);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versement-dialog.pay",
                                 !refused && pv_confirmation_allows (self->confirmation) &&
                                     pv_context_can_edit (self->context));
}

/* What is paid, of the worker alone. */
typedef struct
{
  char *date;
  char *reference;
  GArray *lignes;
  gboolean confirme;
  char *today;
} Payment;

static void
payment_free (gpointer data)
{
  Payment *payment = data;

  g_free (payment->date);
  g_free (payment->reference);
  g_array_unref (payment->lignes);
  g_free (payment->today);
  g_free (payment);
}

static Payment *
payment_new (PvVersementDialog *self)
{
  Payment *payment = g_new (Payment, 1);

  *payment = (Payment){ g_strdup (self->date), g_strdup (self->reference), dup_lignes (self),
                        pv_confirmation_is_given (self->confirmation),
                        pv_context_get_today (self->context) };

  return payment;
}

static gpointer
check_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Payment *payment = query_data;

  return pv_versement_lot_check (db, payment->date, get_data (payment->lignes),
                                 payment->lignes->len, payment->today, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvVersementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objections = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  gboolean pay;

  /* it is closed, or another check follows */
  if (self->refus == NULL || self->checking != 0 ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  pay = self->pay_next;
  self->pay_next = FALSE;
  if (objections == NULL)
    {
      tell (self, error->message);
      return;
    }
  for (guint i = 0; i < get_n (self); i++)
    pv_versement_lot_item_set_objections (get_item (self, i), objections, (int)i);
  show_whole (self, objections);
  if (pay)
    gtk_widget_activate_action (GTK_WIDGET (self), "versement-dialog.pay", NULL);
}

static gboolean
check_cb (gpointer user_data)
{
  PvVersementDialog *self = user_data;
  Payment *payment = payment_new (self);

  self->checking = 0;
  show_total (self, payment->lignes);
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (self->context, check_in_worker, payment, payment_free,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, checked_cb,
                          g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* Once for all that changes at once. A field that is left as the dialog ends says so too late. */
static void
queue_check (PvVersementDialog *self)
{
  if (self->refus == NULL || pv_travail_is_running (self->travail))
    return;
  tell (self, NULL);
  self->pay_next = FALSE;
  if (self->checking == 0 && self->context != NULL)
    self->checking = g_idle_add (check_cb, self);
}

static void
confirm_cb (PvVersementDialog *self)
{
  gboolean given = gtk_check_button_get_active (self->confirm);

  /* it shows what is so */
  if (given == pv_confirmation_is_given (self->confirmation))
    return;
  pv_confirmation_set (self->confirmation, given);
  queue_check (self);
}

static void
date_cb (PvVersementDialog *self, const char *value)
{
  g_free (self->date);
  self->date = g_strdup (value);
  queue_check (self);
}

static void
reference_cb (PvVersementDialog *self, const char *value)
{
  g_free (self->reference);
  self->reference = g_strdup (value);
}

/* --- paying -------------------------------------------------------------------------------- */

static gboolean
write_payment (PvDb *db, gpointer data, PvProgres progres, gpointer progres_data, GError **error)
{
  const Payment *payment = data;

  return pv_versement_lot_pay (db, payment->date, payment->reference, get_data (payment->lignes),
                               payment->lignes->len, payment->confirme, payment->today, progres,
                               progres_data, error);
}

static void
written_cb (GtkWidget *widget, const char *reason)
{
  PvVersementDialog *self = PV_VERSEMENT_DIALOG (widget);

  gtk_widget_set_sensitive (self->content, TRUE);
  if (reason == NULL)
    {
      pv_dialog_end (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (widget, "versement-dialog.pay", TRUE);
  tell (self, reason);
}

static gboolean
commit_all (PvVersementDialog *self)
{
  gboolean good = pv_field_commit (self->date_field) && pv_field_commit (self->reference_field);

  for (guint i = 0; good && i < get_n (self); i++)
    good = pv_versement_lot_item_get_problem (get_item (self, i)) == NULL;

  return good;
}

static void
pay_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVersementDialog *self = PV_VERSEMENT_DIALOG (widget);
  g_autofree char *n = NULL;
  g_autofree char *label = NULL;
  Payment *payment;

  if (pv_travail_is_running (self->travail) || !commit_all (self))
    return;
  /* what was typed since is read before it is written */
  if (self->checking != 0 || self->cancellable != NULL)
    {
      self->pay_next = TRUE;
      return;
    }
  payment = payment_new (self);
  n = pv_count_to_text (payment->lignes->len);
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s payment", "%s payments", payment->lignes->len), n);
  tell (self, NULL);
  gtk_widget_set_sensitive (self->content, FALSE);
  gtk_widget_action_set_enabled (widget, "versement-dialog.pay", FALSE);
  pv_travail_run (self->travail, self->context, "versement-lot", label, write_payment, payment,
                  payment_free, written_cb, widget);
}

/* --- the list ------------------------------------------------------------------------------ */

static void
setup_cb (PvVersementDialog *self, GtkListItem *list_item)
{
  GtkWidget *row = pv_versement_lot_row_new ();

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
  pv_versement_lot_row_align (PV_VERSEMENT_LOT_ROW (row), self->groups);
}

static void
bind_cb (PvVersementDialog *self, GtkListItem *list_item)
{
  pv_versement_lot_row_set_item (PV_VERSEMENT_LOT_ROW (gtk_list_item_get_child (list_item)),
                                 gtk_list_item_get_item (list_item));
}

static void
unbind_cb (PvVersementDialog *self, GtkListItem *list_item)
{
  pv_versement_lot_row_set_item (PV_VERSEMENT_LOT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
left_out_cb (PvVersementDialog *self, PvVersementLotItem *item)
{
  guint position;

  if (g_list_store_find (self->store, item, &position))
    g_list_store_remove (self->store, position);
  queue_check (self);
}

/* --- the object ---------------------------------------------------------------------------- */

static gboolean
is_edited (PvVersementDialog *self)
{
  g_autoptr (GArray) lignes = NULL;

  if (!commit_all (self))
    return TRUE;
  if ((self->reference != NULL && *self->reference != '\0') ||
      g_strcmp0 (self->date, self->date_proposed) != 0)
    return TRUE;
  lignes = dup_lignes (self);
  if (lignes->len != self->proposed->len)
    return TRUE;
  for (guint i = 0; i < lignes->len; i++)
    if (get_data (lignes)[i].montant_cents != get_data (self->proposed)[i].montant_cents ||
        get_data (lignes)[i].genre != get_data (self->proposed)[i].genre)
      return TRUE;

  return FALSE;
}

/* What was typed is not lost by a key; what is being written is stopped first. */
static gboolean
pv_versement_dialog_close_request (GtkWindow *window)
{
  PvVersementDialog *self = PV_VERSEMENT_DIALOG (window);

  if (pv_travail_is_running (self->travail))
    {
      pv_travail_stop (self->travail);
      return TRUE;
    }
  if (is_edited (self))
    {
      pv_abandon_ask_act (window);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (pv_versement_dialog_parent_class)->close_request (window);
}

static void
pv_versement_dialog_dispose (GObject *object)
{
  PvVersementDialog *self = PV_VERSEMENT_DIALOG (object);

  g_clear_handle_id (&self->checking, g_source_remove);
  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_VERSEMENT_DIALOG);

  G_OBJECT_CLASS (pv_versement_dialog_parent_class)->dispose (object);
}

static void
pv_versement_dialog_finalize (GObject *object)
{
  PvVersementDialog *self = PV_VERSEMENT_DIALOG (object);

  for (guint i = 0; i < PV_N_VERSEMENT_LOT_COLUMNS; i++)
    g_clear_object (&self->groups[i]);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->proposed, g_array_unref);
  g_clear_pointer (&self->confirmation, pv_confirmation_free);
  g_free (self->date);
  g_free (self->date_proposed);
  g_free (self->reference);

  G_OBJECT_CLASS (pv_versement_dialog_parent_class)->finalize (object);
}

static void
pv_versement_dialog_class_init (PvVersementDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_versement_dialog_dispose;
  object_class->finalize = pv_versement_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pv_versement_dialog_close_request;

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_TRAVAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/versement/pv-versement-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvVersementDialog, child)
  BIND (refus);
  BIND (date_field);
  BIND (reference_field);
  BIND (date_box);
  BIND (date_objection);
  BIND (lignes);
  BIND (count);
  BIND (total);
  BIND (confirm_box);
  BIND (confirm);
  BIND (content);
  BIND (travail);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, date_cb);
  gtk_widget_class_bind_template_callback (widget_class, reference_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "versement-dialog.pay", NULL, pay_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "versement-dialog.pay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_versement_dialog_init (PvVersementDialog *self)
{
  for (guint i = 0; i < PV_N_VERSEMENT_LOT_COLUMNS; i++)
    self->groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->confirmation = pv_confirmation_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_plan_keys_install (GTK_WIDGET (self->lignes));
  self->store = g_list_store_new (PV_TYPE_VERSEMENT_LOT_ITEM);
}

GtkWidget *
pv_versement_dialog_new (PvContext *context, GtkWindow *parent, const GArray *lignes)
{
  PvVersementDialog *self = g_object_new (PV_TYPE_VERSEMENT_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  self->context = g_object_ref (context);
  self->date = pv_context_get_today (context);
  pv_field_set_value (self->date_field, self->date);
  for (guint i = 0; i < lignes->len; i++)
    {
      const PvVersementSuivi *suivi = &g_array_index (lignes, PvVersementSuivi, i);
      PvVersementLigne *ligne =
          pv_versement_ligne_load (pv_context_get_reader (context), suivi->financement_id, NULL);
      g_autoptr (PvVersementLotItem) item =
          ligne != NULL ? pv_versement_lot_item_new (suivi, ligne) : NULL;

      if (item == NULL)
        continue;
      g_list_store_append (self->store, item);
      g_signal_connect_object (item, "changed", G_CALLBACK (queue_check), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (item, "left-out", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
    }
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_list_view_set_model (self->lignes, GTK_SELECTION_MODEL (model));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versement-dialog.pay", FALSE);
  self->date_proposed = g_strdup (self->date);
  self->proposed = dup_lignes (self);
  check_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_field));

  return GTK_WIDGET (self);
}
