/* pv-sheet.c: a sheet that is one table: its rows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-date.h"
#include "pv-error.h"
#include "pv-text.h"

/* Looking at the cancellation costs nothing every so many rows. */
#define ROWS_BETWEEN_LOOKS 256

/* Two rows after the data: a blank one and the totals. */
#define ROWS_AFTER_DATA 2

/* What an integer of each kind is divided by. */
static const double divisors[PV_SHEET_N_KINDS] = {
  [PV_SHEET_AMOUNT] = 100.0, [PV_SHEET_PERCENT] = 10000.0, [PV_SHEET_SCORE] = 100.0,
  [PV_SHEET_COUNT] = 1.0,    [PV_SHEET_YEAR] = 1.0,        [PV_SHEET_DATE] = 1.0,
};

static void
column_clear (PvSheetColumn *column)
{
  g_free (column->bande);
  g_free (column->entete);
}

GArray *
pv_sheet_columns_new (void)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (PvSheetColumn));

  g_array_set_clear_func (columns, (GDestroyNotify)column_clear);
  return columns;
}

PvSheetColumn *
pv_sheet_columns_add (GArray *columns,
                      const char *bande,
                      const char *entete,
                      PvSheetKind kind,
                      const char *definition)
{
  PvSheetColumn column = { .bande = g_strdup (bande),
                           .entete = g_strdup (entete),
                           .kind = kind,
                           .definition = definition,
                           .total_fixe = PV_INT_NULL,
                           .largeur_max = kind == PV_SHEET_LONG_TEXT ? 40 : 30 };

  g_array_append_val (columns, column);
  return &g_array_index (columns, PvSheetColumn, columns->len - 1);
}

static void
set_up_page (PvSheet *self)
{
  lxw_worksheet *worksheet = self->worksheet;
  g_autofree char *footer =
      g_strdup_printf ("&L&9%s&C&9&A&R&9Page &P sur &N", self->workbook->pied);

  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, 8); /* A3 */
  worksheet_set_margins (worksheet, 0.4, 0.4, 0.45, 0.55);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_set_footer (worksheet, footer);
  worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
}

PvSheet *
pv_sheet_new (PvWorkbook *workbook, const char *nom)
{
  PvSheet *self = g_new0 (PvSheet, 1);

  self->workbook = workbook;
  self->nom = g_strdup (nom);
  self->worksheet = workbook_add_worksheet (workbook->book, nom);
  self->progress_from = self->progress_to = workbook->done_bp;
  set_up_page (self);
  worksheet_set_default_row (self->worksheet, PV_SHEET_ROW_HEIGHT, LXW_FALSE);

  return self;
}

void
pv_sheet_free (PvSheet *self)
{
  g_free (self->nom);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self->measures);
  g_free (self);
}

lxw_worksheet *
pv_sheet_get_worksheet (PvSheet *self)
{
  return self->worksheet;
}

PvWorkbook *
pv_sheet_get_workbook (PvSheet *self)
{
  return self->workbook;
}

const GArray *
pv_sheet_get_columns (PvSheet *self)
{
  return self->columns;
}

const char *
pv_sheet_get_nom (PvSheet *self)
{
  return self->nom;
}

guint32
pv_sheet_get_n_rows (PvSheet *self)
{
  return self->n_rows;
}

void
pv_sheet_set_progress (PvSheet *self, guint from_bp, guint to_bp, gint64 n_rows)
{
  self->progress_from = from_bp;
  self->progress_to = to_bp;
  self->progress_rows = n_rows;
}

void
pv_sheet_set_max_lines (PvSheet *self, guint max_lines)
{
  self->max_lines = max_lines;
}

void
pv_sheet_mute_row (PvSheet *self)
{
  self->muted = TRUE;
}

static gboolean
is_full (const PvSheet *self)
{
  return self->premiere_donnee + self->n_rows + ROWS_AFTER_DATA >= self->workbook->limits.max_rows;
}

static void
note_code (PvSheet *self, lxw_error code)
{
  if (self->code == LXW_NO_ERROR)
    self->code = code;
  self->workbook->n_cells++;
}

/* Valid UTF-8 that XML can hold: U+FFFE and U+FFFF cannot. */
static char *
make_writable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) result = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, c == 0xfffe || c == 0xffff ? 0xfffd : c);
    }

  return g_strdup (result->str);
}

/* Bytes of the longest beginning of @text that a cell can hold: Excel counts
 * UTF-16 units. -1: all of it. */
static gssize
cut_length (const char *text, guint32 max_units)
{
  guint32 units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (units > max_units)
        return p - text;
    }

  return -1;
}

