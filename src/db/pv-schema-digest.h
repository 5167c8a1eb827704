/* pv-schema-digest.h: a schema in one line
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The rows that are a schema: all but the two tables ANALYZE makes, known by
 * their whole text, for a trigger may take any name, or none. */
#define PV_SCHEMA_ROWS                                                                             \
  " FROM sqlite_schema WHERE (sql IN ('CREATE TABLE sqlite_stat1(tbl,idx,stat)',"                  \
  " 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)')) IS NOT TRUE"

/**
 * pv_schema_digest:
 * @handle: nothing of its schema is run, only read
 *
 * Returns: (transfer full) (nullable): SHA-256, in hexadecimal, of every
 *   object of the schema to the letter, but for what ANALYZE keeps; %NULL when
 *   it cannot be read
 */
char *pv_schema_digest (sqlite3 *handle);

G_END_DECLS
