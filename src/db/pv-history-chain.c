/* pv-history-chain.c: seals of tables and the chain of groups
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-history-private.h"

static gboolean
compute_seal (PvDb *db,
              PvRowHasher *hasher,
              const PvJournalTable *table,
              PvSeal *seal,
              GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, table->select_all, error);
  PvStep step = PV_STEP_ERROR;

  *seal = (PvSeal){ 0 };
  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvSeal hash;

      pv_row_hasher_hash_row (hasher, table, pv_statement_get_handle (statement), &hash);
      pv_seal_add (seal, &hash);
    }
  return step == PV_STEP_DONE;
}

static GHashTable *
seals_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
set_seal (GHashTable *seals, const char *name, const PvSeal *seal)
{
  g_hash_table_replace (seals, g_strdup (name), g_memdup2 (seal, sizeof *seal));
}

GHashTable *
pv_history_compute_seals (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) tables = pv_journal_tables_load (db, error);
  g_autoptr (GHashTable) seals = seals_new ();
  g_auto (PvRowHasher) hasher = { 0 };
  GHashTableIter iter;
  gpointer table;

  if (tables == NULL)
    return NULL;
  pv_row_hasher_init (&hasher);
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    {
      PvSeal seal;

      if (!compute_seal (db, &hasher, table, &seal, error))
        return NULL;
      set_seal (seals, ((PvJournalTable *)table)->name, &seal);
    }
  return g_steal_pointer (&seals);
}

GHashTable *
pv_history_read_seals (PvDb *db, GError **error)
{
  static const char query[] = "SELECT nom_table, somme FROM historique_sceau";
  g_autoptr (GHashTable) seals = seals_new ();
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvSeal seal;

      pv_seal_from_hex (&seal, pv_statement_get_text (statement, 1));
      set_seal (seals, pv_statement_get_text (statement, 0), &seal);
    }
  return step == PV_STEP_DONE ? g_steal_pointer (&seals) : NULL;
}

char *
pv_history_format_seals (GHashTable *seals)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_alloc ();
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (seals), (GCompareFunc)strcmp);

  for (const GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *hex = pv_seal_to_hex (g_hash_table_lookup (seals, name->data));

      json_object_set_string_member (object, name->data, hex);
    }
  json_node_init_object (root, object);
  return json_to_string (root, FALSE);
}

gboolean
pv_history_write_seal (PvDb *db, const char *table, const PvSeal *seal, GError **error)
{
  static const char upsert[] =
      "INSERT INTO historique_sceau (nom_table, somme) VALUES (:nom, :somme)"
      " ON CONFLICT (nom_table) DO UPDATE SET somme = excluded.somme";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, upsert, error);
  g_autofree char *hex = pv_seal_to_hex (seal);

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":nom", table);
  pv_statement_bind_text (statement, ":somme", hex);
  return pv_statement_run (statement, error);
}

/* Each field with its length, so that none can lend to its neighbour. */
static void
update_field (GChecksum *checksum, PvStatement *statement, int column)
{
  const char *text = pv_statement_get_text (statement, column);
  gint64 size = text != NULL ? (gint64)strlen (text) : -1;
  gint64 bytes = GINT64_TO_LE (size);

  g_checksum_update (checksum, (const guchar *)&bytes, sizeof bytes);
  if (size > 0)
    g_checksum_update (checksum, (const guchar *)text, (gssize)size);
}

/* Returns: the number of rows, or -1 */
static gint64
update_rows (GChecksum *checksum, PvDb *db, const char *query, gint64 group, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;
  gint64 n = 0;

  if (statement == NULL)
    return -1;
  pv_statement_bind_int (statement, ":id", group);
  for (; (step = pv_statement_step (statement, error)) == PV_STEP_ROW; n++)
    for (int i = 0; i < pv_statement_get_n_columns (statement); i++)
      update_field (checksum, statement, i);
  return step == PV_STEP_DONE ? n : -1;
}

char *
pv_history_hash_group (PvDb *db, gint64 group, const char *previous, GError **error)
{
  static const char fields[] =
      "SELECT id, fait_le, agent, action, libelle, annule_groupe_id, sceaux"
      "  FROM historique_groupe WHERE id = :id";
  static const char entries[] =
      "SELECT id, nom_table, cle, cle_fin, operation, avant, apres, empreinte"
      "  FROM historique_entree WHERE groupe_id = :id ORDER BY id";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *)previous, -1);
  if (update_rows (checksum, db, fields, group, error) < 0 ||
      update_rows (checksum, db, entries, group, error) < 0)
    return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
