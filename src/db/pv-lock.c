/* pv-lock.c: one writer per file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pv-error.h"

#define GROUP "verrou"

/* More than any lock we write; a larger file is not ours. */
#define MAX_SIZE 4096

struct _PvLock
{
  GMutex mutex; /* beats come from a timer too, while a worker writes */
  char *file;   /* the programme file */
  char *path;   /* the side file */
  int fd;
  char *host;
  char *agent;
  char *token; /* what makes this lock ours */
  char *since;
  gint64 beat;
  PvClock *clock;
};

/* What the side file says. */
typedef struct
{
  char *host;
  char *agent;
  char *since;
  gint64 pid;
  gint64 beat; /* seconds since 1970 */
} Holder;

static void
holder_clear (Holder *self)
{
  g_free (self->host);
  g_free (self->agent);
  g_free (self->since);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holder, holder_clear)

static char *
read_all (int fd)
{
  g_autofree char *text = g_malloc0 (MAX_SIZE + 1);
  ssize_t size = pread (fd, text, MAX_SIZE, 0);

  return size < 0 ? g_strdup ("") : g_steal_pointer (&text);
}

static gint64
parse_time (const char *iso)
{
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static void
holder_read (Holder *self, int fd)
{
  g_autofree char *text = read_all (fd);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *beat = NULL;

  if (!g_key_file_load_from_data (keys, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return;
  self->host = g_key_file_get_string (keys, GROUP, "host", NULL);
  self->agent = g_key_file_get_string (keys, GROUP, "agent", NULL);
  self->since = g_key_file_get_string (keys, GROUP, "since", NULL);
  self->pid = g_key_file_get_int64 (keys, GROUP, "pid", NULL);
  beat = g_key_file_get_string (keys, GROUP, "beat", NULL);
  self->beat = parse_time (beat);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static void
set_system_error (PvLock *self, int number, GError **error)
{
  switch (number)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written to: its folder is read-only. Open it read-only"),
                   self->file);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NO_SPACE,
                   _ ("“%s”: the disk is full; nothing was changed. Free some space and try again"),
                   self->file);
      break;
    default:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
                   _ ("“%s”: the lock “%s” cannot be written (%s)"), self->file, self->path,
                   g_strerror (number));
      break;
    }
}

static gboolean
write_lock (PvLock *self, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *beat = format_time (self->beat);
  g_autofree char *text = NULL;
  gsize size = 0;

  g_key_file_set_string (keys, GROUP, "host", self->host);
  g_key_file_set_string (keys, GROUP, "agent", self->agent);
  g_key_file_set_int64 (keys, GROUP, "pid", getpid ());
  g_key_file_set_string (keys, GROUP, "since", self->since);
  g_key_file_set_string (keys, GROUP, "beat", beat);
  g_key_file_set_string (keys, GROUP, "token", self->token);
  text = g_key_file_to_data (keys, &size, NULL);

  /* In place, so that the file everyone has open stays the same. */
  errno = EIO;
  if (pwrite (self->fd, text, size, 0) != (ssize_t)size || ftruncate (self->fd, (off_t)size) != 0)
    {
      set_system_error (self, errno, error);
      return FALSE;
    }
  return TRUE;
}

static void
set_locked (PvLock *self, const Holder *holder, GError **error)
{
  if (holder->agent != NULL && holder->host != NULL && holder->since != NULL)
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED,
                 _ ("“%s” is being written to by %s on %s since %s. You can open it read-only"),
                 self->file, holder->agent, holder->host, holder->since);
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_LOCKED,
                 _ ("“%s” is being written to by someone else. You can open it read-only"),
                 self->file);
}

static gboolean
is_same_file (int fd, const char *path)
{
  struct stat ours;
  struct stat theirs;

  return fstat (fd, &ours) == 0 && stat (path, &theirs) == 0 && ours.st_dev == theirs.st_dev &&
         ours.st_ino == theirs.st_ino;
}

/* @certain: the advisory lock works here, so a lock of this host that could
 * be taken has no living holder. */
static gboolean
is_stale (PvLock *self, const Holder *holder, gboolean certain)
{
  gint64 age = pv_clock_now_unix (self->clock) - holder->beat;

  if (holder->host == NULL) /* nothing was written yet: its writer is gone */
    return TRUE;
  if (g_str_equal (holder->host, self->host))
    {
      if (certain)
        return TRUE;
      if (holder->pid > 0 && kill ((pid_t)holder->pid, 0) != 0 && errno == ESRCH)
        return TRUE;
    }
  return age > PV_LOCK_STALE_SECONDS;
}

