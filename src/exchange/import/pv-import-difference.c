/* pv-import-difference.c: what a row changes, where it says so, and who decides
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "pv-import-merge.h"
#include "pv-import-words.h"

/* --- where it comes from --- */

static void
locate_at (PvImportChange *change, const PvImportPart *part, guint column)
{
  const PvMappedColumn *mapped = g_ptr_array_index (part->mapping->columns, column);

  if (change->letters != NULL)
    return;
  change->letters = g_strdup (mapped->letters);
  change->header = g_strdup (mapped->name);
  change->raw = g_strdup (part->values[column].raw);
}

/* The column of the stage, under the payer that is written. */
static void
locate_in_slot (PvImportContext *ctx, PvImportChange *change, PvFieldId field)
{
  const PvImportPart *part = ctx->slot_part;

  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *mapped = g_ptr_array_index (part->mapping->columns, i);

      if (mapped->slot == ctx->slot &&
          (mapped->field == field ||
           (PV_FIELD_IS_STAGE (field) && mapped->field == PV_FIELD_MONTANT)))
        {
          locate_at (change, part, i);
          return;
        }
    }
}

static void
locate_in_row (PvImportContext *ctx, PvImportChange *change)
{
  PvFieldId field = pv_import_find_field (change->table, change->column);

  if (field == PV_N_FIELDS || change->letters != NULL)
    return;
  if (field == PV_FIELD_NON_VENTILES)
    field = PV_FIELD_BENEFICIAIRES;
  /* the table of payments has one amount */
  if (field == PV_FIELD_VERSE && ctx->profile->target == PV_PROFILE_TARGET_VERSEMENT)
    field = PV_FIELD_MONTANT;
  for (guint i = 0; i < ctx->record->parts->len; i++)
    {
      const PvImportPart *part = g_ptr_array_index (ctx->record->parts, i);
      int column = part->mapping->column_of[field];

      if (column >= 0)
        {
          locate_at (change, part, column);
          return;
        }
    }
}

void
pv_import_locate_changes (PvImportContext *ctx)
{
  for (guint i = 0; i < ctx->changes->len; i++)
    locate_in_row (ctx, g_ptr_array_index (ctx->changes, i));
  for (guint i = 0; i < ctx->conflicts->len; i++)
    locate_in_row (ctx, g_ptr_array_index (ctx->conflicts, i));
}

/* --- what changes --- */

static PvImportChange *
change_new (PvImportContext *ctx,
            PvImportTable table,
            gint64 id,
            const char *column,
            const char *before,
            const char *after,
            const PvImportFields *wanted)
{
  PvImportChange *change =
      pv_import_change_new (pv_import_table_get_name (table), id, column, before, after);

  if (ctx->slot >= 0)
    {
      change->subject = g_strdup (ctx->subject);
      locate_in_slot (ctx, change, pv_import_find_field (change->table, column));
    }
  else if (wanted != NULL && wanted->source >= 0)
    {
      const PvImportPart *part = g_ptr_array_index (ctx->record->parts, 0);
      const PvMappedColumn *mapped = g_ptr_array_index (part->mapping->columns, wanted->source);

      change->subject = g_strdup (mapped->detail);
      locate_at (change, part, wanted->source);
    }

  return change;
}

PvImportChange *
pv_import_note_change (PvImportContext *ctx,
                       PvImportTable table,
                       gint64 id,
                       const char *column,
                       const char *before,
                       const char *after,
                       const PvImportFields *wanted)
{
  PvImportChange *change = change_new (ctx, table, id, column, before, after, wanted);

  g_ptr_array_add (ctx->changes, change);
  return change;
}

void
pv_import_note_row (PvImportContext *ctx, PvImportTable table, const PvImportFields *wanted)
{
  const char *name = pv_import_table_get_name (table);
  guint before = ctx->changes->len;

  for (int i = 1; i < PV_MAX_IMPORT_COLUMNS; i++)
    {
      const char *column;
      g_autofree char *number = NULL;
      const char *value;

      if (!PV_IMPORT_HAS (wanted, i))
        continue;
      column = pv_import_table_get_column (table, i);
      /* Its payer and its year tell which row it is. */
      if (pv_import_find_field (name, column) == PV_N_FIELDS ||
          (table == PV_IMPORT_TABLE_FINANCEMENT &&
           (i == PV_COLUMN_FINANCEMENT_FINANCEUR || i == PV_COLUMN_FINANCEMENT_EXERCICE)))
        continue;
      if (!pv_import_table_column_is_text (table, i) && wanted->numbers[i] != PV_INT_NULL)
        number = g_strdup_printf ("%" G_GINT64_FORMAT, wanted->numbers[i]);
      value = pv_import_table_column_is_text (table, i) ? wanted->texts[i] : number;
      if (value != NULL)
        pv_import_note_change (ctx, table, PV_INT_NULL, column, NULL, value, wanted);
    }
  if (ctx->changes->len == before)
    pv_import_note_change (ctx, table, PV_INT_NULL, "*", NULL, _ ("added"), wanted);
}

/* --- conflicts --- */

static char *
describe (PvImportContext *ctx, PvImportTable table, const char *column, const char *value)
{
  PvDb *db = pv_import_store_get_db (ctx->store, NULL);
  char *words = NULL;

  if (db != NULL && !g_str_equal (column, "*"))
    words = pv_import_value_to_words (db, pv_import_table_get_name (table), column, value);

  return words != NULL ? words : g_strdup (value != NULL ? value : "");
}

static void
tell (PvImportContext *ctx,
      PvImportTable table,
      const char *column,
      const char *ours,
      const char *theirs,
      const PvImportPlace *place,
      gboolean replace)
{
  const char *name = pv_import_column_to_words (pv_import_table_get_name (table), column);
  g_autofree char *before = describe (ctx, table, column, ours);
  g_autofree char *after = describe (ctx, table, column, theirs);

  if (replace)
    pv_import_report_take (
        ctx->report, PV_IMPORT_INFO, place, "conflit-tranche", theirs,
        g_strdup_printf (_ ("“%s” was edited here since the last import: as decided, “%s” of the "
                            "source replaces “%s”."),
                         name, after, before));
  else
    pv_import_report_take (
        ctx->report, PV_IMPORT_WARNING, place, "conflit", theirs,
        g_strdup_printf (_ ("“%s” was edited here since the last import: “%s” is kept, the source "
                            "says “%s”."),
                         name, before, after));
}

gboolean
pv_import_settle (PvImportContext *ctx,
                  PvImportTable table,
                  gint64 id,
                  const char *column,
                  const char *ours,
                  const char *theirs,
                  const PvImportFields *wanted,
                  const PvImportPlace *place,
                  gboolean *replace,
                  GError **error)
{
  g_autofree char *key = pv_import_choice_key (pv_import_table_get_name (table), id, column);
  PvImportChange *change = change_new (ctx, table, id, column, ours, theirs, wanted);

  *replace = GPOINTER_TO_INT (g_hash_table_lookup (ctx->choices, key)) == PV_IMPORT_CHOICE_REPLACE;
  change->conflict = TRUE;
  g_ptr_array_add (*replace ? ctx->changes : ctx->conflicts, change);
  tell (ctx, table, column, ours, theirs, place, *replace);

  return pv_import_store_last_edit (ctx->store, table, id, &change->edited_at, error);
}