set_seals (PvDb *db, gint64 group, const char *seals, GError **error)
{
  static const char update[] = "UPDATE historique_groupe SET sceaux = :sceaux WHERE id = :id";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, update, error);

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":sceaux", seals);
  pv_statement_bind_int (statement, ":id", group);
  return pv_statement_run (statement, error);
}

/* Returns: (transfer full): the hash of the group before, or the origin */
static char *
read_previous (PvDb *db, gint64 group, GError **error)
{
  static const char query[] =
      "SELECT empreinte FROM historique_groupe WHERE id < :id ORDER BY id DESC LIMIT 1";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, query, error);
  PvStep step = PV_STEP_ERROR;
  char *hash = NULL;

  if (statement == NULL)
    return NULL;
  pv_statement_bind_int (statement, ":id", group);
  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ERROR)
    return NULL;
  if (step == PV_STEP_ROW)
    hash = pv_statement_dup_text (statement, 0);
  return hash != NULL ? hash : g_strdup (PV_HISTORY_ORIGIN);
}

gboolean
pv_history_seal_group (PvDb *db, gint64 group, const char *seals, GError **error)
{
  static const char update[] =
      "UPDATE historique_groupe SET empreinte_precedente = :avant, empreinte = :apres"
      " WHERE id = :id";
  g_autoptr (PvStatement) statement = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;

  if (!set_seals (db, group, seals, error))
    return FALSE;
  previous = read_previous (db, group, error);
  if (previous == NULL)
    return FALSE;
  hash = pv_history_hash_group (db, group, previous, error);
  statement = hash != NULL ? pv_db_prepare (db, update, error) : NULL;
  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":avant", previous);
  pv_statement_bind_text (statement, ":apres", hash);
  pv_statement_bind_int (statement, ":id", group);
  return pv_statement_run (statement, error);
}

GHashTable *
pv_history_collect_outside_changes (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) computed = pv_history_compute_seals (db, error);
  g_autoptr (GHashTable) kept = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer seal;

  kept = computed != NULL ? pv_history_read_seals (db, error) : NULL;
  if (kept == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, computed);
  while (g_hash_table_iter_next (&iter, &name, &seal))
    {
      PvSeal difference = { 0 };
      const PvSeal *before = g_hash_table_lookup (kept, name);

      if (before != NULL)
        difference = *before;
      pv_seal_subtract (&difference, seal);
      *(PvSeal *)seal = difference;
    }
  return g_steal_pointer (&computed);
}

static gboolean
write_migration_group (PvDb *db, GHashTable *changed, GError **error)
{
  static const char insert[] =
      "INSERT INTO historique_groupe (fait_le, agent, action) VALUES (:fait_le, NULL, :action)";
  g_autoptr (PvStatement) statement = pv_db_prepare (db, insert, error);
  g_autofree char *now = pv_clock_now (db->clock);
  g_autofree char *seals = pv_history_format_seals (changed);

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":fait_le", now);
  pv_statement_bind_text (statement, ":action", PV_HISTORY_MIGRATION);
  return pv_statement_run (statement, error) &&
         pv_history_seal_group (db, sqlite3_last_insert_rowid (db->handle), seals, error);
}

gboolean
pv_history_renew_seals (PvDb *db, GHashTable *outside, GError **error)
{
  g_autoptr (GHashTable) computed = pv_history_compute_seals (db, error);
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GHashTable) changed = seals_new ();
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  kept = computed != NULL ? pv_history_read_seals (db, error) : NULL;
  if (kept == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, computed);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      PvSeal seal = *(PvSeal *)value;
      const PvSeal *before = g_hash_table_lookup (kept, name);
      const PvSeal *more = outside != NULL ? g_hash_table_lookup (outside, name) : NULL;

      if (more != NULL)
        pv_seal_add (&seal, more);
      if (before != NULL ? pv_seal_equal (before, &seal) : pv_seal_is_zero (&seal))
        continue;
      if (!pv_history_write_seal (db, name, &seal, error))
        return FALSE;
      set_seal (changed, name, &seal);
    }
  return g_hash_table_size (changed) == 0 || write_migration_group (db, changed, error);
}
