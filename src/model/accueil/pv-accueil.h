/* pv-accueil.h: the figures of a call at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "controle/pv-controle.h"
#include "dossier/pv-dossier-statut.h"
#include "financeur/pv-financeur.h"
#include "stats/pv-stats.h"

G_BEGIN_DECLS

/**
 * PvAccueilPas:
 *
 * The steps of the year, as the funnel of dossiers shows them.
 */
typedef enum
{
  PV_ACCUEIL_DEPOSES,
  PV_ACCUEIL_RECEVABLES,
  PV_ACCUEIL_INSTRUITS,
  PV_ACCUEIL_PROPOSES,
  PV_ACCUEIL_PROGRAMMES,
  PV_ACCUEIL_NOTIFIES,
  PV_ACCUEIL_VERSES,
} PvAccueilPas;

#define PV_N_ACCUEIL_PAS 7

/**
 * PvAccueilCompte:
 * @atteinte: dossiers that came to the step: those that wait there, left there, or
 *   went on
 * @attente: those that wait there for the next step
 * @sortis: those that left the year there: irrecevable, refusé, réorienté, abandonné
 */
typedef struct
{
  gint64 atteinte;
  gint64 attente;
  gint64 sortis;
} PvAccueilCompte;

/* What a dossier has, to say where it was abandoned and whether it was paid. */
typedef enum
{
  PV_ACCUEIL_FAIT_PROPOSE = 1 << 0,
  PV_ACCUEIL_FAIT_DECIDE = 1 << 1, /* arbitré or voté */
  PV_ACCUEIL_FAIT_NOTIFIE = 1 << 2,
  PV_ACCUEIL_FAIT_VERSE = 1 << 3,
} PvAccueilFaits;

/**
 * PvAccueilChiffres:
 * @dossiers: dossiers of the filter; a chapeau is not counted, its parts are
 * @porteurs: distinct organismes that carry them
 * @cout_cents: Σ of the coûts totaux (86 and 87 left out); %PV_CENTS_NULL when none
 *   is known
 * @etape_cents: Σ of each stage, as pv_stats_compute()
 * @pas: the funnel
 * @enveloppes_cents: Σ of the leaves of the years of the filter; %PV_CENTS_NULL when
 *   no amount is known
 * @engage_cents: Σ of what they have engaged, whatever the appel
 * @sollicite_enveloppes_cents: Σ of what is asked of them
 * @n_enveloppes: leaves
 * @n_depassees: those that gave more than they have
 */
typedef struct
{
  gint64 dossiers;
  gint64 porteurs;
  PvCents cout_cents;
  PvCents etape_cents[PV_N_ETAPES];
  PvAccueilCompte pas[PV_N_ACCUEIL_PAS];
  PvCents enveloppes_cents;
  PvCents engage_cents;
  PvCents sollicite_enveloppes_cents;
  gint64 n_enveloppes;
  gint64 n_depassees;
} PvAccueilChiffres;

/**
 * pv_accueil_load_chiffres:
 *
 * From the kept totals: one pass over the dossiers.
 *
 * Returns: (transfer full): freed by g_free()
 */
PvAccueilChiffres *pv_accueil_load_chiffres (PvDb *db, const PvFiltre *filtre, GError **error);

/**
 * PvAccueilFinanceur:
 * @etape_cents: Σ of each stage, as pv_stats_compute() by category
 * @parts_cents: what is engaged, each financement once, under its furthest stage:
 *   proposé, arbitré, voté, notifié less what is paid of it, versé; dossiers that
 *   released their envelopes do not count. %PV_ETAPE_SOLLICITE is not used
 *
 * What one category of funders gives.
 */
typedef struct
{
  PvCategorie categorie;
  PvCents etape_cents[PV_N_ETAPES];
  PvCents parts_cents[PV_N_ETAPES];
} PvAccueilFinanceur;

/**
 * pv_accueil_load_financeurs:
 *
 * Returns: (transfer full) (element-type PvAccueilFinanceur): in the order of the
 *   categories; those without a financement are left out
 */
GArray *pv_accueil_load_financeurs (PvDb *db, const PvFiltre *filtre, GError **error);

/**
 * PvAccueilControle:
 * @severite: of these findings: those that were passed with a reason are counted
 *   apart, as information
 * @constats: how many findings
 * @dossiers: how many dossiers have one
 * @table: (transfer none): of the rows to correct
 */
typedef struct
{
  const PvControle *controle;
  PvSeverite severite;
  gint64 constats;
  gint64 dossiers;
  const char *table;
} PvAccueilControle;

/**
 * pv_accueil_load_controles:
 *
 * Runs every check. It may last: call it in a worker.
 *
 * Returns: (transfer full) (element-type PvAccueilControle): the gravest first, then
 *   by decreasing number of findings; checks that find nothing are left out
 */
GArray *pv_accueil_load_controles (PvDb *db,
                                   const PvFiltre *filtre,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * pv_accueil_pas_de:
 * @faits: what the dossier has
 * @sorti: (out): whether it left the year at that step
 *
 * The step a dossier waits at, left at, or ended at. One that was abandoned left where
 * its amounts show that it was.
 */
PvAccueilPas pv_accueil_pas_de (PvDossierStatut statut, PvAccueilFaits faits, gboolean *sorti);

/* Columns of the funnel. */
typedef enum
{
  PV_ACCUEIL_ATTEINTE,
  PV_ACCUEIL_ATTENTE,
  PV_ACCUEIL_SORTIS,
} PvAccueilColonne;

#define PV_N_ACCUEIL_COLONNES 3

/* (transfer full): `proposes-attente`: what the list of dossiers is filtered by. */
char *pv_accueil_pas_valeur (PvAccueilPas pas, PvAccueilColonne colonne);

/* (out) (optional): both; %FALSE when it is none. */
gboolean
pv_accueil_pas_valeur_parse (const char *valeur, PvAccueilPas *pas, PvAccueilColonne *colonne);

/* Whether that cell of the funnel counts a dossier. */
gboolean
pv_accueil_pas_valeur_has (const char *valeur, PvDossierStatut statut, PvAccueilFaits faits);

/* Counts @n dossiers at a step and at all that come before it. */
void pv_accueil_pas_add (PvAccueilCompte *pas, PvAccueilPas ou, gboolean sorti, gint64 n);

G_END_DECLS
