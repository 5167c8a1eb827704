/* pv-table-columns.c: columns of a table, whose widths follow the text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-table-columns.h"

#define USUAL_DPI (96 * 1024)

#define WIDTH_KEY "pv-table-width"
#define ALIGN_KEY "pv-table-align"
#define NUMBER_KEY "pv-table-number"
#define COLUMN_KEY "pv-table-column"
#define VIEW_KEY "pv-table-view"
#define ASKED_KEY "pv-table-asked"

static int
get_data (GtkColumnViewColumn *column, const char *key)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), key));
}

/* --- cells --------------------------------------------------------------------------------- */

typedef struct
{
  const PvTableKind *kind;
  guint number;
} Column;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const Column *column)
{
  gtk_list_item_set_child (list_item, column->kind->make (list_item, column->number));
}

static void
changed_cb (GtkListItem *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), COLUMN_KEY);

  column->kind->show (list_item, column->number);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  if (column->kind->changed != NULL)
    {
      g_object_set_data (G_OBJECT (list_item), COLUMN_KEY, column);
      g_signal_connect_object (gtk_list_item_get_item (list_item), column->kind->changed,
                               G_CALLBACK (changed_cb), list_item, G_CONNECT_SWAPPED);
    }
  column->kind->show (list_item, column->number);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), changed_cb, list_item);
}

GtkListItemFactory *
pv_table_factory_new (const PvTableKind *kind, guint number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new (Column, 1);

  *column = (Column){ kind, number };
  g_object_set_data_full (G_OBJECT (factory), COLUMN_KEY, column, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  if (kind->changed != NULL)
    g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

GtkColumnViewColumn *
pv_table_column_new (const PvTableKind *kind, guint number, const char *title, gboolean expand)
{
  GtkColumnViewColumn *view_column =
      gtk_column_view_column_new (title, pv_table_factory_new (kind, number));

  g_object_set_data (G_OBJECT (view_column), NUMBER_KEY, GUINT_TO_POINTER (number));
  if (kind->compare != NULL)
    {
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (kind->compare, GUINT_TO_POINTER (number), NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, expand);

  return view_column;
}

guint
pv_table_column_get_number (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), NUMBER_KEY));
}

/* --- order --------------------------------------------------------------------------------- */

/* The first one that is asked is the one the rows are sorted by. */
static int
record_cb (gconstpointer a, gconstpointer b, gpointer column)
{
  GObject *view = g_object_get_data (column, VIEW_KEY);

  if (g_object_get_data (view, ASKED_KEY) == NULL)
    g_object_set_data (view, ASKED_KEY, column);

  return GTK_ORDERING_SMALLER;
}

void
pv_table_record_order (GtkColumnView *view, GtkColumnViewColumn *column)
{
  g_autoptr (GtkSorter) sorter = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data (G_OBJECT (column), VIEW_KEY, view);
  sorter = GTK_SORTER (gtk_custom_sorter_new (record_cb, column, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
}

GtkColumnViewColumn *
pv_table_get_order (GtkColumnView *view, gboolean *descending)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkColumnViewColumn *asked;
  GtkOrdering order;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  g_object_set_data (G_OBJECT (view), ASKED_KEY, NULL);
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  asked = g_object_get_data (G_OBJECT (view), ASKED_KEY);
  if (asked != NULL)
    *descending = order == GTK_ORDERING_LARGER;

  return asked;
}

/* --- widths -------------------------------------------------------------------------------- */

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
      int width = get_data (column, WIDTH_KEY);

      if (width > 0)
        gtk_column_view_column_set_fixed_width (column, (int)((gint64)width * dpi / USUAL_DPI));
    }
}

void
pv_table_size_column (GtkColumnViewColumn *column, int width, GtkAlign align)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width));
  g_object_set_data (G_OBJECT (column), ALIGN_KEY, GINT_TO_POINTER ((int)align));
}

void
pv_table_add_column (GtkColumnView *view, GtkColumnViewColumn *column, int width, GtkAlign align)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  pv_table_size_column (column, width, align);
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
