/* pv-synthese-charts.h: the charts of the sheet « Synthèse »
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-sheet.h"

G_BEGIN_DECLS

/**
 * PvChartRange:
 * @titre_ligne: row of the headers of the table
 * @premiere, @derniere: its rows of data
 * @noms: column of the names
 * @debut, @fin: columns of the values
 *
 * The table that a chart draws; rows and columns from 0.
 */
typedef struct
{
  guint titre_ligne;
  guint premiere;
  guint derniere;
  guint noms;
  guint debut;
  guint fin;
} PvChartRange;

/**
 * PvChartPlace:
 * @n_lignes: its height, in rows of the sheet
 * @largeur: in pixels; 0: %PV_CHART_WIDTH_PIXELS
 */
typedef struct
{
  guint ligne;
  guint colonne;
  guint n_lignes;
  const char *titre;
  guint largeur;
} PvChartPlace;

/* Height of a row of the sheet, and width of the place of a chart, in pixels. */
#define PV_CHART_ROW_PIXELS 21
#define PV_CHART_WIDTH_PIXELS 780

/* One column per heading of the table, for each row beside the others or on top of them.
 * @visibles: bits of the rows that have an amount; the others would only fill the legend. */
void pv_synthese_chart_rows (PvSheet *sheet,
                             gboolean stacked,
                             const PvChartRange *range,
                             guint visibles,
                             const PvChartPlace *place,
                             const char *description);

/* For each row of the table one column per @columns of it, side by side; or, of @marks, on top of
 * one another in their colours. */
void pv_synthese_chart_columns (PvSheet *sheet,
                                gboolean marks,
                                const PvChartRange *range,
                                const guint *columns,
                                guint n_columns,
                                const PvChartPlace *place,
                                const char *description);

/* One bar per stage, one part of it per funder. @visibles: bits of the funders
 * that have an amount; the others would only fill the legend. */
void pv_synthese_chart_funders (PvSheet *sheet,
                                const PvChartRange *range,
                                guint visibles,
                                const PvChartPlace *place);

/* One bar per envelope: consumed, then what remains. */
void
pv_synthese_chart_envelopes (PvSheet *sheet, const PvChartRange *range, const PvChartPlace *place);

/* One bar per mark: 0, 1, 2, not assessed. */
void pv_synthese_chart_marks (PvSheet *sheet, const PvChartRange *range, const PvChartPlace *place);

G_END_DECLS
