/* pv-history-check.h: can a group still be undone
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-history-private.h"

G_BEGIN_DECLS

/* One entry of the history, as read. */
typedef struct
{
  gint64 id;
  const char *table;
  gint64 first;
  gint64 last;
  const char *operation;
  const char *before; /* JSON */
  const char *after;
  const char *hash;
} PvHistoryEntry;

/* The entries of the group :id, the last one first. */
#define PV_HISTORY_ENTRIES_BACK                                                                    \
  "SELECT id, nom_table, cle, cle_fin, operation, avant, apres, empreinte"                         \
  "  FROM historique_entree WHERE groupe_id = :id ORDER BY id DESC"

void pv_history_entry_read (PvHistoryEntry *self, PvStatement *statement);

/**
 * pv_history_check_undo:
 * @tables: the journaled tables
 *
 * Goes back through the group in memory: what it left must be what is there.
 *
 * Returns: %FALSE with PV_DB_ERROR_CONFLICT, or another error
 */
gboolean pv_history_check_undo (PvDb *db, gint64 group, GHashTable *tables, GError **error);

/* Sets the conflict over the rows of keys @first to @last, with the later
 * action that touched them. */
void pv_history_set_conflict (PvDb *db,
                              gint64 group,
                              const char *table,
                              gint64 first,
                              gint64 last,
                              GError **error);

G_END_DECLS
