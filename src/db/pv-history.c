/* pv-history.c: who changed what, when
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-history.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "pv-history-private.h"

#define GROUP_COLUMNS "id, fait_le, agent, action, libelle, annule_groupe_id"

/* The action under which imports are recorded. */
#define ACTION_IMPORT "import"

/* Entries of the row :cle of :nom: its own, and the runs it was inserted in. */
#define ENTRIES_OF_ROW                                                                             \
  "SELECT id, groupe_id, operation, avant, apres FROM historique_entree"                           \
  " WHERE nom_table = :nom AND cle = :cle"                                                         \
  " UNION ALL "                                                                                    \
  "SELECT id, groupe_id, operation, avant, apres FROM historique_entree"                           \
  " WHERE nom_table = :nom AND cle_fin > cle AND cle_fin >= :cle AND cle < :cle"

void
pv_history_group_free (PvHistoryGroup *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->agent);
  g_free (self->action);
  g_free (self->label);
  g_free (self);
}

/* Groups that undid @group, the last one first; an error gives NULL. */
static GArray *
read_undos (PvDb *db, gint64 group, GError **error)
{
  static const char query[] =
      "SELECT id FROM historique_groupe WHERE annule_groupe_id = :id ORDER BY id DESC";
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  if (statement == NULL)
    return NULL;
  pv_statement_bind_int (statement, ":id", group);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == PV_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* An undo may itself be undone: then what it undid stands again. */
gboolean
pv_history_find_undone_by (PvDb *db, gint64 group, gint64 *undone_by, GError **error)
{
  g_autoptr (GArray) ids = read_undos (db, group, error);

  *undone_by = PV_INT_NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gint64 by = PV_INT_NULL;

      if (!pv_history_find_undone_by (db, id, &by, error))
        return FALSE;
      if (by == PV_INT_NULL)
        {
          *undone_by = id;
          return TRUE;
        }
    }
  return ids != NULL;
}

static PvHistoryGroup *
read_group (PvDb *db, PvStatement *statement, GError **error)
{
  g_autoptr (PvHistoryGroup) self = g_new0 (PvHistoryGroup, 1);

  self->id = pv_statement_get_int (statement, 0);
  self->at = pv_statement_dup_text (statement, 1);
  self->agent = pv_statement_dup_text (statement, 2);
  self->action = pv_statement_dup_text (statement, 3);
  self->label = pv_statement_dup_text (statement, 4);
  self->undoes = pv_statement_get_int (statement, 5);
  if (!pv_history_find_undone_by (db, self->id, &self->undone_by, error))
    return NULL;
  return g_steal_pointer (&self);
}

PvHistoryGroup *
pv_history_load_group (PvDb *db, gint64 group, GError **error)
{
  static const char query[] = "SELECT " GROUP_COLUMNS " FROM historique_groupe WHERE id = :id";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  if (statement == NULL)
    return NULL;
  pv_statement_bind_int (statement, ":id", group);
  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ROW)
    return read_group (db, statement, error);
  if (step == PV_STEP_DONE)
    g_set_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED, _ ("the history has no action %" PRId64),
                 group);
  return NULL;
}

/* 0 for an action, 1 for its undo, 2 for the redo of that… */
gboolean
pv_history_count_turns (PvDb *db, gint64 group, guint *turns, GError **error)
{
  static const char query[] = "SELECT annule_groupe_id FROM historique_groupe WHERE id = :id";

  *turns = 0;
  while (TRUE)
    {
      g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
      PvStep step = PV_STEP_ERROR;

      if (statement == NULL)
        return FALSE;
      pv_statement_bind_int (statement, ":id", group);
      step = pv_statement_step (statement, error);
      if (step == PV_STEP_ERROR)
        return FALSE;
      if (step == PV_STEP_DONE || pv_statement_is_null (statement, 0))
        return TRUE;
      group = pv_statement_get_int (statement, 0);
      (*turns)++;
    }
}

typedef enum
{
  FIND_UNDOABLE,
  FIND_REDOABLE,
} Find;

