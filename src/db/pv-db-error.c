/* pv-db-error.c: what SQLite says, in our words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static gboolean
means_no_space (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/* A full quota or a size limit reaches us as a failed write. One that a commit met is not told
 * by sqlite3_system_errno(), but by the file that was written: the database or its log. */
static gboolean
is_no_space (sqlite3 *handle, int code)
{
  sqlite3_file *log = NULL;
  int number = 0;

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR || handle == NULL)
    return FALSE;
  if (means_no_space (sqlite3_system_errno (handle)))
    return TRUE;
  if (sqlite3_file_control (handle, "main", SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK &&
      means_no_space (number))
    return TRUE;

  return sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK &&
         log != NULL && log->pMethods != NULL &&
         log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK &&
         means_no_space (number);
}

/* What the freeze of a closed séance (0006) raises: a rule of the user's, in words. */
#define FREEZE "seance-close"

static void
set_constraint (sqlite3 *handle, const char *path, int code, GError **error)
{
  const char *words = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if (g_str_equal (words, FREEZE))
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                         _ ("The séance is closed: what it decided no longer changes but by a"
                            " rectification."));
  else if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT,
                 _ ("“%s”: another row is missing or still refers to this one (%s)"), path, words);
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT,
                 _ ("“%s”: the schema refuses the row (%s)"), path, words);
}

static void
set_read_only (const char *path, int code, GError **error)
{
  if (code == SQLITE_READONLY_DBMOVED)
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_FOUND,
                 _ ("“%s” was moved or removed while it was open; open it again"), path);
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written to: it, or its folder, is read-only"), path);
}

void
pv_db_set_error_for (sqlite3 *handle,
                     const char *path,
                     GCancellable *cancellable,
                     int code,
                     GError **error)
{
  const char *words = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if (is_no_space (handle, code))
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NO_SPACE,
                   _ ("“%s”: the disk is full; nothing was changed. Free some space and try again"),
                   path);
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_BUSY,
                   _ ("“%s” is in use by another program; try again in a moment"), path);
      break;
    case SQLITE_READONLY:
      set_read_only (path, code, error);
      break;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      set_read_only (path, 0, error);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_OURS,
                   _ ("“%s” is not a programme file of Progville; choose another file"), path);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CORRUPT,
                   _ ("“%s” is damaged (%s); restore a copy from its backups"), path, words);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("“%s” cannot be opened (%s)"), path,
                   words);
      break;
    case SQLITE_CONSTRAINT:
      set_constraint (handle, path, code, error);
      break;
    case SQLITE_INTERRUPT:
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The work was stopped"));
      break;
    default:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("“%s”: %s"), path, words);
      break;
    }
}

void
pv_db_set_error (PvDb *self, int code, GError **error)
{
  pv_db_set_error_for (self->handle, self->path, self->cancellable, code, error);
}
