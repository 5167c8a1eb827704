/* pv-classement.c: dossiers by score, and where an envelope is exhausted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-classement.h"

#include <string.h>

#define N_SCORES 10001 /* from 0 to 100,00 */

PvClassement *
pv_classement_new (void)
{
  PvClassement *self = g_atomic_rc_box_new0 (PvClassement);

  self->lignes = g_array_new (FALSE, FALSE, sizeof (PvClassementLigne));
  self->criteres = g_ptr_array_new_with_free_func (g_free);
  self->grilles = g_ptr_array_new_with_free_func (g_free);
  self->dossiers = g_array_new (FALSE, FALSE, sizeof (PvClassementDossier));
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->enveloppe = PV_CENTS_NULL;
  self->seuil = PV_INT_NULL;

  return self;
}

PvClassement *
pv_classement_ref (PvClassement *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PvClassement *self = data;

  g_array_unref (self->lignes);
  g_ptr_array_unref (self->criteres);
  g_ptr_array_unref (self->grilles);
  g_array_unref (self->dossiers);
  g_array_unref (self->positions);
  g_clear_pointer (&self->notation, pv_notation_free);
}

void
pv_classement_unref (PvClassement *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
pv_classement_is_divergent (const PvClassement *self, const PvClassementLigne *ligne)
{
  return pv_score_is_divergent (ligne->dispersion, self->seuil);
}

/* --- order --- */

void
pv_classement_ordre_init (PvClassementOrdre *self, const PvClassement *classement)
{
  self->ordre = g_new (guint, classement->dossiers->len + 1);
  self->scores = g_new (gint64, classement->dossiers->len + 1);
  self->n = 0;
  self->coupure = 0;
  self->consomme = 0;
}

void
pv_classement_ordre_clear (PvClassementOrdre *self)
{
  g_clear_pointer (&self->ordre, g_free);
  g_clear_pointer (&self->scores, g_free);
}

static const PvClassementDossier *
get_dossier (const PvClassement *self, guint position)
{
  return &g_array_index (self->dossiers, PvClassementDossier, position);
}

/* Both are by rising key. */
static void
place_scores (PvClassementOrdre *self, const PvClassement *classement, const GArray *resultats)
{
  guint n = classement->dossiers->len;
  guint r = 0;

  for (guint i = 0; i < n; i++)
    {
      guint position = g_array_index (classement->positions, guint, i);
      gint64 id = get_dossier (classement, position)->id;

      while (r < resultats->len && g_array_index (resultats, PvScore, r).dossier_id < id)
        r++;
      self->scores[position] =
          r < resultats->len && g_array_index (resultats, PvScore, r).dossier_id == id
              ? g_array_index (resultats, PvScore, r).score
              : PV_INT_NULL;
    }
}

/* Scores are few: counted, then placed. Equal ones stay by number. */
static void
sort_by_score (PvClassementOrdre *self, guint n_dossiers)
{
  g_autofree guint *starts = g_new0 (guint, N_SCORES + 1);

  self->n = 0;
  for (guint i = 0; i < n_dossiers; i++)
    if (self->scores[i] != PV_INT_NULL)
      {
        starts[N_SCORES - self->scores[i]]++; /* one beyond its own place */
        self->n++;
      }
  for (guint i = 1; i <= N_SCORES; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n_dossiers; i++)
    if (self->scores[i] != PV_INT_NULL)
      self->ordre[starts[N_SCORES - 1 - self->scores[i]]++] = i;
}

/* The end of those that have the same score as the one at @first. */
static guint
end_of_rank (const PvClassementOrdre *self, guint first)
{
  guint end = first + 1;

  while (end < self->n && self->scores[self->ordre[end]] == self->scores[self->ordre[first]])
    end++;

  return end;
}

static void
walk (PvClassementOrdre *self, const PvClassement *classement)
{
  PvCents left = classement->enveloppe;
  guint first = 0;

  self->coupure = self->n;
  self->consomme = 0;
  if (left == PV_CENTS_NULL)
    return;

  while (first < self->n)
    {
      guint end = end_of_rank (self, first);

      for (guint i = first; i < end; i++)
        {
          PvCents montant = get_dossier (classement, self->ordre[i])->montant;

          if (montant == PV_CENTS_NULL)
            continue;
          if (montant > left)
            {
              self->coupure = first;
              return;
            }
          left -= montant;
        }
      self->consomme = classement->enveloppe - left;
      first = end;
    }
}

void
pv_classement_ordre_compute (PvClassementOrdre *self,
                             const PvClassement *classement,
                             const GArray *resultats)
{
  place_scores (self, classement, resultats);
  sort_by_score (self, classement->dossiers->len);
  walk (self, classement);
}

/* --- rows --- */

static PvClassementLigne
make_ligne (const PvClassement *self, guint position)
{
  const PvClassementDossier *dossier = get_dossier (self, position);

  return (PvClassementLigne){
    .dossier_id = dossier->id,
    .score = PV_INT_NULL,
    .dispersion = PV_INT_NULL,
    .rang = PV_INT_NULL,
    .montant = dossier->montant,
    .cumul = PV_CENTS_NULL,
    .base = dossier->base,
    .libere = dossier->libere,
  };
}

static PvClassementCote
find_cote (const PvClassement *self, const PvClassementOrdre *ordre, guint i)
{
  if (self->enveloppe == PV_CENTS_NULL ||
      get_dossier (self, ordre->ordre[i])->montant == PV_CENTS_NULL)
    return PV_CLASSEMENT_HORS;

  return i < ordre->coupure ? PV_CLASSEMENT_DESSUS : PV_CLASSEMENT_DESSOUS;
}

static void
append_ranked (PvClassement *self, const PvClassementOrdre *ordre, const GArray *resultats)
{
  gint64 rang = 0;
  gint64 previous = PV_INT_NULL;

  self->demande = 0;
  for (guint i = 0; i < ordre->n; i++)
    {
      PvClassementLigne ligne = make_ligne (self, ordre->ordre[i]);
      const PvScore *score = pv_scores_find (resultats, ligne.dossier_id);

      ligne.score = score->score;
      ligne.dispersion = score->dispersion;
      if (ligne.score != previous)
        rang = i + 1;
      previous = ligne.score;
      ligne.rang = rang;
      ligne.cote = find_cote (self, ordre, i);
      if (ligne.montant != PV_CENTS_NULL && self->demande != PV_CENTS_NULL &&
          !pv_money_add (self->demande, ligne.montant, &self->demande))
        self->demande = PV_CENTS_NULL;
      ligne.cumul = self->demande;
      self->n_sollicites +=
          ligne.base == PV_CLASSEMENT_SOLLICITE || ligne.base == PV_CLASSEMENT_MIXTE;
      self->n_dessous += ligne.cote == PV_CLASSEMENT_DESSOUS;
      self->n_divergents += pv_classement_is_divergent (self, &ligne);
      g_array_append_val (self->lignes, ligne);
    }
}

void
pv_classement_compute (PvClassement *self)
{
  g_auto (PvClassementOrdre) ordre = { 0 };
  g_autoptr (GArray) resultats = g_array_new (FALSE, FALSE, sizeof (PvScore));
  g_autofree gint64 *poids = pv_notation_dup_poids (self->notation);
  g_autofree gint64 *scores = g_new (gint64, self->notation->instructions->len + 1);

  pv_notation_compute (self->notation, poids, -1, scores);
  pv_notation_resume (self->notation, scores, resultats);
  pv_classement_ordre_init (&ordre, self);
  pv_classement_ordre_compute (&ordre, self, resultats);

  self->n_classes = ordre.n;
  self->coupure = ordre.coupure;
  self->consomme = ordre.consomme;
  append_ranked (self, &ordre, resultats);
  for (guint i = 0; i < self->dossiers->len; i++)
    if (ordre.scores[i] == PV_INT_NULL)
      {
        PvClassementLigne ligne = make_ligne (self, i);

        g_array_append_val (self->lignes, ligne);
      }
  self->n_sans_score = self->dossiers->len - ordre.n;
  if (ordre.coupure < ordre.n)
    {
      self->n_ex_aequo = end_of_rank (&ordre, ordre.coupure) - ordre.coupure;
      if (self->n_ex_aequo == 1)
        self->n_ex_aequo = 0;
    }
}
