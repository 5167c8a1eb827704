/* pv-import-run.c: reads all rows of a source, in a preview as when it is applied
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-clock.h"
#include "pv-text.h"
#include "pv-transaction.h"

/* Beyond so many written rows, keeping the totals row by row costs more than counting them
 * again at the end. */
#define N_WRITES_OF_BULK 5000

/* Rows looked at to tell the year of a table. */
#define N_ROWS_OF_YEAR 500

/* Rows between two looks at the cancellable. */
#define N_ROWS_BETWEEN_LOOKS 64

/* A row of a sheet that details another, kept until its dossier is read. */
typedef struct
{
  const PvImportSheet *sheet;
  guint number;
  guint n_cells;
  PvCell *cells;
  gboolean used;
} Detail;

typedef struct
{
  PvImport *import;
  PvImportContext ctx;
  PvTransaction *transaction;
  const PvImportListener *listener;
  PvImportKeys *keys;
  PvImportRecord *record;
  GHashTable *details; /* number of a dossier → GPtrArray of Detail */
  GHashTable *seen;    /* hashes of rows: the duplicates of the source */
  guint index;
  gboolean suspended;
} Run;

static void
detail_free (gpointer data)
{
  Detail *detail = data;

  for (guint i = 0; i < detail->n_cells; i++)
    g_free ((char *)detail->cells[i].text);
  g_free (detail->cells);
  g_free (detail);
}

static const PvImportSheet *
main_sheet (const Run *run)
{
  return g_ptr_array_index (run->import->source->sheets, 0);
}

static const char *
sheet_name (const Run *run, const PvImportSheet *sheet)
{
  return pv_table_get_sheet_name (run->import->source->table, sheet->index);
}

/* --- what is told of the columns --- */

static void
tell_column (Run *run, const PvImportSheet *sheet, const PvMappedColumn *column)
{
  PvImportPlace place = { sheet_name (run, sheet), sheet->header->row, column->name,
                          column->letters };

  if (column->ignored != NULL)
    pv_import_report_take (run->ctx.report, PV_IMPORT_INFO, &place, "colonne-ignoree", NULL,
                           g_strdup_printf (_ ("Not stored: %s."), column->ignored));
  else if (column->repeats != NULL)
    pv_import_report_take (run->ctx.report, PV_IMPORT_WARNING, &place, "colonne-repetee", NULL,
                           g_strdup_printf (_ ("“%s” says the same and is kept: the values of this "
                                               "column are left out. Keep one of them, or choose "
                                               "another field."),
                                            column->repeats));
  else if (column->field == PV_N_FIELDS)
    pv_import_report_take (run->ctx.report, PV_IMPORT_INFO, &place, "colonne-inconnue", NULL,
                           g_strdup (_ ("No field matches this column: its values are left "
                                        "out. Choose one to keep them.")));
}

static void
tell_columns (Run *run)
{
  GPtrArray *sheets = run->import->source->sheets;
  const char *const *notes = pv_table_get_notes (run->import->source->table);
  PvImportPlace place = { sheet_name (run, main_sheet (run)), 0, NULL, NULL };

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    pv_import_report_take (run->ctx.report, PV_IMPORT_INFO, &place, "lecture", NULL,
                           g_strdup (notes[i]));
  for (guint s = 0; s < sheets->len; s++)
    {
      const PvImportSheet *sheet = g_ptr_array_index (sheets, s);

      for (guint i = 0; i < sheet->mapping->columns->len; i++)
        tell_column (run, sheet, g_ptr_array_index (sheet->mapping->columns, i));
    }
}

/* --- sheets that detail the main one --- */

static Detail *
detail_new (const PvImportSheet *sheet, const PvRow *row)
{
  Detail *detail = g_new0 (Detail, 1);

  detail->sheet = sheet;
  detail->number = row->number;
  detail->n_cells = row->n_cells;
  detail->cells = g_memdup2 (row->cells, row->n_cells * sizeof (PvCell));
  for (guint i = 0; i < row->n_cells; i++)
    detail->cells[i].text = g_strdup (row->cells[i].text);
  return detail;
}

