/* pv-table-columns.c: columns whose widths follow the text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-table-columns.h"

#define USUAL_DPI (96 * 1024)

#define WIDTH_KEY "pv-table-width"
#define ALIGN_KEY "pv-table-align"

static int
get_data (GtkColumnViewColumn *column, const char *key)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), key));
}

/* A header aligns as its column; GTK 4.8 only lets its child be found. */
static void
align_headers (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkAlign align = column != NULL ? (GtkAlign)get_data (column, ALIGN_KEY) : GTK_ALIGN_START;

      if (align != GTK_ALIGN_START)
        gtk_widget_set_halign (box, align);
      if (GTK_IS_BOX (box))
        gtk_box_set_spacing (GTK_BOX (box), 0);
    }
}

static void
update_widths (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = USUAL_DPI;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_fixed_width (column,
                                              get_data (column, WIDTH_KEY) * dpi / USUAL_DPI);
    }
}

void
pv_table_add_column (GtkColumnView *view, GtkColumnViewColumn *column, int width, GtkAlign align)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width));
  g_object_set_data (G_OBJECT (column), ALIGN_KEY, GINT_TO_POINTER ((int)align));
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

void
pv_table_follow_text (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  align_headers (view);
  update_widths (view);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (view)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_widths), view, G_CONNECT_SWAPPED);
}
