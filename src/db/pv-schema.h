/* pv-schema.h: is the schema of a file the one we wrote
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db-private.h"

G_BEGIN_DECLS

/**
 * pv_schema_compare:
 * @reference: a database built from our scripts
 *
 * Returns: %FALSE with PV_DB_ERROR_CORRUPT naming the first object of the file
 *   that is foreign, missing or different
 */
gboolean pv_schema_compare (PvDb *db, sqlite3 *reference, GError **error);

/**
 * pv_schema_normalise:
 *
 * Returns: (transfer full): @sql without comments, its runs of spaces as one
 */
char *pv_schema_normalise (const char *sql);

G_END_DECLS
