/* pv-selection.c: what is selected in a list, also once the list is read again
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-selection.h"

GPtrArray *
pv_selection_list (GtkMultiSelection *selection, gboolean all)
{
  GListModel *rows = G_LIST_MODEL (selection);
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (rows);

  all = all && gtk_bitset_is_empty (selected);
  for (guint i = 0; i < n; i++)
    if (all || gtk_bitset_contains (selected, i))
      g_ptr_array_add (items, g_list_model_get_item (rows, i));

  return items;
}

GArray *
pv_selection_dup_keys (GtkMultiSelection *selection, PvSelectionKey key)
{
  GListModel *rows = gtk_multi_selection_get_model (selection);
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 of_row = key (rows, position);

      g_array_append_val (keys, of_row);
    }

  return keys;
}

void
pv_selection_select_keys (GtkMultiSelection *selection, PvSelectionKey key, const GArray *keys)
{
  GListModel *rows = gtk_multi_selection_get_model (selection);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (kept, &g_array_index (keys, gint64, i));
  for (guint i = 0; keys->len > 0 && i < g_list_model_get_n_items (rows); i++)
    {
      gint64 of_row = key (rows, i);

      if (g_hash_table_contains (kept, &of_row) && !gtk_selection_model_is_selected (model, i))
        gtk_selection_model_select_item (model, i, FALSE);
    }
}
