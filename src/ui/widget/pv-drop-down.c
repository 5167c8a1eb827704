/* pv-drop-down.c: a drop-down whose choices are named by keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-drop-down.h"

#define KEYS "pv-keys"

static gboolean
is_shown (GtkDropDown *drop_down, const GPtrArray *items)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);

  if (model == NULL || g_list_model_get_n_items (model) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                      ((const PvChoiceItem *)items->pdata[i])->label))
      return FALSE;

  return TRUE;
}

static void
show_labels (GtkDropDown *drop_down, const GPtrArray *items)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < items->len; i++)
    gtk_string_list_append (labels, ((const PvChoiceItem *)items->pdata[i])->label);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

static guint
find_key (const GArray *keys, gint64 key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, gint64, i) == key)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

gboolean
pv_drop_down_show (GtkDropDown *drop_down, GPtrArray *items, gint64 key)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint position;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), FALSE);

  for (guint i = 0; i < items->len; i++)
    g_array_append_val (keys, ((const PvChoiceItem *)items->pdata[i])->key);
  position = find_key (keys, key);

  g_object_freeze_notify (G_OBJECT (drop_down));
  if (!is_shown (drop_down, items))
    show_labels (drop_down, items);
  g_object_set_data_full (G_OBJECT (drop_down), KEYS, keys, (GDestroyNotify)g_array_unref);
  gtk_drop_down_set_selected (
      drop_down, position != GTK_INVALID_LIST_POSITION ? position : find_key (keys, PV_INT_NULL));
  g_object_thaw_notify (G_OBJECT (drop_down));

  return position != GTK_INVALID_LIST_POSITION;
}

gint64
pv_drop_down_get_key (GtkDropDown *drop_down)
{
  const GArray *keys;
  guint selected;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), PV_INT_NULL);

  keys = g_object_get_data (G_OBJECT (drop_down), KEYS);
  selected = gtk_drop_down_get_selected (drop_down);

  return keys != NULL && selected < keys->len ? g_array_index (keys, gint64, selected)
                                              : PV_INT_NULL;
}