static void
note_cut (PvSheet *self, guint row)
{
  PvWorkbookCut *cut = g_new0 (PvWorkbookCut, 1);
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row, self->column);
  cut->feuille = g_strdup (self->nom);
  cut->cellule = g_strdup (cell);
  cut->colonne = g_strdup (pv_sheet_column (self, self->column)->entete);
  g_ptr_array_add (self->workbook->cuts, cut);
  self->n_cuts++;
}

/* Characters of the longest line. */
static void
measure_text (PvSheet *self, const char *text, gsize size)
{
  PvSheetMeasure *measure = &self->measures[self->column];
  glong chars = 0;

  /* there are never more characters than bytes */
  if ((glong)size <= measure->chars)
    return;

  for (const char *line = text; line != NULL;)
    {
      const char *end = strchr (line, '\n');

      chars = g_utf8_strlen (line, end != NULL ? end - line : -1);
      measure->chars = MAX (measure->chars, chars);
      line = end != NULL ? end + 1 : NULL;
    }
}

/* Not every reader makes rows as tall as their text. */
static void
set_height (PvSheet *self)
{
  if (self->lines > 1)
    worksheet_set_row (self->worksheet, self->premiere_donnee + self->n_rows,
                       pv_sheet_get_height (self->lines), NULL);
  self->lines = 0;
}

static lxw_format *
cell_format (PvSheet *self, PvSheetKind kind)
{
  return self->muted ? self->workbook->formats->muted[kind] : self->workbook->formats->cells[kind];
}

static lxw_format *
text_format (PvSheet *self, const char *text)
{
  const PvSheetColumn *column = pv_sheet_column (self, self->column);
  guint lines = 0;

  if (column->kind != PV_SHEET_LONG_TEXT || column->repliee)
    return cell_format (self, column->kind);

  lines = pv_sheet_count_lines (text, column->largeur_max);
  self->lines = MAX (self->lines, lines);
  if (self->max_lines == 0 || lines <= self->max_lines)
    return cell_format (self, column->kind);

  self->lines = self->max_lines;
  return self->workbook->formats->clipped[self->muted ? 1 : 0];
}

static void
write_text (PvSheet *self, const char *text)
{
  guint row = self->premiere_donnee + self->n_rows;
  gsize size = strlen (text);
  g_autofree char *repaired = NULL;

  if (!g_utf8_validate (text, (gssize)size, NULL) || memchr (text, 0xef, size) != NULL)
    {
      repaired = make_writable (text);
      text = repaired;
      size = strlen (text);
    }

  if (size > self->workbook->limits.max_chars)
    {
      gssize cut = cut_length (text, self->workbook->limits.max_chars);

      if (cut >= 0)
        {
          char *start = g_strndup (text, (gsize)cut);

          g_free (repaired);
          repaired = start;
          text = repaired;
          size = (gsize)cut;
          note_cut (self, row);
        }
    }

  measure_text (self, text, size);
  note_code (self, worksheet_write_string (self->worksheet, row, self->column, text,
                                           text_format (self, text)));
}

char *
pv_sheet_capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, 4), 1));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

void
pv_sheet_add_text (PvSheet *self, const char *text)
{
  g_autofree char *capitalised = NULL;

  if (text != NULL && pv_sheet_column (self, self->column)->capitale)
    text = capitalised = pv_sheet_capitalise (text);

  if (self->csv != NULL)
    pv_sheet_csv_add_text (self, text);
  else if (text != NULL && *text != '\0' && !is_full (self))
    write_text (self, text);

  self->column++;
}

/* Not every reader shows two conditional formats of a cell, and the rule under
 * the rows is one. */
static lxw_format *
number_format (PvSheet *self, PvSheetKind kind, gint64 value)
{
  if (kind == PV_SHEET_AMOUNT && value < 0 && !self->muted)
    return self->workbook->formats->alert;

  return cell_format (self, kind);
}

void
pv_sheet_add_number (PvSheet *self, gint64 value)
{
  PvSheetMeasure *measure = &self->measures[self->column];
  PvSheetKind kind = pv_sheet_column (self, self->column)->kind;

  if (self->csv != NULL)
    pv_sheet_csv_add_number (self, value);
  else if (value != PV_INT_NULL && !is_full (self))
    {
      note_code (self, worksheet_write_number (
                           self->worksheet, self->premiere_donnee + self->n_rows, self->column,
                           (double)value / divisors[kind], number_format (self, kind, value)));
      if (__builtin_add_overflow (measure->sum, value, &measure->sum))
        self->overflow = TRUE;
      measure->max = MAX (measure->max, ABS (value));
    }

  self->column++;
}

