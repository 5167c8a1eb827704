/* pv-table-limits.h: how much a table file may ask of the machine
 *
 * Real files of this field have at most some ten thousand rows and a hundred
 * columns. Each limit stands well above what an honest file needs and below
 * what hurts a small machine; beyond it the file is refused with
 * PV_EXCHANGE_ERROR_LIMIT, which is what stops a bomb.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A CSV streams: only time bounds it. 4 GiB is a million rows of 4 kB. */
#define PV_TABLE_MAX_CSV_BYTES (G_GUINT64_CONSTANT (4) << 30)

/* XLSX and ODS: a full sheet of 1 048 576 × 40 weighs about 250 MB. */
#define PV_TABLE_MAX_ZIP_BYTES (G_GUINT64_CONSTANT (512) << 20)

/* XLS: freexl keeps the whole file and every cell in memory. */
#define PV_TABLE_MAX_XLS_BYTES (G_GUINT64_CONSTANT (64) << 20)

/* Inflated bytes of one part: the XML of the full sheet above is about 2 GB. */
#define PV_TABLE_MAX_PART_BYTES (G_GUINT64_CONSTANT (4) << 30)

/* Inflated bytes of a part for one byte of the file. Sheets of equal rows reach
 * about 100; deflate cannot pass 1032. Small parts are let be: a bomb below the
 * floor harms nobody. */
#define PV_TABLE_MAX_RATIO 300
#define PV_TABLE_RATIO_FLOOR (G_GUINT64_CONSTANT (32) << 20)

/* Parts of an archive: Excel writes some tens, pictures included. */
#define PV_TABLE_MAX_PARTS 10000

/* Excel's and LibreOffice's own bounds of a sheet. */
#define PV_TABLE_MAX_SHEET_ROWS 1048576
#define PV_TABLE_MAX_COLUMNS 16384

/* A CSV is not bound to a sheet, row numbers are. */
#define PV_TABLE_MAX_CSV_ROWS 100000000

/* Cells handed out for one sheet, blanks before the last one included: a sparse
 * sheet may name only its last column in each row, an ODS repeat one cell. */
#define PV_TABLE_MAX_CELLS 200000000

/* Sheets of a workbook: one per person or year is seen, never thousands. */
#define PV_TABLE_MAX_SHEETS 1024

/* Bytes of one cell: Excel stops at 32 767 characters. */
#define PV_TABLE_MAX_CELL_BYTES (1 << 20)

/* Bytes of one row of a CSV, and so of the reading buffer. */
#define PV_TABLE_MAX_ROW_BYTES (16 << 20)

/* Shared strings of an XLSX, all in memory: the only part of it that is. */
#define PV_TABLE_MAX_STRINGS_BYTES (256 << 20)
#define PV_TABLE_MAX_STRINGS 10000000

/* Cell formats of an XLSX: Excel stops at 65 490. */
#define PV_TABLE_MAX_FORMATS 100000

/* Rows looked at to find the header, and cells of such a row kept. */
#define PV_TABLE_HEADER_ROWS 40
