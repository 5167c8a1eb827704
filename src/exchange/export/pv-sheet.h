/* pv-sheet.h: a sheet that is one table, with its title, bands and totals
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-workbook.h"

G_BEGIN_DECLS

/**
 * PvSheetColumn:
 * @bande: (nullable): the group it stands under
 * @entete: its name, unique in the sheet
 * @definition: what it holds, for the sheet « Lisez-moi »
 * @somme: whether the totals row sums it
 * @repliee: folded away until asked for, hence not printed
 * @total_fixe: what the totals row says when the column is not a sum
 *   (distinct dossiers), or %PV_INT_NULL
 * @capitale: whether its texts, words of a sentence, begin with a capital
 * @largeur_max: in characters
 */
typedef struct
{
  char *bande;
  char *entete;
  const char *definition;
  PvSheetKind kind;
  gboolean somme;
  gboolean repliee;
  gboolean capitale;
  gint64 total_fixe;
  double largeur_max;
} PvSheetColumn;

/* (element-type PvSheetColumn) */
GArray *pv_sheet_columns_new (void);

/**
 * pv_sheet_columns_add:
 *
 * Returns: (transfer none): the column, to set its flags, until the next one
 */
PvSheetColumn *pv_sheet_columns_add (GArray *columns,
                                     const char *bande,
                                     const char *entete,
                                     PvSheetKind kind,
                                     const char *definition);

/**
 * PvSheet:
 *
 * One sheet under way. Its layout: row 1 title, row 2 context, then, at the
 * first row of its table, bands, unique headers and the data; after the data
 * one blank row and the totals row, outside the autofilter.
 */
typedef struct _PvSheet PvSheet;

/* Adds a sheet to the workbook, with its print set-up: A3 landscape, one page
 * wide, page numbers. */
PvSheet *pv_sheet_new (PvWorkbook *workbook, const char *nom);
void pv_sheet_free (PvSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSheet, pv_sheet_free)

lxw_worksheet *pv_sheet_get_worksheet (PvSheet *self);
PvWorkbook *pv_sheet_get_workbook (PvSheet *self);

/* @contexte: (nullable): %NULL for the workbook's own. */
void pv_sheet_write_title (PvSheet *self, const char *titre, const char *contexte);

/**
 * PvSheetFill:
 *
 * Writes the rows of a table, from the first one. It is called again when the
 * rows do not fit the sheet, to write them all to a CSV file beside it.
 */
typedef gboolean (*PvSheetFill) (PvSheet *self, gpointer user_data, GError **error);

/**
 * pv_sheet_write_table:
 * @premiere_ligne: row of the bands, from 0 (2 below title and context)
 * @n_figees: columns that stay when the sheet is scrolled; 0 freezes nothing
 * @columns: (element-type PvSheetColumn): taken
 * @vide: (nullable): what to say when there is no row
 *
 * Writes a whole table.
 */
gboolean pv_sheet_write_table (PvSheet *self,
                               guint premiere_ligne,
                               guint n_figees,
                               GArray *columns,
                               const char *vide,
                               PvSheetFill fill,
                               gpointer user_data,
                               GError **error);

/* (nullable): the columns of the table, once written. */
const GArray *pv_sheet_get_columns (PvSheet *self);
const char *pv_sheet_get_nom (PvSheet *self);

/*
 * Cells of the row under way, one after the other. What is NULL is an empty
 * cell; a text is never a formula.
 */
void pv_sheet_add_text (PvSheet *self, const char *text);
void pv_sheet_add_number (PvSheet *self, gint64 value); /* in the unit of its kind */
void pv_sheet_add_numbers (PvSheet *self, const gint64 *values, guint n);
/* The sum of the @n_below rows that follow, which the totals row does not sum
 * again: SUBTOTAL leaves out what is a SUBTOTAL itself. */
void pv_sheet_add_subtotal (PvSheet *self, gint64 value, guint n_below);
void pv_sheet_add_date (PvSheet *self, const char *iso);

/* The row under way is not counted (a chapeau): it is shown in grey. */
void pv_sheet_mute_row (PvSheet *self);

/* Ends the row; looks at the cancellation from time to time. */
gboolean pv_sheet_end_row (PvSheet *self, GError **error);

guint32 pv_sheet_get_n_rows (PvSheet *self);

/* Before the first row: what is longer is cut by the cell, which keeps it
 * whole. 0, as at first: no limit. */
void pv_sheet_set_max_lines (PvSheet *self, guint max_lines);

/* Lines a text takes in a column of that width, in characters. */
guint pv_sheet_count_lines (const char *text, double width);

/* Height of a row of that many lines, in points. */
double pv_sheet_get_height (guint n_lines);

/* (transfer full): with a capital as first letter */
char *pv_sheet_capitalise (const char *text);

/* How much of the whole work the rows of this sheet are: from, to, for how many. */
void pv_sheet_set_progress (PvSheet *self, guint from_bp, guint to_bp, gint64 n_rows);

G_END_DECLS
