/* pv-test-table.h: opens what a test wrote, and shows rows as one text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "table/pv-table-header.h"

G_BEGIN_DECLS

/* A folder of the test, removed with what it holds when it goes out of scope. */
typedef char *PvTestDir;

PvTestDir pv_test_dir_new (void);
void pv_test_dir_remove (PvTestDir dir);

/* Writes @length bytes (-1: a string) as @name in @dir, and opens it. */
PvTable *pv_test_table_open (const char *dir, const char *name, const char *bytes, gssize length);

/* What opening then reading every row fails with; NULL when all is read. */
GError *pv_test_table_read_all (const char *path, guint *n_rows);

/* The rows of the current sheet: `1:a|b` and a line break each. The kind of a
 * cell that is no text comes before it: `#` number, `?` boolean, `@` date, `!`
 * error. */
char *pv_test_table_dump (PvTable *table);

/* The file of the public data, or NULL after skipping the test. */
char *pv_test_shared_file (const char *name);

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (PvTestDir, pv_test_dir_remove, NULL)

G_END_DECLS
