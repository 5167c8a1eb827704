/* pv-import-merge.c: what becomes of one row: written anew, or changed field by field
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <string.h>

#include "pv-import-words.h"

void
pv_import_part_of_free (PvImportPartOf *self)
{
  g_free (self->numero);
  g_free (self->sheet);
  g_free (self);
}

void
pv_import_context_claim (PvImportContext *ctx, gint64 target)
{
  g_hash_table_add (ctx->claimed, g_memdup2 (&target, sizeof target));
}

void
pv_import_context_claim_cb (gint64 target, gpointer ctx)
{
  pv_import_context_claim (ctx, target);
}

void
pv_import_context_pair_cb (gint64 target, gpointer ctx)
{
  g_hash_table_add (((PvImportContext *)ctx)->paired, g_memdup2 (&target, sizeof target));
}

void
pv_import_rows_free (GPtrArray *rows, PvImportTable table)
{
  for (guint i = 0; i < rows->len; i++)
    pv_import_fields_free (g_ptr_array_index (rows, i), table);
  g_ptr_array_unref (rows);
}

/* --- field by field --- */

static gboolean
is_equal (PvImportTable table, int column, const PvImportFields *a, const PvImportFields *b)
{
  if (pv_import_table_column_is_text (table, column))
    {
      const char *x =
          a->texts[column] != NULL && *a->texts[column] != '\0' ? a->texts[column] : NULL;
      const char *y =
          b->texts[column] != NULL && *b->texts[column] != '\0' ? b->texts[column] : NULL;

      return g_strcmp0 (x, y) == 0;
    }

  return a->numbers[column] == b->numbers[column];
}

static char *
to_text (PvImportTable table, int column, const PvImportFields *fields)
{
  if (pv_import_table_column_is_text (table, column))
    return g_strdup (fields->texts[column]);

  return fields->numbers[column] == PV_INT_NULL
             ? NULL
             : g_strdup_printf ("%" G_GINT64_FORMAT, fields->numbers[column]);
}

/* Whether a column that differs is to be written. */
static gboolean
decide (PvImportContext *ctx,
        PvImportTable table,
        int column,
        const PvImportFields *current,
        const PvImportFields *wanted,
        const PvImportPlace *place,
        gboolean *write,
        GError **error)
{
  gboolean edited = FALSE;
  g_autofree char *imported = NULL;
  g_autofree char *ours = to_text (table, column, current);
  g_autofree char *theirs = to_text (table, column, wanted);

  if (!pv_import_store_agent_edited (ctx->store, table, current->id, column, &edited, &imported,
                                     error))
    return FALSE;
  /* Nobody ever said anything here: what the source adds overwrites nothing. */
  if (ours == NULL && imported == NULL)
    edited = FALSE;

  *write = !edited;
  if (edited && g_strcmp0 (imported, theirs) != 0)
    return pv_import_settle (ctx, table, current->id, pv_import_table_get_column (table, column),
                             ours, theirs, wanted, place, write, error);
  if (!edited)
    pv_import_note_change (ctx, table, current->id, pv_import_table_get_column (table, column),
                           ours, theirs, wanted);
  return TRUE;
}

gboolean
pv_import_merge (PvImportContext *ctx,
                 PvImportTable table,
                 const PvImportFields *current,
                 const PvImportFields *wanted,
                 const PvImportPlace *place,
                 GError **error)
{
  PvImportFields update;

  pv_import_fields_init (&update);
  for (int i = 0; i < PV_MAX_IMPORT_COLUMNS; i++)
    {
      gboolean write = FALSE;

      if (!PV_IMPORT_HAS (wanted, i) || is_equal (table, i, current, wanted))
        continue;
      if (!decide (ctx, table, i, current, wanted, place, &write, error))
        return FALSE;
      if (!write)
        continue;
      if (pv_import_table_column_is_text (table, i))
        pv_import_fields_set_text (&update, i, wanted->texts[i]);
      else
        pv_import_fields_set_int (&update, i, wanted->numbers[i]);
    }

  return pv_import_store_update (ctx->store, table, current->id, &update, error);
}

/* --- rows of a parent --- */

static gboolean
insert_child (PvImportContext *ctx,
              PvImportTable table,
              PvImportFields *fields,
              gboolean existing,
              GError **error)
{
  if (!pv_import_store_insert (ctx->store, table, fields, error))
    return FALSE;
  if (existing)
    pv_import_note_row (ctx, table, fields);
  return TRUE;
}

static PvImportFields *
find_child (GPtrArray *rows, PvImportTable table, const PvImportFields *wanted, int key)
{
  for (guint i = rows->len; i > 0; i--)
    {
      PvImportFields *row = g_ptr_array_index (rows, i - 1);

      if (is_equal (table, key, row, wanted))
        return row;
    }

  return NULL;
}

