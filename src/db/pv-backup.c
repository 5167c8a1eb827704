/* pv-backup.c: copies of the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "pv-db-private.h"

/* Pages copied between two looks at the cancellable: 4 MiB. */
#define PAGES_AT_ONCE 512

/* How long another writer may keep the file from us, in steps of 50 ms. */
#define MAX_WAITS 200
#define WAIT_US 50000

#define DAILY_EXTENSION ".progville"

void
pv_backup_set_write_error (const char *path, int number, GError **error)
{
  gboolean full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  gboolean read_only = number == EACCES || number == EPERM || number == EROFS;

  if (full)
    pv_db_set_error_for (NULL, path, NULL, SQLITE_FULL, error);
  else if (read_only)
    pv_db_set_error_for (NULL, path, NULL, SQLITE_READONLY, error);
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("“%s” cannot be written (%s)"), path,
                 g_strerror (number));
}

gboolean
pv_backup_sync_path (const char *path, int flags, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  /* Some file systems know no such thing for a folder. */
  if (!done && (flags & O_DIRECTORY) != 0 && fd >= 0 && (errno == EINVAL || errno == ENOTSUP))
    done = TRUE;
  if (!done)
    pv_backup_set_write_error (path, errno, error);
  if (fd >= 0)
    close (fd);
  return done;
}

gboolean
pv_db_sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return pv_backup_sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

typedef struct
{
  PvBackupProgress func;
  gpointer data;
  GCancellable *cancellable;
} Progress;

static void
tell_progress (sqlite3_backup *backup, const Progress *progress)
{
  int total = sqlite3_backup_pagecount (backup);
  int left = sqlite3_backup_remaining (backup);

  if (progress->func != NULL && total > 0)
    progress->func ((guint)((gint64)(total - left) * 10000 / total), progress->data);
}

/* Returns: SQLite's code; OK when all is copied */
static int
copy_pages (sqlite3_backup *backup, const Progress *progress)
{
  guint waits = 0;

  while (TRUE)
    {
      int code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      gboolean busy = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;

      if (code == SQLITE_DONE)
        return SQLITE_OK;
      if (g_cancellable_is_cancelled (progress->cancellable))
        return SQLITE_INTERRUPT;
      if (busy && ++waits < MAX_WAITS)
        g_usleep (WAIT_US);
      else if (code != SQLITE_OK)
        return code;
      tell_progress (backup, progress);
    }
}

/* The copy says of itself that it is in WAL mode, as its source: one file alone
 * reads better, from anywhere, without. */
static int
copy_into (PvDb *db, sqlite3 *target, const Progress *progress)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", db->handle, "main");
  int code = SQLITE_OK;
  int end = SQLITE_OK;

  if (backup == NULL)
    return sqlite3_extended_errcode (target);
  code = copy_pages (backup, progress);
  if (code == SQLITE_OK)
    tell_progress (backup, progress);
  end = sqlite3_backup_finish (backup);
  if (code == SQLITE_OK)
    code = end;
  if (code == SQLITE_OK)
    code = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  return code;
}

static gboolean
write_copy (PvDb *db, const char *path, const Progress *progress, GError **error)
{
  sqlite3 *target = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code = sqlite3_open_v2 (path, &target, flags, NULL);

  if (code == SQLITE_OK)
    code = copy_into (db, target, progress);
  if (code != SQLITE_OK)
    pv_db_set_error_for (target, path, progress->cancellable, code, error);
  sqlite3_close (target);
  return code == SQLITE_OK && pv_backup_sync_path (path, O_RDWR, error);
}

gboolean
pv_backup_publish (const char *partial, const char *destination, GError **error)
{
  if (g_rename (partial, destination) != 0)
    {
      pv_backup_set_write_error (destination, errno, error);
      return FALSE;
    }
  return pv_db_sync_folder_of (destination, error);
}

gboolean
pv_backup_copy (PvDb *db,
                const char *destination,
                PvBackupProgress progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Progress how = { progress, user_data, cancellable };
  g_autofree char *partial = NULL;
  g_autofree char *side = NULL;
  int fd = -1;
  gboolean done = FALSE;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (destination != NULL, FALSE);
  pv_db_assert_usable (db);

  if (db->depth > 0) /* the copy would hold what may be rolled back */
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_BUSY,
                   _ ("“%s” is being changed; copy it afterwards"), db->path);
      return FALSE;
    }
  partial = g_strconcat (destination, ".partiel-XXXXXX", NULL);
  fd = g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      pv_backup_set_write_error (destination, errno, error);
      return FALSE;
    }
  close (fd);
  done = write_copy (db, partial, &how, error) && pv_backup_publish (partial, destination, error);
  if (!done)
    {
      side = g_strconcat (partial, "-journal", NULL);
      g_unlink (partial);
      g_unlink (side);
    }
  return done;
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Only names of ours: a copy the user put there stays. */
gboolean
pv_backup_is_daily (const char *name)
{
  return g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}\\.progville$", name,
                               G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
remove_oldest (const char *folder, guint keep, GError **error)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  if (entries == NULL)
    return FALSE;
  while ((name = g_dir_read_name (entries)) != NULL)
    if (pv_backup_is_daily (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i + keep < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
  return TRUE;
}

gboolean
pv_backup_daily (PvDb *db, guint keep, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *today = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (keep > 0, FALSE);
  pv_db_assert_usable (db);

  folder = g_strconcat (db->path, ".sauvegardes", NULL);
  today = pv_clock_today (db->clock);
  name = g_strconcat (today, DAILY_EXTENSION, NULL);
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      pv_backup_set_write_error (folder, errno, error);
      return FALSE;
    }
  return pv_backup_copy (db, path, NULL, NULL, NULL, error) && remove_oldest (folder, keep, error);
}
