/* pv-history-event.h: what happened to a row and to the rows that are its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-history.h"

G_BEGIN_DECLS

/**
 * PvHistoryScope:
 * @table: a table
 * @column: the column of it that names what its rows belong to; %NULL: the root itself
 * @of: (nullable): the table that @column refers to when it is not the root's
 *
 * Which rows belong to a row. The root's scope comes first.
 */
typedef struct
{
  const char *table;
  const char *column;
  const char *of;
} PvHistoryScope;

/**
 * PvHistoryValue:
 * @before, @after: (nullable): texts, decimal integers; %NULL: not known, or not kept
 *
 * A column that changed; of a deleted row, all that were known.
 */
typedef struct
{
  char *column;
  char *before;
  char *after;
} PvHistoryValue;

typedef enum
{
  PV_HISTORY_INSERTED,
  PV_HISTORY_UPDATED,
  PV_HISTORY_DELETED,
} PvHistoryOperation;

/**
 * PvHistoryChange:
 * @values: (element-type PvHistoryValue): empty for an insertion
 */
typedef struct
{
  char *table;
  gint64 key;
  PvHistoryOperation operation;
  GPtrArray *values;
} PvHistoryChange;

/**
 * PvHistoryEvent:
 * @changes: (element-type PvHistoryChange): to the rows that were asked
 */
typedef struct
{
  PvHistoryGroup *group;
  GPtrArray *changes;
} PvHistoryEvent;

/**
 * pv_history_list_events:
 * @scopes: (array length=n)
 * @root: key of the first scope's row
 * @limit: at most so many actions
 *
 * The actions that touched a row or its own, deleted ones included, newest first.
 *
 * Returns: (transfer full) (element-type PvHistoryEvent)
 */
GPtrArray *pv_history_list_events (PvDb *db,
                                   const PvHistoryScope *scopes,
                                   gsize n,
                                   gint64 root,
                                   guint limit,
                                   GError **error);

G_END_DECLS
