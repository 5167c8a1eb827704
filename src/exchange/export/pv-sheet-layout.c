/* pv-sheet-layout.c: title, bands, headers, totals and widths of a sheet
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-sheet-private.h"

#include <string.h>

#define TITLE_HEIGHT 26
#define CONTEXT_HEIGHT 18
#define BAND_HEIGHT 18
#define MIN_WIDTH 7.0

/* A4 and A3 printers leave margins of 0.4 inch: what is left of an A3 sheet on
 * its long side, in points. */
#define PRINTABLE_POINTS ((420.0 / 25.4 - 2 * 0.4) * 72.0)

/* Smallest size of printed figures, in points. */
#define LEGIBLE_POINTS 7.0

/* A character of the default font, Calibri 11, is 7 pixels of 96 per inch. */
#define POINTS_PER_CHAR (7.0 * 72.0 / 96.0)

/* Our figures are smaller than those of the default font that widths count. */
#define SIZE_RATIO (PV_FONT_SIZE / 11.0)

/* What can stand side by side on the paper, in characters. */
#define LEGIBLE_CHARS (PRINTABLE_POINTS * PV_FONT_SIZE / LEGIBLE_POINTS / POINTS_PER_CHAR)

void
pv_sheet_write_title (PvSheet *self, const char *titre, const char *contexte)
{
  PvWorkbookFormats *formats = self->workbook->formats;

  worksheet_set_row (self->worksheet, 0, TITLE_HEIGHT, NULL);
  worksheet_write_string (self->worksheet, 0, 0, titre, formats->title);
  worksheet_set_row (self->worksheet, 1, CONTEXT_HEIGHT, NULL);
  worksheet_write_string (self->worksheet, 1, 0,
                          contexte != NULL ? contexte : self->workbook->contexte, formats->context);
}

static void
write_bands (PvSheet *self, guint row)
{
  PvWorkbookFormats *formats = self->workbook->formats;
  guint n_bands = 0;

  worksheet_set_row (self->worksheet, row, BAND_HEIGHT, NULL);
  for (guint first = 0, last = 0; first < self->columns->len; first = last)
    {
      const char *band = pv_sheet_column (self, first)->bande;
      lxw_format *format = formats->bands[n_bands % 2];

      for (last = first; last < self->columns->len; last++)
        if (g_strcmp0 (pv_sheet_column (self, last)->bande, band) != 0)
          break;

      if (band == NULL)
        continue;

      n_bands++;
      if (last - first > 1)
        worksheet_merge_range (self->worksheet, row, (lxw_col_t)first, row, (lxw_col_t)(last - 1),
                               band, format);
      else
        worksheet_write_string (self->worksheet, row, (lxw_col_t)first, band, format);
    }
}

/* A header aligns as its column. */
static lxw_format *
header_format (const PvWorkbookFormats *formats, PvSheetKind kind)
{
  switch (kind)
    {
    case PV_SHEET_TEXT:
    case PV_SHEET_LONG_TEXT:
      return formats->header_left;

    case PV_SHEET_AMOUNT:
    case PV_SHEET_PERCENT:
    case PV_SHEET_SCORE:
    case PV_SHEET_COUNT:
      return formats->header_right;

    case PV_SHEET_CODE:
    case PV_SHEET_YEAR:
    case PV_SHEET_DATE:
    default:
      return formats->header;
    }
}

static gboolean
is_elastic (const PvSheetColumn *column)
{
  return !column->repliee && column->kind == PV_SHEET_LONG_TEXT;
}

/* Characters of the longest word: a header never breaks inside of one. */
static double
longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " /\n", -1);
  glong longest = 0;

  for (char **word = words; *word != NULL; word++)
    longest = MAX (longest, g_utf8_strlen (*word, -1));

  return (double)longest;
}

static void
write_headers (PvSheet *self, guint row)
{
  PvWorkbookFormats *formats = self->workbook->formats;

  worksheet_set_row (self->worksheet, row, 3 * PV_SHEET_LINE_HEIGHT + 2, NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PvSheetColumn *column = pv_sheet_column (self, i);

      worksheet_write_string (self->worksheet, row, (lxw_col_t)i, column->entete,
                              header_format (formats, column->kind));
    }
}