static gboolean
insert_all (PvImportContext *ctx, PvImportTable table, GArray *wanted, GError **error)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (!pv_import_store_insert (ctx->store, table, &g_array_index (wanted, PvImportFields, i),
                                   error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_import_children_merge (PvImportContext *ctx,
                          PvImportTable table,
                          gint64 parent,
                          gboolean existing,
                          GArray *wanted,
                          int key,
                          const PvImportPlace *place,
                          GError **error)
{
  GPtrArray *rows;
  gboolean done = TRUE;

  if (!existing || wanted->len == 0)
    return insert_all (ctx, table, wanted, error);

  rows = pv_import_store_list (ctx->store, table, 0, NULL, parent, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; done && i < wanted->len; i++)
    {
      PvImportFields *fields = &g_array_index (wanted, PvImportFields, i);
      const PvImportFields *row = find_child (rows, table, fields, key);

      done = row != NULL ? pv_import_merge (ctx, table, row, fields, place, error)
                         : insert_child (ctx, table, fields, TRUE, error);
    }

  pv_import_rows_free (rows, table);
  return done;
}

static gboolean
same_keys (PvImportTable table,
           const PvImportFields *a,
           const PvImportFields *b,
           const int *keys,
           guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    {
      if (!is_equal (table, keys[i], a, b))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_wanted (PvImportTable table,
           const PvImportFields *row,
           GArray *wanted,
           const int *keys,
           guint n_keys)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (same_keys (table, row, &g_array_index (wanted, PvImportFields, i), keys, n_keys))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_there (PvImportTable table,
          GPtrArray *rows,
          const PvImportFields *fields,
          const int *keys,
          guint n_keys)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (same_keys (table, g_ptr_array_index (rows, i), fields, keys, n_keys))
        return TRUE;
    }

  return FALSE;
}

static gboolean
any_touched (PvImportContext *ctx,
             PvImportTable table,
             GPtrArray *rows,
             gboolean *touched,
             GError **error)
{
  *touched = FALSE;
  for (guint i = 0; i < rows->len && !*touched; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (!pv_import_store_agent_touched (ctx->store, table, row->id, touched, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
replace_rows (PvImportContext *ctx,
              PvImportTable table,
              GPtrArray *rows,
              GArray *wanted,
              const int *keys,
              guint n_keys,
              GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (is_wanted (table, row, wanted, keys, n_keys))
        continue;
      if (!pv_import_store_delete (ctx->store, table, row->id, error))
        return FALSE;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      PvImportFields *fields = &g_array_index (wanted, PvImportFields, i);

      if (!is_there (table, rows, fields, keys, n_keys) &&
          !insert_child (ctx, table, fields, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

/* What the rows link to, by name. */
static char *
name_row (PvDb *db, PvImportTable table, const PvImportFields *row)
{
  if (table == PV_IMPORT_TABLE_NOEUD)
    return pv_import_key_to_words (db, "noeud_id", row->numbers[PV_COLUMN_NOEUD_NOEUD]);
  if (table == PV_IMPORT_TABLE_AVIS)
    return g_strdup (row->texts[PV_COLUMN_AVIS_SERVICE]);
  if (table != PV_IMPORT_TABLE_TERRITOIRE)
    return NULL;
  if (row->numbers[PV_COLUMN_TERRITOIRE_QUARTIER] != PV_INT_NULL)
    return pv_import_key_to_words (db, "quartier_id", row->numbers[PV_COLUMN_TERRITOIRE_QUARTIER]);

  return pv_import_key_to_words (db, "commune_id", row->numbers[PV_COLUMN_TERRITOIRE_COMMUNE]);
}

static void
add_name (GString *names, PvDb *db, PvImportTable table, const PvImportFields *row)
{
  g_autofree char *name = name_row (db, table, row);

  if (name != NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* The rows were touched by an agent, or may be replaced. */
static gboolean
settle_rows (PvImportContext *ctx,
             PvImportTable table,
             gint64 parent,
             GPtrArray *rows,
             GArray *wanted,
             const PvImportPlace *place,
             gboolean *replace,
             GError **error)
{
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);
  gboolean touched = FALSE;
  PvDb *db;

  if (!any_touched (ctx, table, rows, &touched, error))
    return FALSE;
  db = pv_import_store_get_db (ctx->store, error);
  if (db == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    add_name (ours, db, table, g_ptr_array_index (rows, i));
  for (guint i = 0; i < wanted->len; i++)
    add_name (theirs, db, table, &g_array_index (wanted, PvImportFields, i));
  if (touched)
    return pv_import_settle (ctx, table, parent, "*", ours->str, theirs->str, NULL, place, replace,
                             error);

  *replace = TRUE;
  pv_import_note_change (ctx, table, parent, "*", ours->str, theirs->str, NULL);
  return TRUE;
}

gboolean
pv_import_children_replace (PvImportContext *ctx,
                            PvImportTable table,
                            gint64 parent,
                            gboolean existing,
                            GArray *wanted,
                            const int *keys,
                            guint n_keys,
                            const PvImportPlace *place,
                            GError **error)
{
  GPtrArray *rows;
  gboolean replace = FALSE;
  gboolean same = FALSE;
  gboolean done = FALSE;

  if (!existing)
    return insert_all (ctx, table, wanted, error);

  rows = pv_import_store_list (ctx->store, table, 0, NULL, parent, error);
  if (rows == NULL)
    return FALSE;
  same = rows->len == wanted->len;
  for (guint i = 0; same && i < rows->len; i++)
    same = is_wanted (table, g_ptr_array_index (rows, i), wanted, keys, n_keys);

  if (same)
    done = TRUE;
  else if (settle_rows (ctx, table, parent, rows, wanted, place, &replace, error))
    done = !replace || replace_rows (ctx, table, rows, wanted, keys, n_keys, error);

  pv_import_rows_free (rows, table);
  return done;
}

void
pv_import_children_set_parent (GArray *wanted, gint64 parent)
{
  for (guint i = 0; i < wanted->len; i++)
    pv_import_fields_set_int (&g_array_index (wanted, PvImportFields, i), 0, parent);
}
