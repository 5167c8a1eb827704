/* pv-empreinte-store.c: the digest of a file, reckoned beside what is read of it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-empreinte-store.h"

#include "pv-history.h"

struct _PvEmpreinte
{
  PvDb *db;
  PvDb *beside;    /* (nullable) */
  gint64 version;  /* of the file, as @beside saw it before the snapshot */
  gboolean nested; /* the snapshot is in a transaction that began before */
  GCancellable *stop;
  GCancellable *outer; /* (nullable) */
  gulong handler;
  GThread *thread;
  char *digest; /* (nullable): the thread's */
};

static gpointer
reckon_cb (gpointer data)
{
  PvEmpreinte *self = data;

  pv_db_hand_over (self->beside, g_thread_self ());
  pv_db_set_cancellable (self->beside, self->stop);
  if (pv_db_begin_snapshot (self->beside, NULL))
    {
      /* the snapshot of @db began since this connection read its version: when that is still the
       * same, nothing was written between them */
      if (pv_db_get_data_version (self->beside) == self->version)
        self->digest = pv_history_digest (self->beside, NULL);
      pv_db_end_snapshot (self->beside);
    }
  pv_db_set_cancellable (self->beside, NULL);

  return NULL;
}

static void
stop_cb (GCancellable *outer, gpointer stop)
{
  g_cancellable_cancel (stop);
}

static void
start (PvEmpreinte *self, GCancellable *cancellable)
{
  self->stop = g_cancellable_new ();
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->handler = g_cancellable_connect (cancellable, G_CALLBACK (stop_cb),
                                             g_object_ref (self->stop), g_object_unref);
    }
  self->thread = g_thread_new ("empreinte", reckon_cb, self);
}

static void
join (PvEmpreinte *self)
{
  if (self->thread == NULL)
    return;
  g_thread_join (g_steal_pointer (&self->thread));
  pv_db_hand_over (self->beside, g_thread_self ());
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->handler);
}

PvEmpreinte *
pv_empreinte_begin (PvDb *db, GCancellable *cancellable, GError **error)
{
  PvEmpreinte *self;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  self = g_new0 (PvEmpreinte, 1);
  self->db = g_object_ref (db);
  if (g_get_num_processors () > 1)
    self->beside = pv_db_open_beside (db, PV_DB_OPEN_READ_ONLY, NULL);
  if (self->beside != NULL)
    self->version = pv_db_get_data_version (self->beside);
  self->nested = !pv_db_execute (db, "BEGIN", NULL);
  if (self->nested && !pv_db_begin_snapshot (db, error))
    {
      g_clear_object (&self->beside);
      g_object_unref (self->db);
      g_free (self);
      return NULL;
    }
  /* a snapshot is of its first reading */
  if (!self->nested && self->version != 0 && pv_db_get_data_version (db) != 0)
    start (self, cancellable);

  return self;
}

char *
pv_empreinte_dup_digest (PvEmpreinte *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  join (self);
  if (self->digest == NULL)
    self->digest = pv_history_digest (self->db, error);

  return g_strdup (self->digest);
}

void
pv_empreinte_end (PvEmpreinte *self)
{
  g_return_if_fail (self != NULL);

  if (self->stop != NULL)
    g_cancellable_cancel (self->stop);
  join (self);
  /* Nothing was written: there is nothing to lose. */
  if (self->nested)
    pv_db_end_snapshot (self->db);
  else
    pv_db_execute (self->db, "COMMIT", NULL);
  g_clear_object (&self->beside);
  g_clear_object (&self->stop);
  g_clear_object (&self->outer);
  g_free (self->digest);
  g_object_unref (self->db);
  g_free (self);
}
