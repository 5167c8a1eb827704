/* pv-context-watch.c: looks after the file while it is open
 *
 * Signs of life for the writer's lock; what others do to the file, or write into it; the
 * copy of the day; the check of its integrity.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "context/pv-context-private.h"
#include "pv-backup.h"
#include "pv-error.h"
#include "pv-lock.h"

/* A sign of life for the writer's lock, well within PV_LOCK_STALE_SECONDS. */
#define BEAT_SECONDS 20

#define WATCH_SECONDS 2

/* Copies of the day that are kept. */
#define N_DAILY 10

/* --- the lock ---------------------------------------------------------------------- */

/* Who writes, in words; what else keeps from writing is in the error. */
char *
pv_context_describe_refusal (const char *path, const GError *error)
{
  g_autofree char *agent = NULL;
  g_autofree char *host = NULL;
  g_autofree char *when = NULL;
  g_autoptr (GDateTime) at = NULL;
  gint64 since = 0;

  if (!g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED) ||
      !pv_lock_describe (path, &agent, &host, &since))
    return g_strdup (error->message);

  at = g_date_time_new_from_unix_local (since);
  when = g_date_time_format (at, "%x %H:%M");

  /* Translators: a person, a machine, a date and an hour. */
  return g_strdup_printf (_ ("%s has been changing this file on the machine “%s” since %s. You are "
                             "reading it; what is written there appears here."),
                          agent, host, when);
}

static gboolean
beat_cb (gpointer user_data)
{
  PvContext *self = user_data;
  g_autoptr (GError) error = NULL;

  /* a full disk passes; a writer that took our place stays; the work under way is told */
  if (pv_db_beat (self->writer, &error) ||
      !g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED) || self->busy)
    return G_SOURCE_CONTINUE;

  g_free (self->refusal);
  self->refusal = pv_context_describe_refusal (self->path, error);
  g_clear_object (&self->writer);
  self->data_version = pv_db_get_data_version (self->reader);
  self->beat_id = 0;
  pv_context_notify_state (self);

  return G_SOURCE_REMOVE;
}

char *
pv_context_name_agent (GSettings *settings)
{
  g_autofree char *agent = g_strstrip (g_settings_get_string (settings, "agent"));
  const char *real = g_get_real_name ();

  if (*agent != '\0')
    return g_steal_pointer (&agent);

  return g_strdup (*real != '\0' && !g_str_equal (real, "Unknown") ? real : g_get_user_name ());
}

char *
pv_context_dup_agent (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return pv_context_name_agent (self->settings);
}

static void
set_agent (PvContext *self)
{
  g_autofree char *agent = pv_context_dup_agent (self);

  if (self->writer != NULL && !self->busy)
    pv_db_set_agent (self->writer, agent);
}

static void
start_writing (PvContext *self)
{
  set_agent (self);
  if (self->writer != NULL && self->beat_id == 0)
    self->beat_id = g_timeout_add_seconds (BEAT_SECONDS, beat_cb, self);
}

