/* pv-score-store.c: scores and ranks of the dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "score/pv-score-store.h"

#include "pv-statement.h"

/* A note row is missing for a criterion not marked yet: the count of the grid
 * tells. */
#define SQL_NOTES_DE(condition)                                                                    \
  "SELECT i.dossier_id, i.id, i.score_declare, n.valeur, n.sans_objet, c.poids, c.maximum,"        \
  "       (SELECT COUNT(*) FROM critere g WHERE g.grille_id = c.grille_id)"                        \
  "  FROM instruction i"                                                                           \
  "  JOIN dossier d ON d.id = i.dossier_id AND d.chapeau = 0"                                      \
  "  LEFT JOIN note n ON n.instruction_id = i.id"                                                  \
  "  LEFT JOIN critere c ON c.id = n.critere_id"                                                   \
  " WHERE i.etat = 'soumise' AND " condition " ORDER BY i.dossier_id, i.id"

static const char SQL_NOTES[] = SQL_NOTES_DE (PV_FILTRE_SQL);
static const char SQL_NOTES_DOSSIER[] = SQL_NOTES_DE ("i.dossier_id = :dossier");

typedef struct
{
  GArray *scores;
  GArray *notes; /* of the current instruction */
  gint64 instruction_id;
  gint64 declare;
  gint64 n_criteres;
  gint64 dossier_id;
  gint64 somme; /* over the institutions of the current dossier */
  gint64 n;
  gint64 min;
  gint64 max;
} Compte;

static void
end_instruction (Compte *self)
{
  gint64 score = self->declare;

  if (self->notes->len > 0)
    score = (gint64)self->notes->len < self->n_criteres
                ? PV_INT_NULL
                : pv_score_compute ((PvScoreNote *)(void *)self->notes->data, self->notes->len);

  g_array_set_size (self->notes, 0);

  if (score == PV_INT_NULL)
    return;

  self->min = self->n == 0 ? score : MIN (self->min, score);
  self->max = self->n == 0 ? score : MAX (self->max, score);
  self->somme += score;
  self->n++;
}

static void
end_dossier (Compte *self)
{
  PvScore score = { .dossier_id = self->dossier_id, .dispersion = PV_INT_NULL };

  if (self->n > 0)
    {
      score.score = (2 * self->somme + self->n) / (2 * self->n);
      if (self->n > 1)
        score.dispersion = self->max - self->min;
      g_array_append_val (self->scores, score);
    }

  self->somme = 0;
  self->n = 0;
}

static void
take_row (Compte *self, PvStatement *row)
{
  gint64 instruction_id = pv_statement_get_int (row, 1);

  if (instruction_id != self->instruction_id)
    {
      if (self->instruction_id != PV_INT_NULL)
        end_instruction (self);
      if (self->dossier_id != PV_INT_NULL && pv_statement_get_int (row, 0) != self->dossier_id)
        end_dossier (self);

      self->dossier_id = pv_statement_get_int (row, 0);
      self->instruction_id = instruction_id;
      self->declare = pv_statement_get_int (row, 2);
    }

  if (!pv_statement_is_null (row, 4))
    {
      PvScoreNote note = {
        .valeur = pv_statement_get_int (row, 3),
        .sans_objet = pv_statement_get_int (row, 4) == 1,
        .poids = pv_statement_get_int (row, 5),
        .maximum = pv_statement_get_int (row, 6),
      };

      self->n_criteres = pv_statement_get_int (row, 7);
      g_array_append_val (self->notes, note);
    }
}

static int
compare_score (gconstpointer a, gconstpointer b)
{
  const PvScore *left = a;
  const PvScore *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;

  return left->dossier_id < right->dossier_id ? -1 : left->dossier_id > right->dossier_id;
}

static int
compare_dossier (gconstpointer a, gconstpointer b)
{
  const PvScore *left = a;
  const PvScore *right = b;

  return left->dossier_id < right->dossier_id ? -1 : left->dossier_id > right->dossier_id;
}

static void
rank (GArray *scores)
{
  PvScore *all = (PvScore *)(void *)scores->data;

  g_array_sort (scores, compare_score);
  for (guint i = 0; i < scores->len; i++)
    all[i].rang = i > 0 && all[i].score == all[i - 1].score ? all[i - 1].rang : i + 1;
  g_array_sort (scores, compare_dossier);
}

/* Ends the statement. */
static GArray *
load (PvStatement *rows, GError **error)
{
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (PvScore));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (PvScoreNote));
  Compte compte = {
    .scores = scores, .notes = notes, .instruction_id = PV_INT_NULL, .dossier_id = PV_INT_NULL
  };
  PvStep step = PV_STEP_ERROR;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    take_row (&compte, rows);

  if (step == PV_STEP_ERROR)
    return NULL;

  if (compte.instruction_id != PV_INT_NULL)
    {
      end_instruction (&compte);
      end_dossier (&compte);
    }

  return g_steal_pointer (&scores);
}

GArray *
pv_score_store_load (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_NOTES, error);
  GArray *scores = NULL;

  if (rows == NULL)
    return NULL;

  pv_filtre_bind (filtre, rows);
  scores = load (rows, error);
  if (scores != NULL)
    rank (scores);

  return scores;
}

gboolean
pv_score_store_get (PvDb *db, gint64 dossier_id, gint64 *score, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_NOTES_DOSSIER, error);
  g_autoptr (GArray) scores = NULL;

  if (rows == NULL)
    return FALSE;

  pv_statement_bind_int (rows, ":dossier", dossier_id);
  scores = load (rows, error);
  if (scores == NULL)
    return FALSE;

  *score = scores->len > 0 ? g_array_index (scores, PvScore, 0).score : PV_INT_NULL;

  return TRUE;
}
