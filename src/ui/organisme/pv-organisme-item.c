/* pv-organisme-item.c: one organisme of the list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-item.h"

#include "pv-text.h"

struct _PvOrganismeItem
{
  GObject parent_instance;

  PvOrganismeResume *resume;
  char *sort_key; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (PvOrganismeItem, pv_organisme_item, G_TYPE_OBJECT)

static void
pv_organisme_item_finalize (GObject *object)
{
  PvOrganismeItem *self = PV_ORGANISME_ITEM (object);

  pv_organisme_resume_free (self->resume);
  g_free (self->sort_key);

  G_OBJECT_CLASS (pv_organisme_item_parent_class)->finalize (object);
}

static void
pv_organisme_item_class_init (PvOrganismeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_organisme_item_finalize;
}

static void
pv_organisme_item_init (PvOrganismeItem *self)
{
}

PvOrganismeItem *
pv_organisme_item_new (PvOrganismeResume *resume)
{
  PvOrganismeItem *self = g_object_new (PV_TYPE_ORGANISME_ITEM, NULL);

  self->resume = resume;

  return self;
}

const PvOrganismeResume *
pv_organisme_item_get (PvOrganismeItem *self)
{
  g_return_val_if_fail (PV_IS_ORGANISME_ITEM (self), NULL);

  return self->resume;
}

const char *
pv_organisme_item_get_sort_key (PvOrganismeItem *self)
{
  g_return_val_if_fail (PV_IS_ORGANISME_ITEM (self), NULL);

  if (self->sort_key == NULL)
    self->sort_key = pv_text_sort_key (self->resume->nom);

  return self->sort_key;
}