/* Before anything is known of the rows: what their columns usually hold. */
static double
usual_width (const PvSheetColumn *column)
{
  static const double widths[PV_SHEET_N_KINDS] = {
    [PV_SHEET_TEXT] = 12,   [PV_SHEET_LONG_TEXT] = 0, [PV_SHEET_CODE] = 10,
    [PV_SHEET_AMOUNT] = 12, [PV_SHEET_PERCENT] = 7,   [PV_SHEET_SCORE] = 7,
    [PV_SHEET_COUNT] = 7,   [PV_SHEET_YEAR] = 7,      [PV_SHEET_DATE] = 10,
  };
  double width = column->kind == PV_SHEET_LONG_TEXT
                     ? column->largeur_max
                     : MIN (widths[column->kind], column->largeur_max);

  return MAX (width, longest_word (column->entete) + 1.5) + 2.0;
}

/* Wrapped columns give way until the printed figures can be read. The heights
 * of the rows are reckoned with these widths: they are set before. */
static void
plan_widths (PvSheet *self)
{
  double total = 0;
  double elastic = 0;
  double ratio = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PvSheetColumn *column = pv_sheet_column (self, i);

      if (column->repliee)
        continue;
      total += usual_width (column);
      if (column->kind == PV_SHEET_LONG_TEXT)
        elastic += column->largeur_max;
    }

  if (total <= LEGIBLE_CHARS || elastic <= 0)
    return;

  ratio = MAX ((elastic - (total - LEGIBLE_CHARS)) / elastic, 0.35);
  for (guint i = 0; i < self->columns->len; i++)
    {
      PvSheetColumn *column = pv_sheet_column (self, i);

      if (is_elastic (column))
        column->largeur_max = MAX (column->largeur_max * ratio, longest_word (column->entete) + 2);
    }
}

void
pv_sheet_layout_begin (PvSheet *self, guint premiere_ligne)
{
  plan_widths (self);
  write_bands (self, premiere_ligne);
  write_headers (self, premiere_ligne + 1);
  self->premiere_donnee = premiere_ligne + 2;
}

static double
total_divisor (PvSheetKind kind)
{
  return kind == PV_SHEET_AMOUNT || kind == PV_SHEET_SCORE ? 100.0
         : kind == PV_SHEET_PERCENT                        ? 10000.0
                                                           : 1.0;
}

static void
write_sum (PvSheet *self, guint row, guint index)
{
  PvSheetColumn *column = pv_sheet_column (self, index);
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell (first, self->premiere_donnee, (lxw_col_t)index);
  lxw_rowcol_to_cell (last, self->premiere_donnee + MAX (self->n_rows, 1) - 1, (lxw_col_t)index);
  /* 109: sum of the rows that a filter leaves visible */
  formula = g_strdup_printf ("=SUBTOTAL(109,%s:%s)", first, last);
  worksheet_write_formula_num (self->worksheet, row, (lxw_col_t)index, formula,
                               self->workbook->formats->totals[column->kind],
                               (double)self->measures[index].sum / total_divisor (column->kind));
}

static gboolean
has_totals (PvSheet *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (pv_sheet_column (self, i)->somme || pv_sheet_column (self, i)->total_fixe != PV_INT_NULL)
      return TRUE;

  return FALSE;
}

static void
write_totals (PvSheet *self)
{
  PvWorkbookFormats *formats = self->workbook->formats;
  guint row = self->premiere_donnee + self->n_rows + 1;

  if (!has_totals (self))
    return;

  worksheet_set_row (self->worksheet, row, BAND_HEIGHT, NULL);
  worksheet_write_string (self->worksheet, row, 0, "Total", formats->totals[PV_SHEET_TEXT]);
  for (guint i = 1; i < self->columns->len; i++)
    {
      PvSheetColumn *column = pv_sheet_column (self, i);

      if (column->somme)
        write_sum (self, row, i);
      else if (column->total_fixe != PV_INT_NULL)
        worksheet_write_number (self->worksheet, row, (lxw_col_t)i,
                                (double)column->total_fixe / total_divisor (column->kind),
                                formats->totals[column->kind]);
      else
        worksheet_write_blank (self->worksheet, row, (lxw_col_t)i, formats->totals[column->kind]);
    }
}

/* Digits of the integer part with a space between thousands, then the rest. */
static double
number_width (PvSheetKind kind, const PvSheetMeasure *measure)
{
  gint64 largest = MAX (measure->max, ABS (measure->sum)) / (kind == PV_SHEET_AMOUNT ? 100 : 1);
  guint digits = 1;

  for (; largest >= 10; largest /= 10)
    digits++;

  return (digits + (digits - 1) / 3.0 + (kind == PV_SHEET_AMOUNT ? 5 : 0)) * SIZE_RATIO;
}

