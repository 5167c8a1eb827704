/* pv-dossier-colonne.h: the columns of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "commun/pv-vocabulaire.h"

G_BEGIN_DECLS

/**
 * PvDossierColonne:
 *
 * What a list of dossiers may show and be sorted by. The columns of the groups of
 * payers, in the order of #PvGroupe, show the amount at the stage in use; those
 * of stages, in the order of #PvEtape, the amount of all payers.
 */
typedef enum
{
  PV_DOSSIER_COLONNE_NULL = -1,
  PV_DOSSIER_COLONNE_NUMERO,
  PV_DOSSIER_COLONNE_PORTEUR,
  PV_DOSSIER_COLONNE_INTITULE,
  PV_DOSSIER_COLONNE_COMMUNE,
  PV_DOSSIER_COLONNE_QUARTIER,
  PV_DOSSIER_COLONNE_AXE,
  PV_DOSSIER_COLONNE_COUT,
  PV_DOSSIER_COLONNE_ETAT,
  PV_DOSSIER_COLONNE_REGION,
  PV_DOSSIER_COLONNE_DEPARTEMENT,
  PV_DOSSIER_COLONNE_CAF,
  PV_DOSSIER_COLONNE_EPCI,
  PV_DOSSIER_COLONNE_COMMUNES,
  PV_DOSSIER_COLONNE_AUTRES,
  PV_DOSSIER_COLONNE_AVIS,
  PV_DOSSIER_COLONNE_SCORE,
  PV_DOSSIER_COLONNE_MARQUE,
  PV_DOSSIER_COLONNE_STATUT,
  PV_DOSSIER_COLONNE_SOLLICITE,
  PV_DOSSIER_COLONNE_PROPOSE,
  PV_DOSSIER_COLONNE_ARBITRE,
  PV_DOSSIER_COLONNE_VOTE,
  PV_DOSSIER_COLONNE_NOTIFIE,
  PV_DOSSIER_COLONNE_VERSE,
  PV_DOSSIER_COLONNE_NATURE,
  PV_DOSSIER_COLONNE_CPO,
  PV_DOSSIER_COLONNE_REFERENT,
  PV_DOSSIER_COLONNE_EXERCICE,
  PV_DOSSIER_COLONNE_DEPOSE,
  PV_DOSSIER_COLONNE_DEPOT,
  PV_DOSSIER_COLONNE_DECISION,
  PV_DOSSIER_COLONNE_RESERVE,
} PvDossierColonne;

#define PV_N_DOSSIER_COLONNES 32

/* Ids of settings and saved views; labels are the French headings of sheets. */
PV_DECLARE_VOCABULAIRE (PvDossierColonne, pv_dossier_colonne)

/* The group of payers a column shows, 0 to PV_N_GROUPES − 1, else -1. */
int pv_dossier_colonne_get_groupe (PvDossierColonne self);

/* The stage a column of all payers shows, else -1. */
int pv_dossier_colonne_get_etape (PvDossierColonne self);

/**
 * PvDossierOrdre:
 * @etape: the stage by which a column of a group of payers is sorted
 *
 * Dossiers without a value come last in both directions; equal ones follow by
 * exercice, then number.
 */
typedef struct
{
  PvDossierColonne colonne;
  gboolean decroissant;
  PvEtape etape;
} PvDossierOrdre;

G_END_DECLS
