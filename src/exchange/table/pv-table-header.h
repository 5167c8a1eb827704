/* pv-table-header.h: finds the header rows of a table, and its total row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table.h"

G_BEGIN_DECLS

/**
 * PvTableColumn:
 * @index: column of the sheet, from 0
 * @name: as written, trimmed, line breaks and runs of spaces as one space; ""
 *   for a column that has values but no name
 * @band: (nullable): what stands above it in a two-level header: the group it
 *   belongs to, or a long label of its own
 * @folded: @name folded: no case, accents nor punctuation, single spaces
 * @folded_band: (nullable): @band folded
 * @occurrence: 1 for the first column of that band and name, 2 for the second…
 */
typedef struct
{
  guint index;
  char *name;
  char *band;
  char *folded;
  char *folded_band;
  guint occurrence;
} PvTableColumn;

/**
 * PvTableHeader:
 * @row: number of the row of the names
 * @first_data_row: number of the first row of data, 0 when there is none
 * @n_columns: how many @columns
 * @columns: by rising index; one without a name (`name` is "") is there when
 *   the first rows have values in it, so that nothing is dropped in silence
 */
typedef struct
{
  guint row;
  guint first_data_row;
  guint n_columns;
  PvTableColumn *columns;
} PvTableHeader;

/**
 * PvHeaderScoreFunc:
 * @names: (array length=n_names): the cells of a row, folded
 *
 * Returns: how many of @names are known headers
 */
typedef guint (*PvHeaderScoreFunc) (const char *const *names, guint n_names, gpointer data);

/**
 * pv_table_header_detect:
 * @table: a table; its current sheet is rewound
 * @score: (nullable): tells known headers, so that the row of the names is
 *   found under or over long labels; without it the form of the rows decides
 *
 * Finds the row of names in the current sheet: under title lines, under a row
 * of bands (a band goes on over the blank cells at its right until the next
 * one; merged cells are not read, for a CSV has none and an XLSX tells them
 * after its rows). Afterwards pv_table_next_row() gives the first row of data.
 *
 * Errors: `PV_EXCHANGE_ERROR_EMPTY` when the sheet has no row of names, and
 * those of pv_table_next_row().
 *
 * Returns: (transfer full) (nullable): the header
 */
PvTableHeader *
pv_table_header_detect (PvTable *table, PvHeaderScoreFunc score, gpointer data, GError **error);

void pv_table_header_free (PvTableHeader *header);

/**
 * pv_table_header_is_total_row:
 *
 * A total row bears `Total`, `Totaux`, `Total général`, `Consolidation`… as
 * its only text; its other cells are numbers or empty. OSIRIS writes the count
 * of records before `Consolidation`.
 *
 * Returns: whether @row sums the others, hence is not data
 */
gboolean pv_table_header_is_total_row (const PvTableHeader *header, const PvRow *row);

/**
 * pv_table_header_is_repeated_row:
 *
 * Returns: whether @row is the row of names again, as printed pages have it
 */
gboolean pv_table_header_is_repeated_row (const PvTableHeader *header, const PvRow *row);

/**
 * pv_table_header_next_row:
 *
 * As pv_table_next_row(), passing over total rows and repeated names.
 */
gboolean
pv_table_header_next_row (const PvTableHeader *header, PvTable *table, PvRow *row, GError **error);

/**
 * pv_table_header_fold:
 *
 * Returns: (transfer full): a header folded as in #PvTableColumn.folded
 */
char *pv_table_header_fold (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvTableHeader, pv_table_header_free)

G_END_DECLS
