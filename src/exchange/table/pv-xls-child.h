/* pv-xls-child.h: runs freexl in a process of its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table.h"

G_BEGIN_DECLS

/* freexl 1.0.6 reads out of bounds on damaged files (an iconv() of 65 534 bytes
 * from a 64-byte name is the first that fuzzing finds). So it runs in a child:
 * what crashes, hangs or grows there is an error here. All that comes from the
 * child is bounded and checked as if from the file. */
typedef struct _PvXlsChild PvXlsChild;

typedef enum
{
  PV_XLS_EMPTY,
  PV_XLS_NUMBER,
  PV_XLS_TEXT,
  PV_XLS_DATE, /* text as freexl writes it */
  PV_XLS_TIME,
} PvXlsType;

typedef struct
{
  PvXlsType type;
  double number;
  GString *text; /* valid UTF-8 */
} PvXlsValue;

/* Starts a child that tells of the file and, unless @sheet is -1, the cells of
 * that sheet. @names: (nullable): receives the names of the sheets. */
PvXlsChild *pv_xls_child_start (const char *path,
                                const char *basename,
                                int sheet,
                                GPtrArray *names,
                                GError **error);
void pv_xls_child_free (PvXlsChild *child);

guint pv_xls_child_get_n_rows (const PvXlsChild *child);

/* The next row: FALSE at the end, or with an error. */
gboolean pv_xls_child_begin_row (PvXlsChild *child, guint *n_cells, GError **error);

gboolean pv_xls_child_read_value (PvXlsChild *child, PvXlsValue *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvXlsChild, pv_xls_child_free)

G_END_DECLS
