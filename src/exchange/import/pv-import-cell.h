/* pv-import-cell.h: a cell of a source as a value of its field
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-report.h"
#include "pv-mapping.h"
#include "pv-number.h"

G_BEGIN_DECLS

/* The number of a mark that is “N/A”. */
#define PV_MARK_SANS_OBJET (-1)

typedef enum
{
  PV_VALUE_ABSENT, /* no such column, or a cell that could not be read */
  PV_VALUE_NULL,   /* the source says nothing */
  PV_VALUE_SET,
} PvValueState;

/**
 * PvImportValue:
 * @number: cents, basis points, hundredths, counts, years, 0 or 1
 * @text: texts, identifiers, ISO dates, our word of a vocabulary; the first
 *   day of a period
 * @end: last day of a period
 * @raw: the cell as written, trimmed
 * @bad: whether a message of error was made of it
 *
 * Texts live as long as the row.
 */
typedef struct
{
  PvValueState state;
  gboolean bad;
  gint64 number;
  const char *text;
  const char *end;
  const char *raw;
} PvImportValue;

/**
 * PvCellReader:
 *
 * Reads cells of one import: keeps the texts of the current row, the style of
 * numbers of each column and what was understood already.
 */
typedef struct _PvCellReader PvCellReader;

PvCellReader *pv_cell_reader_new (const PvProfile *profile, PvImportReport *report);
void pv_cell_reader_free (PvCellReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvCellReader, pv_cell_reader_free)

/* The texts of the row before are gone. */
void pv_cell_reader_next_row (PvCellReader *self);

/* (transfer none): a copy that lives as long as the row. */
const char *pv_cell_reader_keep (PvCellReader *self, const char *text);

/**
 * pv_cell_reader_read:
 * @style: how the numbers of that column are written
 *
 * Every refusal or repair is a message at @place.
 */
void pv_cell_reader_read (PvCellReader *self,
                          const PvMappedColumn *column,
                          PvNumberStyle style,
                          const PvCell *cell,
                          const PvImportPlace *place,
                          PvImportValue *value);

G_END_DECLS
