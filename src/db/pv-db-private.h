/* pv-db-private.h: what the files of src/db share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Debian's SQLite is built with the hook; its header declares it on demand. */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "pv-db.h"
#include "pv-error.h"
#include "pv-lock.h"
#include "pv-migrator.h"
#include "pv-statement.h"

G_BEGIN_DECLS

typedef struct _PvRecorder PvRecorder;
typedef struct _PvStatementCache PvStatementCache;

struct _PvDb
{
  GObject parent_instance;

  sqlite3 *handle;
  char *path;
  char *agent;
  PvClock *clock;
  PvLock *lock; /* NULL when read-only */
  GThread *thread;
  gboolean read_only;
  gboolean immutable;
  int schema_version;
  guint64 device; /* of the file as it was opened */
  guint64 inode;
  gboolean pinned; /* it must be that file and no other */

  PvStatementCache *statements;
  PvRecorder *recorder;
  guint depth;          /* of open transactions */
  GError *failure;      /* why SQLite rolled the transaction back by itself */
  GPtrArray *suspended; /* triggers that keep totals, by their SQL */
  guint suspended_level;
  gboolean bulk; /* the cache is larger until the transaction ends */
  GCancellable *cancellable;
};

#define pv_db_assert_usable(self)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert ((self)->thread == g_thread_self ());                                                 \
    g_assert ((self)->handle != NULL);                                                             \
  }                                                                                                \
  G_STMT_END

/* pv_db_create() and pv_db_open() with other scripts than the embedded ones. */
PvDb *pv_db_create_with (const char *path, PvClock *clock, PvMigrator *migrator, GError **error);
PvDb *pv_db_open_with (const char *path,
                       PvDbOpenMode mode,
                       PvClock *clock,
                       PvMigrator *migrator,
                       GError **error);

/* The one place that turns SQLite's codes into ours. */
void pv_db_set_error (PvDb *self, int code, GError **error);
void pv_db_set_error_for (sqlite3 *handle,
                          const char *path,
                          GCancellable *cancellable,
                          int code,
                          GError **error);

/* Statements of our own: no parameter, and no transaction asked for. */
gboolean pv_db_run (PvDb *self, const char *sql, GError **error);

/* Whether the file at our path is still the one that was opened. */
gboolean pv_db_check_file (PvDb *self, GError **error);

gboolean pv_db_sync_folder_of (const char *path, GError **error);

/* pv-backup.c: of a file written beside its place, then renamed. */
void pv_backup_set_write_error (const char *path, int number, GError **error);
gboolean pv_backup_sync_path (const char *path, int flags, GError **error);
gboolean pv_backup_publish (const char *partial, const char *destination, GError **error);
gboolean pv_backup_is_daily (const char *name);

/* The memory a connection keeps, in the pragma's negative KiB. */
#define PV_DB_CACHE "PRAGMA cache_size = -16000"

/* A connection that only reads goes through whole tables: what it keeps of them is no faster than
 * what the system keeps, and there are several such connections. */
#define PV_DB_READER_CACHE "PRAGMA cache_size = -2000"

/* Defences and limits: see pv-db-open.c. */
sqlite3 *
pv_db_open_handle (const char *path, PvDbOpenMode mode, gboolean immutable, GError **error);
gboolean pv_db_check_header (const char *path, GError **error);
gboolean pv_db_set_journal (PvDb *self, GError **error);

PvStatementCache *pv_statement_cache_new (void);
void pv_statement_cache_free (PvStatementCache *self);
guint pv_statement_cache_get_n_borrowed (PvStatementCache *self);

/* pv_db_execute(): one statement after the other, none of them cached. */
gboolean pv_statement_execute_all (PvDb *db, const char *sql, GError **error);

/* For the files that need more of SQLite than PvStatement shows. */
sqlite3_stmt *pv_statement_get_handle (PvStatement *self);

G_END_DECLS
