/* pv-backup-list.c: finds the copies of a programme file, and puts one back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pv-db-private.h"

#define COPY_SIZE (1024 * 1024)

void
pv_backup_free (PvBackup *self)
{
  g_free (self->path);
  g_free (self->date);
  g_free (self);
}

/* @path: (transfer full) */
static void
add (GPtrArray *backups, char *path, char *date)
{
  struct stat found = { 0 };
  PvBackup *backup = g_new0 (PvBackup, 1);

  backup->path = path;
  backup->date = date;
  if (stat (path, &found) == 0)
    {
      backup->at = found.st_mtime;
      backup->size = found.st_size;
    }
  g_ptr_array_add (backups, backup);
}

static void
add_daily (GPtrArray *backups, const char *path)
{
  g_autofree char *folder = g_strconcat (path, ".sauvegardes", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (pv_backup_is_daily (name))
      add (backups, g_build_filename (folder, name, NULL), g_strndup (name, 10));
}

static void
add_before_migrations (GPtrArray *backups, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".avant-migration-", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + 4)
      add (backups, g_build_filename (folder, name, NULL), NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const PvBackup *one = *(const PvBackup *const *)a;
  const PvBackup *other = *(const PvBackup *const *)b;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;

  return -strcmp (one->path, other->path);
}

GPtrArray *
pv_backup_list (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_backup_free);

  g_return_val_if_fail (path != NULL, backups);

  add_daily (backups, path);
  add_before_migrations (backups, path);
  g_ptr_array_sort (backups, compare_cb);

  return backups;
}

/* --- putting back ----------------------------------------------------------------------- */

static gboolean
write_all (int fd, const guint8 *bytes, gsize size)
{
  while (size > 0)
    {
      ssize_t written = write (fd, bytes, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      bytes += written;
      size -= (gsize)written;
    }

  return TRUE;
}

static gboolean
copy_bytes (int from, int to)
{
  g_autofree guint8 *buffer = g_malloc (COPY_SIZE);
  ssize_t size;

  while ((size = read (from, buffer, COPY_SIZE)) != 0)
    {
      if (size < 0 && errno != EINTR)
        return FALSE;
      if (size > 0 && !write_all (to, buffer, (gsize)size))
        return FALSE;
    }

  return TRUE;
}

/* Of a file that was there and was not closed well: it would be read into the new one. */
static void
remove_side_files (const char *path)
{
  static const char *const tails[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *side = g_strconcat (path, tails[i], NULL);

      g_unlink (side);
    }
}

static gboolean
write_copy (int from, const char *partial, const char *destination, GError **error)
{
  int to = g_open (partial, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  gboolean done = to >= 0 && copy_bytes (from, to);

  if (!done)
    pv_backup_set_write_error (destination, errno, error);
  if (to >= 0)
    close (to);
  if (!done || !pv_backup_sync_path (partial, O_RDWR, error))
    return FALSE;
  remove_side_files (destination);

  return pv_backup_publish (partial, destination, error);
}

static gboolean
restore_locked (const char *backup, const char *destination, GError **error)
{
  g_autofree char *partial = g_strconcat (destination, ".partiel-XXXXXX", NULL);
  int from = g_open (backup, O_RDONLY | O_CLOEXEC, 0);
  int made = from >= 0 ? g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600) : -1;
  gboolean done = FALSE;

  if (made < 0)
    pv_backup_set_write_error (from < 0 ? backup : destination, errno, error);
  else
    {
      close (made);
      done = write_copy (from, partial, destination, error);
      if (!done)
        g_unlink (partial);
    }
  if (from >= 0)
    close (from);

  return done;
}

gboolean
pv_backup_restore (const char *backup, const char *destination, GError **error)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (PvLock) lock = NULL;

  g_return_val_if_fail (backup != NULL && destination != NULL, FALSE);

  /* what is not a programme file, or not a whole one, is not put anywhere */
  if (!pv_db_check_header (backup, error))
    return FALSE;
  lock = pv_lock_acquire (destination, NULL, clock, error);

  return lock != NULL && restore_locked (backup, destination, error);
}
