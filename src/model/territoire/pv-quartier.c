/* pv-quartier.c: a quartier of the priority geography, or near it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "territoire/pv-quartier.h"

static const PvMot quartier_genre_mots[] = {
  { "qpv", "QPV" },
  { "qva", "Quartier de veille active" },
  { "vulnerable", "Territoire vulnérable" },
  { "hors", "Hors géographie prioritaire" },
};

PV_DEFINE_VOCABULAIRE (PvQuartierGenre, pv_quartier_genre, quartier_genre_mots)

const PvChamp pv_quartier_champs[] = {
  PV_CHAMP_T (PvQuartier, code),
  PV_CHAMP_T (PvQuartier, nom),
  PV_CHAMP_T (PvQuartier, nom_plie),
  PV_CHAMP_E (PvQuartier, genre, pv_quartier_genre_vocabulaire),
  PV_CHAMP_I (PvQuartier, generation),
  PV_CHAMP_I (PvQuartier, population),
  PV_CHAMP_I (PvQuartier, population_annee),
  PV_CHAMP_T (PvQuartier, source),
  { NULL },
};

PvQuartier *
pv_quartier_new (void)
{
  return pv_champs_new (pv_quartier_champs, sizeof (PvQuartier));
}

PvQuartier *
pv_quartier_copy (const PvQuartier *self)
{
  return pv_champs_copy (pv_quartier_champs, sizeof (PvQuartier), self);
}

void
pv_quartier_free (PvQuartier *self)
{
  pv_champs_free (pv_quartier_champs, self);
}
