/* pv-proces-verbal.h: all that the minutes of a séance say
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financeur/pv-financeur.h"
#include "pv-money.h"
#include "seance/pv-decision.h"

G_BEGIN_DECLS

/* Decisions are those of #PvDecisionGenre, then one more: none yet. */
#define PV_PROCES_VERBAL_SANS_DECISION PV_N_DECISION_GENRES
#define PV_N_PROCES_VERBAL_DECISIONS (PV_N_DECISION_GENRES + 1)

/* « Programmé sous réserve »; « Non décidé » for the last one. */
const char *pv_proces_verbal_decision_to_libelle (guint decision);

/* @id: (nullable): of the schema; %NULL: none */
guint pv_proces_verbal_decision_from_id (const char *id);

/**
 * PvProcesVerbalPresence:
 * @personne: (nullable): who sat for the institution
 * @present: 1, 0 or %PV_INT_NULL: nobody said
 */
typedef struct
{
  char *institution;
  char *personne;
  gint64 present;
} PvProcesVerbalPresence;

/**
 * PvProcesVerbalFinanceur:
 * @court: how a narrow column names it: its sigle, else its category when it is alone in it
 * @decide_cents: Σ of what the séance decided; %PV_CENTS_NULL: nothing
 * @acquis_cents: Σ of what it found decided already
 */
typedef struct
{
  gint64 id;
  char *nom;
  char *court;
  PvCategorie categorie;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvCents decide_cents;
  PvCents acquis_cents;
} PvProcesVerbalFinanceur;

/**
 * PvProcesVerbalLigne:
 * @financeur: place in PvProcesVerbal.financeurs
 * @dispositif: (nullable)
 * @verrou: why the séance does not decide it
 * @acquis_cents: then the amount that stands; else %PV_CENTS_NULL
 *
 * One financement of a dossier of the agenda; of a closed séance as it was that day.
 */
typedef struct
{
  gint64 id;
  guint financeur;
  char *dispositif;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvSeanceVerrou verrou;
  PvCents acquis_cents;
} PvProcesVerbalLigne;

/**
 * PvProcesVerbalVersion:
 * @motif: (nullable): why it rectifies the one before
 * @retour: (nullable): the séance where an adjourned dossier comes back
 * @decidee_a: (nullable): instant, UTC
 * @montants: per line of the dossier what the séance decided; %PV_CENTS_NULL: nothing
 * @total_cents: their sum
 */
typedef struct
{
  gint64 id;
  gint64 version;
  guint decision;
  char *reserve;
  char *motif;
  char *retour;
  char *decidee_a;
  PvCents *montants;
  PvCents total_cents;
} PvProcesVerbalVersion;

typedef struct
{
  char *institution;
  char *motif; /* (nullable) */
} PvProcesVerbalDeport;

/**
 * PvProcesVerbalDossier:
 * @lignes: (element-type PvProcesVerbalLigne): in the order of the payers
 * @versions: (element-type PvProcesVerbalVersion): the first decision, then its rectifications
 * @deports: (element-type PvProcesVerbalDeport)
 */
typedef struct
{
  gint64 id;                /* of the dossier */
  gint64 seance_dossier_id; /* on that agenda */
  gint64 ordre;
  char *numero;
  char *porteur;
  char *intitule;
  PvCents cout_cents;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvCents acquis_cents;
  GPtrArray *lignes;
  GPtrArray *versions;
  GPtrArray *deports;
} PvProcesVerbalDossier;

/* (nullable): the version that holds. */
const PvProcesVerbalVersion *
pv_proces_verbal_dossier_get_version (const PvProcesVerbalDossier *self);

/* The decision that holds, or %PV_PROCES_VERBAL_SANS_DECISION. */
guint pv_proces_verbal_dossier_get_decision (const PvProcesVerbalDossier *self);

