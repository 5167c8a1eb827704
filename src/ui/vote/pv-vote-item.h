/* pv-vote-item.h: a financement to vote or to notify, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "vote/pv-vote-constat.h"

G_BEGIN_DECLS

#define PV_TYPE_VOTE_ITEM (pv_vote_item_get_type ())

/*
 * PvVoteItem: a line of the list; in an act, with its amount and what there is to say of it.
 *
 * Signal: changed (): the amount or the remarks did.
 */
G_DECLARE_FINAL_TYPE (PvVoteItem, pv_vote_item, PV, VOTE_ITEM, GObject)

/* @lignes: of PvVoteLigne, kept */
PvVoteItem *pv_vote_item_new (GPtrArray *lignes, guint position);

const PvVoteLigne *pv_vote_item_get_ligne (PvVoteItem *self);

/* What the act gives it. */
PvCents pv_vote_item_get_cents (PvVoteItem *self);
void pv_vote_item_set_cents (PvVoteItem *self, PvCents cents);

/* (nullable) (element-type PvVoteConstat): of its line; @constats: (transfer full) */
const GPtrArray *pv_vote_item_get_constats (PvVoteItem *self);
void pv_vote_item_set_constats (PvVoteItem *self, GPtrArray *constats);

/* @items: (element-type PvVoteItem): a dossier counts once, whatever its lines */
guint pv_vote_items_count_dossiers (const GPtrArray *items);

G_END_DECLS
