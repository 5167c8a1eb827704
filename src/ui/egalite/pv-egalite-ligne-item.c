/* pv-egalite-ligne-item.c: a row of the analysis, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-ligne-item.h"

struct _PvEgaliteLigneItem
{
  GObject parent_instance;

  const PvEgaliteLigne *ligne;
  gboolean total;
};

G_DEFINE_FINAL_TYPE (PvEgaliteLigneItem, pv_egalite_ligne_item, G_TYPE_OBJECT)

static void
pv_egalite_ligne_item_class_init (PvEgaliteLigneItemClass *klass)
{
}

static void
pv_egalite_ligne_item_init (PvEgaliteLigneItem *self)
{
}

PvEgaliteLigneItem *
pv_egalite_ligne_item_new (const PvEgaliteLigne *ligne, gboolean total)
{
  PvEgaliteLigneItem *self = g_object_new (PV_TYPE_EGALITE_LIGNE_ITEM, NULL);

  self->ligne = ligne;
  self->total = total;

  return self;
}

const PvEgaliteLigne *
pv_egalite_ligne_item_get (PvEgaliteLigneItem *self)
{
  g_return_val_if_fail (PV_IS_EGALITE_LIGNE_ITEM (self), NULL);

  return self->ligne;
}

gboolean
pv_egalite_ligne_item_is_total (PvEgaliteLigneItem *self)
{
  g_return_val_if_fail (PV_IS_EGALITE_LIGNE_ITEM (self), FALSE);

  return self->total;
}
