/* pv-commune.c: a commune of the Code officiel géographique
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "territoire/pv-commune.h"

#include <string.h>

#include "pv-text.h"

const PvChamp pv_commune_champs[] = {
  PV_CHAMP_T (PvCommune, code_insee),
  PV_CHAMP_T (PvCommune, nom),
  PV_CHAMP_T (PvCommune, nom_plie),
  PV_CHAMP_T (PvCommune, code_dep),
  PV_CHAMP_T (PvCommune, epci_siren),
  PV_CHAMP_T (PvCommune, epci_nom),
  { NULL },
};

PvCommune *
pv_commune_new (void)
{
  return pv_champs_new (pv_commune_champs, sizeof (PvCommune));
}

PvCommune *
pv_commune_copy (const PvCommune *self)
{
  return pv_champs_copy (pv_commune_champs, sizeof (PvCommune), self);
}

void
pv_commune_free (PvCommune *self)
{
  pv_champs_free (pv_commune_champs, self);
}

char *
pv_commune_nom_collectivite (const char *nom)
{
  g_autofree char *folded = pv_text_fold (nom);

  if (g_str_has_prefix (nom, "Le "))
    return g_strconcat ("Ville du ", nom + strlen ("Le "), NULL);
  if (g_str_has_prefix (nom, "Les "))
    return g_strconcat ("Ville des ", nom + strlen ("Les "), NULL);
  if (*folded != '\0' && strchr ("aeiouy", *folded) != NULL)
    return g_strconcat ("Ville d’", nom, NULL);

  return g_strconcat ("Ville de ", nom, NULL);
}