/*
 * From the last group back: an undo comes after what it undoes, so that what
 * no later standing group undoes stands. The first standing action is what
 * would be undone; a standing undo met before it is what would be redone.
 */
static gboolean
find_group (PvDb *db, Find what, gint64 *found, GError **error)
{
  static const char query[] =
      "SELECT id, annule_groupe_id, action FROM historique_groupe ORDER BY id DESC";
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  *found = PV_INT_NULL;
  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (statement, 0);
      gint64 target = pv_statement_get_int (statement, 1);
      guint turns = 0;

      if (g_hash_table_contains (undone, &id) ||
          g_str_equal (pv_statement_get_text (statement, 2), PV_HISTORY_MIGRATION))
        continue;
      if (target == PV_INT_NULL)
        {
          if (what == FIND_UNDOABLE)
            *found = id;
          return TRUE;
        }
      if (what == FIND_REDOABLE && !pv_history_count_turns (db, id, &turns, error))
        return FALSE;
      if (turns % 2 == 1)
        {
          *found = id;
          return TRUE;
        }
      g_hash_table_add (undone, g_memdup2 (&target, sizeof target));
    }
  return step == PV_STEP_DONE;
}

static PvHistoryGroup *
load_found (PvDb *db, Find what, GError **error)
{
  gint64 group = PV_INT_NULL;

  if (!find_group (db, what, &group, error) || group == PV_INT_NULL)
    return NULL;
  return pv_history_load_group (db, group, error);
}

PvHistoryGroup *
pv_history_last_undoable (PvDb *db, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), NULL);

  return load_found (db, FIND_UNDOABLE, error);
}

PvHistoryGroup *
pv_history_last_redoable (PvDb *db, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), NULL);

  return load_found (db, FIND_REDOABLE, error);
}

gint64
pv_history_last_group (PvDb *db)
{
  gint64 id = PV_INT_NULL;

  g_return_val_if_fail (PV_IS_DB (db), 0);

  if (!pv_db_query_int (db, "SELECT MAX (id) FROM historique_groupe", &id, NULL))
    return 0;

  return id != PV_INT_NULL ? id : 0;
}

gboolean
pv_history_foreach_last_group (PvDb *db,
                               guint limit,
                               PvHistoryGroupFunc func,
                               gpointer user_data,
                               GError **error)
{
  static const char query[] =
      "SELECT " GROUP_COLUMNS " FROM historique_groupe ORDER BY id DESC LIMIT :limite";
  g_autoptr (PvStatement) statement = NULL;
  PvStep step = PV_STEP_ERROR;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  statement = pv_db_prepare (db, query, error);
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":limite", limit);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      g_autoptr (PvHistoryGroup) group = read_group (db, statement, error);

      if (group == NULL)
        return FALSE;
      func (group, user_data);
    }
  return step == PV_STEP_DONE;
}

gboolean
pv_history_foreach_group_of_row (PvDb *db,
                                 const char *table,
                                 gint64 key,
                                 PvHistoryGroupFunc func,
                                 gpointer user_data,
                                 GError **error)
{
  static const char query[] =
      "SELECT " GROUP_COLUMNS " FROM historique_groupe"
      " WHERE id IN (SELECT groupe_id FROM (" ENTRIES_OF_ROW ")) ORDER BY id DESC";
  g_autoptr (PvStatement) statement = NULL;
  PvStep step = PV_STEP_ERROR;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (table != NULL && func != NULL, FALSE);

  statement = pv_db_prepare (db, query, error);
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":nom", table);
  pv_statement_bind_int (statement, ":cle", key);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      g_autoptr (PvHistoryGroup) group = read_group (db, statement, error);

      if (group == NULL)
        return FALSE;
      func (group, user_data);
    }
  return step == PV_STEP_DONE;
}

static char *
format_value (const PvValue *value)
{
  switch (value->type)
    {
    case SQLITE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case SQLITE_FLOAT:
      {
        g_autofree char *buffer = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);

        return g_strdup (g_ascii_dtostr (buffer, G_ASCII_DTOSTR_BUF_SIZE, value->real));
      }
    case SQLITE_TEXT:
      return g_strndup (value->data, value->size);
    default:
      return NULL;
    }
}

