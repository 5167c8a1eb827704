/* pv-db.c: a programme file and its connection
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pv-backup.h"
#include "pv-db-private.h"
#include "pv-recorder.h"

/* How many steps of SQLite's machine between two looks at the cancellable. */
#define PROGRESS_STEPS 20000

#define MAX_PROBLEMS 100

/* Bytes of a cache that are not worth giving back. */
#define KEPT_CACHE (1024 * 1024)

G_DEFINE_FINAL_TYPE (PvDb, pv_db, G_TYPE_OBJECT)

/* Statements first: SQLite does not close under one. */
static int
close_handle (PvDb *self)
{
  int code = SQLITE_OK;

  g_clear_pointer (&self->statements, pv_statement_cache_free);
  g_clear_pointer (&self->recorder, pv_recorder_free);
  if (self->handle != NULL)
    code = sqlite3_close (self->handle);
  if (code == SQLITE_OK)
    self->handle = NULL;
  g_clear_pointer (&self->lock, pv_lock_release);
  return code;
}

static void
pv_db_finalize (GObject *object)
{
  PvDb *self = PV_DB (object);

  close_handle (self);
  g_clear_error (&self->failure);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->suspended, g_ptr_array_unref);
  g_clear_pointer (&self->clock, pv_clock_unref);
  g_free (self->agent);
  g_free (self->path);

  G_OBJECT_CLASS (pv_db_parent_class)->finalize (object);
}

static void
pv_db_class_init (PvDbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_db_finalize;
}

static void
pv_db_init (PvDb *self)
{
  self->thread = g_thread_self ();
}

/* @path: (transfer full): without links, so that the lock has one name */
static PvDb *
db_new (char *path, PvClock *clock, gboolean read_only)
{
  PvDb *self = g_object_new (PV_TYPE_DB, NULL);

  self->path = path;
  self->clock = pv_clock_ref (clock);
  self->read_only = read_only;
  return self;
}

static gboolean
is_file (PvDb *self, struct stat *found)
{
  return stat (self->path, found) == 0 && (guint64)found->st_dev == self->device &&
         (guint64)found->st_ino == self->inode;
}

gboolean
pv_db_check_file (PvDb *self, GError **error)
{
  struct stat found = { 0 };

  if (is_file (self, &found))
    return TRUE;
  pv_db_set_error (self, SQLITE_READONLY_DBMOVED, error);
  return FALSE;
}

PvDbFileState
pv_db_get_file_state (PvDb *self)
{
  g_autofree char *folder = NULL;
  struct stat found = { 0 };

  g_return_val_if_fail (PV_IS_DB (self), PV_DB_FILE_GONE);

  if (stat (self->path, &found) != 0)
    return PV_DB_FILE_GONE;
  if (!is_file (self, &found))
    return PV_DB_FILE_REPLACED;
  folder = g_path_get_dirname (self->path);
  /* the journal and the lock lie beside the file */
  if (g_access (self->path, W_OK) != 0 || g_access (folder, W_OK) != 0)
    return PV_DB_FILE_READ_ONLY;

  return PV_DB_FILE_HERE;
}

static void
remember_file (PvDb *self)
{
  struct stat found = { 0 };

  if (stat (self->path, &found) == 0)
    {
      self->device = (guint64)found.st_dev;
      self->inode = (guint64)found.st_ino;
    }
}

static gboolean
connect_handle (PvDb *self, GError **error)
{
  PvDbOpenMode mode = self->read_only ? PV_DB_OPEN_READ_ONLY : PV_DB_OPEN_READ_WRITE;

  if (!self->pinned)
    remember_file (self);
  else if (!pv_db_check_file (self, error))
    return FALSE;
  self->handle = pv_db_open_handle (self->path, mode, self->immutable, error);
  if (self->handle == NULL)
    return FALSE;
  self->statements = pv_statement_cache_new ();
  self->recorder = pv_recorder_new (self);
  return TRUE;
}

static gboolean
probe (PvDb *self, gint64 *version, GError **error)
{
  return connect_handle (self, error) &&
         pv_db_query_int (self, "PRAGMA user_version", version, error);
}

/* In a folder where the side files of WAL cannot be made, a file without any
 * is one that nobody writes to. */
