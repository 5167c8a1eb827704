/* pv-workbook-formats.c: the look of the workbooks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-workbook-formats.h"

/* The stored code is the invariant one: a French Excel shows spaces and a comma. A minus is
 * that of the texts beside. */
#define SIGNED(code) code ";\"\u2212\"" code
#define AMOUNT_CODE SIGNED ("#,##0.00 \"€\"")
#define EUROS_CODE SIGNED ("#,##0 \"€\"")
#define RATE_CODE SIGNED ("0.0%")
#define CHANGE_CODE "+0.0%;\"\u2212\"0.0%;0.0%"

static const char *const number_codes[PV_SHEET_N_KINDS] = {
  [PV_SHEET_AMOUNT] = AMOUNT_CODE, [PV_SHEET_PERCENT] = RATE_CODE, [PV_SHEET_SCORE] = "0.00",
  [PV_SHEET_COUNT] = "#,##0",      [PV_SHEET_YEAR] = "0",          [PV_SHEET_DATE] = "dd/mm/yyyy",
};

static lxw_format *
new_format (lxw_workbook *workbook, double size, lxw_color_t color)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, "Calibri");
  format_set_font_size (format, size);
  format_set_font_color (format, color);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static void
set_kind (lxw_format *format, PvSheetKind kind)
{
  if (number_codes[kind] != NULL)
    format_set_num_format (format, number_codes[kind]);

  if (kind == PV_SHEET_LONG_TEXT)
    format_set_text_wrap (format);

  /* a text does not touch the number before it */
  if (kind == PV_SHEET_TEXT || kind == PV_SHEET_LONG_TEXT)
    format_set_indent (format, 1);

  if (kind == PV_SHEET_CODE || kind == PV_SHEET_YEAR || kind == PV_SHEET_DATE)
    format_set_align (format, LXW_ALIGN_CENTER);
}

static void
set_fill (lxw_format *format, lxw_color_t color)
{
  format_set_pattern (format, LXW_PATTERN_SOLID);
  format_set_bg_color (format, color);
}

static lxw_format *
new_kind (lxw_workbook *workbook, PvSheetKind kind)
{
  lxw_format *format = new_format (workbook, PV_FONT_SIZE, PV_COLOR_TEXT);

  set_kind (format, kind);
  return format;
}

static lxw_format *
new_muted (lxw_workbook *workbook, PvSheetKind kind)
{
  lxw_format *format = new_format (workbook, PV_FONT_SIZE, PV_COLOR_SECONDARY);

  set_kind (format, kind);
  format_set_italic (format);
  return format;
}

static lxw_format *
new_total (lxw_workbook *workbook, PvSheetKind kind)
{
  lxw_format *format = new_format (workbook, PV_FONT_SIZE, PV_COLOR_TEXT);

  set_kind (format, kind);
  format_set_bold (format);
  set_fill (format, PV_COLOR_TINT);
  format_set_top (format, LXW_BORDER_THIN);
  format_set_top_color (format, PV_COLOR_ACCENT);
  return format;
}

static lxw_format *
new_header (lxw_workbook *workbook, uint8_t align)
{
  lxw_format *format = new_format (workbook, PV_FONT_SIZE, PV_COLOR_TEXT);

  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, align);
  if (align == LXW_ALIGN_LEFT)
    format_set_indent (format, 1);
  set_fill (format, PV_COLOR_TINT);
  format_set_bottom (format, LXW_BORDER_MEDIUM);
  format_set_bottom_color (format, PV_COLOR_ACCENT);
  return format;
}

static lxw_format *
new_band (lxw_workbook *workbook, lxw_color_t color)
{
  lxw_format *format = new_format (workbook, PV_FONT_SIZE, LXW_COLOR_WHITE);

  format_set_bold (format);
  format_set_align (format, LXW_ALIGN_CENTER);
  set_fill (format, color);
  return format;
}

static lxw_format *
new_card (lxw_workbook *workbook, double size, lxw_color_t color, const char *code)
{
  lxw_format *format = new_format (workbook, size, color);

  set_fill (format, PV_COLOR_TINT_LIGHT);
  format_set_align (format, LXW_ALIGN_LEFT);
  format_set_indent (format, 1);
  format_set_left (format, LXW_BORDER_THICK);
  format_set_left_color (format, PV_COLOR_ACCENT);
  if (code != NULL)
    format_set_num_format (format, code);

  return format;
}

