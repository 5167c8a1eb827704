/* pv-synthese-charts.c: the charts of the sheet « Synthèse »
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese-charts.h"

/* libxlsxwriter draws a chart of this size at scale 1. */
#define DEFAULT_WIDTH 480.0
#define DEFAULT_HEIGHT 288.0

#define AMOUNT_CODE "#,##0 \"€\""

/* Told apart in grey too: their lightness differs. */
static const lxw_color_t funder_colors[] = { 0x1A5FB4, 0x99C1F1, 0x26A269, 0xF5C211,
                                             0x613583, 0xC0BFBC, 0x865E3C };

static const lxw_color_t mark_colors[] = { 0xC0BFBC, 0x99C1F1, 0x1A5FB4, 0xFFFFFF };

static void
set_fonts (lxw_chart *chart, const char *title, double size)
{
  lxw_chart_font title_font = {
    .name = (char *)"Calibri", .size = size + 2, .bold = LXW_TRUE, .color = PV_COLOR_TEXT
  };
  lxw_chart_font font = { .name = (char *)"Calibri", .size = size, .color = PV_COLOR_SECONDARY };

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_legend_set_font (chart, &font);
}

static lxw_chart_axis *
value_axis (lxw_chart *chart, uint8_t type)
{
  return type == LXW_CHART_BAR_STACKED ? chart->x_axis : chart->y_axis;
}

static lxw_chart *
new_chart (PvSheet *sheet, uint8_t type, const PvChartPlace *place)
{
  lxw_chart *chart = workbook_add_chart (pv_sheet_get_workbook (sheet)->book, type);
  lxw_chart_line none = { .none = LXW_TRUE };
  lxw_chart_line light = { .color = PV_COLOR_LINE, .width = 0.75 };

  set_fonts (chart, place->titre, place->largeur > 0 ? 10 : 9);
  chart_chartarea_set_line (chart, &none);
  chart_axis_set_line (chart->x_axis, &light);
  chart_axis_set_line (chart->y_axis, &light);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  chart_axis_major_gridlines_set_visible (chart->y_axis, LXW_FALSE);
  chart_axis_major_gridlines_set_visible (value_axis (chart, type), LXW_TRUE);
  chart_axis_major_gridlines_set_line (value_axis (chart, type), &light);
  chart_axis_set_line (value_axis (chart, type), &none);

  return chart;
}

static lxw_chart_series *
add_series (PvSheet *sheet,
            lxw_chart *chart,
            const guint *categories,
            const guint *values,
            lxw_color_t color)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = color };
  lxw_chart_line line = { .color = LXW_COLOR_WHITE, .width = 0.75 };
  const char *name = pv_sheet_get_nom (sheet);

  chart_series_set_categories (series, name, categories[0], (lxw_col_t)categories[1], categories[2],
                               (lxw_col_t)categories[3]);
  chart_series_set_values (series, name, values[0], (lxw_col_t)values[1], values[2],
                           (lxw_col_t)values[3]);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);

  return series;
}

static void
insert (PvSheet *sheet, lxw_chart *chart, const PvChartPlace *place, const char *description)
{
  lxw_chart_options options = {
    .x_offset = 4,
    .x_scale = (place->largeur > 0 ? place->largeur : PV_CHART_WIDTH_PIXELS) / DEFAULT_WIDTH,
    .y_scale = place->n_lignes * PV_CHART_ROW_PIXELS / DEFAULT_HEIGHT,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = (char *)description
  };

  worksheet_insert_chart_opt (pv_sheet_get_worksheet (sheet), place->ligne,
                              (lxw_col_t)place->colonne, chart, &options);
}

void
pv_synthese_chart_rows (PvSheet *sheet,
                        gboolean stacked,
                        const PvChartRange *range,
                        guint visibles,
                        const PvChartPlace *place,
                        const char *description)
{
  lxw_chart *chart =
      new_chart (sheet, stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN, place);
  guint categories[] = { range->titre_ligne, range->debut, range->titre_ligne, range->fin };

  for (guint row = range->premiere; row <= range->derniere; row++)
    if (visibles & (1u << (row - range->premiere)))
      {
        guint values[] = { row, range->debut, row, range->fin };
        lxw_chart_series *series =
            add_series (sheet, chart, categories, values,
                        funder_colors[(row - range->premiere) % G_N_ELEMENTS (funder_colors)]);

        chart_series_set_name_range (series, pv_sheet_get_nom (sheet), row, (lxw_col_t)range->noms);
      }

  chart_axis_set_num_format (chart->y_axis, AMOUNT_CODE);
  chart_set_series_gap (chart, 60);
  chart_legend_set_position (chart,
                             place->largeur > 0 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_RIGHT);
  insert (sheet, chart, place, description);
}

