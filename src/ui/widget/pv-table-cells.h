/* pv-table-cells.h: the cells of a table that are a text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that is cut at its end; @numeric: its figures have one width. */
GtkWidget *pv_table_label_new (float xalign, gboolean numeric);

/* The same for long tables: its size is not that of its text, and measures nothing. */
GtkWidget *pv_table_inscription_new (float xalign, gboolean numeric);

/* Shows a text with amounts in an inscription; @tooltip: (nullable) */
void pv_table_inscription_show (GtkWidget *cell, const char *text, const char *tooltip);

G_END_DECLS
