/* cells.h: the list of the cells a program wrote into a workbook, as kept in a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <stdint.h>

typedef enum
{
  CELL_WORKBOOK, /* number: whether in constant memory */
  CELL_SHEET,    /* text: its name */
  CELL_FORMAT,   /* text: the number format of `format` */
  CELL_COLUMN,   /* columns row..col, number: their width */
  CELL_NUMBER,
  CELL_STRING,
  CELL_BLANK,
  CELL_BOOLEAN,
  CELL_DATE, /* text: a lxw_datetime */
  CELL_FORMULA,
} CellKind;

/**
 * Cell:
 * @length: bytes of the text that follows, its final NUL included; the next
 *   cell begins at a multiple of 8
 * @format: from 1 in the order of their first use, 0: none
 *
 * What one call told libxlsxwriter; a file of cells is these one after the other.
 */
typedef struct
{
  uint8_t kind;
  uint8_t sheet;
  uint16_t col;
  uint32_t row;
  uint32_t format;
  uint32_t length;
  double number;
} Cell;

#define CELL_SIZE(length) (sizeof (Cell) + (((size_t)(length) + 7) & ~(size_t)7))
