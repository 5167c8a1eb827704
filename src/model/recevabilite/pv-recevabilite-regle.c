/* pv-recevabilite-regle.c: a condition of an appel
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-recevabilite-regle.h"

static const PvMot genre_mots[] = {
  { "cer", "Contrat d’engagement républicain signé" },
  { "delai", "Déposé dans les délais" },
  { "periode", "Action dans la période de l’appel" },
  { "montant_minimum", "Montant demandé au moins égal au minimum" },
  { "part_qpv", "Part du public issu des quartiers prioritaires" },
  { "budget_equilibre", "Budget équilibré" },
  { "pieces", "Pièces demandées reçues" },
  { "declarative", "Condition à vérifier à la main" },
};

PV_DEFINE_VOCABULAIRE (PvRecevabiliteGenre, pv_recevabilite_genre, genre_mots)

const PvChamp pv_recevabilite_regle_champs[] = {
  PV_CHAMP_I (PvRecevabiliteRegle, appel_id),
  PV_CHAMP_I (PvRecevabiliteRegle, ordre),
  PV_CHAMP_E (PvRecevabiliteRegle, genre, pv_recevabilite_genre_vocabulaire),
  PV_CHAMP_T (PvRecevabiliteRegle, libelle),
  PV_CHAMP_I (PvRecevabiliteRegle, valeur),
  PV_CHAMP_T (PvRecevabiliteRegle, source),
  { NULL },
};

PvRecevabiliteRegle *
pv_recevabilite_regle_new (void)
{
  return pv_champs_new (pv_recevabilite_regle_champs, sizeof (PvRecevabiliteRegle));
}

PvRecevabiliteRegle *
pv_recevabilite_regle_copy (const PvRecevabiliteRegle *self)
{
  return pv_champs_copy (pv_recevabilite_regle_champs, sizeof (PvRecevabiliteRegle), self);
}

void
pv_recevabilite_regle_free (PvRecevabiliteRegle *self)
{
  pv_champs_free (pv_recevabilite_regle_champs, self);
}
