/* pv-workbook.h: an Excel workbook that appears whole, or not at all
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export-partiel.h"
#include "export/pv-export.h"
#include "export/pv-workbook-formats.h"

G_BEGIN_DECLS

/**
 * PvWorkbookLimits:
 * @max_rows: rows of a sheet
 * @max_chars: UTF-16 units of a cell
 * @constant_memory_above: number of dossiers above which rows go to disk as they come
 *
 * The limits of the format, that tests lower.
 */
typedef struct
{
  guint32 max_rows;
  guint32 max_chars;
  gint64 constant_memory_above;
} PvWorkbookLimits;

/* Source: Excel specifications and limits, worksheet and workbook. */
#define PV_WORKBOOK_MAX_ROWS 1048576
#define PV_WORKBOOK_MAX_CHARS 32767

/* Below, the file has what only a workbook held in memory gets: the values that
 * the charts draw are kept in them, for viewers that compute nothing. 2 000
 * dossiers with their financements take about 40 MB. */
#define PV_WORKBOOK_CONSTANT_MEMORY_ABOVE 2000

#define PV_WORKBOOK_LIMITS                                                                         \
  ((PvWorkbookLimits){ PV_WORKBOOK_MAX_ROWS, PV_WORKBOOK_MAX_CHARS,                                \
                       PV_WORKBOOK_CONSTANT_MEMORY_ABOVE })

/**
 * PvWorkbookCut:
 *
 * A text that a cell cannot hold whole.
 */
typedef struct
{
  char *feuille;
  char *cellule; /* `E17` */
  char *colonne;
} PvWorkbookCut;

/**
 * PvWorkbook:
 * @contexte: second line of every sheet
 * @cuts: (element-type PvWorkbookCut)
 * @n_cells: cells written, for the benchmarks
 *
 * What the sheets of one workbook share while it is written.
 */
typedef struct
{
  const PvExportRequest *request;
  PvWorkbookLimits limits;
  lxw_workbook *book;
  PvWorkbookFormats *formats;
  PvExportResult *result;
  GPtrArray *cuts;
  GPtrArray *companions; /* files written beside, not renamed yet */
  char *contexte;
  char *pied;
  char *partial; /* where it is written until it is whole */
  guint64 n_cells;
  guint done_bp;
} PvWorkbook;

/**
 * pv_workbook_new:
 * @constant_memory: rows must then be written in order, once
 *
 * Opens the file under a temporary name beside its final one. A folder that
 * cannot be written to is found here, before any work.
 */
PvWorkbook *pv_workbook_new (const PvExportRequest *request,
                             const PvWorkbookLimits *limits,
                             gboolean constant_memory,
                             GError **error);

/* Ends without leaving anything behind. */
void pv_workbook_free (PvWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvWorkbook, pv_workbook_free)

/* Tells how much is done, and whether to go on: %FALSE when cancelled. */
gboolean pv_workbook_report (PvWorkbook *self, const char *step, guint done_bp, GError **error);

/**
 * pv_workbook_set_properties:
 *
 * Document properties; the date is the clock's, so that a fixed clock gives
 * the same bytes again.
 */
void pv_workbook_set_properties (PvWorkbook *self, const char *title, const char *subject);

/**
 * pv_workbook_finish:
 *
 * Closes the file, reads it again, syncs it and gives it its name, with the
 * files beside it.
 *
 * Returns: (transfer full): what was written, or %NULL with an error; then
 *   nothing is left
 */
PvExportResult *pv_workbook_finish (PvWorkbook *self, GError **error);

/* Closes @book, and frees it. (nullable): why it could not be written, in the words of the system
 * where it says why. */
const char *pv_workbook_end (lxw_workbook *book);

G_END_DECLS
