/* pv-noeud-item.c: a node of a frame, for the tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-noeud-item.h"

struct _PvNoeudItem
{
  GObject parent_instance;

  PvNoeud *noeud;
  GListStore *children;
  gint64 count;
};

enum
{
  PROP_TEXT = 1,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvNoeudItem, pv_noeud_item, G_TYPE_OBJECT)

static void
pv_noeud_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PvNoeudItem *self = PV_NOEUD_ITEM (object);

  if (prop_id == PROP_TEXT)
    g_value_take_string (value,
                         g_strdup_printf ("%s · %s", self->noeud->code, self->noeud->libelle));
  else if (prop_id == PROP_COUNT)
    g_value_set_int64 (value, self->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pv_noeud_item_finalize (GObject *object)
{
  PvNoeudItem *self = PV_NOEUD_ITEM (object);

  g_clear_pointer (&self->noeud, pv_noeud_free);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (pv_noeud_item_parent_class)->finalize (object);
}

static void
pv_noeud_item_class_init (PvNoeudItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pv_noeud_item_get_property;
  object_class->finalize = pv_noeud_item_finalize;
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_noeud_item_init (PvNoeudItem *self)
{
  self->children = g_list_store_new (PV_TYPE_NOEUD_ITEM);
}

PvNoeudItem *
pv_noeud_item_new (const PvNoeud *noeud)
{
  PvNoeudItem *self = g_object_new (PV_TYPE_NOEUD_ITEM, NULL);

  self->noeud = pv_noeud_copy (noeud);

  return self;
}

const PvNoeud *
pv_noeud_item_get_noeud (PvNoeudItem *self)
{
  g_return_val_if_fail (PV_IS_NOEUD_ITEM (self), NULL);

  return self->noeud;
}

void
pv_noeud_item_update (PvNoeudItem *self, const PvNoeud *noeud)
{
  g_return_if_fail (PV_IS_NOEUD_ITEM (self));

  if (pv_champs_equal (pv_noeud_champs, self->noeud, noeud))
    return;
  pv_noeud_free (self->noeud);
  self->noeud = pv_noeud_copy (noeud);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

gint64
pv_noeud_item_get_count (PvNoeudItem *self)
{
  g_return_val_if_fail (PV_IS_NOEUD_ITEM (self), 0);

  return self->count;
}

void
pv_noeud_item_set_count (PvNoeudItem *self, gint64 count)
{
  g_return_if_fail (PV_IS_NOEUD_ITEM (self));

  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

GListStore *
pv_noeud_item_get_children (PvNoeudItem *self)
{
  g_return_val_if_fail (PV_IS_NOEUD_ITEM (self), NULL);

  return self->children;
}
