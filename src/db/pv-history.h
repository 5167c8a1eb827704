/* pv-history.h: who changed what, when; undo; the seal
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvHistoryGroup:
 *
 * One user action: one transaction.
 */
typedef struct
{
  gint64 id;
  char *at;         /* UTC instant */
  char *agent;      /* (nullable) */
  char *action;     /* id of the action */
  char *label;      /* (nullable) in words */
  gint64 undoes;    /* the group it undid, or PV_INT_NULL */
  gint64 undone_by; /* the group that undid it, or PV_INT_NULL */
} PvHistoryGroup;

void pv_history_group_free (PvHistoryGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvHistoryGroup, pv_history_group_free)

/**
 * pv_history_last_undoable:
 *
 * Returns: (transfer full) (nullable): what Ctrl+Z would undo: the last group
 *   that is neither undone nor itself an undo; %NULL without error: nothing
 */
PvHistoryGroup *pv_history_last_undoable (PvDb *db, GError **error);

/* The key of the last group, 0 when there is none: tells whether something changed. */
gint64 pv_history_last_group (PvDb *db);

/* What Ctrl+Shift+Z would redo: the last undo with no action after it. */
PvHistoryGroup *pv_history_last_redoable (PvDb *db, GError **error);

/**
 * pv_history_undo:
 * @group: any group, an undo (then it is a redo) or not
 *
 * Writes the inverse of @group as a new group, of action "undo" or "redo" and
 * with the label of what it undoes; no transaction may be open. When a row was changed since by
 * a group that still stands, nothing is written: PV_DB_ERROR_CONFLICT, and the
 * message names the table, the row and the action in the way.
 *
 * Returns: the new group's id, or 0 with an error
 */
gint64 pv_history_undo (PvDb *db, gint64 group, GError **error);

typedef void (*PvHistoryGroupFunc) (const PvHistoryGroup *group, gpointer user_data);

/* The last @limit groups of the file, newest first. */
gboolean pv_history_foreach_last_group (PvDb *db,
                                        guint limit,
                                        PvHistoryGroupFunc func,
                                        gpointer user_data,
                                        GError **error);

/* Groups that touched a row (timeline of a dossier asks for its rows), newest first. */
gboolean pv_history_foreach_group_of_row (PvDb *db,
                                          const char *table,
                                          gint64 key,
                                          PvHistoryGroupFunc func,
                                          gpointer user_data,
                                          GError **error);

/**
 * pv_history_imported_value:
 * @column: a column of @table
 * @value: (out) (transfer full) (nullable): the text of the value that the
 *   last group whose action is "import" left there, when an agent changed it since
 *
 * Tells an import whether an agent edited a field since it was last imported:
 * since the last import, not undone, that wrote this column of the row (an
 * insertion writes them all). A field that was set back is not edited, nor is
 * any of a row that no import made or wrote.
 *
 * Returns: %TRUE when the column was changed since by another action
 */
gboolean pv_history_imported_value (PvDb *db,
                                    const char *table,
                                    gint64 key,
                                    const char *column,
                                    char **value,
                                    GError **error);

/**
 * pv_history_verify:
 * @problems: (out) (transfer full): one sentence each, empty when all holds
 *
 * Recomputes the chain of groups and the seal of every table: a row changed,
 * added or removed outside the application is found, with its table.
 */
gboolean pv_history_verify (PvDb *db, GPtrArray **problems, GError **error);

/**
 * pv_history_digest:
 *
 * Returns: (transfer full): SHA-256 (hexadecimal) over the business rows,
 *   recomputed; history, revisions and kept totals are left out, so that
 *   doing and undoing gives the same digest
 */
char *pv_history_digest (PvDb *db, GError **error);

G_END_DECLS
