/* pv-workbook-formats.h: the look of the workbooks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* One accent, its tints, and greys. White on the accent has a contrast of 4.8:1. */
#define PV_COLOR_ACCENT 0x1C71D8
#define PV_COLOR_ACCENT_DARK 0x1A5FB4
#define PV_COLOR_TINT 0xE3EDFA
#define PV_COLOR_TINT_LIGHT 0xF4F8FD
#define PV_COLOR_LINE 0xD5DBE3
#define PV_COLOR_TEXT 0x2E3436
#define PV_COLOR_SECONDARY 0x5E6368
#define PV_COLOR_ERROR 0xC01C28
#define PV_COLOR_WARNING 0x9C6E03

#define PV_FONT_SIZE 10

/**
 * PvSheetKind:
 * @PV_SHEET_TEXT: one line
 * @PV_SHEET_LONG_TEXT: wrapped in its column
 * @PV_SHEET_CODE: short text, centred
 * @PV_SHEET_AMOUNT: cents, shown in euros
 * @PV_SHEET_PERCENT: basis points
 * @PV_SHEET_SCORE: hundredths
 * @PV_SHEET_COUNT: an integer
 * @PV_SHEET_YEAR: an integer without separators, centred
 * @PV_SHEET_DATE: an ISO date
 *
 * What a column holds.
 */
typedef enum
{
  PV_SHEET_TEXT,
  PV_SHEET_LONG_TEXT,
  PV_SHEET_CODE,
  PV_SHEET_AMOUNT,
  PV_SHEET_PERCENT,
  PV_SHEET_SCORE,
  PV_SHEET_COUNT,
  PV_SHEET_YEAR,
  PV_SHEET_DATE,
} PvSheetKind;

#define PV_SHEET_N_KINDS 9

/**
 * PvWorkbookFormats:
 * @cells: by kind
 * @muted: the same for what is not counted (a chapeau)
 * @totals: the same for a totals row
 * @euros: amounts of a page to print, without their cents; then in a totals row
 * @change: from a year to the next; then in a totals row
 * @clipped: wrapped text that its row does not show whole: its beginning does;
 *   then the same for what is not counted
 *
 * Formats are few and shared: the size of the file does not depend on them.
 */
typedef struct
{
  lxw_format *cells[PV_SHEET_N_KINDS];
  lxw_format *muted[PV_SHEET_N_KINDS];
  lxw_format *totals[PV_SHEET_N_KINDS];
  lxw_format *euros[2];
  lxw_format *change[2];
  lxw_format *clipped[2];
  lxw_format *title;
  lxw_format *big_title;
  lxw_format *context;
  lxw_format *bands[2]; /* alternate, so that two neighbours differ */
  lxw_format *header;
  lxw_format *header_left;
  lxw_format *header_right;
  lxw_format *note;
  lxw_format *line;     /* conditional: the rule under each row */
  lxw_format *negative; /* conditional: an amount below zero */
  lxw_format *section;
  lxw_format *card_label;
  lxw_format *card_value;
  lxw_format *card_euros;
  lxw_format *card_count;
  lxw_format *card_rate;
  lxw_format *card_note;
  lxw_format *alert;      /* an amount below zero, or an error */
  lxw_format *definition; /* wrapped text */
  lxw_format *definition_bold;
} PvWorkbookFormats;

PvWorkbookFormats *pv_workbook_formats_new (lxw_workbook *workbook);

G_END_DECLS
