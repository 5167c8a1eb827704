/* pv-organisme.c: a legal person
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme.h"

static const PvMot forme_mots[] = {
  { "association", "Association" },
  { "fondation", "Fondation" },
  { "commune", "Commune" },
  { "epci", "EPCI" },
  { "ccas", "CCAS ou CIAS" },
  { "etablissement_scolaire", "Établissement scolaire" },
  { "bailleur", "Bailleur social" },
  { "gip", "GIP" },
  { "entreprise", "Entreprise" },
  { "siae", "SIAE" },
  { "etat", "État" },
  { "collectivite", "Autre collectivité" },
  { "etablissement_public", "Établissement public" },
  { "autre", "Autre" },
};

PV_DEFINE_VOCABULAIRE (PvForme, pv_forme, forme_mots)

const PvChamp pv_organisme_champs[] = {
  PV_CHAMP_T (PvOrganisme, nom),
  PV_CHAMP_T (PvOrganisme, nom_plie),
  PV_CHAMP_T (PvOrganisme, sigle),
  PV_CHAMP_E (PvOrganisme, forme, pv_forme_vocabulaire),
  PV_CHAMP_T (PvOrganisme, siret),
  PV_CHAMP_T (PvOrganisme, siret_declare),
  PV_CHAMP_T (PvOrganisme, rna),
  PV_CHAMP_T (PvOrganisme, adresse),
  PV_CHAMP_T (PvOrganisme, code_postal),
  PV_CHAMP_I (PvOrganisme, commune_id),
  PV_CHAMP_T (PvOrganisme, commune_nom),
  PV_CHAMP_T (PvOrganisme, cer_signe_le),
  { NULL },
};

PvOrganisme *
pv_organisme_new (void)
{
  return pv_champs_new (pv_organisme_champs, sizeof (PvOrganisme));
}

PvOrganisme *
pv_organisme_copy (const PvOrganisme *self)
{
  return pv_champs_copy (pv_organisme_champs, sizeof (PvOrganisme), self);
}

void
pv_organisme_free (PvOrganisme *self)
{
  pv_champs_free (pv_organisme_champs, self);
}

gboolean
pv_forme_doit_cer (PvForme forme)
{
  return forme == PV_FORME_ASSOCIATION || forme == PV_FORME_FONDATION;
}

gboolean
pv_forme_is_droit_prive (PvForme forme)
{
  return forme == PV_FORME_ASSOCIATION || forme == PV_FORME_FONDATION ||
         forme == PV_FORME_ENTREPRISE || forme == PV_FORME_SIAE;
}
