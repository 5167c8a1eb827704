/* pv-dossier-resume.h: what one row of a list says of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-colonne.h"
#include "dossier/pv-dossier.h"
#include "financeur/pv-financeur.h"
#include "instruction/pv-instruction.h"

G_BEGIN_DECLS

/**
 * PvDossierResume:
 * @communes, @quartiers: (nullable): names, comma separated
 * @axe: (nullable): code of the root of the principal node
 * @axe_libelle: (nullable): its label
 * @cout_cents: coût total; like every amount NULL for a chapeau, whose parts count
 * @montants: per group of payers at the stage asked for
 * @etapes: all payers, per stage
 * @avis: how many institutions gave each avis, by #PvAvis
 * @n_avis: institutions that gave an avis, of @n_avis_attendus that instruct it
 * @score: hundredths of a point, or %PV_INT_NULL
 * @marque: 0, 1, 2 or %PV_INT_NULL: the égalité mark
 * @decision, @reserve: (nullable): of the last closed séance of an instance that decides:
 *   "programmé sous réserve (17/03/2026)"
 * @affichage: the status with how many payers notified or paid: "notifié 2/4"
 *
 * Read only: made by pv_dossier_liste_store_lignes().
 */
typedef struct
{
  gint64 id;
  char *numero;
  char *porteur;
  char *intitule;
  char *communes;
  char *quartiers;
  char *axe;
  char *axe_libelle;
  PvCents cout_cents;
  PvCents montants[PV_N_GROUPES];
  PvCents etapes[PV_N_ETAPES];
  gint64 n_avis;
  guint avis[PV_N_AVIS];
  gint64 n_avis_attendus;
  gint64 score;
  gint64 marque;
  PvDossierStatut statut;
  char *affichage;
  PvDossierNature nature;
  gint64 cpo_annee;
  gint64 cpo_duree;
  char *referent;
  gint64 exercice;
  char *depose_le;
  char *depot;
  char *decision;
  char *reserve;
  gboolean chapeau;
} PvDossierResume;

void pv_dossier_resume_free (PvDossierResume *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierResume, pv_dossier_resume_free)

/**
 * pv_dossier_resume_get_montant:
 *
 * Returns: the amount that a column shows; %PV_CENTS_NULL when it is not known or
 *   the column shows none
 */
PvCents pv_dossier_resume_get_montant (const PvDossierResume *self, PvDossierColonne colonne);

/**
 * pv_dossier_resume_to_text:
 *
 * Returns: (transfer full): what a column shows, as in a cell that is copied: "–"
 *   for what is not known
 */
char *pv_dossier_resume_to_text (const PvDossierResume *self, PvDossierColonne colonne);

G_END_DECLS
