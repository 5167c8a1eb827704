/* pv-instruction-liste.c: the dossiers of a queue, read when they are shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-liste.h"

#include <gtk/gtk.h>

/* A list view holds about 205 rows; beyond, those nobody holds are forgotten. */
#define MAX_KEPT 400

/* --- a row --------------------------------------------------------------------------------- */

struct _PvInstructionItem
{
  GObject parent_instance;

  PvInstructionLigne *ligne;
  guint revision;
};

enum
{
  PROP_REVISION = 1,
};

static GParamSpec *revision_property;

G_DEFINE_FINAL_TYPE (PvInstructionItem, pv_instruction_item, G_TYPE_OBJECT)

static void
pv_instruction_item_finalize (GObject *object)
{
  pv_instruction_ligne_free (PV_INSTRUCTION_ITEM (object)->ligne);

  G_OBJECT_CLASS (pv_instruction_item_parent_class)->finalize (object);
}

static void
pv_instruction_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, PV_INSTRUCTION_ITEM (object)->revision);
}

static void
pv_instruction_item_class_init (PvInstructionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pv_instruction_item_finalize;
  object_class->get_property = pv_instruction_item_get_property;
  revision_property = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_REVISION, revision_property);
}

static void
pv_instruction_item_init (PvInstructionItem *self)
{
}

const PvInstructionLigne *
pv_instruction_item_get (PvInstructionItem *self)
{
  g_return_val_if_fail (PV_IS_INSTRUCTION_ITEM (self), NULL);

  return self->ligne;
}

/* --- the list ------------------------------------------------------------------------------ */

struct _PvInstructionListe
{
  GObject parent_instance;

  PvContext *context;
  gint64 institution_id;
  GArray *ids;      /* of gint64 */
  GHashTable *kept; /* of PvInstructionItem, by key */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PvInstructionListe,
                               pv_instruction_liste,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
read_item (PvInstructionListe *self, PvInstructionItem *item, gint64 id)
{
  pv_instruction_ligne_free (item->ligne);
  item->ligne = pv_instruction_ligne_load (pv_context_get_reader (self->context), id,
                                           self->institution_id, NULL);
  item->revision++;
  g_object_notify_by_pspec (G_OBJECT (item), revision_property);
}

/* Those the view does not hold. */
static void
forget (PvInstructionListe *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (G_OBJECT (item)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

static GType
get_item_type (GListModel *model)
{
  return PV_TYPE_INSTRUCTION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PV_INSTRUCTION_LISTE (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PvInstructionListe *self = PV_INSTRUCTION_LISTE (model);
  gint64 *id = position < self->ids->len ? &g_array_index (self->ids, gint64, position) : NULL;
  PvInstructionItem *item = id != NULL ? g_hash_table_lookup (self->kept, id) : NULL;

  if (id == NULL)
    return NULL;
  if (item == NULL)
    {
      if (g_hash_table_size (self->kept) >= MAX_KEPT)
        forget (self);
      item = g_object_new (PV_TYPE_INSTRUCTION_ITEM, NULL);
      g_hash_table_insert (self->kept, g_memdup2 (id, sizeof *id), item);
      read_item (self, item, *id);
    }

  return g_object_ref (item);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pv_instruction_liste_finalize (GObject *object)
{
  PvInstructionListe *self = PV_INSTRUCTION_LISTE (object);

  g_hash_table_unref (self->kept);
  g_array_unref (self->ids);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_instruction_liste_parent_class)->finalize (object);
}

static void
pv_instruction_liste_class_init (PvInstructionListeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_instruction_liste_finalize;
}

static void
pv_instruction_liste_init (PvInstructionListe *self)
{
  self->institution_id = PV_INT_NULL;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

PvInstructionListe *
pv_instruction_liste_new (PvContext *context)
{
  PvInstructionListe *self = g_object_new (PV_TYPE_INSTRUCTION_LISTE, NULL);

  self->context = g_object_ref (context);

  return self;
}

static void
read_again (PvInstructionListe *self)
{
  GHashTableIter iter;
  gpointer id, item;

  forget (self);
  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &id, &item))
    read_item (self, item, *(gint64 *)id);
}

static GArray *
without_middle (const GArray *ids, guint start, guint end)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (rest, ids->data, start);
  g_array_append_vals (rest, ids->data + (ids->len - end) * sizeof (gint64), end);

  return rest;
}

/* Only what differs between the rows that stay is told: the selection and the scroll stay.
 * Much is told in two steps: GTK asks for every row of what is replaced. */
static void
replace_ids (PvInstructionListe *self, GArray *ids)
{
  g_autoptr (GArray) before = self->ids;
  guint old = before->len, new = ids->len, start = 0, end = 0;
  const gint64 *a = (const gint64 *)(gpointer)before->data;
  const gint64 *b = (const gint64 *)(gpointer)ids->data;

  while (start < MIN (old, new) && a[start] == b[start])
    start++;
  while (end < MIN (old, new) - start && a[old - 1 - end] == b[new - 1 - end])
    end++;

  old -= start + end;
  new -= start + end;
  if (old > 0 && new > 0 && old + new > MAX_KEPT)
    {
      g_autoptr (GArray) rest = without_middle (before, start, end);

      self->ids = rest;
      g_list_model_items_changed (G_LIST_MODEL (self), start, old, 0);
      old = 0;
      self->ids = ids;
    }
  self->ids = ids;
  if (old > 0 || new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old, new);
}

void
pv_instruction_liste_take (PvInstructionListe *self, GArray *ids, gint64 institution_id)
{
  g_return_if_fail (PV_IS_INSTRUCTION_LISTE (self));

  self->institution_id = institution_id;
  replace_ids (self, ids);
  read_again (self);
}

guint
pv_instruction_liste_find (PvInstructionListe *self, gint64 dossier_id)
{
  g_return_val_if_fail (PV_IS_INSTRUCTION_LISTE (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == dossier_id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

GArray *
pv_instruction_liste_dup_ids (PvInstructionListe *self)
{
  g_return_val_if_fail (PV_IS_INSTRUCTION_LISTE (self), NULL);

  return g_array_copy (self->ids);
}
