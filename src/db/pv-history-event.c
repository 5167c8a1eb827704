/* pv-history-event.c: what happened to a row and to the rows that are its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-history-event.h"

#include "pv-history-private.h"
#include "pv-statement.h"

static void
value_free (gpointer data)
{
  PvHistoryValue *self = data;

  g_free (self->column);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
change_free (gpointer data)
{
  PvHistoryChange *self = data;

  g_free (self->table);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static void
event_free (gpointer data)
{
  PvHistoryEvent *self = data;

  pv_history_group_free (self->group);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* --- the query --------------------------------------------------------------------- */

/* Keys are used again once the last row of a table is deleted: a row's own entries
 * are those since the last deletion of its key, a deleted row's those before. */
static void
append_deletion (GString *sql, const char *table, const char *key, const char *limit)
{
  g_string_append_printf (sql,
                          "COALESCE((SELECT MAX(s.id) FROM historique_entree s"
                          " WHERE s.nom_table = '%s' AND s.cle = %s"
                          " AND s.operation = 'suppression'%s), 0)",
                          table, key, limit);
}

static void
append_condition (GString *sql, const PvHistoryScope *scope, const char *root, const char *value)
{
  if (scope->of == NULL)
    g_string_append_printf (sql, "%s = :id", value);
  else
    g_string_append_printf (sql, "%s IN (SELECT id FROM \"%s\" WHERE \"%s\" = :id)", value,
                            scope->of, root);
}

/* The rows that are there, and those that were deleted. */
static void
append_scope (GString *sql, const PvHistoryScope *scope, const char *root)
{
  g_autofree char *was = g_strdup_printf ("json_extract(e.avant, '$.%s')",
                                          scope->column != NULL ? scope->column : "id");

  g_string_append_printf (sql, "SELECT '%s', t.id, ", scope->table);
  append_deletion (sql, scope->table, "t.id", "");
  g_string_append_printf (sql, ", 9223372036854775807 FROM \"%s\" t WHERE ", scope->table);
  if (scope->column == NULL)
    g_string_append (sql, "t.id = :id");
  else
    {
      g_autofree char *column = g_strdup_printf ("t.\"%s\"", scope->column);

      append_condition (sql, scope, root, column);
    }
  g_string_append_printf (sql, " UNION ALL SELECT '%s', e.cle, ", scope->table);
  append_deletion (sql, scope->table, "e.cle", " AND s.id < e.id");
  g_string_append_printf (sql,
                          ", e.id FROM historique_entree e WHERE e.nom_table = '%s'"
                          " AND e.operation = 'suppression' AND ",
                          scope->table);
  if (scope->column == NULL)
    g_string_append (sql, "e.cle = :id");
  else
    append_condition (sql, scope, root, was);
}

static char *
make_query (const PvHistoryScope *scopes, gsize n)
{
  g_autoptr (GString) sql = g_string_new ("WITH ligne (nom, cle, depuis, jusque) AS (");
  const char *columns = "SELECT e.groupe_id, e.id, e.nom_table, l.cle, e.operation, e.avant,"
                        " e.apres FROM ligne l JOIN historique_entree e ON e.nom_table = l.nom";
  const char *bounds = " AND e.id > l.depuis AND e.id <= l.jusque";

  for (gsize i = 0; i < n; i++)
    {
      const char *root = "";

      for (gsize j = 0; scopes[i].of != NULL && j < n; j++)
        if (g_str_equal (scopes[j].table, scopes[i].of))
          root = scopes[j].column;
      g_string_append (sql, i > 0 ? " UNION ALL " : "");
      append_scope (sql, &scopes[i], root);
    }
  g_string_append_printf (sql,
                          ") %s AND e.cle = l.cle%s UNION ALL %s AND e.cle_fin > e.cle"
                          " AND e.cle_fin >= l.cle AND e.cle < l.cle%s ORDER BY 1 DESC, 2",
                          columns, bounds, columns, bounds);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* --- the values ---------------------------------------------------------------------- */

static char *
node_to_text (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void
read_values (PvHistoryChange *change, const char *before_json, const char *after_json)
{
  g_autoptr (JsonNode) before = before_json != NULL ? json_from_string (before_json, NULL) : NULL;
  g_autoptr (JsonNode) after = after_json != NULL ? json_from_string (after_json, NULL) : NULL;
  JsonObject *now =
      after != NULL && JSON_NODE_HOLDS_OBJECT (after) ? json_node_get_object (after) : NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (before == NULL || !JSON_NODE_HOLDS_OBJECT (before))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (before));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      PvHistoryValue *value = g_new0 (PvHistoryValue, 1);

      value->column = g_strdup (name);
      value->before = node_to_text (node);
      if (now != NULL && json_object_has_member (now, name))
        value->after = node_to_text (json_object_get_member (now, name));
      g_ptr_array_add (change->values, value);
    }
}

static PvHistoryChange *
read_change (PvStatement *row)
{
  PvHistoryChange *change = g_new0 (PvHistoryChange, 1);
  const char *operation = pv_statement_get_text (row, 4);

  change->table = pv_statement_dup_text (row, 2);
  change->key = pv_statement_get_int (row, 3);
  change->values = g_ptr_array_new_with_free_func (value_free);
  change->operation = g_str_equal (operation, PV_HISTORY_INSERT)   ? PV_HISTORY_INSERTED
                      : g_str_equal (operation, PV_HISTORY_DELETE) ? PV_HISTORY_DELETED
                                                                   : PV_HISTORY_UPDATED;
  if (change->operation != PV_HISTORY_INSERTED)
    read_values (change, pv_statement_get_text (row, 5), pv_statement_get_text (row, 6));

  return change;
}

static gboolean
load_groups (PvDb *db, GPtrArray *events, GArray *groups, GError **error)
{
  for (guint i = 0; i < events->len; i++)
    {
      PvHistoryEvent *event = g_ptr_array_index (events, i);

      event->group = pv_history_load_group (db, g_array_index (groups, gint64, i), error);
      if (event->group == NULL ||
          !pv_history_find_undone_by (db, event->group->id, &event->group->undone_by, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
pv_history_list_events (PvDb *db,
                        const PvHistoryScope *scopes,
                        gsize n,
                        gint64 root,
                        guint limit,
                        GError **error)
{
  g_autofree char *sql = make_query (scopes, n);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  PvHistoryEvent *event = NULL;
  PvStep step = PV_STEP_ERROR;

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail (n > 0, NULL);

  {
    g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, error);

    if (statement == NULL)
      return NULL;
    pv_statement_bind_int (statement, ":id", root);
    while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
      {
        gint64 group = pv_statement_get_int (statement, 0);

        if (groups->len == 0 || g_array_index (groups, gint64, groups->len - 1) != group)
          {
            if (events->len == limit)
              {
                step = PV_STEP_DONE;
                break;
              }
            event = g_new0 (PvHistoryEvent, 1);
            event->changes = g_ptr_array_new_with_free_func (change_free);
            g_ptr_array_add (events, event);
            g_array_append_val (groups, group);
          }
        g_ptr_array_add (event->changes, read_change (statement));
      }
  }

  return step == PV_STEP_DONE && load_groups (db, events, groups, error) ? g_steal_pointer (&events)
                                                                         : NULL;
}
