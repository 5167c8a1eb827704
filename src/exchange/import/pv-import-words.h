/* pv-import-words.h: what an import changes, in words for the user
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "pv-field.h"

G_BEGIN_DECLS

/* The field that is kept in that column, %PV_N_FIELDS: none of its own. */
PvFieldId pv_import_find_field (const char *table, const char *column);

/**
 * pv_import_column_to_words:
 * @column: a column of @table, `*` for its rows as a whole
 *
 * Returns: (transfer none): its name, in the language of the session
 */
const char *pv_import_column_to_words (const char *table, const char *column);

/* What stands behind a value: they are aligned to the right, as amounts are. */
gboolean pv_import_column_is_number (const char *column);

/**
 * pv_import_value_to_words:
 * @db: where the rows that a key names are looked up
 * @value: (nullable): as kept (cents, basis points, ISO dates, ids, keys)
 *
 * Returns: (transfer full) (nullable): as it is read: `12 500 €`, `31/12/2026`,
 *   `reconduction`, a name; %NULL for nothing, and for the key of a row that is not there
 */
char *pv_import_value_to_words (PvDb *db, const char *table, const char *column, const char *value);

/* The name of the row of that key, in a table that others refer to by @column. */
char *pv_import_key_to_words (PvDb *db, const char *column, gint64 key);

G_END_DECLS
