/* pv-vote-item.c: a financement to vote or to notify, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-vote-item.h"

struct _PvVoteItem
{
  GObject parent_instance;

  GPtrArray *lignes;
  const PvVoteLigne *ligne;
  PvCents cents;
  GPtrArray *constats;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvVoteItem, pv_vote_item, G_TYPE_OBJECT)

const PvVoteLigne *
pv_vote_item_get_ligne (PvVoteItem *self)
{
  return self->ligne;
}

PvCents
pv_vote_item_get_cents (PvVoteItem *self)
{
  return self->cents;
}

void
pv_vote_item_set_cents (PvVoteItem *self, PvCents cents)
{
  self->cents = cents;
  g_signal_emit (self, signals[CHANGED], 0);
}

const GPtrArray *
pv_vote_item_get_constats (PvVoteItem *self)
{
  return self->constats;
}

void
pv_vote_item_set_constats (PvVoteItem *self, GPtrArray *constats)
{
  g_clear_pointer (&self->constats, g_ptr_array_unref);
  self->constats = constats;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pv_vote_item_finalize (GObject *object)
{
  PvVoteItem *self = PV_VOTE_ITEM (object);

  g_ptr_array_unref (self->lignes);
  g_clear_pointer (&self->constats, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_vote_item_parent_class)->finalize (object);
}

static void
pv_vote_item_class_init (PvVoteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_vote_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", PV_TYPE_VOTE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
pv_vote_item_init (PvVoteItem *self)
{
  self->cents = PV_CENTS_NULL;
}

PvVoteItem *
pv_vote_item_new (GPtrArray *lignes, guint position)
{
  PvVoteItem *self = g_object_new (PV_TYPE_VOTE_ITEM, NULL);

  self->lignes = g_ptr_array_ref (lignes);
  self->ligne = lignes->pdata[position];

  return self;
}

guint
pv_vote_items_count_dossiers (const GPtrArray *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (seen, (gpointer)&pv_vote_item_get_ligne (items->pdata[i])->dossier_id);

  return g_hash_table_size (seen);
}
