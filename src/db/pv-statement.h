/* pv-statement.h: one SQL statement, borrowed from its connection
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvStatement:
 *
 * A prepared statement. The connection owns and caches it by its SQL text;
 * pv_db_prepare() lends it and g_autoptr(PvStatement) gives it back, reset and
 * with its bindings cleared. Lending the same SQL twice at once prepares a
 * second one.
 */
typedef struct _PvStatement PvStatement;

typedef enum
{
  PV_STEP_ROW,
  PV_STEP_DONE,
  PV_STEP_ERROR,
} PvStep;

/**
 * pv_db_prepare:
 * @sql: one statement; a static string is cached by its address too
 *
 * Returns: (transfer full): a borrowed statement, or %NULL with an error
 */
PvStatement *pv_db_prepare (PvDb *db, const char *sql, GError **error);

void pv_statement_return (PvStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvStatement, pv_statement_return)

/*
 * Binding, by name with its colon (":id"). A name the statement lacks is a
 * programming error. Bindings stay over pv_statement_reset().
 * PV_INT_NULL (which PV_CENTS_NULL is) and a NULL text bind SQL NULL.
 */
void pv_statement_bind_int (PvStatement *self, const char *name, gint64 value);
void pv_statement_bind_text (PvStatement *self, const char *name, const char *value);
void pv_statement_bind_blob (PvStatement *self, const char *name, gconstpointer data, gsize size);
void pv_statement_bind_null (PvStatement *self, const char *name);

/* The same by position from 1, for loops over hundreds of thousands of rows. */
void pv_statement_bind_int_at (PvStatement *self, int position, gint64 value);
void pv_statement_bind_text_at (PvStatement *self, int position, const char *value);

/**
 * pv_statement_step:
 *
 * Returns: ROW, DONE or ERROR (then @error is set)
 */
PvStep pv_statement_step (PvStatement *self, GError **error);

/**
 * pv_statement_run:
 *
 * Steps a statement that returns no row to its end and resets it, bindings
 * kept.
 */
gboolean pv_statement_run (PvStatement *self, GError **error);

void pv_statement_reset (PvStatement *self);

/* Columns of the current row, from 0; a text lives until the next step. */
int pv_statement_get_n_columns (PvStatement *self);
const char *pv_statement_get_column_name (PvStatement *self, int column);
gboolean pv_statement_is_null (PvStatement *self, int column);
gint64 pv_statement_get_int (PvStatement *self, int column);       /* PV_INT_NULL for NULL */
const char *pv_statement_get_text (PvStatement *self, int column); /* (nullable) */
char *pv_statement_dup_text (PvStatement *self, int column);       /* (nullable) */
gconstpointer pv_statement_get_blob (PvStatement *self, int column, gsize *size);

G_END_DECLS
