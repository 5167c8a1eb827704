/* tap-sqlite.c: preloaded, says in which statements of SQLite a program spends its time
 *
 * LD_PRELOAD=libtap-sqlite.so PV_TAP_SQLITE=file progville-cli import …
 * writes one line of JSON: the seconds by statement (its first words), those in our preupdate hook
 * apart, and those outside SQLite.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

typedef void (
    *Hook) (void *, sqlite3 *, int, const char *, const char *, sqlite3_int64, sqlite3_int64);

typedef struct
{
  char *name;
  gint64 ns;
  gint64 calls;
} Bucket;

static GHashTable *buckets; /* name → Bucket */
static GHashTable *known;   /* statement → Bucket */
static gint64 begun;
static gint64 hook_ns;
static gint64 hook_calls;
static gint64 sqlite_ns;
static guint depth;
static Hook hook;

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

__attribute__ ((constructor)) static void
start (void)
{
  begun = now ();
  buckets = g_hash_table_new (g_str_hash, g_str_equal);
  known = g_hash_table_new (NULL, NULL);
}

/* The words that tell what a statement is about. */
static char *
name_of (const char *sql)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint words = 0;

  for (const char *at = sql != NULL ? sql : "?"; *at != '\0' && words < 4; at++)
    {
      if (g_ascii_isalnum (*at) || *at == '_')
        g_string_append_c (name, *at);
      else if (name->len > 0 && name->str[name->len - 1] != ' ' && ++words < 4)
        g_string_append_c (name, ' ');
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static Bucket *
bucket_of (sqlite3_stmt *statement, const char *sql)
{
  Bucket *bucket = statement != NULL ? g_hash_table_lookup (known, statement) : NULL;
  g_autofree char *name = NULL;

  if (bucket != NULL)
    return bucket;
  name = name_of (sql);
  bucket = g_hash_table_lookup (buckets, name);
  if (bucket == NULL)
    {
      bucket = g_new0 (Bucket, 1);
      bucket->name = g_steal_pointer (&name);
      g_hash_table_insert (buckets, bucket->name, bucket);
    }
  if (statement != NULL)
    g_hash_table_insert (known, statement, bucket);
  return bucket;
}

static void
hook_cb (void *data,
         sqlite3 *db,
         int operation,
         const char *schema,
         const char *table,
         sqlite3_int64 old_key,
         sqlite3_int64 new_key)
{
  gint64 from = now ();

  hook (data, db, operation, schema, table, old_key, new_key);
  hook_ns += now () - from;
  hook_calls++;
}

void *
sqlite3_preupdate_hook (sqlite3 *db, Hook callback, void *data)
{
  static void *(*next) (sqlite3 *, Hook, void *);

  if (next == NULL)
    next = (void *(*)(sqlite3 *, Hook, void *))dlsym (RTLD_NEXT, "sqlite3_preupdate_hook");
  hook = callback;
  return next (db, callback != NULL ? hook_cb : NULL, data);
}

int
sqlite3_step (sqlite3_stmt *statement)
{
  static int (*next) (sqlite3_stmt *);
  gint64 from;
  gint64 before;
  int result;
  Bucket *bucket;

  if (next == NULL)
    next = (int (*) (sqlite3_stmt *))dlsym (RTLD_NEXT, "sqlite3_step");
  if (depth > 0)
    return next (statement);
  bucket = bucket_of (statement, sqlite3_sql (statement));
  before = hook_ns;
  from = now ();
  depth++;
  result = next (statement);
  depth--;
  from = now () - from;
  sqlite_ns += from;
  bucket->ns += from - (hook_ns - before);
  bucket->calls++;
  return result;
}

int
sqlite3_finalize (sqlite3_stmt *statement)
{
  static int (*next) (sqlite3_stmt *);

  if (next == NULL)
    next = (int (*) (sqlite3_stmt *))dlsym (RTLD_NEXT, "sqlite3_finalize");
  if (depth == 0 && known != NULL)
    g_hash_table_remove (known, statement);
  return next (statement);
}

int
sqlite3_exec (sqlite3 *db,
              const char *sql,
              int (*callback) (void *, int, char **, char **),
              void *data,
              char **message)
{
  static int (*next) (sqlite3 *, const char *, int (*) (void *, int, char **, char **), void *,
                      char **);
  gint64 from;
  gint64 before = hook_ns;
  Bucket *bucket;
  int result;

  if (next == NULL)
    next = (__typeof__ (next))dlsym (RTLD_NEXT, "sqlite3_exec");
  if (depth > 0)
    return next (db, sql, callback, data, message);
  bucket = bucket_of (NULL, sql);
  from = now ();
  depth++;
  result = next (db, sql, callback, data, message);
  depth--;
  from = now () - from;
  sqlite_ns += from;
  bucket->ns += from - (hook_ns - before);
  bucket->calls++;
  return result;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Bucket *one = *(Bucket *const *)a;
  const Bucket *two = *(Bucket *const *)b;

  return (one->ns < two->ns) - (one->ns > two->ns);
}

__attribute__ ((destructor)) static void
finish (void)
{
  const char *path = g_getenv ("PV_TAP_SQLITE");
  FILE *out = path != NULL ? fopen (path, "w") : NULL;
  gint64 total = now () - begun;
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer bucket;

  if (out == NULL)
    return;
  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    g_ptr_array_add (sorted, bucket);
  g_ptr_array_sort (sorted, compare);
  fprintf (
      out,
      "{\"seconds\": %.4f, \"outside SQLite\": %.4f, \"history hook\": %.4f, \"rows seen by the "
      "hook\": %" G_GINT64_FORMAT ", \"statements\": [",
      (double)total / 1e9, (double)(total - sqlite_ns) / 1e9, (double)hook_ns / 1e9, hook_calls);
  for (guint i = 0; i < MIN (sorted->len, 25); i++)
    {
      const Bucket *one = g_ptr_array_index (sorted, i);

      fprintf (out, "%s{\"sql\": \"%s\", \"seconds\": %.4f, \"steps\": %" G_GINT64_FORMAT "}",
               i > 0 ? ", " : "", one->name, (double)one->ns / 1e9, one->calls);
    }
  fprintf (out, "]}\n");
  fclose (out);
}
