/* pv-migrator.h: from an empty or older file to the current schema
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvMigrator:
 *
 * The numbered scripts that make the schema, in the order of their numbers,
 * which are 1, 2, 3… A script never changes once a release had it.
 */
typedef struct _PvMigrator PvMigrator;

/* The scripts of src/db/sql, embedded in the programme. */
PvMigrator *pv_migrator_new (void);

/**
 * pv_migrator_new_from_scripts:
 * @names: (array zero-terminated=1): as `0001-programme.sql`, in any order
 * @scripts: (array zero-terminated=1): their SQL
 */
PvMigrator *pv_migrator_new_from_scripts (const char *const *names, const char *const *scripts);

void pv_migrator_free (PvMigrator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvMigrator, pv_migrator_free)

/* The version of a file after the last script. */
int pv_migrator_get_version (PvMigrator *self);

/* The SQL of the script that leads to @version, from 1. */
const char *pv_migrator_get_script (PvMigrator *self, int version);

/**
 * pv_migrator_run:
 * @db: a connection whose schema was checked, or that of an empty file
 *
 * Runs the scripts the file lacks, renews the seals of the tables and commits
 * all of it at once with the new version.
 */
gboolean pv_migrator_run (PvMigrator *self, PvDb *db, GError **error);

/**
 * pv_migrator_is_schema:
 *
 * Returns: whether the file has, to the letter, the schema that all the scripts
 *   make, by the digest written down while Progville was built; %FALSE also
 *   when another version of SQLite wrote a space elsewhere
 */
gboolean pv_migrator_is_schema (PvMigrator *self, PvDb *db);

/**
 * pv_migrator_check_schema:
 * @version: the version that the file says it is at
 *
 * Compares every object of the file's schema with what the scripts up to
 * @version make, before any trigger or view of it could run. A file whose
 * digest is known is not compared object by object.
 *
 * Returns: %FALSE with PV_DB_ERROR_CORRUPT, the message naming the object
 */
gboolean pv_migrator_check_schema (PvMigrator *self, PvDb *db, int version, GError **error);

G_END_DECLS