static gboolean
may_be_immutable (PvDb *self, const GError *error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  return self->read_only && !g_file_test (wal, G_FILE_TEST_EXISTS) &&
         (g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_READ_ONLY) ||
          g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_FAILED));
}

static gboolean
read_version (PvDb *self, gint64 *version, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (probe (self, version, &local))
    return TRUE;
  if (may_be_immutable (self, local))
    {
      close_handle (self);
      self->immutable = TRUE;
      return probe (self, version, error);
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_version (PvDb *self, PvMigrator *migrator, GError **error)
{
  gint64 found = 0;
  int ours = pv_migrator_get_version (migrator);

  if (!read_version (self, &found, error))
    return FALSE;
  if (found > ours)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_SCHEMA_TOO_NEW,
                   _ ("“%s” was written by a newer Progville (version %d of its schema, %d is "
                      "known here); update Progville to open it"),
                   self->path, (int)found, ours);
      return FALSE;
    }
  if (found < ours && self->read_only)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_READ_ONLY,
                   _ ("“%s” was written by an older Progville; open it once for writing, which "
                      "brings it up to date"),
                   self->path);
      return FALSE;
    }
  self->schema_version = (int)MAX (found, 0);
  return TRUE;
}

static gboolean
migrate (PvDb *self, PvMigrator *migrator, GError **error)
{
  if (self->schema_version == pv_migrator_get_version (migrator))
    return TRUE;
  if (self->schema_version > 0)
    {
      g_autofree char *copy =
          g_strdup_printf ("%s.avant-migration-%04d", self->path, self->schema_version + 1);

      if (!pv_backup_copy (self, copy, NULL, NULL, NULL, error))
        return FALSE;
    }
  return pv_migrator_run (migrator, self, error);
}

static gboolean
prepare_file (PvDb *self, PvMigrator *migrator, GError **error)
{
  if (!check_version (self, migrator, error) ||
      !pv_migrator_check_schema (migrator, self, self->schema_version, error))
    return FALSE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  if (self->read_only)
    return pv_db_run (self, "PRAGMA query_only = ON", error);
  return pv_db_set_journal (self, error) && migrate (self, migrator, error);
}

static char *
resolve (const char *path, GError **error)
{
  char *real = realpath (path, NULL);
  char *copy = NULL;

  if (real == NULL)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_FOUND,
                     _ ("“%s”: there is no such file; check its name"), path);
      else
        g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("“%s” cannot be opened (%s)"), path,
                     g_strerror (errno));
      return NULL;
    }
  copy = g_strdup (real);
  free (real);
  return copy;
}

/* @other: (nullable): whose file it must be */
static PvDb *
open_file (const char *path,
           PvDbOpenMode mode,
           PvClock *clock,
           PvMigrator *migrator,
           const PvDb *other,
           GError **error)
{
  g_autoptr (PvDb) self = NULL;
  char *real = resolve (path, error);

  if (real == NULL)
    return NULL;
  self = db_new (real, clock, mode == PV_DB_OPEN_READ_ONLY);
  if (other != NULL)
    {
      self->pinned = TRUE;
      self->device = other->device;
      self->inode = other->inode;
    }
  if (!pv_db_check_header (self->path, error))
    return NULL;
  if (!self->read_only)
    {
      self->lock = pv_lock_acquire (self->path, NULL, clock, error);
      if (self->lock == NULL)
        return NULL;
    }
  if (!prepare_file (self, migrator, error))
    return NULL;
  return g_steal_pointer (&self);
}

PvDb *
pv_db_open_with (const char *path,
                 PvDbOpenMode mode,
                 PvClock *clock,
                 PvMigrator *migrator,
                 GError **error)
{
  return open_file (path, mode, clock, migrator, NULL, error);
}

PvDb *
pv_db_open_beside (PvDb *self, PvDbOpenMode mode, GError **error)
{
  g_autoptr (PvMigrator) migrator = NULL;

  g_return_val_if_fail (PV_IS_DB (self), NULL);

  migrator = pv_migrator_new ();
  return open_file (self->path, mode, self->clock, migrator, self, error);
}

PvDb *
pv_db_open (const char *path, PvDbOpenMode mode, PvClock *clock, GError **error)
{
  g_autoptr (PvMigrator) migrator = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  migrator = pv_migrator_new ();
  return pv_db_open_with (path, mode, clock, migrator, error);
}

