/* pv-financeur.c: an organisme in its role of payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financeur/pv-financeur.h"

static const PvMot categorie_mots[] = {
  { "etat", "État" },
  { "region", "Région" },
  { "departement", "Département" },
  { "caf", "CAF" },
  { "epci", "EPCI" },
  { "commune", "Commune" },
  { "ars", "ARS" },
  { "cpam", "CPAM" },
  { "europe", "Europe" },
  { "bailleur", "Bailleur" },
  { "banque_des_territoires", "Banque des Territoires" },
  { "anru", "ANRU" },
  { "autre", "Autre public" },
  { "prive", "Privé" },
  { "inconnu", "Inconnu" },
};

PV_DEFINE_VOCABULAIRE (PvCategorie, pv_categorie, categorie_mots)

static const PvMot groupe_mots[] = {
  { "etat", "État" },     { "region", "Région" }, { "departement", "Département" },
  { "caf", "CAF" },       { "epci", "EPCI" },     { "communes", "Communes" },
  { "autres", "Autres" },
};

PV_DEFINE_VOCABULAIRE (PvGroupe, pv_groupe, groupe_mots)

const PvChamp pv_financeur_champs[] = {
  PV_CHAMP_I (PvFinanceur, organisme_id),
  PV_CHAMP_E (PvFinanceur, categorie, pv_categorie_vocabulaire),
  PV_CHAMP_I (PvFinanceur, public),
  PV_CHAMP_I (PvFinanceur, ordre),
  { NULL },
};

PvFinanceur *
pv_financeur_new (void)
{
  return pv_champs_new (pv_financeur_champs, sizeof (PvFinanceur));
}

PvFinanceur *
pv_financeur_copy (const PvFinanceur *self)
{
  return pv_champs_copy (pv_financeur_champs, sizeof (PvFinanceur), self);
}

void
pv_financeur_free (PvFinanceur *self)
{
  pv_champs_free (pv_financeur_champs, self);
}

PvGroupe
pv_categorie_to_groupe (PvCategorie categorie)
{
  if (categorie >= PV_CATEGORIE_ETAT && categorie <= PV_CATEGORIE_COMMUNE)
    return (PvGroupe)categorie;

  return PV_GROUPE_AUTRES;
}

gint64
pv_categorie_get_public (PvCategorie categorie)
{
  if (categorie == PV_CATEGORIE_NULL || categorie == PV_CATEGORIE_INCONNU)
    return PV_INT_NULL;

  return categorie == PV_CATEGORIE_PRIVE ? 0 : 1;
}