/* What is decided of all payers, or of one; %PV_CENTS_NULL: no amount. */
PvCents pv_proces_verbal_dossier_get_decide (const PvProcesVerbalDossier *self);
PvCents pv_proces_verbal_dossier_get_montant (const PvProcesVerbalDossier *self, guint financeur);

/* What that payer had decided already; %PV_CENTS_NULL: nothing. */
PvCents pv_proces_verbal_dossier_get_acquis (const PvProcesVerbalDossier *self, guint financeur);

/**
 * PvProcesVerbalEnveloppe:
 * @avant_cents: what was left without this séance; %PV_CENTS_NULL: its amount is not notified yet
 * @decide_cents: what the séance took from it
 * @apres_cents: what is left, negative when exceeded
 * @derogation: (nullable): the reason given for exceeding it
 */
typedef struct
{
  gint64 id;
  char *libelle;
  char *financeur;
  char *dispositif;
  PvCents montant_cents;
  PvCents avant_cents;
  PvCents decide_cents;
  PvCents apres_cents;
  char *derogation;
} PvProcesVerbalEnveloppe;

typedef struct
{
  guint dossiers;
  PvCents propose_cents;
  PvCents decide_cents;
} PvProcesVerbalSomme;

/**
 * PvProcesVerbal:
 * @effet_decision: the instance decides; else it gives an avis
 * @close: what follows is sealed; else it is a draft
 * @quorum: members that must be there; %PV_INT_NULL: no rule
 * @n_presents: how many were, of those expected
 * @acquis_cents: what was decided already; %PV_CENTS_NULL: nothing was
 * @sommes: by decision
 */
typedef struct
{
  gint64 id;
  char *contrat; /* (nullable) */
  char *appel;   /* (nullable) */
  char *instance;
  gboolean effet_decision;
  char *date_le;
  char *lieu;         /* (nullable) */
  char *observations; /* (nullable): what is said besides */
  gboolean preparee;
  gboolean close;
  char *ouverte_a; /* (nullable): instant, UTC */
  char *close_a;   /* (nullable) */
  gint64 quorum;
  guint n_presents;
  GPtrArray *presences;  /* of PvProcesVerbalPresence */
  GPtrArray *financeurs; /* of PvProcesVerbalFinanceur */
  GPtrArray *dossiers;   /* of PvProcesVerbalDossier */
  GPtrArray *enveloppes; /* of PvProcesVerbalEnveloppe */
  PvProcesVerbalSomme sommes[PV_N_PROCES_VERBAL_DECISIONS];
  PvProcesVerbalSomme total;
  PvCents sollicite_cents;
  PvCents acquis_cents;
} PvProcesVerbal;

PvProcesVerbal *pv_proces_verbal_new (void);
void pv_proces_verbal_free (PvProcesVerbal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvProcesVerbal, pv_proces_verbal_free)

/* « Comité de pilotage du 17 mars 2026 »; (transfer full) */
char *pv_proces_verbal_dup_nom (const PvProcesVerbal *self);

/**
 * pv_proces_verbal_sum:
 *
 * Adds up what was read, by dossier, payer and decision. Stores call it.
 *
 * Returns: %FALSE with %PV_RULE_ERROR_OVERFLOW when a sum does not fit
 */
gboolean pv_proces_verbal_sum (PvProcesVerbal *self, GError **error);

void pv_proces_verbal_presence_free (PvProcesVerbalPresence *self);
void pv_proces_verbal_financeur_free (PvProcesVerbalFinanceur *self);
void pv_proces_verbal_ligne_free (PvProcesVerbalLigne *self);
void pv_proces_verbal_version_free (PvProcesVerbalVersion *self);
void pv_proces_verbal_deport_free (PvProcesVerbalDeport *self);
void pv_proces_verbal_dossier_free (PvProcesVerbalDossier *self);
void pv_proces_verbal_enveloppe_free (PvProcesVerbalEnveloppe *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvProcesVerbalVersion, pv_proces_verbal_version_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvProcesVerbalDossier, pv_proces_verbal_dossier_free)

G_END_DECLS
