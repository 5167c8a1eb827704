/* pv-journal-table.h: a table whose changes are kept in the history
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-seal.h"
#include "pv-value.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  guint8 tag[4]; /* stands for the name in what is hashed */
} PvJournalColumn;

/**
 * PvJournalTable:
 *
 * Every table but those that are derived or are the history itself. Its key
 * is `id INTEGER PRIMARY KEY`. Its column `revision`, when there is one, counts
 * changes and is no content: it is left out of hashes and entries.
 */
typedef struct
{
  char *name;
  PvJournalColumn *columns;
  int n_columns;
  int revision;     /* index of that column, or -1 */
  char *select_all; /* every row by key */
  char *select_run; /* rows of keys ?1 to ?2 */
} PvJournalTable;

/* What the rules of derived tables say of a name: see pv-journal-table.c. */
gboolean pv_journal_table_is_derived (const char *name);

/**
 * pv_journal_tables_load:
 *
 * Returns: (transfer full): name → #PvJournalTable
 */
GHashTable *pv_journal_tables_load (PvDb *db, GError **error);

int pv_journal_table_find_column (const PvJournalTable *self, const char *name);

/**
 * PvRowHasher:
 *
 * Hashes rows one after the other with the same buffers.
 */
typedef struct
{
  GByteArray *bytes;
} PvRowHasher;

void pv_row_hasher_init (PvRowHasher *self);
void pv_row_hasher_clear (PvRowHasher *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvRowHasher, pv_row_hasher_clear)

/* The values of one row, in the order of the table's columns. */
void pv_row_hasher_begin (PvRowHasher *self, const PvJournalTable *table);
void pv_row_hasher_add (PvRowHasher *self,
                        const PvJournalTable *table,
                        int column,
                        const PvValue *value);
void pv_row_hasher_end (PvRowHasher *self, PvSeal *hash);

/* The current row of a statement that selects all columns in order. */
void pv_row_hasher_hash_row (PvRowHasher *self,
                             const PvJournalTable *table,
                             sqlite3_stmt *statement,
                             PvSeal *hash);

G_END_DECLS