static void
add_cards (PvWorkbookFormats *self, lxw_workbook *workbook)
{
  self->card_label = new_card (workbook, 10, PV_COLOR_SECONDARY, NULL);
  self->card_note = new_card (workbook, 9, PV_COLOR_SECONDARY, NULL);
  self->card_value = new_card (workbook, 16, PV_COLOR_TEXT, number_codes[PV_SHEET_AMOUNT]);
  self->card_euros = new_card (workbook, 16, PV_COLOR_TEXT, EUROS_CODE);
  self->card_count = new_card (workbook, 16, PV_COLOR_TEXT, number_codes[PV_SHEET_COUNT]);
  self->card_rate = new_card (workbook, 16, PV_COLOR_TEXT, number_codes[PV_SHEET_PERCENT]);
  format_set_bold (self->card_value);
  format_set_bold (self->card_euros);
  format_set_bold (self->card_count);
  format_set_bold (self->card_rate);
}

static void
add_printed (PvWorkbookFormats *self, lxw_workbook *workbook)
{
  self->euros[0] = new_kind (workbook, PV_SHEET_AMOUNT);
  self->euros[1] = new_total (workbook, PV_SHEET_AMOUNT);
  self->change[0] = new_kind (workbook, PV_SHEET_PERCENT);
  self->change[1] = new_total (workbook, PV_SHEET_PERCENT);
  for (guint i = 0; i < 2; i++)
    {
      format_set_num_format (self->euros[i], EUROS_CODE);
      format_set_num_format (self->change[i], CHANGE_CODE);
      format_set_align (self->change[i], LXW_ALIGN_RIGHT);
    }
}

static void
add_texts (PvWorkbookFormats *self, lxw_workbook *workbook)
{
  self->title = new_format (workbook, 15, PV_COLOR_ACCENT_DARK);
  format_set_bold (self->title);
  self->big_title = new_format (workbook, 22, PV_COLOR_ACCENT_DARK);
  format_set_bold (self->big_title);
  self->context = new_format (workbook, PV_FONT_SIZE, PV_COLOR_SECONDARY);
  self->note = new_format (workbook, PV_FONT_SIZE, PV_COLOR_SECONDARY);
  format_set_italic (self->note);
  self->section = new_format (workbook, 13, PV_COLOR_ACCENT_DARK);
  format_set_bold (self->section);
  self->alert = new_kind (workbook, PV_SHEET_AMOUNT);
  format_set_font_color (self->alert, PV_COLOR_ERROR);
  format_set_bold (self->alert);
  /* of two formats alike, libxlsxwriter compares every cell of the second with the first */
  self->definition = self->cells[PV_SHEET_LONG_TEXT];
  self->definition_bold = new_format (workbook, PV_FONT_SIZE, PV_COLOR_TEXT);
  format_set_text_wrap (self->definition_bold);
  format_set_indent (self->definition_bold, 1);
  format_set_bold (self->definition_bold);
}

PvWorkbookFormats *
pv_workbook_formats_new (lxw_workbook *workbook)
{
  PvWorkbookFormats *self = g_new0 (PvWorkbookFormats, 1);

  for (guint kind = 0; kind < PV_SHEET_N_KINDS; kind++)
    {
      self->cells[kind] = new_kind (workbook, kind);
      self->muted[kind] = new_muted (workbook, kind);
      self->totals[kind] = new_total (workbook, kind);
    }

  self->clipped[0] = new_kind (workbook, PV_SHEET_LONG_TEXT);
  format_set_align (self->clipped[0], LXW_ALIGN_VERTICAL_TOP);
  self->clipped[1] = new_muted (workbook, PV_SHEET_LONG_TEXT);
  format_set_align (self->clipped[1], LXW_ALIGN_VERTICAL_TOP);
  self->bands[0] = new_band (workbook, PV_COLOR_ACCENT_DARK);
  self->bands[1] = new_band (workbook, PV_COLOR_ACCENT);
  self->header = new_header (workbook, LXW_ALIGN_CENTER);
  self->header_left = new_header (workbook, LXW_ALIGN_LEFT);
  self->header_right = new_header (workbook, LXW_ALIGN_RIGHT);
  self->line = workbook_add_format (workbook);
  format_set_bottom (self->line, LXW_BORDER_THIN);
  format_set_bottom_color (self->line, PV_COLOR_LINE);
  self->negative = workbook_add_format (workbook);
  format_set_font_color (self->negative, PV_COLOR_ERROR);
  format_set_bold (self->negative);
  add_texts (self, workbook);
  add_cards (self, workbook);
  add_printed (self, workbook);

  return self;
}
