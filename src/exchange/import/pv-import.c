/* pv-import.c: brings a received table into the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import.h"

#include <glib/gi18n-lib.h>

#include "pv-import-private.h"
#include "pv-transaction.h"

static void
column_free (gpointer data)
{
  PvImportColumn *column = data;

  g_free (column->name);
  g_free (column->letters);
  g_free (column->sheet_name);
  g_free (column->repeats);
  g_free (column->field);
  g_free (column->detail);
  g_free (column->ignored);
  g_strfreev (column->samples);
  g_free (column);
}

/* Funder, year and stage of an amount; institution or account of the others. */
static char *
describe (const PvMapping *mapping, const PvMappedColumn *mapped)
{
  const PvMappingSlot *slot;
  g_autoptr (GString) text = NULL;

  if (mapped->slot < 0)
    return g_strdup (mapped->detail);

  slot = g_ptr_array_index (mapping->slots, mapped->slot);
  text = g_string_new (slot->payer);
  if (slot->dispositif != NULL)
    g_string_append_printf (text, " – %s", slot->dispositif);
  if (slot->exercice != PV_INT_NULL)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, slot->exercice);
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
list_columns (PvImport *self)
{
  g_ptr_array_set_size (self->columns, 0);
  for (guint s = 0; s < self->source->sheets->len; s++)
    {
      const PvImportSheet *sheet = g_ptr_array_index (self->source->sheets, s);

      for (guint i = 0; i < sheet->mapping->columns->len; i++)
        {
          const PvMappedColumn *mapped = g_ptr_array_index (sheet->mapping->columns, i);
          PvImportColumn *column = g_new0 (PvImportColumn, 1);

          column->sheet = sheet->index;
          column->index = mapped->index;
          column->name = g_strdup (mapped->name);
          column->letters = g_strdup (mapped->letters);
          column->sheet_name =
              g_strdup (pv_table_get_sheet_name (self->source->table, sheet->index));
          column->repeats = g_strdup (mapped->repeats);
          column->field =
              mapped->field < PV_N_FIELDS ? g_strdup (pv_field_to_id (mapped->field)) : NULL;
          column->detail = describe (sheet->mapping, mapped);
          column->ignored = g_strdup (mapped->ignored);
          column->corrected = mapped->corrected;
          column->samples = g_strdupv (g_ptr_array_index (sheet->samples, i));
          g_ptr_array_add (self->columns, column);
        }
    }
}

/* --- corrections of the match --- */

static gboolean
load_corrections (PvImport *self, GError **error)
{
  g_autoptr (PvImportStore) store = pv_import_store_new (self->db, FALSE);
  GPtrArray *rows =
      pv_import_store_list (store, PV_IMPORT_TABLE_CORRECTION, PV_COLUMN_CORRECTION_PROFIL,
                            pv_profile_get_id (self->source->profile), 0, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);
      const char *field = row->texts[PV_COLUMN_CORRECTION_CHAMP];

      g_hash_table_insert (self->corrections, g_strdup (row->texts[PV_COLUMN_CORRECTION_ENTETE]),
                           g_strdup (field != NULL ? field : ""));
    }

  pv_import_rows_free (rows, PV_IMPORT_TABLE_CORRECTION);
  return TRUE;
}

static gboolean
save_correction (PvImport *self,
                 PvImportStore *store,
                 GPtrArray *rows,
                 const char *header,
                 GError **error)
{
  const char *field = g_hash_table_lookup (self->corrections, header);
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_fields_set_text (&fields, PV_COLUMN_CORRECTION_CHAMP, *field != '\0' ? field : NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->texts[PV_COLUMN_CORRECTION_ENTETE], header) == 0)
        return pv_import_store_update (store, PV_IMPORT_TABLE_CORRECTION, row->id, &fields, error);
    }

  pv_import_fields_set_text (&fields, PV_COLUMN_CORRECTION_PROFIL,
                             pv_profile_get_id (self->source->profile));
  pv_import_fields_set_text (&fields, PV_COLUMN_CORRECTION_ENTETE, header);
  return pv_import_store_insert (store, PV_IMPORT_TABLE_CORRECTION, &fields, error);
}

static gboolean
save_corrections (PvImport *self, PvImportStore *store, GError **error)
{
  GPtrArray *rows;
  GHashTableIter iter;
  gpointer header;
  gboolean done = TRUE;

  if (g_hash_table_size (self->new_corrections) == 0)
    return TRUE;
  rows = pv_import_store_list (store, PV_IMPORT_TABLE_CORRECTION, PV_COLUMN_CORRECTION_PROFIL,
                               pv_profile_get_id (self->source->profile), 0, error);
  if (rows == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->new_corrections);
  while (done && g_hash_table_iter_next (&iter, &header, NULL))
    done = save_correction (self, store, rows, header, error);

  pv_import_rows_free (rows, PV_IMPORT_TABLE_CORRECTION);
  return done;
}

