/* pv-transaction.c: all or nothing, and one user action
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-transaction.h"

#include <glib/gi18n-lib.h>

#include "pv-db-private.h"
#include "pv-recorder.h"
#include "pv-totals-private.h"

struct _PvTransaction
{
  PvDb *db;
  guint level; /* 1 for the outermost */
  gboolean done;
};

static gboolean
begin_outermost (PvDb *db, const char *action, const char *label, GError **error)
{
  if (db->read_only)
    {
      pv_db_set_error (db, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!pv_db_check_file (db, error) || !pv_lock_beat (db->lock, error))
    return FALSE;
  g_clear_error (&db->failure);
  if (!pv_db_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!pv_recorder_begin (db->recorder, action, label, error))
    {
      pv_db_run (db, "ROLLBACK", NULL);
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_savepoint (PvDb *db, const char *verb, guint level, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s niveau_%u", verb, level);

  return pv_db_run (db, sql, error);
}

PvTransaction *
pv_transaction_begin (PvDb *db, const char *action, const char *label, GError **error)
{
  PvTransaction *self = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail (action != NULL && *action != '\0', NULL);
  pv_db_assert_usable (db);

  if (db->depth == 0)
    {
      if (!begin_outermost (db, action, label, error))
        return NULL;
    }
  else
    {
      if (db->failure != NULL)
        {
          g_propagate_error (error, g_error_copy (db->failure));
          return NULL;
        }
      if (!run_savepoint (db, "SAVEPOINT", db->depth, error))
        return NULL;
      pv_recorder_push (db->recorder);
    }

  self = g_new0 (PvTransaction, 1);
  self->db = g_object_ref (db);
  self->level = ++db->depth;
  return self;
}

static void
end_bulk (PvDb *db)
{
  if (!db->bulk)
    return;
  db->bulk = FALSE;
  pv_db_run (db, PV_DB_CACHE, NULL);
  sqlite3_db_release_memory (db->handle);
}

/* What was cancelled is not kept, even when every statement was too short to be stopped. */
static gboolean
commit_outermost (PvDb *db, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (db->cancellable, error))
    return FALSE;
  if (!pv_totals_resume (db, error) || !pv_recorder_commit (db->recorder, error) ||
      !pv_db_run (db, "COMMIT", error))
    return FALSE;
  pv_recorder_end (db->recorder);
  end_bulk (db);
  return TRUE;
}

gboolean
pv_transaction_commit (PvTransaction *self, GError **error)
{
  PvDb *db = NULL;

  g_return_val_if_fail (self != NULL && !self->done, FALSE);

  db = self->db;
  pv_db_assert_usable (db);
  g_return_val_if_fail (db->depth == self->level, FALSE); /* inner ones end first */

  if (db->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (db->failure));
      return FALSE;
    }
  if (self->level == 1)
    {
      if (!commit_outermost (db, error))
        return FALSE;
    }
  else
    {
      if (!run_savepoint (db, "RELEASE", self->level - 1, error))
        return FALSE;
      pv_recorder_pop (db->recorder, TRUE);
      db->suspended_level = MIN (db->suspended_level, self->level - 1);
    }
  self->done = TRUE;
  db->depth--;
  return TRUE;
}

gboolean
pv_transaction_suspend_totals (PvTransaction *self, GError **error)
{
  g_return_val_if_fail (self != NULL && !self->done, FALSE);

  return pv_totals_suspend (self->db, error);
}

static void
roll_back (PvTransaction *self)
{
  PvDb *db = self->db;

  /* SQLite may have done so by itself: then there is nothing left to end. */
  if (self->level == 1)
    {
      if (!sqlite3_get_autocommit (db->handle))
        pv_db_run (db, "ROLLBACK", NULL);
      pv_recorder_end (db->recorder);
      end_bulk (db);
      g_clear_error (&db->failure);
    }
  else
    {
      if (!sqlite3_get_autocommit (db->handle))
        {
          run_savepoint (db, "ROLLBACK TO", self->level - 1, NULL);
          run_savepoint (db, "RELEASE", self->level - 1, NULL);
        }
      pv_recorder_pop (db->recorder, FALSE);
    }
  /* The rollback brought the triggers back. */
  if (db->suspended_level >= self->level)
    g_clear_pointer (&db->suspended, g_ptr_array_unref);
  self->done = TRUE;
  db->depth--;
}

void
pv_transaction_free (PvTransaction *self)
{
  if (self == NULL)
    return;
  if (!self->done)
    {
      g_warn_if_fail (self->db->depth == self->level);
      roll_back (self);
    }
  g_object_unref (self->db);
  g_free (self);
}
