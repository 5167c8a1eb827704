/* pv-file-columns.h: the columns of the queue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "instruction/pv-instruction-file.h"

G_BEGIN_DECLS

/* Adds the columns to a view of #PvRow. */
void pv_file_columns_add (GtkColumnView *view);

/* Which column the queue is to be sorted by; FALSE: none was asked for. */
gboolean pv_file_columns_get_order (GtkColumnView *view, PvFileTri *tri, gboolean *descending);

G_END_DECLS