static void
set_create_error (const char *path, int number, GError **error)
{
  switch (number)
    {
    case EEXIST:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_EXISTS,
                   _ ("“%s” is already there; choose another name"), path);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      pv_db_set_error_for (NULL, path, NULL, SQLITE_READONLY, error);
      break;
    case ENOSPC:
    case EDQUOT:
      pv_db_set_error_for (NULL, path, NULL, SQLITE_FULL, error);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_FOUND,
                   _ ("“%s”: its folder does not exist; create it first"), path);
      break;
    default:
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("“%s” cannot be created (%s)"), path,
                   g_strerror (number));
      break;
    }
}

static gboolean
create_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_create_error (path, errno, error);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static void
remove_file (PvDb *self)
{
  static const char *const tails[] = { "", "-journal", "-wal", "-shm" };

  close_handle (self);
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *path = g_strconcat (self->path, tails[i], NULL);

      g_unlink (path);
    }
}

/* The schema and the application id come in one commit, in the file itself
 * and not in a WAL, so that what recognises the file is there from the start. */
static gboolean
fill_file (PvDb *self, PvMigrator *migrator, GError **error)
{
  self->lock = pv_lock_acquire (self->path, NULL, self->clock, error);
  if (self->lock == NULL || !connect_handle (self, error))
    return FALSE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, NULL);
  /* Rows of ours are long: half the pages, and a bulk import writes a tenth less. */
  return pv_db_run (self, "PRAGMA page_size = 8192; PRAGMA synchronous = FULL", error) &&
         pv_migrator_run (migrator, self, error) && pv_db_sync_folder_of (self->path, error) &&
         pv_db_set_journal (self, error);
}

PvDb *
pv_db_create_with (const char *path, PvClock *clock, PvMigrator *migrator, GError **error)
{
  g_autoptr (PvDb) self = NULL;
  char *real = NULL;

  if (!create_file (path, error))
    return NULL;
  real = resolve (path, error);
  if (real == NULL)
    return NULL;
  self = db_new (real, clock, FALSE);
  if (!fill_file (self, migrator, error))
    {
      remove_file (self);
      return NULL;
    }
  return g_steal_pointer (&self);
}

PvDb *
pv_db_create (const char *path, PvClock *clock, GError **error)
{
  g_autoptr (PvMigrator) migrator = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  migrator = pv_migrator_new ();
  return pv_db_create_with (path, clock, migrator, error);
}

void
pv_db_hand_over (PvDb *self, GThread *thread)
{
  g_return_if_fail (PV_IS_DB (self));
  g_return_if_fail (thread != NULL);

  self->thread = thread;
}

const char *
pv_db_get_path (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), NULL);

  return self->path;
}

gboolean
pv_db_is_read_only (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), TRUE);

  return self->read_only;
}

PvClock *
pv_db_get_clock (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), NULL);

  return self->clock;
}

int
pv_db_get_schema_version (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), 0);

  return self->schema_version;
}

void
pv_db_set_agent (PvDb *self, const char *name)
{
  g_return_if_fail (PV_IS_DB (self));

  if (g_strcmp0 (self->agent, name) == 0)
    return;
  g_free (self->agent);
  self->agent = g_strdup (name);
  if (self->lock != NULL)
    pv_lock_set_agent (self->lock, name);
}

gboolean
pv_db_beat (PvDb *self, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (self), FALSE);
  g_return_val_if_fail (self->lock != NULL, FALSE);

  return pv_lock_beat (self->lock, error);
}

const char *
pv_db_get_agent (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), NULL);

  return self->agent;
}

gboolean
pv_db_run (PvDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  pv_db_set_error (self, sqlite3_extended_errcode (self->handle), error);
  return FALSE;
}

gboolean
pv_db_execute (PvDb *self, const char *sql, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);
  pv_db_assert_usable (self);

  return pv_statement_execute_all (self, sql, error);
}

gboolean
pv_db_query_int (PvDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (PvStatement) statement = NULL;
  PvStep step = PV_STEP_ERROR;

  g_return_val_if_fail (value != NULL, FALSE);

  statement = pv_db_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ERROR)
    return FALSE;
  *value = step == PV_STEP_ROW ? pv_statement_get_int (statement, 0) : PV_INT_NULL;
  return TRUE;
}