void
pv_sheet_add_subtotal (PvSheet *self, gint64 value, guint n_below)
{
  PvSheetKind kind = pv_sheet_column (self, self->column)->kind;
  guint row = self->premiere_donnee + self->n_rows;

  if (self->csv == NULL && value != PV_INT_NULL && !is_full (self))
    {
      char first[LXW_MAX_CELL_NAME_LENGTH];
      char last[LXW_MAX_CELL_NAME_LENGTH];
      g_autofree char *formula = NULL;

      lxw_rowcol_to_cell (first, row + 1, (lxw_col_t)self->column);
      lxw_rowcol_to_cell (last, row + n_below, (lxw_col_t)self->column);
      formula = g_strdup_printf ("=SUBTOTAL(109,%s:%s)", first, last);
      note_code (self, worksheet_write_formula_num (self->worksheet, row, (lxw_col_t)self->column,
                                                    formula, cell_format (self, kind),
                                                    (double)value / divisors[kind]));
      self->column++;
      return;
    }

  pv_sheet_add_number (self, value);
}

void
pv_sheet_add_numbers (PvSheet *self, const gint64 *values, guint n)
{
  for (guint i = 0; i < n; i++)
    pv_sheet_add_number (self, values[i]);
}

/* Excel's first true day is 1900-03-01: before it its calendar is wrong, and
 * the date stays text. */
#define FIRST_SERIAL 61

void
pv_sheet_add_date (PvSheet *self, const char *iso)
{
  gint64 serial = G_MININT64;

  if (iso != NULL && self->csv == NULL)
    serial = pv_date_days_between ("1899-12-30", iso);

  if (serial >= FIRST_SERIAL)
    {
      pv_sheet_add_number (self, serial);
      self->measures[self->column - 1].chars = 10;
    }
  else
    pv_sheet_add_text (self, iso);
}

gboolean
pv_sheet_end_row (PvSheet *self, GError **error)
{
  g_assert (self->column == self->columns->len);

  self->column = 0;
  self->muted = FALSE;

  if (self->csv != NULL)
    return pv_sheet_csv_end_row (self, error);

  if (is_full (self))
    self->n_dropped++;
  else
    {
      set_height (self);
      self->n_rows++;
    }

  if ((self->n_rows + self->n_dropped) % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;

  return pv_workbook_report (self->workbook, self->nom,
                             self->progress_from +
                                 (guint)((self->progress_to - self->progress_from) *
                                         MIN ((double)(self->n_rows + self->n_dropped) /
                                                  (double)MAX (self->progress_rows, 1),
                                              1.0)),
                             error);
}

/* More than a few lines: the list of cut texts is in « Lisez-moi ». */
static void
warn (PvSheet *self)
{
  GPtrArray *warnings = self->workbook->result->warnings;
  GPtrArray *files = self->workbook->result->files;
  g_autofree char *csv = g_filename_display_basename (files->pdata[files->len - 1]);

  if (self->n_dropped > 0)
    g_ptr_array_add (
        warnings,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "Sheet “%s”: %u row does not fit an Excel sheet and was left "
                                      "out; all rows are in “%s”",
                                      "Sheet “%s”: %u rows do not fit an Excel sheet and were left "
                                      "out; all rows are in “%s”",
                                      self->n_dropped),
                         self->nom, self->n_dropped, csv));

  if (self->n_cuts > 0)
    g_ptr_array_add (
        warnings, g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE,
                                   "Sheet “%s”: %u text is too long for an Excel cell and was "
                                   "cut; it is whole in “%s”, and named in the sheet “Lisez-moi”",
                                   "Sheet “%s”: %u texts are too long for an Excel cell and were "
                                   "cut; they are whole in “%s”, and listed in the sheet "
                                   "“Lisez-moi”",
                                   self->n_cuts),
                      self->nom, self->n_cuts, csv));
}

gboolean
pv_sheet_write_table (PvSheet *self,
                      guint premiere_ligne,
                      guint n_figees,
                      GArray *columns,
                      const char *vide,
                      PvSheetFill fill,
                      gpointer user_data,
                      GError **error)
{
  self->columns = columns;
  self->measures = g_new0 (PvSheetMeasure, columns->len);
  pv_sheet_layout_begin (self, premiere_ligne);

  if (!fill (self, user_data, error))
    return FALSE;

  pv_sheet_layout_filter (self);
  if (self->n_rows == 0 && vide != NULL)
    worksheet_write_string (self->worksheet, self->premiere_donnee, 0, vide,
                            self->workbook->formats->note);

  pv_sheet_layout_end (self, n_figees);

  if (self->overflow)
    {
      g_set_error (
          error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
          _ ("A total of the sheet “%s” is too large to be exact: look for a wrong amount"),
          self->nom);
      return FALSE;
    }

  if (self->code != LXW_NO_ERROR)
    {
      pv_export_set_write_error (error, self->workbook->request->path, lxw_strerror (self->code));
      return FALSE;
    }

  if (self->n_dropped > 0 || self->n_cuts > 0)
    {
      if (!pv_sheet_csv_write (self, fill, user_data, error))
        return FALSE;
      warn (self);
    }

  return TRUE;
}
