/* pv-enveloppe-item.c: a line of the table of envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-item.h"

struct _PvEnveloppeItem
{
  GObject parent_instance;

  PvEnveloppeArbre *arbre;
  const PvEnveloppeNoeud *noeud; /* of @arbre */
  GListStore *enfants;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvEnveloppeItem, pv_enveloppe_item, G_TYPE_OBJECT)

static void
pv_enveloppe_item_finalize (GObject *object)
{
  PvEnveloppeItem *self = PV_ENVELOPPE_ITEM (object);

  g_clear_pointer (&self->arbre, pv_enveloppe_arbre_unref);
  g_clear_object (&self->enfants);

  G_OBJECT_CLASS (pv_enveloppe_item_parent_class)->finalize (object);
}

static void
pv_enveloppe_item_class_init (PvEnveloppeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_enveloppe_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pv_enveloppe_item_init (PvEnveloppeItem *self)
{
  self->enfants = g_list_store_new (PV_TYPE_ENVELOPPE_ITEM);
}

PvEnveloppeItem *
pv_enveloppe_item_new (PvEnveloppeArbre *arbre, const PvEnveloppeNoeud *noeud)
{
  PvEnveloppeItem *self = g_object_new (PV_TYPE_ENVELOPPE_ITEM, NULL);

  self->arbre = pv_enveloppe_arbre_ref (arbre);
  self->noeud = noeud;
  for (guint i = 0; i < noeud->enfants->len; i++)
    {
      g_autoptr (PvEnveloppeItem) enfant = pv_enveloppe_item_new (arbre, noeud->enfants->pdata[i]);

      g_list_store_append (self->enfants, enfant);
    }

  return self;
}

const PvEnveloppeNoeud *
pv_enveloppe_item_get_noeud (PvEnveloppeItem *self)
{
  g_return_val_if_fail (PV_IS_ENVELOPPE_ITEM (self), NULL);

  return self->noeud;
}

gboolean
pv_enveloppe_item_is_total (PvEnveloppeItem *self)
{
  g_return_val_if_fail (PV_IS_ENVELOPPE_ITEM (self), FALSE);

  return self->noeud == self->arbre->total;
}

GListModel *
pv_enveloppe_item_get_enfants (PvEnveloppeItem *self)
{
  g_return_val_if_fail (PV_IS_ENVELOPPE_ITEM (self), NULL);

  return G_LIST_MODEL (self->enfants);
}

/* --- the same lines again ----------------------------------------------------------------- */

static gboolean
is_same (PvEnveloppeItem *item, const PvEnveloppeNoeud *noeud)
{
  GListModel *enfants = G_LIST_MODEL (item->enfants);

  if (item->noeud->enveloppe_id != noeud->enveloppe_id ||
      item->noeud->financeur_id != noeud->financeur_id ||
      g_list_model_get_n_items (enfants) != noeud->enfants->len)
    return FALSE;
  for (guint i = 0; i < noeud->enfants->len; i++)
    {
      g_autoptr (PvEnveloppeItem) enfant = g_list_model_get_item (enfants, i);

      if (!is_same (enfant, noeud->enfants->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static void
update (PvEnveloppeItem *item, PvEnveloppeArbre *arbre, const PvEnveloppeNoeud *noeud)
{
  PvEnveloppeArbre *avant = item->arbre;

  item->arbre = pv_enveloppe_arbre_ref (arbre);
  item->noeud = noeud;
  for (guint i = 0; i < noeud->enfants->len; i++)
    {
      g_autoptr (PvEnveloppeItem) enfant = g_list_model_get_item (G_LIST_MODEL (item->enfants), i);

      update (enfant, arbre, noeud->enfants->pdata[i]);
    }
  g_signal_emit (item, signals[CHANGED], 0);
  pv_enveloppe_arbre_unref (avant);
}

static const PvEnveloppeNoeud *
get_racine (PvEnveloppeArbre *arbre, guint i)
{
  return i < arbre->racines->len ? arbre->racines->pdata[i] : arbre->total;
}

gboolean
pv_enveloppe_items_update (GListModel *items, PvEnveloppeArbre *arbre)
{
  guint n = g_list_model_get_n_items (items);

  if (n != arbre->racines->len + 1)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PvEnveloppeItem) item = g_list_model_get_item (items, i);

      if (!is_same (item, get_racine (arbre, i)))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PvEnveloppeItem) item = g_list_model_get_item (items, i);

      update (item, arbre, get_racine (arbre, i));
    }

  return TRUE;
}

void
pv_enveloppe_items_fill (GListStore *items, PvEnveloppeArbre *arbre)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i <= arbre->racines->len; i++)
    g_ptr_array_add (lines, pv_enveloppe_item_new (arbre, get_racine (arbre, i)));
  g_list_store_splice (items, 0, g_list_model_get_n_items (G_LIST_MODEL (items)), lines->pdata,
                       lines->len);
}
