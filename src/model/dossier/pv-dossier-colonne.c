/* pv-dossier-colonne.c: the columns of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-colonne.h"

static const PvMot dossier_colonne_mots[] = {
  { "numero", "N°" },
  { "porteur", "Porteur" },
  { "intitule", "Intitulé" },
  { "commune", "Commune" },
  { "quartier", "Quartier" },
  { "axe", "Axe" },
  { "cout", "Coût total" },
  { "etat", "État" },
  { "region", "Région" },
  { "departement", "Département" },
  { "caf", "CAF" },
  { "epci", "EPCI" },
  { "communes", "Communes" },
  { "autres", "Autres financeurs" },
  { "avis", "Avis" },
  { "score", "Score" },
  { "marque", "Marqueur F/H" },
  { "statut", "Statut" },
  { "sollicite", "Total sollicité" },
  { "propose", "Total proposé" },
  { "arbitre", "Total arbitré" },
  { "vote", "Total voté" },
  { "notifie", "Total notifié" },
  { "verse", "Total versé" },
  { "nature", "Nature" },
  { "cpo", "CPO" },
  { "referent", "Référent" },
  { "exercice", "Exercice" },
  { "depose", "Déposé le" },
  { "depot", "Dépôt" },
  { "decision", "Décision" },
  { "reserve", "Réserve" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (dossier_colonne_mots) == PV_N_DOSSIER_COLONNES);

PV_DEFINE_VOCABULAIRE (PvDossierColonne, pv_dossier_colonne, dossier_colonne_mots)

int
pv_dossier_colonne_get_groupe (PvDossierColonne self)
{
  if (self < PV_DOSSIER_COLONNE_ETAT || self > PV_DOSSIER_COLONNE_AUTRES)
    return -1;

  return (int)self - PV_DOSSIER_COLONNE_ETAT;
}

int
pv_dossier_colonne_get_etape (PvDossierColonne self)
{
  if (self < PV_DOSSIER_COLONNE_SOLLICITE || self > PV_DOSSIER_COLONNE_VERSE)
    return -1;

  return (int)self - PV_DOSSIER_COLONNE_SOLLICITE;
}