/* Whether @json (nullable) has @column; its value goes to @value. */
static gboolean
read_member (const char *json, const char *column, PvValue *value)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object = NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);
  if (!json_object_has_member (object, column))
    return FALSE;
  pv_value_clear (value);
  pv_value_from_json (value, json_object_get_member (object, column));
  return TRUE;
}

/* Returns: whether the row is there and its column no longer is @value */
static gboolean
differs_now (PvDb *db,
             const char *table,
             gint64 key,
             const char *column,
             const PvValue *value,
             gboolean *differs,
             GError **error)
{
  g_autofree char *query =
      g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = :id", column, table);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  *differs = FALSE;
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_int (statement, ":id", key);
  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ROW)
    {
      PvValue now = { 0 };

      pv_value_read_column (&now, pv_statement_get_handle (statement), 0);
      *differs = !pv_value_equal (&now, value);
    }
  return step != PV_STEP_ERROR;
}

/* Back in time, over the actions that stand, until the import that last wrote
 * the column: what the first change after it found there is what it left. */
static gboolean
find_imported (PvDb *db,
               const char *table,
               gint64 key,
               const char *column,
               PvValue *value,
               gboolean *changed,
               GError **error)
{
  static const char query[] =
      "SELECT e.operation, e.avant, e.apres, g.action, g.id"
      "  FROM (" ENTRIES_OF_ROW ") AS e JOIN historique_groupe AS g ON g.id = e.groupe_id"
      " WHERE g.annule_groupe_id IS NULL ORDER BY e.id DESC";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  gboolean edited = FALSE;
  PvStep step = PV_STEP_ERROR;

  *changed = FALSE;
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":nom", table);
  pv_statement_bind_int (statement, ":cle", key);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gboolean update = g_str_equal (pv_statement_get_text (statement, 0), PV_HISTORY_UPDATE);
      const char *before = pv_statement_get_text (statement, 1);
      const char *after = pv_statement_get_text (statement, 2);
      gint64 undone_by = PV_INT_NULL;
      PvValue left = { .type = SQLITE_NULL };
      gboolean touches = !update || read_member (after, column, &left);

      pv_value_clear (&left);
      if (!touches)
        continue;
      if (!pv_history_find_undone_by (db, pv_statement_get_int (statement, 4), &undone_by, error))
        return FALSE;
      if (undone_by != PV_INT_NULL)
        continue;
      if (g_str_equal (pv_statement_get_text (statement, 3), ACTION_IMPORT))
        {
          *changed = edited;
          return TRUE;
        }
      if (!update) /* the row is not an import's */
        return TRUE;
      edited = read_member (before, column, value);
    }
  return step == PV_STEP_DONE;
}

gboolean
pv_history_imported_value (PvDb *db,
                           const char *table,
                           gint64 key,
                           const char *column,
                           char **value,
                           GError **error)
{
  PvValue imported = { .type = SQLITE_NULL };
  gboolean changed = FALSE;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (table != NULL && column != NULL && value != NULL, FALSE);

  *value = NULL;
  if (!find_imported (db, table, key, column, &imported, &changed, error) ||
      (changed && !differs_now (db, table, key, column, &imported, &changed, error)))
    changed = FALSE;
  if (changed)
    *value = format_value (&imported);
  pv_value_clear (&imported);
  return changed;
}

char *
pv_history_digest (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) seals = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer seal;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  seals = pv_history_compute_seals (db, error);
  if (seals == NULL)
    return NULL;
  /* An empty table is as one that is not there yet. */
  g_hash_table_iter_init (&iter, seals);
  while (g_hash_table_iter_next (&iter, NULL, &seal))
    if (pv_seal_is_zero (seal))
      g_hash_table_iter_remove (&iter);
  text = pv_history_format_seals (seals);
  g_checksum_update (checksum, (const guchar *)text, -1);
  return g_strdup (g_checksum_get_string (checksum));
}
