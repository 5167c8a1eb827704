/* pv-history-private.h: the chain and the seals, for the files of src/db
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-history.h"
#include "pv-journal-table.h"

G_BEGIN_DECLS

/* What the first group of a file is chained to. */
#define PV_HISTORY_ORIGIN "0000000000000000000000000000000000000000000000000000000000000000"

/* Of the groups written by migrations: they hold seals and no entry. */
#define PV_HISTORY_MIGRATION "migration"

#define PV_HISTORY_INSERT "insertion"
#define PV_HISTORY_UPDATE "modification"
#define PV_HISTORY_DELETE "suppression"

/* name → PvSeal of every journaled table, from its rows, or as kept. */
GHashTable *pv_history_compute_seals (PvDb *db, GError **error);
GHashTable *pv_history_read_seals (PvDb *db, GError **error);

/* JSON of name → seal, in the order of names. */
char *pv_history_format_seals (GHashTable *seals);

gboolean pv_history_write_seal (PvDb *db, const char *table, const PvSeal *seal, GError **error);

/**
 * pv_history_seal_group:
 * @seals: (nullable): JSON of the tables the group touched
 *
 * Ends a group whose row and entries are written: chains it to the one before.
 */
gboolean pv_history_seal_group (PvDb *db, gint64 group, const char *seals, GError **error);

/* The hash of a group as its row and its entries are now. */
char *pv_history_hash_group (PvDb *db, gint64 group, const char *previous, GError **error);

PvHistoryGroup *pv_history_load_group (PvDb *db, gint64 group, GError **error);

/* The group that undid @group and stands itself, or PV_INT_NULL. */
gboolean pv_history_find_undone_by (PvDb *db, gint64 group, gint64 *undone_by, GError **error);

/* 0 for an action, 1 for its undo, 2 for the redo of that… */
gboolean pv_history_count_turns (PvDb *db, gint64 group, guint *turns, GError **error);

/**
 * pv_history_collect_outside_changes:
 *
 * Returns: (transfer full): name → what the kept seal of the table has more
 *   than its rows: zero unless the file was changed by another programme
 */
GHashTable *pv_history_collect_outside_changes (PvDb *db, GError **error);

/**
 * pv_history_renew_seals:
 * @outside: (nullable): as above, from before the migration. It is carried
 *   over: a migration does not hide a change made outside.
 */
gboolean pv_history_renew_seals (PvDb *db, GHashTable *outside, GError **error);

G_END_DECLS
