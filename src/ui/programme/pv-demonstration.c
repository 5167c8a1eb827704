/* pv-demonstration.c: the demonstration programme of a user
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-demonstration.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "agent/pv-agent-store.h"
#include "context/pv-context.h"
#include "demonstration/pv-demonstration-file.h"
#include "institution/pv-institution-store.h"
#include "programme/pv-demonstration-seance.h"
#include "pv-error.h"
#include "pv-transaction.h"

#define PROGRESS_MS 80

typedef struct
{
  char *path;
  char *agent; /* who will use it */
  int done_bp; /* atomic */
  PvDemonstrationProgress progress;
  gpointer progress_data;
  guint progress_id;
} Work;

static void
work_free (Work *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_free (self->path);
  g_free (self->agent);
  g_free (self);
}

char *
pv_demonstration_get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "progville", "demonstration.progville", NULL);
}

/* --- in the worker ---------------------------------------------------------------------- */

static void
done_cb (guint done_bp, gpointer user_data)
{
  Work *self = user_data;

  g_atomic_int_set (&self->done_bp, (int)done_bp);
}

/* Who looks at the demonstration instructs for the State: there is a queue to try. */
static gboolean
add_agent (Work *self, PvDb *db, GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "parametre-add", self->agent, error);
  g_autoptr (PvAgent) agent = pv_agent_new ();

  if (transaction == NULL ||
      !pv_institution_store_find_by_nom (db, "État", &agent->institution_id, error))
    return FALSE;
  pv_champ_set_text (&agent->nom, self->agent);
  agent->role = PV_AGENT_ROLE_PILOTE;

  return pv_agent_store_insert (db, agent, error) && pv_transaction_commit (transaction, error);
}

static gboolean
fill_file (Work *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (PvDb) db = pv_demonstration_file_create (path, clock, g_get_user_name (), done_cb,
                                                      self, cancellable, error);

  return db != NULL && add_agent (self, db, error) && pv_demonstration_add_seance (db, error) &&
         pv_db_close (db, error);
}

static void
remove_all (const char *path)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm", ".verrou" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *file = g_strconcat (path, tails[i], NULL);

      g_unlink (file);
    }
}

static gboolean
make (Work *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *partial = g_strconcat (self->path, ".partiel", NULL);

  g_mkdir_with_parents (folder, 0700);
  remove_all (partial); /* of a time that was cut short */
  if (!fill_file (self, partial, cancellable, error))
    {
      remove_all (partial);
      return FALSE;
    }
  if (g_rename (partial, self->path) != 0)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
                   _ ("“%s” cannot be written to: check its folder"), self->path);
      remove_all (partial);
      return FALSE;
    }

  return TRUE;
}

static void
make_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *self = task_data;
  GError *error = NULL;

  if (g_file_test (self->path, G_FILE_TEST_EXISTS) || make (self, cancellable, &error))
    g_task_return_pointer (task, g_strdup (self->path), g_free);
  else
    g_task_return_error (task, error);
}

/* --- in the main thread ------------------------------------------------------------------ */

static gboolean
progress_cb (gpointer user_data)
{
  Work *self = user_data;

  self->progress (g_atomic_int_get (&self->done_bp) / 10000.0, self->progress_data);

  return G_SOURCE_CONTINUE;
}

void
pv_demonstration_make_async (const char *path,
                             GCancellable *cancellable,
                             PvDemonstrationProgress progress,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (path != NULL && progress != NULL);

  work = g_new0 (Work, 1);
  settings = g_settings_new ("org.progville.Progville");
  work->path = g_strdup (path);
  work->agent = pv_context_name_agent (settings);
  work->progress = progress;
  work->progress_data = progress_data;
  work->progress_id = g_timeout_add (PROGRESS_MS, progress_cb, work);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, make_in_worker);
}

char *
pv_demonstration_make_finish (GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  work = g_task_get_task_data (G_TASK (result));
  g_clear_handle_id (&work->progress_id, g_source_remove);

  return g_task_propagate_pointer (G_TASK (result), error);
}
