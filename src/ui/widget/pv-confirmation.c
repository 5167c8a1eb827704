/* pv-confirmation.c: remarks that are read, then confirmed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-confirmation.h"

struct _PvConfirmation
{
  GHashTable *said;
  GHashTable *confirmed; /* (nullable): those there were when the box was ticked */
};

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

PvConfirmation *
pv_confirmation_new (void)
{
  PvConfirmation *self = g_new0 (PvConfirmation, 1);

  self->said = set_new ();

  return self;
}

void
pv_confirmation_free (PvConfirmation *self)
{
  g_hash_table_unref (self->said);
  g_clear_pointer (&self->confirmed, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_read (const PvConfirmation *self)
{
  GHashTableIter iter;
  gpointer remark;

  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &remark, NULL))
    if (!g_hash_table_contains (self->confirmed, remark))
      return FALSE;

  return g_hash_table_size (self->said) > 0;
}

void
pv_confirmation_show (PvConfirmation *self, GHashTable *remarks)
{
  g_hash_table_unref (self->said);
  self->said = remarks;
  if (self->confirmed != NULL && !is_read (self))
    g_clear_pointer (&self->confirmed, g_hash_table_unref);
}

guint
pv_confirmation_get_n (const PvConfirmation *self)
{
  return g_hash_table_size (self->said);
}

void
pv_confirmation_set (PvConfirmation *self, gboolean given)
{
  GHashTableIter iter;
  gpointer remark;

  g_clear_pointer (&self->confirmed, g_hash_table_unref);
  if (!given || g_hash_table_size (self->said) == 0)
    return;
  self->confirmed = set_new ();
  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &remark, NULL))
    g_hash_table_add (self->confirmed, g_strdup (remark));
}

gboolean
pv_confirmation_is_given (const PvConfirmation *self)
{
  return self->confirmed != NULL;
}

gboolean
pv_confirmation_allows (const PvConfirmation *self)
{
  return self->confirmed != NULL || g_hash_table_size (self->said) == 0;
}