void
pv_synthese_chart_columns (PvSheet *sheet,
                           gboolean marks,
                           const PvChartRange *range,
                           const guint *columns,
                           guint n_columns,
                           const PvChartPlace *place,
                           const char *description)
{
  lxw_chart *chart = new_chart (sheet, marks ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN, place);
  guint categories[] = { range->premiere, range->noms, range->derniere, range->noms };
  lxw_chart_line outline = { .color = PV_COLOR_SECONDARY, .width = 0.75 };

  for (guint i = 0; i < n_columns; i++)
    {
      guint values[] = { range->premiere, columns[i], range->derniere, columns[i] };
      lxw_chart_series *series =
          add_series (sheet, chart, categories, values,
                      marks ? mark_colors[i % G_N_ELEMENTS (mark_colors)]
                            : funder_colors[i % G_N_ELEMENTS (funder_colors)]);

      chart_series_set_name_range (series, pv_sheet_get_nom (sheet), range->titre_ligne,
                                   (lxw_col_t)columns[i]);
      if (marks)
        chart_series_set_line (series, &outline);
    }

  chart_axis_set_num_format (chart->y_axis, AMOUNT_CODE);
  chart_set_series_gap (chart, 60);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_RIGHT);
  insert (sheet, chart, place, description);
}

void
pv_synthese_chart_funders (PvSheet *sheet,
                           const PvChartRange *range,
                           guint visibles,
                           const PvChartPlace *place)
{
  pv_synthese_chart_rows (sheet, TRUE, range, visibles, place,
                          "Montants par étape, empilés par financeur");
}

void
pv_synthese_chart_envelopes (PvSheet *sheet, const PvChartRange *range, const PvChartPlace *place)
{
  lxw_chart *chart = new_chart (sheet, LXW_CHART_BAR_STACKED, place);
  guint categories[] = { range->premiere, range->noms, range->derniere, range->noms };
  static const lxw_color_t colors[] = { 0x1A5FB4, 0xD5E4F7 };

  for (guint column = range->debut; column <= range->fin; column++)
    {
      guint values[] = { range->premiere, column, range->derniere, column };
      lxw_chart_series *series =
          add_series (sheet, chart, categories, values, colors[(column - range->debut) % 2]);

      chart_series_set_name_range (series, pv_sheet_get_nom (sheet), range->titre_ligne,
                                   (lxw_col_t)column);
    }

  /* in a bar chart the horizontal axis bears the values; the first envelope is
   * on top, as in the table; what an exceeded one lacks is told in the table,
   * left of zero it would push all the others aside */
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_crossing_max (chart->y_axis);
  chart_axis_set_label_position (chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_axis_set_min (chart->x_axis, 0);
  chart_axis_set_num_format (chart->x_axis, AMOUNT_CODE);
  chart_set_series_gap (chart, 45);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_RIGHT);
  insert (sheet, chart, place, "Enveloppes : engagé et restant");
}

void
pv_synthese_chart_marks (PvSheet *sheet, const PvChartRange *range, const PvChartPlace *place)
{
  lxw_chart *chart = new_chart (sheet, LXW_CHART_COLUMN, place);
  guint categories[] = { range->premiere, range->noms, range->derniere, range->noms };
  guint values[] = { range->premiere, range->debut, range->derniere, range->debut };
  lxw_chart_series *series = add_series (sheet, chart, categories, values, mark_colors[0]);
  lxw_chart_line outline = { .color = PV_COLOR_SECONDARY, .width = 0.75 };
  lxw_chart_fill fills[G_N_ELEMENTS (mark_colors)];
  lxw_chart_point points[G_N_ELEMENTS (mark_colors)];
  lxw_chart_point *list[G_N_ELEMENTS (mark_colors) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (mark_colors); i++)
    {
      fills[i] = (lxw_chart_fill){ .color = mark_colors[i] };
      points[i] = (lxw_chart_point){ .line = &outline, .fill = &fills[i] };
      list[i] = &points[i];
    }

  chart_series_set_points (series, list);
  chart_series_set_labels (series);
  chart_series_set_name_range (series, pv_sheet_get_nom (sheet), range->titre_ligne,
                               (lxw_col_t)range->debut);
  chart_axis_set_min (chart->y_axis, 0);
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_set_series_gap (chart, 80);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  insert (sheet, chart, place, "Nombre de dossiers par marque");
}
