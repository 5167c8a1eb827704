/* pv-document-donnees.h: what a document may say of its subject
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention.h"
#include "document/pv-document.h"
#include "dossier/pv-dossier-statut.h"
#include "financement/pv-plan-store.h"
#include "modele/pv-document-lecture-store.h"
#include "programme/pv-contrat.h"

G_BEGIN_DECLS

/**
 * PvDocumentDonnees:
 * @jour: today, ISO
 * @contrat: (nullable)
 * @dossier: (nullable): of a convention, the first of its dossiers
 * @porteur: (nullable): who the document is for
 * @financeur: (nullable): the payer of the convention, or the one the letter is from
 * @etat: whether @financeur is a service of the État
 * @rangs: (element-type PvPlanRang): the plan, of @financeur alone when there is one
 * @montants: Σ of each stage of @rangs; %PV_CENTS_NULL: no answer
 * @n_financeurs, @financeurs: those who notified something, « État et Ville de Lille »
 * @vote_le, @vote_acte, @notifie_le, @notifie_acte: (nullable): of the last act
 * @motif: (nullable): why it is refused
 * @seuils: in the exercice of the dossier, or in the first year of the convention
 * @depasse: of a notification, a payer that grants more than the threshold of the mandatory
 *   convention, or %PV_INT_NULL
 * @convention_cents: Σ of the years of the convention, else of what its dossiers are granted
 *
 * All is read at once, then fields and tables are written from it.
 */
typedef struct
{
  PvDb *db;
  PvDocumentGenre genre;
  char *jour;
  PvContrat *contrat;
  PvDocumentDossier *dossier;
  PvDossierStatut statut;
  PvDocumentPorteur *porteur;
  PvDocumentPorteur *financeur;
  gboolean etat;
  GPtrArray *rangs;
  PvPlan plan;
  PvCents montants[PV_N_ETAPES];
  guint n_financeurs;
  char *financeurs;
  char *vote_le;
  char *vote_acte;
  char *notifie_le;
  char *notifie_acte;
  PvDocumentDecision decision;
  char *motif;
  PvDocumentBilan bilan;
  PvDocumentSeuils seuils;
  gint64 depasse;
  PvConvention *convention;
  PvCents convention_cents;
  GArray *actions;   /* (nullable) of the convention */
  GArray *annees;    /* (nullable) */
  GArray *echeances; /* (nullable) */
  GArray *avis;      /* (nullable) these of a fiche alone */
  GArray *marques;
  GArray *budget;
  GArray *territoires;
} PvDocumentDonnees;

/**
 * pv_document_donnees_load:
 * @sujet: of a convention, the convention itself
 *
 * Returns: (transfer full) (nullable): with %PV_RULE_ERROR_NOT_FOUND when the dossier or the
 *   convention is gone
 */
PvDocumentDonnees *pv_document_donnees_load (PvDb *db,
                                             PvDocumentGenre genre,
                                             const PvDocumentSujet *sujet,
                                             GError **error);

void pv_document_donnees_free (PvDocumentDonnees *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentDonnees, pv_document_donnees_free)

/* (transfer full) (nullable): why a document of that genre cannot be made of it, and what to
 * do, in words for the user. */
char *pv_document_donnees_check (const PvDocumentDonnees *self);

/* « 0412 · En route vers l’emploi »; (transfer full) */
char *pv_document_donnees_dup_nom (const PvDocumentDonnees *self);

G_END_DECLS
