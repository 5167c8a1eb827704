/* pv-import-table.h: what the tables of the import ask of GtkColumnView
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_import_table_prepare:
 * @numbers: (array zero-terminated=1): titles of the columns of numbers
 *
 * Aligns the titles of numbers as their cells, which GTK has no property for, and
 * makes the widths, in pixels in the template, follow the size of the text.
 */
void pv_import_table_prepare (GtkColumnView *view, const char *const *numbers);

G_END_DECLS