static gboolean
read_detail_sheet (Run *run, const PvImportSheet *sheet, GError **error)
{
  const PvMappedColumn *link =
      g_ptr_array_index (sheet->mapping->columns, sheet->mapping->column_of[PV_FIELD_LIEN]);
  g_autoptr (GError) local = NULL;
  PvRow row;

  if (!pv_import_source_rewind (run->import->source, sheet, error))
    return FALSE;
  while (pv_table_header_next_row (sheet->header, run->import->source->table, &row, &local))
    {
      const PvCell *cell = pv_row_get_cell (&row, link->index);
      GPtrArray *list = g_hash_table_lookup (run->details, cell->text);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (detail_free);
          g_hash_table_insert (run->details, g_strdup (cell->text), list);
        }
      g_ptr_array_add (list, detail_new (sheet, &row));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_details (Run *run, GError **error)
{
  GPtrArray *sheets = run->import->source->sheets;

  for (guint i = 1; i < sheets->len; i++)
    {
      const PvImportSheet *sheet = g_ptr_array_index (sheets, i);
      g_autoptr (GError) local = NULL;

      if (sheet->mapping->column_of[PV_FIELD_LIEN] >= 0 && !read_detail_sheet (run, sheet, &local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return TRUE;
}

static void
tell_orphans (Run *run)
{
  GHashTableIter iter;
  gpointer number;
  gpointer list;

  g_hash_table_iter_init (&iter, run->details);
  while (g_hash_table_iter_next (&iter, &number, &list))
    {
      const Detail *detail = g_ptr_array_index ((GPtrArray *)list, 0);
      PvImportPlace place = { sheet_name (run, detail->sheet), detail->number, NULL, NULL };

      if (!detail->used)
        pv_import_report_take (run->ctx.report, PV_IMPORT_WARNING, &place, "detail-sans-dossier",
                               number,
                               g_strdup (_ ("The dossier that this row details is not in the "
                                            "main sheet: the row is left out.")));
    }
}

/* --- one row --- */

static void
add_details (Run *run, const PvRow *row)
{
  const PvMapping *mapping = main_sheet (run)->mapping;
  int numero = mapping->column_of[PV_FIELD_NUMERO];
  const PvMappedColumn *column = NULL;
  GPtrArray *list;

  if (numero < 0 || g_hash_table_size (run->details) == 0)
    return;

  column = g_ptr_array_index (mapping->columns, numero);
  list = g_hash_table_lookup (run->details, pv_row_get_cell (row, column->index)->text);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      Detail *detail = g_ptr_array_index (list, i);
      PvRow part = { detail->number, detail->n_cells, detail->cells };

      detail->used = TRUE;
      pv_import_record_add (run->record, detail->sheet->mapping, detail->sheet->styles,
                            sheet_name (run, detail->sheet), &part);
    }
}

/* A number is unique in its appel only: the appel is part of the key. */
static gboolean
read_scope (Run *run, char **scope, GError **error)
{
  gint64 appel = PV_INT_NULL;

  *scope = NULL;
  if (!run->ctx.profile->key_in_appel)
    return TRUE;
  if (!pv_registry_appel (run->ctx.registry, run->ctx.appel,
                          pv_import_exercice (&run->ctx, run->record), &appel, error))
    return FALSE;

  *scope = g_strdup_printf ("appel:%" G_GINT64_FORMAT, appel);
  return TRUE;
}

static gboolean
read_row (Run *run, const PvRow *row, GError **error)
{
  const PvImportSheet *sheet = main_sheet (run);
  g_autofree char *scope = NULL;

  pv_import_record_clear (run->record);
  pv_import_record_add (run->record, sheet->mapping, sheet->styles, sheet_name (run, sheet), row);
  add_details (run, row);
  if (!read_scope (run, &scope, error))
    return FALSE;

  pv_import_record_identify (run->record, scope);
  return TRUE;
}

static gboolean
write_row (Run *run, gint64 existing, PvImportResult *result, GError **error)
{
  switch (run->ctx.profile->target)
    {
    case PV_PROFILE_TARGET_DOSSIER:
      return pv_import_dossier (&run->ctx, run->record, existing, result, error);
    case PV_PROFILE_TARGET_DEPOT:
      return pv_import_depot (&run->ctx, run->record, existing, result, error);
    case PV_PROFILE_TARGET_ENVELOPPE:
      return pv_import_enveloppe (&run->ctx, run->record, existing, result, error);
    case PV_PROFILE_TARGET_NOTE:
      return pv_import_note (&run->ctx, run->record, result, error);
    case PV_PROFILE_TARGET_EGALITE:
      return pv_import_egalite (&run->ctx, run->record, result, error);
    case PV_PROFILE_TARGET_VERSEMENT:
      return pv_import_versement (&run->ctx, run->record, existing, result, error);
    case PV_PROFILE_TARGET_BILAN:
      return pv_import_bilan (&run->ctx, run->record, result, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
remember (Run *run, const PvKnownLine *line, gint64 target, GError **error)
{
  const PvImportRecord *record = run->record;

  if (line != NULL)
    return pv_import_keys_update (run->keys, line, record->empreinte, record->montant, error);

  return pv_import_keys_add (run->keys, record->cle, record->empreinte, record->montant, target,
                             error);
}

static void
report_row (Run *run, const PvRow *row, PvImportOutcome outcome, gint64 target, const char *libelle)
{
  PvImportReport *report = run->ctx.report;
  guint *counters[] = { &report->created, &report->updated, &report->unchanged, &report->rejected };
  gboolean is_read = run->ctx.record != NULL;
  PvImportRow told = {
    .outcome = outcome,
    .sheet = sheet_name (run, main_sheet (run)),
    .row = row->number,
    .libelle = libelle,
    .target = target,
    .numero = is_read ? pv_import_record_get_text (run->record, PV_FIELD_NUMERO) : NULL,
    .porteur = is_read ? pv_import_record_get_text (run->record, PV_FIELD_PORTEUR_NOM) : NULL,
    .changes = run->ctx.changes,
    .conflicts = run->ctx.conflicts,
  };

  report->read++;
  (*counters[outcome])++;
  if (run->listener->row != NULL)
    run->listener->row (&told, run->listener->data);
}

static void
tell_duplicate (Run *run, const PvRow *row)
{
  PvImportPlace place = { sheet_name (run, main_sheet (run)), row->number, NULL, NULL };
  gint64 hash = (gint64)pv_import_row_hash (row);
  gint64 *boxed = g_memdup2 (&hash, sizeof hash);

  if (!g_hash_table_add (run->seen, boxed))
    pv_import_report_take (run->ctx.report, PV_IMPORT_WARNING, &place, "doublon-source", NULL,
                           g_strdup (_ ("This row is the same as another one of the source in "
                                        "every cell: both are kept.")));
}

static PvImportOutcome
outcome_of (const Run *run, const PvImportResult *result)
{
  if (result->target == PV_INT_NULL)
    return PV_IMPORT_REJECTED;
  if (result->created)
    return PV_IMPORT_CREATED;

  return run->ctx.changes->len > 0 ? PV_IMPORT_UPDATED : PV_IMPORT_UNCHANGED;
}

static gboolean
process_row (Run *run, const PvRow *row, GError **error)
{
  const PvKnownLine *line = pv_import_keys_get (run->keys, run->index);
  gboolean unchanged = pv_import_keys_is_unchanged (run->keys, run->index);
  PvImportResult result = { PV_INT_NULL, FALSE, NULL };
  g_autofree char *libelle = NULL;

  run->index++;
  g_ptr_array_set_size (run->ctx.changes, 0);
  g_ptr_array_set_size (run->ctx.conflicts, 0);
  run->ctx.record = unchanged ? NULL : run->record;
  if (unchanged)
    {
      report_row (run, row, PV_IMPORT_UNCHANGED, line->cible, NULL);
      return TRUE;
    }

  tell_duplicate (run, row);
  if (!read_row (run, row, error) ||
      !write_row (run, line != NULL ? line->cible : PV_INT_NULL, &result, error))
    return FALSE;
  libelle = result.libelle;
  if (result.target != PV_INT_NULL)
    {
      pv_import_context_claim (&run->ctx, result.target);
      pv_import_context_pair_cb (result.target, &run->ctx);
      if (!remember (run, line, result.target, error))
        return FALSE;
    }

  pv_import_locate_changes (&run->ctx);
  report_row (run, row, outcome_of (run, &result), result.target, libelle);
  return TRUE;
}

/* --- all rows --- */

/* The kept totals are dropped for bulk work, and counted again by the commit. */
static gboolean
suspend_when_bulk (Run *run, GError **error)
{
  if (run->suspended || run->transaction == NULL ||
      pv_import_store_get_n_writes (run->ctx.store) < N_WRITES_OF_BULK)
    return TRUE;

  run->suspended = TRUE;
  return pv_import_store_drain (run->ctx.store, error) &&
         pv_transaction_suspend_totals (run->transaction, error);
}

static gboolean
look_around (Run *run, guint n, guint from_bp, guint to_bp, GError **error)
{
  if (n % N_ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (run->listener->cancellable, error))
    return FALSE;
  if (run->listener->progress != NULL)
    run->listener->progress (
        from_bp + (to_bp - from_bp) * pv_table_get_position_bp (run->import->source->table) / 10000,
        run->listener->data);

  return suspend_when_bulk (run, error);
}

typedef gboolean (*RowFunc) (Run *run, const PvRow *row, GError **error);

static gboolean
foreach_row (Run *run, RowFunc func, guint from_bp, guint to_bp, GError **error)
{
  const PvImportSheet *sheet = main_sheet (run);
  g_autoptr (GError) local = NULL;
  PvRow row;
  guint n = 0;

  if (!pv_import_source_rewind (run->import->source, sheet, error))
    return FALSE;
  while (pv_table_header_next_row (sheet->header, run->import->source->table, &row, &local))
    {
      if (!look_around (run, n++, from_bp, to_bp, error) || !func (run, &row, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
scan_row (Run *run, const PvRow *row, GError **error)
{
  if (!read_row (run, row, error))
    return FALSE;

  pv_import_keys_scan (run->keys, run->record->cle, run->record->empreinte, run->record->montant);
  return TRUE;
}

/* What was imported before is paired first: this needs the keys of all rows. What they have to
 * say is said when they are processed. */
static gboolean
pair_rows (Run *run, GError **error)
{
  g_autoptr (PvImportReport) silent = NULL;
  PvImportReport *told = run->ctx.report;
  gboolean done;

  if (pv_import_keys_is_empty (run->keys))
    return TRUE;

  silent = pv_import_report_new ("");
  run->ctx.report = silent;
  run->record = pv_import_record_new (run->ctx.profile, silent);
  done = foreach_row (run, scan_row, 0, 3000, error);
  g_clear_pointer (&run->record, pv_import_record_free);
  run->ctx.report = told;
  if (done)
    {
      pv_import_keys_pair (run->keys);
      pv_import_keys_foreach_paired (run->keys, pv_import_context_pair_cb, &run->ctx);
    }

  return done;
}

/* The year most rows of the beginning bear. A table of one programme has one year, even when an
 * action of it begins the December before. */
static gint64
most_frequent_year (GHashTable *years)
{
  GHashTableIter iter;
  gpointer year;
  gpointer count;
  gint64 best = PV_INT_NULL;
  int best_count = 0;

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &year, &count))
    {
      if (GPOINTER_TO_INT (count) > best_count ||
          (GPOINTER_TO_INT (count) == best_count && GPOINTER_TO_INT (year) < best))
        {
          best = GPOINTER_TO_INT (year);
          best_count = GPOINTER_TO_INT (count);
        }
    }

  return best;
}

static gboolean
find_year (Run *run, GError **error)
{
  const PvImportSheet *sheet = main_sheet (run);
  g_autoptr (PvImportReport) silent = pv_import_report_new ("");
  g_autoptr (PvImportRecord) record = pv_import_record_new (run->ctx.profile, silent);
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) local = NULL;
  PvRow row;

  if (!run->ctx.profile->single_year || run->ctx.exercice != PV_INT_NULL)
    return TRUE;
  if (!pv_import_source_rewind (run->import->source, sheet, error))
    return FALSE;

  for (guint n = 0;
       n < N_ROWS_OF_YEAR &&
       pv_table_header_next_row (sheet->header, run->import->source->table, &row, &local);
       n++)
    {
      gint64 year;

      pv_import_record_clear (record);
      pv_import_record_add (record, sheet->mapping, sheet->styles, sheet_name (run, sheet), &row);
      year = pv_import_record_year (record);
      if (year != PV_INT_NULL)
        g_hash_table_insert (
            years, GINT_TO_POINTER (year),
            GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (years, GINT_TO_POINTER (year))) +
                             1));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  run->ctx.exercice = most_frequent_year (years);
  return TRUE;
}

static gboolean
prepare (Run *run, GError **error)
{
  const PvProfile *profile = run->ctx.profile;

  run->ctx.registry = pv_registry_new (run->ctx.store, profile, run->ctx.report, error);
  if (run->ctx.registry == NULL)
    return FALSE;
  run->keys =
      pv_import_keys_new (run->ctx.store, profile->id, pv_profile_get_table (profile), error);
  if (run->keys == NULL)
    return FALSE;

  pv_import_keys_foreach_target (run->keys, pv_import_context_claim_cb, &run->ctx);
  tell_columns (run);
  return read_details (run, error);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->record, pv_import_record_free);
  g_clear_pointer (&run->keys, pv_import_keys_free);
  g_clear_pointer (&run->ctx.registry, pv_registry_free);
  g_clear_pointer (&run->ctx.changes, g_ptr_array_unref);
  g_clear_pointer (&run->ctx.conflicts, g_ptr_array_unref);
  g_clear_pointer (&run->ctx.parts_of, g_ptr_array_unref);
  g_clear_pointer (&run->ctx.claimed, g_hash_table_unref);
  g_clear_pointer (&run->ctx.paired, g_hash_table_unref);
  g_clear_pointer (&run->ctx.notes, pv_import_notes_free);
  g_clear_pointer (&run->ctx.versements, g_hash_table_unref);
  g_clear_pointer (&run->ctx.publies, pv_import_publies_free);
  g_clear_pointer (&run->details, g_hash_table_unref);
  g_clear_pointer (&run->seen, g_hash_table_unref);
  g_free (run->ctx.now);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

gboolean
pv_import_run_rows (PvImport *self,
                    PvImportStore *store,
                    gpointer transaction,
                    const PvImportListener *listener,
                    PvImportReport *report,
                    GError **error)
{
  g_auto (Run) run = { .import = self, .transaction = transaction, .listener = listener };

  run.ctx.profile = self->source->profile;
  run.ctx.appel = self->appel;
  run.ctx.exercice = self->exercice;
  run.ctx.store = store;
  run.ctx.report = report;
  run.ctx.now = pv_clock_now (pv_db_get_clock (self->db));
  run.ctx.changes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_import_change_free);
  run.ctx.conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_import_change_free);
  run.ctx.choices = self->choices;
  run.ctx.slot = -1;
  run.ctx.parts_of = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_import_part_of_free);
  run.ctx.claimed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  run.ctx.paired = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  run.details =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  run.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!prepare (&run, error) || !find_year (&run, error) || !pair_rows (&run, error))
    return FALSE;
  run.record = pv_import_record_new (run.ctx.profile, report);
  if (!foreach_row (&run, process_row, pv_import_keys_is_empty (run.keys) ? 0 : 3000, 9500,
                    error) ||
      !pv_import_link_parts (&run.ctx, error))
    return FALSE;

  tell_orphans (&run);
  if (listener->progress != NULL)
    listener->progress (10000, listener->data);
  return !g_cancellable_set_error_if_cancelled (listener->cancellable, error);
}