static void
close_file (PvLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/* Returns: whether to stop trying: with the lock in hand, or an error. */
static gboolean
try_acquire (PvLock *self, GError **error)
{
  g_auto (Holder) holder = { 0 };
  gboolean certain = TRUE;

  self->fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    {
      set_system_error (self, errno, error);
      return TRUE;
    }
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EWOULDBLOCK)
        {
          holder_read (&holder, self->fd);
          set_locked (self, &holder, error);
          close_file (self);
          return TRUE;
        }
      certain = FALSE; /* a file system without such locks: the beat decides */
    }
  if (!is_same_file (self->fd, self->path)) /* released between the two calls */
    {
      close_file (self);
      return FALSE;
    }

  holder_read (&holder, self->fd);
  if (!is_stale (self, &holder, certain))
    {
      set_locked (self, &holder, error);
      close_file (self);
      return TRUE;
    }
  self->beat = pv_clock_now_unix (self->clock);
  self->since = format_time (self->beat);
  if (!write_lock (self, error))
    {
      unlink (self->path);
      close_file (self);
    }
  return TRUE;
}

static gboolean
is_ours (PvLock *self)
{
  g_autofree char *text = NULL;

  if (!is_same_file (self->fd, self->path))
    return FALSE;
  text = read_all (self->fd);
  return strstr (text, self->token) != NULL;
}

static void
lock_free (PvLock *self)
{
  close_file (self);
  g_free (self->file);
  g_free (self->path);
  g_free (self->host);
  g_free (self->agent);
  g_free (self->token);
  g_free (self->since);
  pv_clock_unref (self->clock);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

PvLock *
pv_lock_acquire (const char *path, const char *agent, PvClock *clock, GError **error)
{
  PvLock *self = g_new0 (PvLock, 1);

  self->file = g_strdup (path);
  self->path = g_strconcat (path, ".verrou", NULL);
  self->fd = -1;
  self->host = g_strdup (g_get_host_name ());
  self->agent = g_strdup (agent != NULL ? agent : g_get_user_name ());
  self->token = g_uuid_string_random ();
  self->clock = pv_clock_ref (clock);
  g_mutex_init (&self->mutex);

  /* Each turn means that another writer left at this very moment. */
  for (guint turn = 0; turn < 100; turn++)
    if (try_acquire (self, error))
      break;
  if (self->fd >= 0)
    return self;

  if (error != NULL && *error == NULL)
    set_system_error (self, EAGAIN, error);
  lock_free (self);
  return NULL;
}

gboolean
pv_lock_beat (PvLock *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 now = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);

  if (!is_ours (self))
    {
      g_auto (Holder) holder = { 0 };
      g_autofree char *text = NULL;
      int fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);

      if (fd >= 0)
        {
          holder_read (&holder, fd);
          close (fd);
        }
      set_locked (self, &holder, error);
      return FALSE;
    }
  now = pv_clock_now_unix (self->clock);
  if (ABS (now - self->beat) < PV_LOCK_BEAT_SECONDS)
    return TRUE;
  self->beat = now;
  return write_lock (self, error);
}

gboolean
pv_lock_describe (const char *path, char **agent, char **host, gint64 *since)
{
  g_auto (Holder) holder = { 0 };
  g_autofree char *side = NULL;
  int fd = -1;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (agent != NULL && host != NULL && since != NULL, FALSE);

  side = g_strconcat (path, ".verrou", NULL);
  fd = g_open (side, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (fd < 0)
    return FALSE;
  holder_read (&holder, fd);
  close (fd);
  if (holder.agent == NULL || holder.host == NULL)
    return FALSE;
  *agent = g_steal_pointer (&holder.agent);
  *host = g_steal_pointer (&holder.host);
  *since = parse_time (holder.since);

  return TRUE;
}

void
pv_lock_set_agent (PvLock *self, const char *agent)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  g_free (self->agent);
  self->agent = g_strdup (agent != NULL ? agent : g_get_user_name ());
  if (is_ours (self))
    write_lock (self, NULL);
}

void
pv_lock_release (PvLock *self)
{
  if (self == NULL)
    return;
  if (is_ours (self))
    unlink (self->path);
  lock_free (self);
}
