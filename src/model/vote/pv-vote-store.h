/* pv-vote-store.h: what a funder has to vote and to notify, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-statut.h"
#include "financeur/pv-financeur.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvVoteAttente:
 * @PV_VOTE_A_VOTER: arbitrated, or programmed and not arbitrated yet, and neither voted nor
 *   notified
 * @PV_VOTE_A_NOTIFIER: an amount is voted, none is notified
 * @PV_VOTE_NOTIFIES: notified
 *
 * What a financement waits for. Dossiers that are out and chapeaux wait for nothing.
 */
typedef enum
{
  PV_VOTE_A_VOTER,
  PV_VOTE_A_NOTIFIER,
  PV_VOTE_NOTIFIES,
} PvVoteAttente;

#define PV_N_VOTE_ATTENTES 3

/**
 * PvVoteFinanceur:
 * @n: financements, by what they wait for
 *
 * A funder of the dossiers of a filter.
 */
typedef struct
{
  gint64 id;
  char *nom;
  gint64 n[PV_N_VOTE_ATTENTES];
} PvVoteFinanceur;

void pv_vote_financeur_free (PvVoteFinanceur *self);

/* (transfer full) (element-type PvVoteFinanceur): those that have something to vote or notify, or
 * notified, in their order. @dossiers: (nullable): of these alone, as the JSON array of their
 * keys. */
GPtrArray *pv_vote_store_list_financeurs (PvDb *db,
                                          const PvFiltre *filtre,
                                          const char *dossiers,
                                          GError **error);

/**
 * PvVoteLigne:
 * @dispositif: (nullable)
 * @seance_le: (nullable): of the last committee that decided on the dossier
 * @cer_absent: the porteur has to sign a contrat d'engagement républicain, and its date is not
 *   known
 * @bilan_manquant: (nullable): why its dossier may not be notified while a bilan is missing, when
 *   the file says so: see pv_bilan_accord_get_refus()
 *
 * One financement with its dossier.
 */
typedef struct
{
  gint64 id;
  gint64 dossier_id;
  gint64 appel_id;
  gint64 financeur_id;
  char *numero;
  char *intitule;
  char *porteur;
  char *dispositif;
  char *appel;
  PvDossierStatut statut;
  PvCategorie categorie;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvCents arbitre_cents;
  PvCents vote_cents;
  PvCents notifie_cents;
  PvCents verse_cents;
  char *vote_le;
  char *vote_acte;
  char *notifie_le;
  char *notifie_acte;
  char *seance_le;
  gboolean cer_absent;
  char *bilan_manquant;
} PvVoteLigne;

void pv_vote_ligne_free (PvVoteLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvVoteLigne, pv_vote_ligne_free)

/* (transfer full) (element-type PvVoteLigne): by appel and number. */
GPtrArray *pv_vote_store_list (PvDb *db,
                               const PvFiltre *filtre,
                               gint64 financeur_id,
                               PvVoteAttente attente,
                               GError **error);

/* (transfer full) (nullable): one, whatever it waits for; %NULL without an error: it is gone. */
PvVoteLigne *pv_vote_store_get (PvDb *db, gint64 financement_id, GError **error);

/**
 * PvVoteCredits:
 * @montant_cents: open, %PV_CENTS_NULL when none is known
 * @engage_cents: the furthest of proposé … notifié, of the envelopes whose amount is known
 * @n_inconnues: envelopes whose amount is not
 *
 * The envelopes of a funder.
 */
typedef struct
{
  PvCents montant_cents;
  PvCents engage_cents;
  gint64 n_inconnues;
} PvVoteCredits;

/* Of the years of the dossiers of the filter. */
gboolean pv_vote_store_get_credits (PvDb *db,
                                    const PvFiltre *filtre,
                                    gint64 financeur_id,
                                    PvVoteCredits *credits,
                                    GError **error);

/* Whether a grant of that payer needs a deliberation: communes, EPCI, départements, régions (CGCT,
 * art. L2311-7, L3312-7, L4312-11 and L5211-36). The others decide otherwise. */
gboolean pv_vote_is_delibere (PvCategorie categorie);

/* The same in SQL, of `financeur fi`. */
#define PV_VOTE_DELIBERE_SQL "fi.categorie IN ('commune', 'epci', 'departement', 'region')"

/* What is proposed at a stage: of the stage before; %PV_CENTS_NULL: nothing is known. */
PvCents pv_vote_ligne_get_propose (const PvVoteLigne *self, PvVoteAttente attente);

G_END_DECLS