gint64
pv_db_get_data_version (PvDb *self)
{
  gint64 version = 0;

  g_return_val_if_fail (PV_IS_DB (self), 0);

  return pv_db_query_int (self, "PRAGMA data_version", &version, NULL) ? version : 0;
}

void
pv_db_release_memory (PvDb *self)
{
  int used = 0;
  int highest;

  g_return_if_fail (PV_IS_DB (self));
  pv_db_assert_usable (self);

  sqlite3_db_status (self->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &highest, 0);
  if (used <= KEPT_CACHE)
    return;
  sqlite3_db_release_memory (self->handle);
  malloc_trim (0); /* pages are too small to go back by themselves */
}

gint64
pv_db_get_last_insert_id (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), 0);
  pv_db_assert_usable (self);

  return sqlite3_last_insert_rowid (self->handle);
}

gint64
pv_db_get_changes (PvDb *self)
{
  g_return_val_if_fail (PV_IS_DB (self), 0);
  pv_db_assert_usable (self);

  return sqlite3_changes64 (self->handle);
}

static int
progress_cb (gpointer user_data)
{
  PvDb *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

void
pv_db_set_cancellable (PvDb *self, GCancellable *cancellable)
{
  g_return_if_fail (PV_IS_DB (self));
  pv_db_assert_usable (self);

  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, PROGRESS_STEPS, progress_cb, self);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}

/* What a check says line by line; that it cannot even run is a finding too. */
static gboolean
collect (PvDb *self, const char *sql, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvStatement) statement = pv_db_prepare (self, sql, &local);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, &local)) == PV_STEP_ROW)
    if (problems->len < MAX_PROBLEMS)
      g_ptr_array_add (problems, pv_statement_dup_text (statement, 0));
  if (step == PV_STEP_DONE)
    return TRUE;
  if (g_error_matches (local, PV_DB_ERROR, PV_DB_ERROR_CORRUPT) ||
      g_error_matches (local, PV_DB_ERROR, PV_DB_ERROR_NOT_OURS))
    {
      g_ptr_array_add (problems, g_strdup (local->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
pv_db_begin_snapshot (PvDb *self, GError **error)
{
  return pv_db_execute (self, "SAVEPOINT lecture", error);
}

void
pv_db_end_snapshot (PvDb *self)
{
  g_autoptr (GError) error = NULL;

  /* Nothing was written: there is nothing to lose. */
  pv_db_execute (self, "RELEASE lecture", &error);
}

gboolean
pv_db_check_integrity (PvDb *self, GPtrArray **problems, GError **error)
{
  static const char pages[] =
      "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
  static const char references[] =
      "SELECT \"table\" || ' ' || COALESCE(rowid, '?') || ' → ' || parent"
      "  FROM pragma_foreign_key_check";
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint n_pages = 0;

  g_return_val_if_fail (PV_IS_DB (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);
  pv_db_assert_usable (self);

  if (!collect (self, pages, found, error))
    return FALSE;
  n_pages = found->len;
  if (!collect (self, references, found, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *words = found->pdata[i];

      found->pdata[i] =
          i < n_pages ? g_strdup_printf (_ ("the file is damaged: %s"), words)
                      : g_strdup_printf (_ ("a row refers to one that is missing: %s"), words);
    }
  *problems = g_steal_pointer (&found);
  return TRUE;
}

gboolean
pv_db_close (PvDb *self, GError **error)
{
  guint n = 0;
  int code = SQLITE_OK;

  g_return_val_if_fail (PV_IS_DB (self), FALSE);

  if (self->handle == NULL)
    return TRUE;
  n = pv_statement_cache_get_n_borrowed (self->statements);
  if (n > 0 || self->depth > 0)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED,
                   _ ("“%s” is still in use (open statements: %u, open transactions: %u)"),
                   self->path, n, self->depth);
      return FALSE;
    }
  code = close_handle (self);
  if (code != SQLITE_OK)
    {
      pv_db_set_error_for (self->handle, self->path, NULL, code, error);
      return FALSE;
    }
  return TRUE;
}
