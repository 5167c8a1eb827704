/* db-fixture.h: small programme files for the tests of src/db
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db-private.h"
#include "pv-migrator.h"
#include "pv-transaction.h"

G_BEGIN_DECLS

/* A folder of its own with a file of a small schema: parent, enfant and ligne,
 * total_parent kept by triggers, and a search index. */
typedef struct
{
  char *folder;
  char *path;
  PvClock *clock;
  PvDb *db;
} DbFixture;

void db_fixture_set_up (DbFixture *self, gconstpointer data);
void db_fixture_tear_down (DbFixture *self, gconstpointer data);

/* The scripts of the small schema, up to @version (1 or 2). */
PvMigrator *db_fixture_new_migrator (int version);

PvDb *db_fixture_open (DbFixture *self, PvDbOpenMode mode, GError **error);
void db_fixture_close (DbFixture *self);

/* In a transaction of the open connection. */
void db_fixture_write (DbFixture *self, const char *action, const char *sql);
gint64 db_fixture_query (DbFixture *self, const char *sql);

/* As another programme would. */
void db_fixture_write_outside (const char *path, const char *sql);

/* Every row of the business tables but revisions, as one text. */
char *db_fixture_dump (DbFixture *self);

G_END_DECLS
