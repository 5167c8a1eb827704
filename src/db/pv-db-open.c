/* pv-db-open.c: opening a file that may be anything
 *
 * A programme file comes from a colleague, a share, a mail: it is not trusted.
 * Its first bytes are read before SQLite reads it; SQLite opens it with its
 * defences up; and its schema is compared with ours before a statement could
 * make a trigger or a view of it run (see pv_migrator_check_schema()).
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "pv-db-private.h"

/* Of the 100 bytes of SQLite's header: https://www.sqlite.org/fileformat2.html#the_database_header
 */
#define HEADER_SIZE 100
#define APPLICATION_ID_OFFSET 68

static const char magic[] = "SQLite format 3";

#define BUSY_TIMEOUT_MS 5000

/* Far above what we write, far below what hurts. */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
  { SQLITE_LIMIT_COLUMN, 256 },
  { SQLITE_LIMIT_EXPR_DEPTH, 500 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 100 },
  { SQLITE_LIMIT_FUNCTION_ARG, 64 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 2000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 50 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static void
set_open_error (const char *path, int number, GError **error)
{
  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_FOUND,
                 _ ("“%s”: there is no such file; check its name"), path);
  else
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("“%s” cannot be opened (%s)"), path,
                 g_strerror (number));
}

static gboolean
set_not_ours (const char *path, GError **error)
{
  pv_db_set_error_for (NULL, path, NULL, SQLITE_NOTADB, error);
  return FALSE;
}

/* Counting the memory of the process takes a global lock at each allocation,
 * a tenth of an import. Too late once SQLite runs: then it goes on counting. */
static void
stop_counting_memory (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&done, 1);
    }
}

/* By SQLite's own descriptor: to open the file beside it and close that would let go of every lock
 * that this process holds on it (POSIX), and the next program to leave would take the WAL away. */
static gboolean
read_by_sqlite (const char *path, guint8 *header, int size, int *number)
{
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  int code;

  stop_counting_memory ();
  code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file != NULL && file->pMethods != NULL ? file->pMethods->xRead (file, header, size, 0)
                                                  : SQLITE_CANTOPEN;
  *number = handle != NULL ? sqlite3_system_errno (handle) : ENOMEM;
  if (*number == 0)
    *number = EIO;
  sqlite3_close (handle);
  return code == SQLITE_OK;
}

/* Its size, at most that of a header; -1: it cannot be read, and error says why. */
static gssize
read_header (const char *path, guint8 *header, GError **error)
{
  GStatBuf found;
  gssize size;
  int number;

  if (g_stat (path, &found) != 0)
    {
      set_open_error (path, errno, error);
      return -1;
    }
  if (!S_ISREG (found.st_mode))
    {
      set_not_ours (path, error);
      return -1;
    }
  size = MIN (found.st_size, HEADER_SIZE);
  if (size > 0 && !read_by_sqlite (path, header, (int)size, &number))
    {
      set_open_error (path, number, error);
      return -1;
    }
  return size;
}

gboolean
pv_db_check_header (const char *path, GError **error)
{
  g_autofree guint8 *header = g_malloc0 (HEADER_SIZE);
  ssize_t size = read_header (path, header, error);
  guint32 id = 0;

  if (size < 0)
    return FALSE;
  if (size == 0)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_NOT_OURS,
                   _ ("“%s” is empty, not a programme file; choose another file"), path);
      return FALSE;
    }
  if (memcmp (header, magic, MIN ((gsize)size, sizeof magic)) != 0)
    return set_not_ours (path, error);
  if (size < HEADER_SIZE)
    {
      g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_CORRUPT,
                   _ ("“%s” is cut short; restore a copy from its backups"), path);
      return FALSE;
    }
  memcpy (&id, header + APPLICATION_ID_OFFSET, sizeof id);
  if (GUINT32_FROM_BE (id) != PV_DB_APPLICATION_ID)
    return set_not_ours (path, error);
  return TRUE;
}

static int
set_defences (sqlite3 *handle)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].id, limits[i].value);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  /* Lifted once the schema is known to be ours: this SQLite (3.40) does not
   * count FTS5 among what a trigger of an untrusted schema may write to. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  return sqlite3_exec (handle, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;" PV_DB_CACHE,
                       NULL, NULL, NULL);
}

sqlite3 *
pv_db_open_handle (const char *path, PvDbOpenMode mode, gboolean immutable, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, immutable ? "?immutable=1" : "", NULL);
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  sqlite3 *handle = NULL;
  int code = SQLITE_OK;

  stop_counting_memory ();
  /* A reader too asks for more than it uses (query_only holds it): the last one out then
   * takes away the side files of WAL, which would puzzle who copies the file. */
  flags |= immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  code = sqlite3_open_v2 (uri, &handle, flags, NULL);
  if (code == SQLITE_OK)
    code = set_defences (handle);
  if (code == SQLITE_OK && mode == PV_DB_OPEN_READ_ONLY)
    code = sqlite3_exec (handle, PV_DB_READER_CACHE, NULL, NULL, NULL);
  /* SQLite falls back on reading without a word. */
  if (code == SQLITE_OK && mode == PV_DB_OPEN_READ_WRITE && sqlite3_db_readonly (handle, "main"))
    code = SQLITE_READONLY;
  if (code != SQLITE_OK)
    {
      pv_db_set_error_for (handle, path, NULL, code, error);
      sqlite3_close (handle);
      return NULL;
    }
  return handle;
}

/* WAL keeps its index in memory shared by the processes of one machine: two
 * machines on a share would each have their own. */
static gboolean
is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL &&
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

gboolean
pv_db_set_journal (PvDb *self, GError **error)
{
  /* Where WAL cannot be, the pragma answers with the mode that stays. */
  if (!is_remote (self->path) && pv_db_run (self, "PRAGMA journal_mode = WAL", NULL))
    return pv_db_run (self, "PRAGMA synchronous = FULL", error);
  return pv_db_run (self, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL", error);
}
