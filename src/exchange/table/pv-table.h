/* pv-table.h: reads the rows of a CSV, XLSX, XLS or ODS file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "pv-error.h"

G_BEGIN_DECLS

/**
 * PvTable:
 *
 * A table file opened for reading, one row at a time. The format is found by
 * the content, never by the name. The file is not modified. Memory does not
 * grow with the rows (an XLS is read whole by a process apart, bounded), and
 * everything that could grow is bounded by `pv-table-limits.h`.
 *
 * A table belongs to one thread at a time. The path must stay in place while
 * it is open: going back to the first row may open it again.
 */
typedef struct _PvTable PvTable;

typedef enum
{
  PV_TABLE_FORMAT_CSV,
  PV_TABLE_FORMAT_XLSX,
  PV_TABLE_FORMAT_XLS,
  PV_TABLE_FORMAT_ODS,
} PvTableFormat;

/**
 * PvCellKind:
 * @PV_CELL_EMPTY: nothing; the text is ""
 * @PV_CELL_TEXT: every cell of a CSV that is not empty, texts elsewhere
 * @PV_CELL_NUMBER: a number that the file stores as one
 * @PV_CELL_BOOLEAN: `number` is 0 or 1, the text is FALSE or TRUE
 * @PV_CELL_DATE: `number` is the serial day of the 1900 system
 * @PV_CELL_ERROR: an error of the spreadsheet, such as `#N/A`, as text
 */
typedef enum
{
  PV_CELL_EMPTY,
  PV_CELL_TEXT,
  PV_CELL_NUMBER,
  PV_CELL_BOOLEAN,
  PV_CELL_DATE,
  PV_CELL_ERROR,
} PvCellKind;

/**
 * PvCell:
 * @kind: what the file says the cell is
 * @length: bytes of @text
 * @text: valid UTF-8, never %NULL: as typed for a text (spaces and line
 *   breaks kept), the shortest decimal that reads back to the same number
 *   (`.` as separator), `AAAA-MM-JJ`, `AAAA-MM-JJTHH:MM:SS` or, for a time
 *   without a day, `HH:MM:SS`
 * @number: the value of a number, boolean or date, else 0
 */
typedef struct
{
  PvCellKind kind;
  guint length;
  const char *text;
  double number;
} PvCell;

/**
 * PvRow:
 * @number: row in the sheet as a spreadsheet numbers it, from 1. In a CSV a
 *   field on several lines does not make several rows, a blank line is one
 * @n_cells: how many @cells; it differs from row to row
 * @cells: valid until the next call on the table
 */
typedef struct
{
  guint number;
  guint n_cells;
  const PvCell *cells;
} PvRow;

/**
 * pv_table_open:
 * @path: the file
 *
 * Opens a file, finds its format and selects its first sheet.
 *
 * Errors: `PV_EXCHANGE_ERROR` UNREADABLE (missing, no permission, truncated),
 * EMPTY (no byte or no sheet), FORMAT (not a table), ENCRYPTED, LIMIT. The
 * message names the file and says what to do.
 *
 * Returns: (transfer full) (nullable): the table
 */
PvTable *pv_table_open (const char *path, GError **error);

void pv_table_free (PvTable *table);

PvTableFormat pv_table_get_format (PvTable *table);

/**
 * pv_table_get_basename:
 *
 * Returns: (transfer none): the name of the file without its folder, UTF-8
 */
const char *pv_table_get_basename (PvTable *table);

/**
 * pv_table_get_notes:
 *
 * What the user should know of how the file was read: a name that does not say
 * its format, a mark of UTF-8 before Windows-1252 text…
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences, maybe none
 */
const char *const *pv_table_get_notes (PvTable *table);

/**
 * pv_table_get_n_sheets:
 *
 * Returns: how many sheets the file has, 1 for a CSV; chart sheets do not count
 */
guint pv_table_get_n_sheets (PvTable *table);

/**
 * pv_table_get_sheet_name:
 *
 * Returns: (transfer none): the name of sheet @sheet (from 0), the name of the
 *   file without its extension for a CSV
 */
const char *pv_table_get_sheet_name (PvTable *table, guint sheet);

guint pv_table_get_sheet (PvTable *table);

/**
 * pv_table_select_sheet:
 * @sheet: from 0
 *
 * Goes to the start of a sheet, also of the one being read.
 */
gboolean pv_table_select_sheet (PvTable *table, guint sheet, GError **error);

/**
 * pv_table_next_row:
 * @row: (out caller-allocates): the row; valid until the next call on @table
 *
 * Reads the next row that holds something; rows without any value are passed
 * over, the numbers show the gap.
 *
 * Errors: as pv_table_open(). After an error the sheet can only be selected
 * again.
 *
 * Returns: %FALSE at the end, without @error, or on an error
 */
gboolean pv_table_next_row (PvTable *table, PvRow *row, GError **error);

/**
 * pv_table_get_position_bp:
 *
 * Returns: how much of the sheet is read, 0 to 10000, for a progress bar
 */
guint pv_table_get_position_bp (PvTable *table);

/**
 * pv_table_get_encoding:
 *
 * Returns: (transfer none) (nullable): `UTF-8`, `WINDOWS-1252`, `UTF-16LE` or
 *   `UTF-16BE` for a CSV, else %NULL
 */
const char *pv_table_get_encoding (PvTable *table);

/**
 * pv_table_get_delimiter:
 *
 * Returns: `;`, `,`, tab or `|` for a CSV, else 0
 */
char pv_table_get_delimiter (PvTable *table);

/**
 * pv_table_column_letters:
 * @index: a column from 0
 *
 * Returns: (transfer full): its letters as spreadsheets show them: A, Z, AA…
 */
char *pv_table_column_letters (guint index);

/**
 * pv_row_get_cell:
 *
 * Returns: (transfer none): cell @column (from 0) of a row, an empty cell
 *   beyond its last
 */
const PvCell *pv_row_get_cell (const PvRow *row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvTable, pv_table_free)

G_END_DECLS
