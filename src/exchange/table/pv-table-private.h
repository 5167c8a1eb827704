/* pv-table-private.h: what the readers of each format share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table.h"

G_BEGIN_DECLS

/* What a format does. The reader is made once the format is known; it fills
 * the sheet names while opening. */
typedef struct
{
  PvTableFormat format;
  gboolean (*open) (PvTable *table, GError **error);
  void (*close) (PvTable *table);
  gboolean (*select_sheet) (PvTable *table, guint sheet, GError **error);
  gboolean (*next_row) (PvTable *table, PvRow *row, GError **error);
  guint (*get_position_bp) (PvTable *table);
} PvTableReader;

extern const PvTableReader pv_table_csv_reader;
extern const PvTableReader pv_table_xlsx_reader;
extern const PvTableReader pv_table_xls_reader;
extern const PvTableReader pv_table_ods_reader;

struct _PvTable
{
  const PvTableReader *reader;
  gpointer state; /* of the reader */

  char *path;
  char *basename; /* as shown in messages */
  guint64 file_size;
  GPtrArray *sheet_names;
  GPtrArray *notes; /* NULL-terminated when shown */

  guint sheet;
  guint64 n_cells; /* handed out of this sheet */
  gboolean failed;
  gboolean ended;

  const char *encoding;
  char delimiter;
};

void pv_table_add_note (PvTable *table, char *note);

/* What is wrong with a file, each with its code and its sentence. */
typedef enum
{
  PV_TABLE_PROBLEM_EMPTY,
  PV_TABLE_PROBLEM_DAMAGED,
  PV_TABLE_PROBLEM_NOT_A_TABLE,
  PV_TABLE_PROBLEM_WEB_PAGE,
  PV_TABLE_PROBLEM_XML,
  PV_TABLE_PROBLEM_COMPRESSED,
  PV_TABLE_PROBLEM_BINARY_WORKBOOK,
  PV_TABLE_PROBLEM_ENCRYPTED,
  PV_TABLE_PROBLEM_DOCTYPE,
  PV_TABLE_PROBLEM_NO_SHEET,
  PV_TABLE_PROBLEM_FILE_SIZE,
  PV_TABLE_PROBLEM_PART_SIZE,
  PV_TABLE_PROBLEM_RATIO,
  PV_TABLE_PROBLEM_PARTS,
  PV_TABLE_PROBLEM_SHEETS,
  PV_TABLE_PROBLEM_ROWS,
  PV_TABLE_PROBLEM_COLUMNS,
  PV_TABLE_PROBLEM_CELLS,
  PV_TABLE_PROBLEM_CELL_SIZE,
  PV_TABLE_PROBLEM_ROW_SIZE,
  PV_TABLE_PROBLEM_STRINGS,
  PV_TABLE_PROBLEM_FORMATS,
} PvTableProblem;

/* Always FALSE, so that a function can return it. */
gboolean pv_table_set_problem (GError **error, const char *basename, PvTableProblem problem);

G_END_DECLS
