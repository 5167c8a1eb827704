/* pv-sensibilite.c: which dossiers change side of the line when a weight moves
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-sensibilite.h"

/* One fifth of a weight is 20 % of it. */
#define ECHELLE 5
#define BAISSE 4
#define HAUSSE 6

static void
cas_free (gpointer data)
{
  PvSensibiliteCas *self = data;

  g_array_unref (self->entrants);
  g_array_unref (self->sortants);
  g_free (self);
}

typedef struct
{
  const PvClassement *classement;
  guint8 *dessus; /* of each dossier, as the weights are */
  gint64 *poids;
  gint64 *scores; /* of each instruction, as the weights are */
  gint64 *essai;
  GArray *resultats;
  PvClassementOrdre ordre;
} Calcul;

static void
calcul_clear (Calcul *self)
{
  g_clear_pointer (&self->dessus, g_free);
  g_clear_pointer (&self->poids, g_free);
  g_clear_pointer (&self->scores, g_free);
  g_clear_pointer (&self->essai, g_free);
  g_clear_pointer (&self->resultats, g_array_unref);
  pv_classement_ordre_clear (&self->ordre);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calcul, calcul_clear)

static void
rank (Calcul *self, const gint64 *scores)
{
  g_array_set_size (self->resultats, 0);
  pv_notation_resume (self->classement->notation, scores, self->resultats);
  pv_classement_ordre_compute (&self->ordre, self->classement, self->resultats);
}

static void
prepare (Calcul *self, const PvClassement *classement)
{
  const PvNotation *notation = classement->notation;
  guint n = notation->instructions->len;

  self->classement = classement;
  self->poids = pv_notation_dup_poids (notation);
  for (guint i = 0; i < notation->criteres->len; i++)
    self->poids[i] *= ECHELLE;
  self->scores = g_new (gint64, n + 1);
  self->essai = g_new (gint64, n + 1);
  self->resultats = g_array_new (FALSE, FALSE, sizeof (PvScore));
  self->dessus = g_new0 (guint8, classement->dossiers->len + 1);
  pv_classement_ordre_init (&self->ordre, classement);

  pv_notation_compute (notation, self->poids, -1, self->scores);
  rank (self, self->scores);
  for (guint i = 0; i < self->ordre.coupure; i++)
    self->dessus[self->ordre.ordre[i]] = 1;
}

static PvSensibiliteCas *
try_weight (Calcul *self, guint position, gint64 facteur)
{
  const PvClassement *classement = self->classement;
  const PvNotationCritere *critere =
      &g_array_index (classement->notation->criteres, PvNotationCritere, position);
  PvSensibiliteCas *cas = g_new0 (PvSensibiliteCas, 1);

  cas->critere = g_ptr_array_index (classement->criteres, position);
  cas->grille = g_ptr_array_index (classement->grilles, critere->grille);
  cas->poids = critere->poids;
  cas->hausse = facteur == HAUSSE;
  cas->entrants = g_array_new (FALSE, FALSE, sizeof (gint64));
  cas->sortants = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < classement->notation->instructions->len; i++)
    self->essai[i] = self->scores[i];
  self->poids[position] = critere->poids * facteur;
  pv_notation_compute (classement->notation, self->poids, (gint)critere->grille, self->essai);
  self->poids[position] = critere->poids * ECHELLE;
  rank (self, self->essai);

  for (guint i = 0; i < self->ordre.n; i++)
    {
      guint place = self->ordre.ordre[i];
      const PvClassementDossier *dossier =
          &g_array_index (classement->dossiers, PvClassementDossier, place);
      gboolean dessus = i < self->ordre.coupure;

      if (dossier->montant != PV_CENTS_NULL && dessus != self->dessus[place])
        g_array_append_val (dessus ? cas->entrants : cas->sortants, dossier->id);
    }

  return cas;
}

/* Grids on which nobody marked a dossier of the ranking move nothing: left out. */
static guint8 *
find_used (const PvNotation *notation, guint *n_criteres)
{
  guint8 *used = g_new0 (guint8, notation->grilles->len + 1);

  for (guint i = 0; i < notation->instructions->len; i++)
    {
      const PvNotationInstruction *instruction =
          &g_array_index (notation->instructions, PvNotationInstruction, i);

      if (instruction->notee)
        used[instruction->grille] = 1;
    }

  *n_criteres = 0;
  for (guint i = 0; i < notation->criteres->len; i++)
    *n_criteres += used[g_array_index (notation->criteres, PvNotationCritere, i).grille];

  return used;
}

GPtrArray *
pv_sensibilite_compute (const PvClassement *classement,
                        PvSensibiliteProgres progres,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const PvNotation *notation = classement->notation;
  g_autoptr (GPtrArray) cas = g_ptr_array_new_with_free_func (cas_free);
  g_auto (Calcul) calcul = { 0 };
  guint n_criteres;
  g_autofree guint8 *used = find_used (notation, &n_criteres);

  prepare (&calcul, classement);
  for (guint i = 0; i < notation->criteres->len; i++)
    {
      if (!used[g_array_index (notation->criteres, PvNotationCritere, i).grille])
        continue;

      for (gint64 facteur = BAISSE; facteur <= HAUSSE; facteur += HAUSSE - BAISSE)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
          g_ptr_array_add (cas, try_weight (&calcul, i, facteur));
          if (progres != NULL)
            progres (cas->len, 2 * n_criteres, user_data);
        }
    }

  return g_steal_pointer (&cas);
}
