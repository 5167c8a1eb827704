/* pv-context-work.c: workers on a file, and the actions of its user
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "context/pv-context-private.h"

#include "pv-transaction.h"

/* Connections that wait for a worker. */
#define MAX_IDLE_READERS 2

/* --- workers --------------------------------------------------------------------- */

typedef struct
{
  PvContext *context;
  PvContextQuery query;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify answer_free;
  gboolean writes;
  gint64 last_group; /* before the work */
} Job;

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_atomic_int_add (&job->context->n_pending, -1);
  g_object_unref (job->context);
  g_free (job);
}

static Job *
job_new (PvContext *self,
         PvContextQuery query,
         gpointer data,
         GDestroyNotify data_free,
         GDestroyNotify answer_free)
{
  Job *job = g_new0 (Job, 1);

  job->context = g_object_ref (self);
  job->query = query;
  job->data = data;
  job->data_free = data_free;
  job->answer_free = answer_free;
  g_atomic_int_inc (&self->n_pending);

  return job;
}

static PvDb *
borrow_reader (PvContext *self, GError **error)
{
  PvDb *db = g_async_queue_try_pop (self->idle_readers);

  if (db == NULL)
    return pv_db_open_beside (self->reader, PV_DB_OPEN_READ_ONLY, error);
  pv_db_hand_over (db, g_thread_self ());

  return db;
}

/* The last one given back is the first one lent: it knows the file best. */
static void
give_back_reader (PvContext *self, PvDb *db)
{
  pv_db_release_memory (db);
  if (g_async_queue_length (self->idle_readers) < MAX_IDLE_READERS)
    g_async_queue_push_front (self->idle_readers, db);
  else
    g_object_unref (db);
}

static void
run_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PvContext *self = source;
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  gpointer answer;
  PvDb *db;

  if (job->writes)
    {
      db = self->writer;
      pv_db_hand_over (db, g_thread_self ());
    }
  else if ((db = borrow_reader (self, &error)) == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  pv_db_set_cancellable (db, cancellable);
  answer = job->query (db, job->data, cancellable, &error);
  pv_db_set_cancellable (db, NULL);
  if (!job->writes)
    give_back_reader (self, db);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, answer, job->answer_free);
}

/* One that ends with the caller's cancellable, or with the file. */
static GTask *
task_new (PvContext *self,
          Job *job,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task =
      g_task_new (self, cancellable != NULL ? cancellable : self->closing, callback, user_data);

  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  g_task_set_check_cancellable (task, FALSE);

  return task;
}

void
pv_context_query_async (PvContext *self,
                        PvContextQuery query,
                        gpointer query_data,
                        GDestroyNotify query_data_free,
                        GDestroyNotify answer_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (PV_IS_CONTEXT (self));
  g_return_if_fail (query != NULL);

  job = job_new (self, query, query_data, query_data_free, answer_free);
  task = task_new (self, job, cancellable, callback, user_data);
  /* what was given up is never shown, even when it was read by then: a later answer may be there */
  g_task_set_check_cancellable (task, cancellable != NULL);
  g_task_set_source_tag (task, pv_context_query_async);
  g_task_run_in_thread (task, run_job);
}

gpointer
pv_context_query_finish (PvContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* In the main thread, before the caller's callback: the writer comes home. */
static void
work_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PvContext *self = PV_CONTEXT (source);
  g_autoptr (GTask) outer = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GDestroyNotify answer_free = job->answer_free;
  gint64 before = job->last_group;
  GError *error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->writer != NULL)
    pv_db_hand_over (self->writer, g_thread_self ());
  pv_context_set_busy (self, FALSE);
  pv_context_tell_change (self, before);

  if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_pointer (outer, answer, answer_free);
}

void
pv_context_work_async (PvContext *self,
                       PvContextQuery work,
                       gpointer work_data,
                       GDestroyNotify work_data_free,
                       GDestroyNotify answer_free,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (PV_IS_CONTEXT (self));
  g_return_if_fail (work != NULL);

  job = job_new (self, work, work_data, work_data_free, answer_free);
  job->writes = TRUE;
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, pv_context_work_async);
  g_task_set_check_cancellable (outer, FALSE);
  if (!pv_context_check_can_edit (self, &error))
    {
      job_free (job);
      g_task_return_error (outer, error);
      return;
    }

  job->last_group = pv_history_last_group (self->reader);
  pv_context_set_busy (self, TRUE);
  task = task_new (self, job, cancellable, work_done_cb, g_object_ref (outer));
  g_task_run_in_thread (task, run_job);
}

gpointer
pv_context_work_finish (PvContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- actions --------------------------------------------------------------------- */

gboolean
pv_context_act (PvContext *self,
                const char *action,
                const char *label,
                PvContextFunc func,
                gpointer user_data,
                GError **error)
{
  gint64 before;

  g_return_val_if_fail (PV_IS_CONTEXT (self), FALSE);
  g_return_val_if_fail (action != NULL && func != NULL, FALSE);

  if (!pv_context_check_can_edit (self, error))
    return FALSE;

  before = pv_history_last_group (self->reader);
  {
    g_autoptr (PvTransaction) transaction =
        pv_transaction_begin (self->writer, action, label, error);

    if (transaction == NULL || !func (self->writer, user_data, error) ||
        !pv_transaction_commit (transaction, error))
      return FALSE;
  }
  pv_context_tell_change (self, before);

  return TRUE;
}

static gpointer
undo_work (PvDb *db, gpointer work_data, GCancellable *cancellable, GError **error)
{
  const gint64 *group = work_data;

  return pv_history_undo (db, *group, error) != 0 ? GINT_TO_POINTER (TRUE) : NULL;
}

void
pv_context_undo_async (PvContext *self,
                       gint64 group,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  pv_context_work_async (self, undo_work, g_memdup2 (&group, sizeof group), g_free, NULL,
                         cancellable, callback, user_data);
}

gboolean
pv_context_undo_finish (PvContext *self, GAsyncResult *result, GError **error)
{
  return pv_context_work_finish (self, result, error) != NULL;
}
