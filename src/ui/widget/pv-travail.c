/* pv-travail.c: a batch being written, how far it is, and how to stop it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-travail.h"

#include <glib/gi18n.h>

#include "pv-transaction.h"

#define PROGRESS_MS 80

/* Shared with the worker. */
typedef struct
{
  char *action;
  char *label;
  PvTravailFunc func;
  gpointer data;
  GDestroyNotify data_free;
  int done_bp; /* atomic */
} Lot;

struct _PvTravail
{
  AdwBin parent_instance;

  Lot *lot; /* (nullable): under way */
  GCancellable *cancellable;
  guint progress_id;
  GtkWidget *owner;
  PvTravailEnd end;

  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (PvTravail, pv_travail, ADW_TYPE_BIN)

static void
lot_clear (gpointer data)
{
  Lot *lot = data;

  if (lot->data_free != NULL)
    lot->data_free (lot->data);
  g_free (lot->action);
  g_free (lot->label);
}

static void
lot_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, lot_clear);
}

/* --- in the worker -------------------------------------------------------------------------- */

static void
done_cb (guint done, guint total, gpointer user_data)
{
  Lot *lot = user_data;

  g_atomic_int_set (&lot->done_bp, (int)((gint64)done * 10000 / MAX (total, 1)));
}

static gpointer
write_in_worker (PvDb *db, gpointer work_data, GCancellable *cancellable, GError **error)
{
  Lot *lot = work_data;
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, lot->action, lot->label, error);

  return transaction != NULL && lot->func (db, lot->data, done_cb, lot, error) &&
                 pv_transaction_commit (transaction, error)
             ? g_strdup (lot->action)
             : NULL;
}

/* --- on the main thread --------------------------------------------------------------------- */

static gboolean
progress_cb (gpointer user_data)
{
  PvTravail *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->lot->done_bp) / 10000.0);

  return G_SOURCE_CONTINUE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvTravail) self = user_data;
  g_autoptr (GtkWidget) owner = g_steal_pointer (&self->owner);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = pv_context_work_finish (PV_CONTEXT (source), result, &error);
  const char *reason = NULL;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lot, lot_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    reason = _ ("Stopped: nothing was written.");
  else if (done == NULL)
    reason = error->message;
  /* the page may be gone, with the file */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    self->end (owner, reason);
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_travail_stop (PV_TRAVAIL (widget));
}

static void
pv_travail_dispose (GObject *object)
{
  PvTravail *self = PV_TRAVAIL (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_TRAVAIL);

  G_OBJECT_CLASS (pv_travail_parent_class)->dispose (object);
}

static void
pv_travail_class_init (PvTravailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_travail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/widget/pv-travail.ui");
  gtk_widget_class_bind_template_child (widget_class, PvTravail, progress);
  gtk_widget_class_install_action (widget_class, "travail.stop", NULL, stop_cb);
}

static void
pv_travail_init (PvTravail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_travail_run (PvTravail *self,
                PvContext *context,
                const char *action,
                const char *label,
                PvTravailFunc func,
                gpointer data,
                GDestroyNotify data_free,
                PvTravailEnd end,
                GtkWidget *owner)
{
  g_return_if_fail (PV_IS_TRAVAIL (self));
  g_return_if_fail (self->lot == NULL);

  self->lot = g_atomic_rc_box_new0 (Lot);
  *self->lot = (Lot){ g_strdup (action), g_strdup (label), func, data, data_free, 0 };
  self->cancellable = g_cancellable_new ();
  self->owner = g_object_ref (owner);
  self->end = end;
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->progress_id = g_timeout_add (PROGRESS_MS, progress_cb, self);
  pv_context_work_async (context, write_in_worker, g_atomic_rc_box_acquire (self->lot), lot_unref,
                         g_free, self->cancellable, written_cb, g_object_ref (self));
}

gboolean
pv_travail_is_running (PvTravail *self)
{
  g_return_val_if_fail (PV_IS_TRAVAIL (self), FALSE);

  return self->lot != NULL;
}

void
pv_travail_stop (PvTravail *self)
{
  g_return_if_fail (PV_IS_TRAVAIL (self));

  g_cancellable_cancel (self->cancellable);
}
