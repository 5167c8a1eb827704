/* pv-file-columns.h: the columns of the queue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the columns to a view of #PvInstructionItem. */
void pv_file_columns_add (GtkColumnView *view);

G_END_DECLS