static double
content_width (PvSheet *self, guint index)
{
  const PvSheetColumn *column = pv_sheet_column (self, index);
  const PvSheetMeasure *measure = &self->measures[index];

  switch (column->kind)
    {
    case PV_SHEET_AMOUNT:
    case PV_SHEET_COUNT:
      return number_width (column->kind, measure);

    case PV_SHEET_DATE:
      return MAX (measure->chars, 10);

    case PV_SHEET_PERCENT:
    case PV_SHEET_SCORE:
    case PV_SHEET_YEAR:
      return 7;

    case PV_SHEET_TEXT:
    case PV_SHEET_LONG_TEXT:
      return (double)measure->chars + 1; /* its indent */

    case PV_SHEET_CODE:
    default:
      return (double)measure->chars;
    }
}

/* A right-aligned header that just fits its column would touch its neighbour.
 * Bold letters are a little wider. */
static double
header_room (const char *entete, double width)
{
  double whole = pv_sheet_measure_text (entete, entete + strlen (entete)) * 1.05;

  return whole > width - 1 && whole < width + 2 ? whole + 2 : 0;
}

/* In characters of the default font; the text is a little smaller, its capitals
 * a little wider. */
static double
column_width (PvSheet *self, guint index)
{
  const PvSheetColumn *column = pv_sheet_column (self, index);
  double width = MIN (content_width (self, index), column->largeur_max);

  /* the header is bold and bears the button of the filter */
  width = MAX (width, longest_word (column->entete) + 1.5);
  width = MAX (width, header_room (column->entete, width));
  return MAX (width + 1.2, MIN_WIDTH);
}

/* The heights of the rows leave room for that much. */
#define MIN_RATIO 0.92

/* The columns are wider than usual: the wrapped ones give way a little more. */
static void
fit_widths (PvSheet *self, double *widths)
{
  double total = 0;
  double elastic = 0;
  double ratio = 1;

  for (guint i = 0; i < self->columns->len; i++)
    if (!pv_sheet_column (self, i)->repliee)
      {
        total += widths[i] + 0.8; /* the padding Excel adds */
        if (is_elastic (pv_sheet_column (self, i)))
          elastic += widths[i];
      }

  if (total <= LEGIBLE_CHARS || elastic <= 0)
    return;

  ratio = MAX ((elastic - (total - LEGIBLE_CHARS)) / elastic, MIN_RATIO);
  for (guint i = 0; i < self->columns->len; i++)
    if (is_elastic (pv_sheet_column (self, i)))
      widths[i] = MAX (widths[i] * ratio, longest_word (pv_sheet_column (self, i)->entete) + 2);
}

static void
set_widths (PvSheet *self)
{
  g_autofree double *widths = g_new0 (double, self->columns->len);
  gboolean folded_before = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    widths[i] = column_width (self, i);
  fit_widths (self, widths);

  for (guint i = 0; i <= self->columns->len; i++)
    {
      const PvSheetColumn *column = i < self->columns->len ? pv_sheet_column (self, i) : NULL;
      gboolean folded = column != NULL && column->repliee;
      lxw_row_col_options options = { .hidden = folded,
                                      .level = folded ? 1 : 0,
                                      .collapsed = !folded && folded_before };

      if (column != NULL || options.collapsed)
        worksheet_set_column_opt (
            self->worksheet, (lxw_col_t)i, (lxw_col_t)i,
            column != NULL ? widths[i] : LXW_DEF_COL_WIDTH,
            column != NULL ? self->workbook->formats->cells[column->kind] : NULL, &options);
      folded_before = folded;
    }
}

/* A thin rule under each row, also under its empty cells. */
static void
rule_rows (PvSheet *self)
{
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_FORMULA,
                                  .value_string = (char *)"=TRUE",
                                  .format = self->workbook->formats->line };

  worksheet_conditional_format_range (self->worksheet, self->premiere_donnee, 0,
                                      self->premiere_donnee + self->n_rows - 1,
                                      (lxw_col_t)(self->columns->len - 1), &rule);
}

/* While the last row is under way: in constant memory it is refused later. */
void
pv_sheet_layout_filter (PvSheet *self)
{
  guint header = self->premiere_donnee - 1;
  lxw_error code = worksheet_autofilter (self->worksheet, header, 0, header + self->n_rows,
                                         (lxw_col_t)(self->columns->len - 1));

  if (self->code == LXW_NO_ERROR)
    self->code = code;
}

void
pv_sheet_layout_end (PvSheet *self, guint n_figees)
{
  guint header = self->premiere_donnee - 1;

  write_totals (self);
  set_widths (self);

  if (self->n_rows > 0)
    rule_rows (self);

  worksheet_repeat_rows (self->worksheet, header - 1, header);
  if (n_figees > 0)
    worksheet_freeze_panes (self->worksheet, header + 1, (lxw_col_t)n_figees);
}
