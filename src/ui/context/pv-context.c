/* pv-context.c: an open programme file, as the screens see it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "context/pv-context-private.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "programme/pv-programme.h"
#include "pv-error.h"

enum
{
  PROP_APPEL = 1,
  PROP_BUSY,
  PROP_CAN_EDIT,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_REFUSAL,
  PROP_PROBLEM,
  PROP_DAMAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvContext, pv_context, G_TYPE_OBJECT)

/* --- state ----------------------------------------------------------------------- */

void
pv_context_notify_state (PvContext *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAMAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_EDIT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
read_history_state (PvContext *self)
{
  g_clear_pointer (&self->undoable, pv_history_group_free);
  g_clear_pointer (&self->redoable, pv_history_group_free);
  self->undoable = pv_history_last_undoable (self->reader, NULL);
  self->redoable = pv_history_last_redoable (self->reader, NULL);
}

/* @before: the last group before the work. */
void
pv_context_tell_change (PvContext *self, gint64 before)
{
  gint64 after = pv_history_last_group (self->reader);
  const PvHistoryGroup *done = NULL;

  if (after == before)
    return;

  read_history_state (self);
  if (self->undoable != NULL && self->undoable->id == after)
    done = self->undoable;
  else if (self->redoable != NULL && self->redoable->id == after)
    done = self->redoable;
  g_signal_emit (self, signals[CHANGED], 0, done);
  pv_context_notify_state (self);
  pv_context_save_daily (self);
}

void
pv_context_tell_outside_change (PvContext *self)
{
  read_history_state (self);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
  pv_context_notify_state (self);
}

const char *
pv_context_get_obstacle (PvContext *self)
{
  if (self->problem != NULL)
    return self->problem;
  if (self->writer == NULL)
    return self->refusal != NULL ? self->refusal : _ ("This file is open for reading only");
  if (self->busy)
    return _ ("Another operation is writing to the file: wait until it ends");

  return NULL;
}

void
pv_context_set_busy (PvContext *self, gboolean busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  pv_context_notify_state (self);
}

gboolean
pv_context_check_can_edit (PvContext *self, GError **error)
{
  const char *obstacle = pv_context_get_obstacle (self);

  if (obstacle == NULL)
    return TRUE;
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, obstacle);

  return FALSE;
}

/* --- opening and closing ----------------------------------------------------------- */

/* Each file has its own state on this machine. */
static GSettings *
file_settings_new (const char *path)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *where = g_strdup_printf ("/org/progville/Progville/files/%.16s/", hash);

  return g_settings_new_with_path ("org.progville.Progville.file", where);
}

static gint64
read_appel (PvContext *self)
{
  g_autofree char *uuid = g_settings_get_string (self->file_settings, "appel");
  gint64 id = PV_INT_NULL;

  if (g_str_equal (uuid, "*"))
    return PV_INT_NULL;
  if (*uuid != '\0')
    pv_appel_store_find_by_uuid (self->reader, uuid, &id, NULL);
  if (id == PV_INT_NULL)
    pv_programme_get_appel_courant (self->reader, &id, NULL);

  return id;
}

/* What is opened in a worker: a file of an earlier version is copied and brought up to date. */
typedef struct
{
  char *path;
  PvClock *clock;
  PvDb *writer;
  PvDb *reader;
  GError *refusal; /* why there is no writer */
} Opening;

static Opening *
opening_new (const char *path, PvClock *clock)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->clock = pv_clock_ref (clock);

  return opening;
}

static void
clear_connection (PvDb **db)
{
  if (*db != NULL)
    pv_db_hand_over (*db, g_thread_self ());
  g_clear_object (db);
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  clear_connection (&opening->writer);
  clear_connection (&opening->reader);
  g_clear_error (&opening->refusal);
  pv_clock_unref (opening->clock);
  g_free (opening->path);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
open_connections (Opening *opening, GError **error)
{
  opening->writer =
      pv_db_open (opening->path, PV_DB_OPEN_READ_WRITE, opening->clock, &opening->refusal);
  if (opening->writer == NULL &&
      !g_error_matches (opening->refusal, PV_DB_ERROR, PV_DB_ERROR_LOCKED) &&
      !g_error_matches (opening->refusal, PV_DB_ERROR, PV_DB_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&opening->refusal));
      return FALSE;
    }
  opening->reader = pv_db_open (opening->path, PV_DB_OPEN_READ_ONLY, opening->clock, error);

  return opening->reader != NULL;
}

/* In the main thread. */
static PvContext *
context_new (Opening *opening)
{
  PvContext *self = g_object_new (PV_TYPE_CONTEXT, NULL);

  self->clock = pv_clock_ref (opening->clock);
  self->writer = g_steal_pointer (&opening->writer);
  self->reader = g_steal_pointer (&opening->reader);
  if (self->writer != NULL)
    pv_db_hand_over (self->writer, g_thread_self ());
  pv_db_hand_over (self->reader, g_thread_self ());
  self->path = g_strdup (pv_db_get_path (self->reader));
  self->settings = g_settings_new ("org.progville.Progville");
  self->file_settings = file_settings_new (self->path);
  if (opening->refusal != NULL)
    self->refusal = pv_context_describe_refusal (self->path, opening->refusal);
  self->appel = read_appel (self);
  read_history_state (self);
  pv_context_start_watch (self);

  return self;
}

PvContext *
pv_context_open (const char *path, PvClock *clock, GError **error)
{
  g_autoptr (Opening) opening = NULL;

  g_return_val_if_fail (path != NULL && clock != NULL, NULL);

  opening = opening_new (path, clock);

  return open_connections (opening, error) ? context_new (opening) : NULL;
}

