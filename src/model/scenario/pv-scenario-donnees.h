/* pv-scenario-donnees.h: what a scenario is computed from, in memory
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financeur/pv-financeur.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvScenarioVerrou:
 * @PV_SCENARIO_SORTI: the dossier releases the envelope (refusé, abandonné…)
 * @PV_SCENARIO_EXERCICE: it is of another year than the appel
 *
 * Why a scenario leaves a financement as it is. From arbitré on the amount is decided:
 * another proposal would not change what is engaged.
 */
typedef enum
{
  PV_SCENARIO_LIBRE,
  PV_SCENARIO_ARBITRE,
  PV_SCENARIO_VOTE,
  PV_SCENARIO_NOTIFIE,
  PV_SCENARIO_SORTI,
  PV_SCENARIO_EXERCICE,
} PvScenarioVerrou;

#define PV_N_SCENARIO_VERROUS 6

/**
 * PvScenarioGroupe:
 * @hors: of what bears on no envelope
 *
 * A row of a situation: a payer, all communes together, or no envelope.
 */
typedef struct
{
  char *nom;
  gboolean hors;
} PvScenarioGroupe;

/* @groupe: position of its row */
typedef struct
{
  gint64 id;
  char *nom;
  PvCategorie categorie;
  guint groupe;
} PvScenarioFinanceur;

/**
 * PvScenarioEnveloppe:
 * @financeur: position of its payer
 * @montant: %PV_CENTS_NULL: not notified yet
 * @engage: by all the appels, as the file is
 *
 * A leaf.
 */
typedef struct
{
  gint64 id;
  char *libelle;
  guint financeur;
  PvCents montant;
  PvCents engage;
} PvScenarioEnveloppe;

/* @cout, @autres: coût total, and income of no payer; %PV_CENTS_NULL: not known */
typedef struct
{
  gint64 id;
  char *numero;
  PvCents cout;
  PvCents autres;
  gboolean sorti;
} PvScenarioDossier;

/**
 * PvScenarioLigne:
 * @dossier, @financeur: positions
 * @enveloppe: position, or -1
 * @decide: the furthest of arbitré … notifié
 *
 * A financement.
 */
typedef struct
{
  gint64 id;
  guint dossier;
  guint financeur;
  int enveloppe;
  PvCents sollicite;
  PvCents propose;
  PvCents decide;
  PvScenarioVerrou verrou;
} PvScenarioLigne;

/**
 * PvScenarioDonnees:
 * @groupes: (element-type PvScenarioGroupe): the rows of a situation
 * @financeurs: (element-type PvScenarioFinanceur): in the order of every table
 * @enveloppes: (element-type PvScenarioEnveloppe): the leaves of the year, and those that a
 *   financement of the year bears on
 * @dossiers: (element-type PvScenarioDossier): of the appel, by number; no chapeau
 * @lignes: (element-type PvScenarioLigne): by dossier
 *
 * The present situation of an appel. An array of amounts beside it, one for each row of
 * @lignes, is what is proposed in a scenario.
 */
typedef struct
{
  gint64 appel_id;
  gint64 exercice;
  GArray *groupes;
  GArray *financeurs;
  GArray *enveloppes;
  GArray *dossiers;
  GArray *lignes;
} PvScenarioDonnees;

PvScenarioDonnees *pv_scenario_donnees_new (void);
PvScenarioDonnees *pv_scenario_donnees_ref (PvScenarioDonnees *self);
void pv_scenario_donnees_unref (PvScenarioDonnees *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScenarioDonnees, pv_scenario_donnees_unref)

#define pv_scenario_donnees_get_ligne(self, i)                                                     \
  (&g_array_index ((self)->lignes, PvScenarioLigne, (guint)(i)))
#define pv_scenario_donnees_get_dossier(self, i)                                                   \
  (&g_array_index ((self)->dossiers, PvScenarioDossier, (guint)(i)))
#define pv_scenario_donnees_get_financeur(self, i)                                                 \
  (&g_array_index ((self)->financeurs, PvScenarioFinanceur, (guint)(i)))
#define pv_scenario_donnees_get_enveloppe(self, i)                                                 \
  (&g_array_index ((self)->enveloppes, PvScenarioEnveloppe, (guint)(i)))
#define pv_scenario_donnees_get_groupe(self, i)                                                    \
  (&g_array_index ((self)->groupes, PvScenarioGroupe, (guint)(i)))

/* Positions by key, -1 when there is none. */
int pv_scenario_donnees_find_financeur (const PvScenarioDonnees *self, gint64 id);
int pv_scenario_donnees_find_enveloppe (const PvScenarioDonnees *self, gint64 id);

/**
 * pv_scenario_donnees_dup_montants:
 *
 * Returns: (transfer full) (array): what is proposed now, one amount for each row
 */
PvCents *pv_scenario_donnees_dup_montants (const PvScenarioDonnees *self);

/* Whether it is of the year, and bears on no envelope. */
gboolean pv_scenario_ligne_is_hors (const PvScenarioLigne *self);

/* What a financement engages when @propose is proposed: never less than is decided. */
PvCents pv_scenario_ligne_get_engage (const PvScenarioLigne *self,
                                      const PvScenarioDossier *dossier,
                                      PvCents propose);

G_END_DECLS