/* --- public --- */

PvImport *
pv_import_new (PvDb *db, const char *path, const PvImportOptions *options, GError **error)
{
  g_autoptr (PvImport) self = NULL;

  g_return_val_if_fail (PV_IS_DB (db) && path != NULL, NULL);

  self = g_new0 (PvImport, 1);
  self->db = g_object_ref (db);
  self->appel = g_strdup (options != NULL ? options->appel : NULL);
  self->exercice = options != NULL ? options->exercice : PV_INT_NULL;
  self->corrections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->new_corrections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->source = pv_import_source_open (path, options != NULL ? options->profile : NULL,
                                        options != NULL && options->by_hand, error);
  if (self->source == NULL || !load_corrections (self, error))
    return NULL;

  pv_import_source_map (self->source, self->corrections);
  list_columns (self);
  return g_steal_pointer (&self);
}

void
pv_import_free (PvImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->source, pv_import_source_free);
  g_clear_pointer (&self->corrections, g_hash_table_unref);
  g_clear_pointer (&self->new_corrections, g_hash_table_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_free (self->appel);
  g_object_unref (self->db);
  g_free (self);
}

const PvProfile *
pv_import_get_profile (PvImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source->profile;
}

const GPtrArray *
pv_import_get_columns (PvImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->columns;
}

static const PvMappedColumn *
find_mapped (PvImport *self, guint column)
{
  for (guint s = 0; s < self->source->sheets->len; s++)
    {
      const PvImportSheet *sheet = g_ptr_array_index (self->source->sheets, s);

      if (column < sheet->mapping->columns->len)
        return g_ptr_array_index (sheet->mapping->columns, column);
      column -= sheet->mapping->columns->len;
    }

  return NULL;
}

gboolean
pv_import_set_column_field (PvImport *self, guint column, const char *field, GError **error)
{
  const PvMappedColumn *mapped;
  PvFieldId id;

  g_return_val_if_fail (self != NULL, FALSE);

  mapped = find_mapped (self, column);
  if (mapped == NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("The source has no column %u."), column + 1);
      return FALSE;
    }
  if (field != NULL && !pv_field_from_id (field, &id))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND, _ ("There is no field “%s”."),
                   field);
      return FALSE;
    }

  g_hash_table_insert (self->corrections, g_strdup (mapped->folded),
                       g_strdup (field != NULL ? field : ""));
  g_hash_table_add (self->new_corrections, g_strdup (mapped->folded));
  pv_import_source_map (self->source, self->corrections);
  list_columns (self);
  return TRUE;
}

void
pv_import_set_choice (PvImport *self,
                      const char *table,
                      gint64 id,
                      const char *column,
                      PvImportChoice choice)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (table != NULL && column != NULL);

  g_hash_table_insert (self->choices, pv_import_choice_key (table, id, column),
                       GINT_TO_POINTER (choice));
}

static gboolean
apply_rows (PvImport *self,
            const PvImportListener *listener,
            PvImportReport *report,
            GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (self->db, "import", pv_table_get_basename (self->source->table), error);
  g_autoptr (PvImportStore) store = NULL;

  if (transaction == NULL)
    return FALSE;
  store = pv_import_store_new (self->db, TRUE);
  if (!save_corrections (self, store, error) ||
      !pv_import_run_rows (self, store, transaction, listener, report, error) ||
      !pv_import_store_drain (store, error))
    {
      g_clear_pointer (&store, pv_import_store_free); /* its statements before the rollback */
      return FALSE;
    }

  g_clear_pointer (&store, pv_import_store_free);
  return pv_transaction_commit (transaction, error);
}

gboolean
pv_import_run (PvImport *self,
               gboolean apply,
               PvImportRowFunc func,
               PvImportProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               PvImportReport **report,
               GError **error)
{
  PvImportListener listener = { func, progress, user_data, cancellable };
  g_autoptr (PvImportReport) made = NULL;
  g_autoptr (PvImportStore) preview = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  made = pv_import_report_new (pv_profile_get_id (self->source->profile));
  made->applied = apply;
  if (apply)
    {
      if (!apply_rows (self, &listener, made, error))
        return FALSE;
    }
  else
    {
      preview = pv_import_store_new (self->db, FALSE);
      if (!pv_import_run_rows (self, preview, NULL, &listener, made, error))
        return FALSE;
    }

  *report = g_steal_pointer (&made);
  return TRUE;
}
