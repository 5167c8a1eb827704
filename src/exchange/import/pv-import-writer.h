/* pv-import-writer.h: writes new rows while the next ones are read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvImportWriter:
 *
 * A thread that runs insertions, some hundred rows at a time: the rows of a lower
 * number first, so that parents are there before their children. From the first row
 * to pv_import_writer_drain() the connection is its own: nobody else may use it.
 */
typedef struct _PvImportWriter PvImportWriter;

/* @n_statements: how many different insertions there are, at most */
PvImportWriter *pv_import_writer_new (PvDb *db, guint n_statements);

/* What still waits is dropped unless it was drained; gives the statements back. */
void pv_import_writer_free (PvImportWriter *self);

/**
 * pv_import_writer_begin_row:
 * @statement: number of the insertion, less than @n_statements
 * @sql: always the same for that number, ends with its `(?, …)`; must live as
 *   long as the writer
 *
 * Begins a row, whose values follow in the order of the parameters.
 */
void pv_import_writer_begin_row (PvImportWriter *self, guint statement, const char *sql);
void pv_import_writer_add_int (PvImportWriter *self, gint64 value);
void pv_import_writer_add_text (PvImportWriter *self, const char *value);

/* Returns: %FALSE when a row given before could not be written */
gboolean pv_import_writer_end_row (PvImportWriter *self, GError **error);

/* Waits until all is written. */
gboolean pv_import_writer_drain (PvImportWriter *self, GError **error);

G_END_DECLS