static void
run_opening (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (open_connections (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
pv_context_open_async (const char *path,
                       PvClock *clock,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL && clock != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, pv_context_open_async);
  g_task_set_task_data (task, opening_new (path, clock), opening_free);
  g_task_run_in_thread (task, run_opening);
}

PvContext *
pv_context_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return context_new (g_task_get_task_data (G_TASK (result)));
}

void
pv_context_close (PvContext *self)
{
  PvDb *idle;

  g_return_if_fail (PV_IS_CONTEXT (self));

  g_cancellable_cancel (self->closing);
  pv_context_stop_watch (self);
  /* lent to a worker, it closes when the worker gives the context back */
  if (!self->busy)
    g_clear_object (&self->writer);
  while ((idle = g_async_queue_try_pop (self->idle_readers)) != NULL)
    {
      pv_db_hand_over (idle, g_thread_self ());
      g_object_unref (idle);
    }
}

static void
pv_context_finalize (GObject *object)
{
  PvContext *self = PV_CONTEXT (object);

  pv_context_close (self);
  g_clear_weak_pointer (&self->suite);
  clear_connection (&self->writer);
  clear_connection (&self->reader);
  g_clear_pointer (&self->idle_readers, g_async_queue_unref);
  g_clear_object (&self->closing);
  g_clear_object (&self->settings);
  g_clear_object (&self->file_settings);
  g_clear_pointer (&self->undoable, pv_history_group_free);
  g_clear_pointer (&self->redoable, pv_history_group_free);
  g_clear_pointer (&self->clock, pv_clock_unref);
  g_free (self->refusal);
  g_free (self->problem);
  g_free (self->damage);
  g_free (self->saved_day);
  g_free (self->path);

  G_OBJECT_CLASS (pv_context_parent_class)->finalize (object);
}

static void
pv_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvContext *self = PV_CONTEXT (object);

  switch (id)
    {
    case PROP_APPEL:
      g_value_set_int64 (value, self->appel);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_CAN_EDIT:
      g_value_set_boolean (value, pv_context_can_edit (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, pv_context_can_edit (self) && self->undoable != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, pv_context_can_edit (self) && self->redoable != NULL);
      break;
    case PROP_REFUSAL:
      g_value_set_string (value, self->refusal);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_DAMAGE:
      g_value_set_string (value, self->damage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_context_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvContext *self = PV_CONTEXT (object);

  switch (id)
    {
    case PROP_APPEL:
      pv_context_set_appel (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_context_class_init (PvContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pv_context_finalize;
  object_class->get_property = pv_context_get_property;
  object_class->set_property = pv_context_set_property;

  properties[PROP_APPEL] =
      g_param_spec_int64 ("appel", NULL, NULL, G_MININT64, G_MAXINT64, PV_INT_NULL,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_EDIT] = g_param_spec_boolean ("can-edit", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REFUSAL] =
      g_param_spec_string ("refusal", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAMAGE] =
      g_param_spec_string ("damage", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", PV_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
pv_context_init (PvContext *self)
{
  self->appel = PV_INT_NULL;
  self->closing = g_cancellable_new ();
  self->idle_readers = g_async_queue_new ();
}

/* --- what it knows ------------------------------------------------------------------ */

const char *
pv_context_get_path (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->path;
}

PvClock *
pv_context_get_clock (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->clock;
}

char *
pv_context_get_today (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return pv_clock_today (self->clock);
}

PvDb *
pv_context_get_reader (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->reader;
}

gboolean
pv_context_can_edit (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), FALSE);

  return pv_context_get_obstacle (self) == NULL;
}

const char *
pv_context_get_refusal (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->refusal;
}

gint64
pv_context_get_appel (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), PV_INT_NULL);

  return self->appel;
}

void
pv_context_set_appel (PvContext *self, gint64 appel_id)
{
  g_autoptr (PvAppel) appel = NULL;

  g_return_if_fail (PV_IS_CONTEXT (self));

  if (self->appel == appel_id)
    return;
  if (appel_id != PV_INT_NULL)
    appel = pv_appel_store_get (self->reader, appel_id, NULL);
  self->appel = appel != NULL ? appel->id : PV_INT_NULL;
  g_settings_set_string (self->file_settings, "appel", appel != NULL ? appel->uuid : "*");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPEL]);
}

PvFiltre
pv_context_get_filtre (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), PV_FILTRE_TOUT);

  return (PvFiltre){ .appel_id = self->appel, .exercice = PV_INT_NULL };
}

GSettings *
pv_context_get_settings (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->settings;
}

GSettings *
pv_context_get_file_settings (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->file_settings;
}

GListModel *
pv_context_get_suite (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->suite;
}

void
pv_context_set_suite (PvContext *self, GListModel *suite)
{
  g_return_if_fail (PV_IS_CONTEXT (self));
  g_return_if_fail (suite == NULL || G_IS_LIST_MODEL (suite));

  g_set_weak_pointer (&self->suite, suite);
}

gboolean
pv_context_is_busy (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), FALSE);

  return self->busy;
}

gboolean
pv_context_is_pending (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), FALSE);

  return g_atomic_int_get (&self->n_pending) > 0;
}

const PvHistoryGroup *
pv_context_get_undoable (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->undoable;
}

const PvHistoryGroup *
pv_context_get_redoable (PvContext *self)
{
  g_return_val_if_fail (PV_IS_CONTEXT (self), NULL);

  return self->redoable;
}
