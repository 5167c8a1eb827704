/* pv-row-list.c: the rows that a worker found, read when they are shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-row-list.h"

#include <string.h>

/* A list view holds about 205 rows; beyond, those nobody holds are forgotten. */
#define MAX_KEPT 400

/* --- a row --------------------------------------------------------------------------------- */

struct _PvRow
{
  GObject parent_instance;

  gpointer found;
  gpointer words;
  GDestroyNotify free_words;
  guint revision;
};

enum
{
  PROP_REVISION = 1,
};

static GParamSpec *revision_property;

G_DEFINE_FINAL_TYPE (PvRow, pv_row, G_TYPE_OBJECT)

static void
pv_row_finalize (GObject *object)
{
  PvRow *self = PV_ROW (object);

  g_clear_pointer (&self->words, self->free_words);
  g_free (self->found);

  G_OBJECT_CLASS (pv_row_parent_class)->finalize (object);
}

static void
pv_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, PV_ROW (object)->revision);
}

static void
pv_row_class_init (PvRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pv_row_finalize;
  object_class->get_property = pv_row_get_property;
  revision_property = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_REVISION, revision_property);
}

static void
pv_row_init (PvRow *self)
{
}

gconstpointer
pv_row_get_found (PvRow *self)
{
  g_return_val_if_fail (PV_IS_ROW (self), NULL);

  return self->found;
}

gconstpointer
pv_row_get_words (PvRow *self)
{
  g_return_val_if_fail (PV_IS_ROW (self), NULL);

  return self->words;
}

/* --- the list ------------------------------------------------------------------------------ */

typedef struct
{
  GArray *found;
  GHashTable *kept; /* of PvRow, by the key in what was found of it */
} PvRowListPrivate;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PvRowList,
                                  pv_row_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (PvRowList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             list_model_iface_init))

static PvRowListPrivate *
get_private (gpointer self)
{
  return pv_row_list_get_instance_private (self);
}

static gpointer
get_at (const GArray *found, guint position)
{
  return found->data + (gsize)position * g_array_get_element_size ((GArray *)found);
}

static PvRow *
row_new (PvRowList *self, gconstpointer found)
{
  PvRowListClass *klass = PV_ROW_LIST_GET_CLASS (self);
  PvRow *row = g_object_new (PV_TYPE_ROW, NULL);

  row->found = g_memdup2 (found, klass->found_size);
  row->free_words = klass->free_words;

  return row;
}

static void
read_row (PvRowList *self, PvRow *row, gconstpointer found)
{
  PvRowListClass *klass = PV_ROW_LIST_GET_CLASS (self);

  memcpy (row->found, found, klass->found_size);
  g_clear_pointer (&row->words, row->free_words);
  row->words = klass->read_words (self, row->found);
  row->revision++;
  g_object_notify_by_pspec (G_OBJECT (row), revision_property);
}

/* Those the view does not hold. */
static void
forget (PvRowListPrivate *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (G_OBJECT (row)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

static GType
get_item_type (GListModel *model)
{
  return PV_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return get_private (model)->found->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PvRowListPrivate *self = get_private (model);
  gconstpointer found = position < self->found->len ? get_at (self->found, position) : NULL;
  PvRow *row = found != NULL ? g_hash_table_lookup (self->kept, found) : NULL;

  if (found == NULL)
    return NULL;
  if (row == NULL)
    {
      if (g_hash_table_size (self->kept) >= MAX_KEPT)
        forget (self);
      row = row_new (PV_ROW_LIST (model), found);
      g_hash_table_insert (self->kept, row->found, row);
      read_row (PV_ROW_LIST (model), row, found);
    }

  return g_object_ref (row);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The size is that of the class, which is not there yet while the instance is initialised. */
static void
pv_row_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (pv_row_list_parent_class)->constructed (object);

  get_private (object)->found =
      g_array_new (FALSE, FALSE, PV_ROW_LIST_GET_CLASS (object)->found_size);
}

static void
pv_row_list_finalize (GObject *object)
{
  PvRowListPrivate *self = get_private (object);

  g_hash_table_unref (self->kept);
  g_array_unref (self->found);

  G_OBJECT_CLASS (pv_row_list_parent_class)->finalize (object);
}

static void
pv_row_list_class_init (PvRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = pv_row_list_constructed;
  G_OBJECT_CLASS (klass)->finalize = pv_row_list_finalize;
}

static void
pv_row_list_init (PvRowList *self)
{
  get_private (self)->kept =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
}

static void
read_again (PvRowList *list)
{
  PvRowListPrivate *self = get_private (list);

  forget (self);
  if (g_hash_table_size (self->kept) == 0)
    return;
  for (guint i = 0; i < self->found->len; i++)
    {
      gconstpointer found = get_at (self->found, i);
      PvRow *row = g_hash_table_lookup (self->kept, found);

      if (row != NULL)
        read_row (list, row, found);
    }
}

static GArray *
without_middle (const GArray *found, guint start, guint end)
{
  GArray *rest = g_array_new (FALSE, FALSE, g_array_get_element_size ((GArray *)found));

  g_array_append_vals (rest, found->data, start);
  g_array_append_vals (rest, get_at (found, found->len - end), end);

  return rest;
}

static gboolean
is_same (const GArray *a, guint i, const GArray *b, guint j)
{
  return g_int64_equal (get_at (a, i), get_at (b, j));
}

/* Only what differs between the rows that stay is told: the selection and the scroll stay.
 * Much is told in two steps: GTK asks for every row of what is replaced. */
static void
replace (PvRowList *list, GArray *found)
{
  PvRowListPrivate *self = get_private (list);
  g_autoptr (GArray) before = self->found;
  guint old = before->len, new = found->len, start = 0, end = 0;

  while (start < MIN (old, new) && is_same (before, start, found, start))
    start++;
  while (end < MIN (old, new) - start && is_same (before, old - 1 - end, found, new - 1 - end))
    end++;

  old -= start + end;
  new -= start + end;
  if (old > 0 && new > 0 && old + new > MAX_KEPT)
    {
      g_autoptr (GArray) rest = without_middle (before, start, end);

      self->found = rest;
      g_list_model_items_changed (G_LIST_MODEL (list), start, old, 0);
      old = 0;
    }
  self->found = found;
  if (old > 0 || new > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), start, old, new);
}

void
pv_row_list_take (PvRowList *self, GArray *found)
{
  g_return_if_fail (PV_IS_ROW_LIST (self));
  g_return_if_fail (g_array_get_element_size (found) == PV_ROW_LIST_GET_CLASS (self)->found_size);

  replace (self, found);
  read_again (self);
}

const GArray *
pv_row_list_get_found (PvRowList *self)
{
  g_return_val_if_fail (PV_IS_ROW_LIST (self), NULL);

  return get_private (self)->found;
}
