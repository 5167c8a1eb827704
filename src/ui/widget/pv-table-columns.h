/* pv-table-columns.h: columns whose widths follow the text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_table_add_column:
 * @column: (transfer full): appended
 * @width: in pixels for a text of 96 dpi
 * @align: of its header, as of its cells; the start is GTK's own
 */
void
pv_table_add_column (GtkColumnView *view, GtkColumnViewColumn *column, int width, GtkAlign align);

/* Once all columns are there: their widths grow with the text from then on. */
void pv_table_follow_text (GtkColumnView *view);

G_END_DECLS
