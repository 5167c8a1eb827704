/* pv-votes-lecture.h: what the view of votes and notifications shows, read in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "vote/pv-vote-store.h"

G_BEGIN_DECLS

/**
 * PvVotesLecture:
 * @financeur_id: the one that was asked for, or the first one; %PV_INT_NULL: there is none
 * @financeurs: (element-type PvVoteFinanceur)
 * @lignes: (element-type PvVoteLigne): of that funder
 *
 * All of it is of one moment.
 */
typedef struct
{
  gint64 financeur_id;
  PvVoteAttente attente;
  GPtrArray *financeurs;
  GPtrArray *lignes;
  PvVoteCredits credits;
} PvVotesLecture;

void pv_votes_lecture_free (PvVotesLecture *self);

/* @dossiers: (nullable) (element-type gint64): the funders and their counts are of these alone
 * @libre: the funder is kept only if it has something in that state
 *
 * @financeur_id: %PV_INT_NULL, or one that is there no more: the first one that has something in
 * that state, else the first one. The answer, of pv_context_query_finish(), is a PvVotesLecture. */
void pv_votes_lecture_async (PvContext *context,
                             gint64 financeur_id,
                             PvVoteAttente attente,
                             GHashTable *dossiers,
                             gboolean libre,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

G_END_DECLS
