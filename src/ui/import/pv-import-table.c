/* pv-import-table.c: what the tables of the import ask of GtkColumnView
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-table.h"

#define WIDTH "pv-import-width"
#define DPI (96 * 1024)

static void
align_title (GtkWidget *widget, const char *const *titles)
{
  if (GTK_IS_LABEL (widget) && g_strv_contains (titles, gtk_label_get_label (GTK_LABEL (widget))))
    {
      gtk_widget_set_hexpand (widget, TRUE);
      gtk_label_set_xalign (GTK_LABEL (widget), 1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    align_title (child, titles);
}

static void
scale_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  int dpi = DPI;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = DPI;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), WIDTH));

      if (width > 0)
        gtk_column_view_column_set_fixed_width (column, (int)((gint64)width * dpi / DPI));
    }
}

void
pv_import_table_prepare (GtkColumnView *view, const char *const *numbers)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (numbers != NULL);

  /* the header is its first child, before the rows */
  align_title (gtk_widget_get_first_child (GTK_WIDGET (view)), numbers);
  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_object_set_data (G_OBJECT (column), WIDTH,
                         GINT_TO_POINTER (gtk_column_view_column_get_fixed_width (column)));
    }
  scale_columns (view);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (view)), "notify::gtk-xft-dpi",
                           G_CALLBACK (scale_columns), view, G_CONNECT_SWAPPED);
}
