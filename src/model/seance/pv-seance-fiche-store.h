/* pv-seance-fiche-store.h: one dossier of a séance, as it is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-apercu-store.h"
#include "dossier/pv-dossier-fiche-store.h"
#include "seance/pv-decision.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

/**
 * PvSeanceLigne:
 * @financeur: sigle, else name
 * @dispositif: (nullable): its line of credits, and section when it has one
 * @table_cents: the amount on the table: proposé until it is touched; of a locked line the
 *   amount that stands; %PV_CENTS_NULL: no answer, or ajourné
 * @verrou: why the séance does not change it
 * @taux_bp: table ÷ coût total; %PV_INT_NULL when one is not known
 * @enveloppe_id: or %PV_INT_NULL
 * @avant_cents: what is left of the envelope (amount − engaged), the other dossiers decided
 *   in this open séance with what is on the table; %PV_CENTS_NULL: no envelope, or its
 *   amount is not known
 * @apres_cents: the same once this dossier too is as it is on the table
 *
 * A payer of the dossier. Of a closed séance all is read from its own copy, and what is
 * left of the envelopes is not known any more.
 */
typedef struct
{
  gint64 financement_id;
  gint64 financeur_id;
  char *financeur;
  char *dispositif;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvCents table_cents;
  PvSeanceVerrou verrou;
  gint64 taux_bp;
  gint64 enveloppe_id;
  char *enveloppe;
  PvCents avant_cents;
  PvCents apres_cents;
} PvSeanceLigne;

/**
 * PvSeanceTotal:
 * @somme_cents: Σ of what is answered; %PV_CENTS_NULL: nothing is
 * @manque_cents: coût total − Σ − other income; %PV_CENTS_NULL ("incomplet") while a payer is
 *   silent or the cost is not known
 * @taux_bp: Σ ÷ coût total
 */
typedef struct
{
  PvCents somme_cents;
  PvCents manque_cents;
  gint64 taux_bp;
} PvSeanceTotal;

/**
 * PvSeanceFiche:
 * @rang: its place in the agenda, from 1, of @n_dossiers
 * @effet, @etat: of the séance
 * @dossier: the record, porteur, appel, coût total…
 * @apercu: territories, avis; its `resume` has score, marks
 * @score: hundredths of a point; @dispersion: see PvScore
 * @score_rang: its rank among the dossiers of the agenda that have a score, of @n_scores;
 *   %PV_INT_NULL: not ranked
 * @marqueur: the collective mark F/H, 0 to 2; %PV_INT_NULL: not assessed
 * @axe: (nullable): principal node of the frame: "E2 Accès à l’emploi"
 * @precedent_cents: granted (voté, else arbitré) to last year’s dossier; %PV_CENTS_NULL
 * @deports: (element-type PvDeport)
 * @decision: the last version; its `decision` is %PV_DECISION_GENRE_NULL and its key 0 when
 *   nothing was touched yet
 * @ajourne_seance: (nullable): where it comes back, in words: "Comité de pilotage, 17 mars 2026"
 * @lignes: (element-type PvSeanceLigne): in the order of the payers
 * @sollicite, @propose, @table: totals of the lines, locked ones included
 * @seance_cents: Σ of what the séance itself decides: without the locked lines
 * @autres_cents: own resources and other income; %PV_CENTS_NULL
 *
 * What the pilote's window and the projector show.
 */
typedef struct
{
  gint64 id; /* of the line of the agenda */
  gint64 seance_id;
  gint64 dossier_id;
  guint rang;
  guint n_dossiers;
  PvInstanceEffet effet;
  PvSeanceEtat etat;
  PvDossierFiche *dossier;
  PvDossierApercu *apercu;
  gint64 score;
  gint64 dispersion;
  gint64 score_rang;
  guint n_scores;
  gint64 marqueur;
  char *axe;
  PvCents precedent_cents;
  GPtrArray *deports;
  PvDecision *decision;
  char *ajourne_seance;
  GPtrArray *lignes;
  PvSeanceTotal sollicite;
  PvSeanceTotal propose;
  PvSeanceTotal table;
  PvCents seance_cents;
  PvCents autres_cents;
} PvSeanceFiche;

void pv_seance_fiche_free (PvSeanceFiche *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeanceFiche, pv_seance_fiche_free)

/**
 * pv_seance_fiche_load:
 *
 * Returns: (transfer full) (nullable): %NULL with %PV_RULE_ERROR_NOT_FOUND when it is not on
 *   an agenda any more
 */
PvSeanceFiche *pv_seance_fiche_load (PvDb *db, gint64 seance_dossier_id, GError **error);

/**
 * pv_seance_fiche_relire:
 *
 * Reads again what a key stroke may change: decision, recusals, lines, totals; the rest
 * stays. For each amount that is typed.
 */
gboolean pv_seance_fiche_relire (PvSeanceFiche *self, PvDb *db, GError **error);

/* (nullable) (transfer none) */
const PvSeanceLigne *pv_seance_fiche_find_ligne (const PvSeanceFiche *self, gint64 financement_id);

G_END_DECLS
