/* pv-seuil.c: a dated threshold with its source
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seuil/pv-seuil.h"

static const PvMot seuil_unite_mots[] = {
  { "cents", "centimes d’euro" }, { "bp", "points de base" }, { "mois", "mois" },
  { "jours", "jours" },           { "nombre", "nombre" },     { "points", "points" },
};

PV_DEFINE_VOCABULAIRE (PvSeuilUnite, pv_seuil_unite, seuil_unite_mots)

const PvChamp pv_seuil_champs[] = {
  PV_CHAMP_T (PvSeuil, code),       PV_CHAMP_T (PvSeuil, libelle),
  PV_CHAMP_I (PvSeuil, valeur),     PV_CHAMP_E (PvSeuil, unite, pv_seuil_unite_vocabulaire),
  PV_CHAMP_T (PvSeuil, valable_du), PV_CHAMP_T (PvSeuil, valable_au),
  PV_CHAMP_T (PvSeuil, source),     { NULL },
};

PvSeuil *
pv_seuil_new (void)
{
  return pv_champs_new (pv_seuil_champs, sizeof (PvSeuil));
}

PvSeuil *
pv_seuil_copy (const PvSeuil *self)
{
  return pv_champs_copy (pv_seuil_champs, sizeof (PvSeuil), self);
}

void
pv_seuil_free (PvSeuil *self)
{
  pv_champs_free (pv_seuil_champs, self);
}
