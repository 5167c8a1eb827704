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
  char *dossiers; /* (nullable): their keys, as JSON */
  gboolean libre;
} Demande;

static void
demande_free (gpointer data)
{
  Demande *self = data;

  g_free (self->dossiers);
  g_free (self);
}

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

      if (financeur->id == demande->financeur_id &&
          (!demande->libre || financeur->n[demande->attente] > 0))
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
  lecture->financeurs =
      pv_vote_store_list_financeurs (db, &demande->filtre, demande->dossiers, error);
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

static char *
dup_keys (GHashTable *dossiers)
{
  GString *json = g_string_new ("[");
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, dossiers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, json->len > 1 ? "," : "", *(gint64 *)key);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

void
pv_votes_lecture_async (PvContext *context,
                        gint64 financeur_id,
                        PvVoteAttente attente,
                        GHashTable *dossiers,
                        gboolean libre,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Demande *demande = g_new (Demande, 1);

  *demande = (Demande){ pv_context_get_filtre (context), financeur_id, attente,
                        dossiers != NULL ? dup_keys (dossiers) : NULL, libre };
  pv_context_query_async (context, load, demande, demande_free,
                          (GDestroyNotify)pv_votes_lecture_free, cancellable, callback, user_data);
}