gboolean
pv_context_reopen_for_writing (PvContext *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (PV_IS_CONTEXT (self), FALSE);

  if (self->writer != NULL)
    return TRUE;

  self->writer = pv_db_open_beside (self->reader, PV_DB_OPEN_READ_WRITE, &local);
  g_free (self->refusal);
  self->refusal = local != NULL ? pv_context_describe_refusal (self->path, local) : NULL;
  if (self->writer == NULL)
    {
      pv_context_notify_state (self);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  start_writing (self);
  pv_context_look (self);
  pv_context_tell_outside_change (self);

  return TRUE;
}

/* --- the file at its path ------------------------------------------------------------ */

static char *
describe_problem (PvContext *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  switch (pv_db_get_file_state (self->reader))
    {
    case PV_DB_FILE_GONE:
      return g_strdup_printf (_ ("“%s” was moved or deleted while it was open. What you see is "
                                 "safe as long as this window is: save a copy of it."),
                              name);
    case PV_DB_FILE_REPLACED:
      return g_strdup_printf (_ ("Another file took the place of “%s” while it was open. Save a "
                                 "copy of what you see, or open the new file."),
                              name);
    case PV_DB_FILE_READ_ONLY:
      /* opened read-only, it has a refusal that says so */
      if (self->writer != NULL)
        return g_strdup_printf (_ ("“%s”, or its folder, became read-only: nothing can be written "
                                   "until it is writable again. You can save a copy elsewhere."),
                                name);
      return NULL;
    case PV_DB_FILE_HERE:
    default:
      return NULL;
    }
}

void
pv_context_look (PvContext *self)
{
  g_autofree char *problem = NULL;
  gint64 version;

  g_return_if_fail (PV_IS_CONTEXT (self));

  problem = describe_problem (self);
  if (g_strcmp0 (problem, self->problem) != 0)
    {
      g_free (self->problem);
      self->problem = g_steal_pointer (&problem);
      pv_context_notify_state (self);
    }

  if (self->writer != NULL || self->busy)
    return;
  version = pv_db_get_data_version (self->reader);
  if (version != 0 && version != self->data_version)
    {
      self->data_version = version;
      pv_context_tell_outside_change (self);
    }
}

static gboolean
watch_cb (gpointer user_data)
{
  pv_context_look (PV_CONTEXT (user_data));

  return G_SOURCE_CONTINUE;
}

void
pv_context_start_watch (PvContext *self)
{
  self->data_version = pv_db_get_data_version (self->reader);
  self->watch_id = g_timeout_add_seconds (WATCH_SECONDS, watch_cb, self);
  g_signal_connect_object (self->settings, "changed::agent", G_CALLBACK (set_agent), self,
                           G_CONNECT_SWAPPED);
  start_writing (self);
}

void
pv_context_stop_watch (PvContext *self)
{
  g_clear_handle_id (&self->beat_id, g_source_remove);
  g_clear_handle_id (&self->watch_id, g_source_remove);
}

/* --- copies -------------------------------------------------------------------------- */

static gpointer
save_daily (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pv_backup_daily (db, N_DAILY, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PvContext *self = PV_CONTEXT (source);
  g_autoptr (GError) error = NULL;

  /* Tried again after the next change; the user works on a file that is whole. */
  if (pv_context_query_finish (self, result, &error) == NULL)
    g_clear_pointer (&self->saved_day, g_free);
}

void
pv_context_save_daily (PvContext *self)
{
  g_autofree char *today = pv_context_get_today (self);

  if (self->writer == NULL || g_strcmp0 (self->saved_day, today) == 0)
    return;
  g_free (self->saved_day);
  self->saved_day = g_steal_pointer (&today);
  pv_context_query_async (self, save_daily, NULL, NULL, NULL, NULL, saved_cb, NULL);
}

static gpointer
copy (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pv_backup_copy (db, data, NULL, NULL, cancellable, error));
}

static gboolean
is_open_file (PvContext *self, const char *path)
{
  g_autoptr (GFile) ours = g_file_new_for_path (self->path);
  g_autoptr (GFile) theirs = g_file_new_for_path (path);

  return g_file_equal (ours, theirs);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (pv_context_query_finish (PV_CONTEXT (source), result, &error) == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
pv_context_copy_async (PvContext *self,
                       const char *path,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (PV_IS_CONTEXT (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  if (is_open_file (self, path) && pv_db_get_file_state (self->reader) != PV_DB_FILE_GONE)
    g_task_return_new_error (task, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                             _ ("“%s” is the open file: choose another name for the copy"), path);
  else if (self->problem == NULL)
    pv_context_query_async (self, copy, g_strdup (path), g_free, NULL, NULL, copied_cb,
                            g_object_ref (task));
  else if (pv_backup_copy (self->reader, path, NULL, NULL, NULL, &error))
    /* a worker would open the file by its path, where it is no more */
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

gboolean
pv_context_copy_finish (PvContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- integrity ------------------------------------------------------------------------ */

static gpointer
check_integrity (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  return pv_db_check_integrity (db, &problems, error) ? g_steal_pointer (&problems) : NULL;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PvContext *self = PV_CONTEXT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = pv_context_query_finish (self, result, &error);
  guint n = problems != NULL ? problems->len : 0;

  if (g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_CORRUPT))
    n = 1;
  if (n == 0)
    return;

  g_free (self->damage);
  self->damage = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "This file is damaged: its check found %u problem. Restore one of its backups, "
                   "or save a copy now.",
                   "This file is damaged: its check found %u problems. Restore one of its backups, "
                   "or save a copy now.",
                   n),
      n);
  pv_context_notify_state (self);
}

void
pv_context_check_integrity (PvContext *self)
{
  g_return_if_fail (PV_IS_CONTEXT (self));

  pv_context_query_async (self, check_integrity, NULL, NULL, (GDestroyNotify)g_ptr_array_unref,
                          NULL, checked_cb, NULL);
}

/* --- what it knows -------------------------------------------------------------------- */

const char *
pv_context_get_problem (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->problem;
}

const char *
pv_context_get_damage (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->damage;
}
