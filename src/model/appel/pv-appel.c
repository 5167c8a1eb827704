/* pv-appel.c: an appel à projets and its like, for one year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appel/pv-appel.h"

static const PvMot appel_genre_mots[] = {
  { "aap", "Appel à projets" },
  { "ami", "Appel à manifestation d’intérêt" },
  { "cpo", "Convention pluriannuelle d’objectifs" },
  { "nqe", "Nos quartiers d’été" },
  { "pic", "Plan d’investissement dans les compétences" },
  { "vvv", "Ville Vie Vacances" },
  { "cite_educative", "Cité éducative" },
  { "autre", "Autre" },
};

PV_DEFINE_VOCABULAIRE (PvAppelGenre, pv_appel_genre, appel_genre_mots)

const PvChamp pv_appel_champs[] = {
  PV_CHAMP_I (PvAppel, contrat_id),
  PV_CHAMP_I (PvAppel, exercice),
  PV_CHAMP_E (PvAppel, genre, pv_appel_genre_vocabulaire),
  PV_CHAMP_T (PvAppel, libelle),
  PV_CHAMP_T (PvAppel, depot_debut),
  PV_CHAMP_T (PvAppel, depot_fin),
  PV_CHAMP_T (PvAppel, action_debut),
  PV_CHAMP_T (PvAppel, action_fin),
  PV_CHAMP_T (PvAppel, theme_pivot),
  PV_CHAMP_I (PvAppel, montant_minimum_cents),
  PV_CHAMP_I (PvAppel, egalite_criteres),
  PV_CHAMP_I (PvAppel, grille_id),
  { NULL },
};

PvAppel *
pv_appel_new (void)
{
  PvAppel *self = pv_champs_new (pv_appel_champs, sizeof (PvAppel));

  self->egalite_criteres = 3;

  return self;
}

PvAppel *
pv_appel_copy (const PvAppel *self)
{
  return pv_champs_copy (pv_appel_champs, sizeof (PvAppel), self);
}

void
pv_appel_free (PvAppel *self)
{
  pv_champs_free (pv_appel_champs, self);
}

void
pv_appel_get_periode (const PvAppel *self, char **debut, char **fin)
{
  int annee = (int)self->exercice;

  *debut = self->action_debut != NULL ? g_strdup (self->action_debut)
                                      : g_strdup_printf ("%04d-01-01", annee);
  *fin = self->action_fin != NULL ? g_strdup (self->action_fin)
                                  : g_strdup_printf ("%04d-12-31", annee);
}
