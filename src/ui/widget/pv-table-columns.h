/* pv-table-columns.h: columns of a table, whose widths follow the text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PvTableKind:
 * @make: (transfer full): a cell of a column
 * @show: the item of a list item, in its cell
 * @changed: (nullable): a signal of the items: what changed is shown again
 * @compare: (nullable): orders items, with the column as a pointer
 *
 * How the cells of a table are made and filled, by the number of their column.
 */
typedef struct
{
  GtkWidget *(*make) (GtkListItem *list_item, guint column);
  void (*show) (GtkListItem *list_item, guint column);
  const char *changed;
  GCompareDataFunc compare;
} PvTableKind;

/* (transfer full): of the cells of one column; @kind lives as long as it does */
GtkListItemFactory *pv_table_factory_new (const PvTableKind *kind, guint number);

/**
 * pv_table_column_new:
 * @kind: lives as long as the column
 * @number: of the column, for the functions of @kind
 * @expand: takes of what is left
 *
 * Returns: (transfer full): one that a person can resize
 */
GtkColumnViewColumn *
pv_table_column_new (const PvTableKind *kind, guint number, const char *title, gboolean expand);

guint pv_table_column_get_number (GtkColumnViewColumn *column);

/* For rows that something else sorts: the column only tells that it was asked for. */
void pv_table_record_order (GtkColumnView *view, GtkColumnViewColumn *column);

/* Which of these columns the rows are to be sorted by; %NULL: none was asked for, and
 * @descending is left as it is. */
GtkColumnViewColumn *pv_table_get_order (GtkColumnView *view, gboolean *descending);

/**
 * pv_table_add_column:
 * @column: (transfer full): appended
 * @width: in pixels for a text of 96 dpi
 * @align: of its header, as of its cells; the start is GTK's own
 */
void
pv_table_add_column (GtkColumnView *view, GtkColumnViewColumn *column, int width, GtkAlign align);

/* The same for a column that is there, before the widths follow: -1 is that of its cells. */
void pv_table_size_column (GtkColumnViewColumn *column, int width, GtkAlign align);

/* Once all columns are there: their widths grow with the text from then on. */
void pv_table_follow_text (GtkColumnView *view);

G_END_DECLS
