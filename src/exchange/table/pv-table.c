/* pv-table.c: reads the rows of a CSV, XLSX, XLS or ODS file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"
#include "pv-table-sniff.h"

static const PvCell empty_cell = { PV_CELL_EMPTY, 0, "", 0 };

static const PvTableReader *const readers[] = {
  [PV_TABLE_FORMAT_CSV] = &pv_table_csv_reader,
  [PV_TABLE_FORMAT_XLSX] = &pv_table_xlsx_reader,
  [PV_TABLE_FORMAT_XLS] = &pv_table_xls_reader,
  [PV_TABLE_FORMAT_ODS] = &pv_table_ods_reader,
};

static const guint64 max_sizes[] = {
  [PV_TABLE_FORMAT_CSV] = PV_TABLE_MAX_CSV_BYTES,
  [PV_TABLE_FORMAT_XLSX] = PV_TABLE_MAX_ZIP_BYTES,
  [PV_TABLE_FORMAT_XLS] = PV_TABLE_MAX_XLS_BYTES,
  [PV_TABLE_FORMAT_ODS] = PV_TABLE_MAX_ZIP_BYTES,
};

/* Formats that a suffix announces, as bits. */
static guint
formats_of_suffix (const char *basename)
{
  static const struct
  {
    const char *suffix;
    guint formats;
  } suffixes[] = {
    { ".csv", 1 << PV_TABLE_FORMAT_CSV },   { ".txt", 1 << PV_TABLE_FORMAT_CSV },
    { ".tsv", 1 << PV_TABLE_FORMAT_CSV },   { ".xlsx", 1 << PV_TABLE_FORMAT_XLSX },
    { ".xlsm", 1 << PV_TABLE_FORMAT_XLSX }, { ".xltx", 1 << PV_TABLE_FORMAT_XLSX },
    { ".xls", 1 << PV_TABLE_FORMAT_XLS },   { ".xlt", 1 << PV_TABLE_FORMAT_XLS },
    { ".ods", 1 << PV_TABLE_FORMAT_ODS },   { ".ots", 1 << PV_TABLE_FORMAT_ODS },
  };
  g_autofree char *lower = g_ascii_strdown (basename, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i].suffix))
      return suffixes[i].formats;
  return ~0u;
}

static void
note_mislabelled (PvTable *table)
{
  static const char *const names[] = { "CSV", "XLSX", "XLS", "ODS" };
  PvTableFormat format = table->reader->format;

  if ((formats_of_suffix (table->basename) & (1u << format)) == 0)
    pv_table_add_note (table, g_strdup_printf (_ ("“%s” is a %s file, whatever its name: it was "
                                                  "read as such."),
                                               table->basename, names[format]));
}

/* The size of a regular file; a folder, a pipe or a device is refused, for it
 * could block for ever. */
static gboolean
check_file (PvTable *table, GError **error)
{
  GStatBuf info;

  if (g_stat (table->path, &info) != 0)
    {
      int saved = errno;

      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE,
                   _ ("“%s” cannot be read (%s): check its name and your rights on it."),
                   table->basename, g_strerror (saved));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE,
                   _ ("“%s” is not a file: give a CSV, XLSX, XLS or ODS file."), table->basename);
      return FALSE;
    }
  table->file_size = (guint64)info.st_size;
  if (table->file_size == 0)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_EMPTY);
  return TRUE;
}

static gboolean
open_reader (PvTable *table, GError **error)
{
  PvTableFormat format;

  if (!check_file (table, error) ||
      !pv_table_sniff (table->path, table->basename, table->file_size, &format, error))
    return FALSE;
  if (table->file_size > max_sizes[format])
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_FILE_SIZE);

  table->reader = readers[format];
  if (!table->reader->open (table, error))
    return FALSE;
  if (table->sheet_names->len == 0)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_NO_SHEET);
  note_mislabelled (table);
  return pv_table_select_sheet (table, 0, error);
}

static gboolean
row_is_blank (const PvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    for (const char *p = row->cells[i].text; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);

        if (!g_unichar_isspace (c) && c != 0x200B && c != 0xFEFF)
          return FALSE;
      }
  return TRUE;
}

PvTable *
pv_table_open (const char *path, GError **error)
{
  g_autoptr (PvTable) table = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table = g_new0 (PvTable, 1);
  table->path = g_strdup (path);
  table->basename = g_filename_display_basename (path);
  table->sheet_names = g_ptr_array_new_with_free_func (g_free);
  table->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (table->notes, NULL);

  if (!open_reader (table, error))
    return NULL;
  return g_steal_pointer (&table);
}

void
pv_table_free (PvTable *table)
{
  if (table == NULL)
    return;
  if (table->reader != NULL && table->state != NULL)
    table->reader->close (table);
  g_ptr_array_unref (table->sheet_names);
  g_ptr_array_unref (table->notes);
  g_free (table->basename);
  g_free (table->path);
  g_free (table);
}

void
pv_table_add_note (PvTable *table, char *note)
{
  for (guint i = 0; i + 1 < table->notes->len; i++)
    if (g_str_equal (table->notes->pdata[i], note))
      {
        g_free (note);
        return;
      }
  g_ptr_array_insert (table->notes, (gint)table->notes->len - 1, note);
}

PvTableFormat
pv_table_get_format (PvTable *table)
{
  g_return_val_if_fail (table != NULL, PV_TABLE_FORMAT_CSV);
  return table->reader->format;
}

const char *
pv_table_get_basename (PvTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);
  return table->basename;
}

const char *const *
pv_table_get_notes (PvTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);
  return (const char *const *)table->notes->pdata;
}

guint
pv_table_get_n_sheets (PvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);
  return table->sheet_names->len;
}

const char *
pv_table_get_sheet_name (PvTable *table, guint sheet)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (sheet < table->sheet_names->len, NULL);
  return table->sheet_names->pdata[sheet];
}

guint
pv_table_get_sheet (PvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);
  return table->sheet;
}

gboolean
pv_table_select_sheet (PvTable *table, guint sheet, GError **error)
{
  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (sheet < table->sheet_names->len, FALSE);

  table->sheet = sheet;
  table->n_cells = 0;
  table->ended = FALSE;
  table->failed = !table->reader->select_sheet (table, sheet, error);
  return !table->failed;
}

gboolean
pv_table_next_row (PvTable *table, PvRow *row, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (table != NULL && row != NULL, FALSE);

  if (table->failed)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_DAMAGED);
  while (!table->ended && table->reader->next_row (table, row, &local))
    {
      table->n_cells += row->n_cells;
      if (table->n_cells > PV_TABLE_MAX_CELLS)
        {
          pv_table_set_problem (&local, table->basename, PV_TABLE_PROBLEM_CELLS);
          break;
        }
      if (!row_is_blank (row))
        return TRUE;
    }
  *row = (PvRow){ 0 };
  table->ended = TRUE;
  if (local == NULL)
    return FALSE;
  table->failed = TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

guint
pv_table_get_position_bp (PvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);
  return table->ended ? 10000 : MIN (table->reader->get_position_bp (table), 10000);
}

const char *
pv_table_get_encoding (PvTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);
  return table->encoding;
}

char
pv_table_get_delimiter (PvTable *table)
{
  g_return_val_if_fail (table != NULL, 0);
  return table->delimiter;
}

char *
pv_table_column_letters (guint index)
{
  GString *letters = g_string_new (NULL);

  for (guint n = index + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char)('A' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}

const PvCell *
pv_row_get_cell (const PvRow *row, guint column)
{
  return column < row->n_cells ? &row->cells[column] : &empty_cell;
}
