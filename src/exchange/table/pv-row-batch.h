/* pv-row-batch.h: the rows that one block of a workbook gave
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table-private.h"

G_BEGIN_DECLS

/* The parser pushes cells into the row being built; whole rows are taken out
 * in order. Nothing is kept of a row that was taken, so memory is that of a
 * block. */
typedef struct _PvRowBatch PvRowBatch;

PvRowBatch *pv_row_batch_new (const char *basename);
void pv_row_batch_free (PvRowBatch *batch);

void pv_row_batch_begin_row (PvRowBatch *batch, guint number);

/* A text already kept elsewhere, and longer than the row (a shared string). */
gboolean pv_row_batch_add_borrowed (PvRowBatch *batch,
                                    guint column,
                                    const char *text,
                                    gsize length,
                                    GError **error);

/* Copies @cell, whose text must be UTF-8, to @span columns. One that is already
 * there is replaced. */
gboolean
pv_row_batch_add (PvRowBatch *batch, guint column, guint span, const PvCell *cell, GError **error);

/* The row stands @repeat times in the sheet. */
gboolean pv_row_batch_end_row (PvRowBatch *batch, guint repeat, GError **error);

/* FALSE when no whole row is left: feed the parser again. */
gboolean pv_row_batch_take (PvRowBatch *batch, PvRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvRowBatch, pv_row_batch_free)

G_END_DECLS
