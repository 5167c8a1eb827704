/* pv-votes-lecture.c: what the view of votes and notifications shows, read in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-votes-lecture.h"

typedef struct
{
  PvFiltre filtre;
  gint64 financeur_id;
  PvVoteAttente attente;
} Demande;

void
pv_votes_lecture_free (PvVotesLecture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  g_free (self);
}

static gint64
choose (const GPtrArray *financeurs, const Demande *demande)
{
  gint64 chosen = PV_INT_NULL;

  for (guint i = 0; i < financeurs->len; i++)
    {
      const PvVoteFinanceur *financeur = financeurs->pdata[i];

      if (financeur->id == demande->financeur_id)
        return financeur->id;
      if (chosen == PV_INT_NULL && financeur->n[demande->attente] > 0)
        chosen = financeur->id;
    }
  if (chosen == PV_INT_NULL && financeurs->len > 0)
    chosen = ((const PvVoteFinanceur *)financeurs->pdata[0])->id;

  return chosen;
}

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = data;
  PvVotesLecture *lecture = g_new0 (PvVotesLecture, 1);

  lecture->attente = demande->attente;
  lecture->financeurs = pv_vote_store_list_financeurs (db, &demande->filtre, error);
  if (lecture->financeurs != NULL)
    {
      lecture->financeur_id = choose (lecture->financeurs, demande);
      lecture->lignes =
          pv_vote_store_list (db, &demande->filtre, lecture->financeur_id, demande->attente, error);
    }
  if (lecture->lignes == NULL ||
      !pv_vote_store_get_credits (db, &demande->filtre, lecture->financeur_id, &lecture->credits,
                                  error))
    g_clear_pointer (&lecture, pv_votes_lecture_free);

  return lecture;
}

void
pv_votes_lecture_async (PvContext *context,
                        gint64 financeur_id,
                        PvVoteAttente attente,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Demande demande = { pv_context_get_filtre (context), financeur_id, attente };

  pv_context_query_async (context, load, g_memdup2 (&demande, sizeof demande), g_free,
                          (GDestroyNotify)pv_votes_lecture_free, cancellable, callback, user_data);
}
