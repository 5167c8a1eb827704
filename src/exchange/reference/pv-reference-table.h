/* pv-reference-table.h: one table of data/reference, read by column name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef struct _PvReferenceTable PvReferenceTable;

/**
 * pv_reference_table_open:
 * @name: "cadres", "communes"…: a file `reference/<name>.csv` under the data folder
 *   (PV_DATADIR of the environment, else the installed one)
 *
 * Returns: (transfer full): the table before its first row, or %NULL with an error
 */
PvReferenceTable *pv_reference_table_open (const char *name, GError **error);

/* Goes to the next row; %FALSE without error: there is none. */
gboolean pv_reference_table_next (PvReferenceTable *self, GError **error);

/**
 * pv_reference_table_get:
 *
 * Returns: (nullable): the cell of that column in the current row, until the
 *   next one; %NULL when it is empty
 */
const char *pv_reference_table_get (PvReferenceTable *self, const char *column);

/* The list of a cell whose items are joined by `;`, trimmed. */
char **pv_reference_table_get_list (PvReferenceTable *self, const char *column);

/**
 * pv_reference_table_fill:
 * @fields: fields of @record
 *
 * Sets every field that a column bears the name of. `oui` and `non` are yes and
 * no. A column that is no field is the caller's.
 *
 * Returns: %FALSE when a cell is no value of its field (the message names the
 *   table, the row and the column)
 */
gboolean pv_reference_table_fill (PvReferenceTable *self,
                                  const PvChamp *fields,
                                  gpointer record,
                                  GError **error);

void pv_reference_table_free (PvReferenceTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvReferenceTable, pv_reference_table_free)

G_END_DECLS
