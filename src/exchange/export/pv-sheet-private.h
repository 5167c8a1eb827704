/* pv-sheet-private.h: the parts of a sheet under way
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-sheet.h"

G_BEGIN_DECLS

/**
 * PvSheetMeasure:
 * @chars: characters of the longest line
 * @sum: exact sum of what was written
 * @max: largest magnitude written
 */
typedef struct
{
  glong chars;
  gint64 sum;
  gint64 max;
} PvSheetMeasure;

struct _PvSheet
{
  PvWorkbook *workbook;
  lxw_worksheet *worksheet;
  char *nom;
  GArray *columns;
  PvSheetMeasure *measures;
  guint premiere_donnee; /* row of the first data, from 0 */
  guint32 n_rows;        /* written to the sheet */
  guint32 n_dropped;     /* beyond the last row a sheet can have */
  guint n_cuts;          /* texts that a cell cannot hold whole */
  guint column;          /* of the row under way */
  guint lines;           /* of the tallest wrapped cell of the row under way */
  guint max_lines;       /* of a row; 0: no limit */
  gboolean muted;
  gboolean overflow;
  lxw_error code; /* the first error of libxlsxwriter */
  GString *csv;   /* (nullable): rows go to this file instead */
  GOutputStream *csv_stream;
  guint progress_from;
  guint progress_to;
  gint64 progress_rows;
};

static inline PvSheetColumn *
pv_sheet_column (PvSheet *self, guint index)
{
  return &g_array_index (self->columns, PvSheetColumn, index);
}

/* Title lines, bands, headers: before the first row. */
void pv_sheet_layout_begin (PvSheet *self, guint premiere_ligne);

/* Width of a text, up to @end, in figures of the default font. */
double pv_sheet_measure_text (const char *text, const char *end);

/* Height of one line of text, in points. */
#define PV_SHEET_LINE_HEIGHT 12.75

/* Height of a row of one line, in points: not Excel's own, so that other readers
 * keep it too. */
#define PV_SHEET_ROW_HEIGHT 16.5

/* The autofilter: right after the last row. */
void pv_sheet_layout_filter (PvSheet *self);

/* Totals, panes, widths: after the last one. */
void pv_sheet_layout_end (PvSheet *self, guint n_figees);

/* The complete rows in a CSV file beside the workbook. */
gboolean pv_sheet_csv_write (PvSheet *self, PvSheetFill fill, gpointer user_data, GError **error);
void pv_sheet_csv_add_text (PvSheet *self, const char *text);
void pv_sheet_csv_add_number (PvSheet *self, gint64 value);
gboolean pv_sheet_csv_end_row (PvSheet *self, GError **error);

G_END_DECLS
