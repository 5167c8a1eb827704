/* pv-history-verify.c: was the file changed outside the application
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "pv-history-private.h"

typedef struct
{
  PvDb *db;
  GPtrArray *problems;
  GHashTable *seals; /* name → seal, as the last group that touched it says */
  char *previous;    /* hash of the group before */
} Verify;

static void
verify_clear (Verify *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->seals, g_hash_table_unref);
  g_clear_pointer (&self->previous, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verify, verify_clear)

static void
read_seals_cb (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  Verify *self = user_data;
  PvSeal seal;

  pv_seal_from_hex (&seal, JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL);
  g_hash_table_replace (self->seals, g_strdup (name), g_memdup2 (&seal, sizeof seal));
}

static void
read_seals (Verify *self, const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    json_object_foreach_member (json_node_get_object (root), read_seals_cb, self);
}

/* One finding a group: what follows is chained to what the group says. */
static gboolean
verify_group (Verify *self, PvStatement *statement, GError **error)
{
  gint64 id = pv_statement_get_int (statement, 0);
  const char *before = pv_statement_get_text (statement, 1);
  const char *kept = pv_statement_get_text (statement, 2);
  g_autofree char *hash = pv_history_hash_group (self->db, id, self->previous, error);

  if (hash == NULL)
    return FALSE;
  if (g_strcmp0 (before, self->previous) != 0)
    g_ptr_array_add (
        self->problems,
        g_strdup_printf (_ ("the action %" PRId64
                            " of the history does not follow the one before it: one was removed "
                            "or altered outside Progville"),
                         id));
  else if (g_strcmp0 (hash, kept) != 0)
    g_ptr_array_add (
        self->problems,
        g_strdup_printf (_ ("the action %" PRId64 " of the history was altered outside Progville"),
                         id));
  g_free (self->previous);
  self->previous = g_strdup (kept != NULL ? kept : "");
  read_seals (self, pv_statement_get_text (statement, 3));
  return TRUE;
}

static gboolean
verify_chain (Verify *self, GError **error)
{
  static const char query[] = "SELECT id, empreinte_precedente, empreinte, sceaux"
                              "  FROM historique_groupe ORDER BY id";
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, query, error);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    if (!verify_group (self, statement, error))
      return FALSE;
  return step == PV_STEP_DONE;
}

static gboolean
verify_orphans (Verify *self, GError **error)
{
  static const char query[] = "SELECT COUNT(*) FROM historique_entree"
                              " WHERE groupe_id NOT IN (SELECT id FROM historique_groupe)";
  gint64 n = 0;

  if (!pv_db_query_int (self->db, query, &n, error))
    return FALSE;
  if (n > 0)
    g_ptr_array_add (
        self->problems,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%" PRId64 " change of the history belongs to no action: "
                                      "one was removed outside Progville",
                                      "%" PRId64 " changes of the history belong to no action: "
                                      "one was removed outside Progville",
                                      (gulong)n),
                         n));
  return TRUE;
}

static gboolean
is_seal (GHashTable *seals, const char *name, const PvSeal *expected)
{
  static const PvSeal none = { 0 };
  const PvSeal *seal = g_hash_table_lookup (seals, name);

  return pv_seal_equal (seal != NULL ? seal : &none, expected != NULL ? expected : &none);
}

static gboolean
verify_tables (Verify *self, GError **error)
{
  g_autoptr (GHashTable) computed = pv_history_compute_seals (self->db, error);
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GList) names = NULL;

  kept = computed != NULL ? pv_history_read_seals (self->db, error) : NULL;
  if (kept == NULL)
    return FALSE;
  names = g_list_sort (g_hash_table_get_keys (computed), (GCompareFunc)strcmp);
  for (const GList *name = names; name != NULL; name = name->next)
    {
      const PvSeal *expected = g_hash_table_lookup (self->seals, name->data);

      if (!is_seal (computed, name->data, expected))
        g_ptr_array_add (
            self->problems,
            g_strdup_printf (_ ("rows of “%s” were changed, added or removed outside Progville"),
                             (const char *)name->data));
      else if (!is_seal (kept, name->data, expected))
        g_ptr_array_add (self->problems,
                         g_strdup_printf (_ ("the seal of “%s” was altered outside Progville"),
                                          (const char *)name->data));
    }
  return TRUE;
}

gboolean
pv_history_verify (PvDb *db, GPtrArray **problems, GError **error)
{
  g_auto (Verify) self = { .db = db };

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  self.problems = g_ptr_array_new_with_free_func (g_free);
  self.seals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.previous = g_strdup (PV_HISTORY_ORIGIN);
  if (!verify_chain (&self, error) || !verify_orphans (&self, error) ||
      !verify_tables (&self, error))
    return FALSE;
  *problems = g_steal_pointer (&self.problems);
  return TRUE;
}
