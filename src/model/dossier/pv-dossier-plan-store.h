/* pv-dossier-plan-store.h: the plan of financing of several dossiers: funder × stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "financeur/pv-financeur.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvPlanFinanceur:
 * @public: 1, 0 or %PV_INT_NULL: not known
 * @n_dossiers: how many of the dossiers it is asked for, or brings something to
 * @etapes: Σ of each stage, versé included; %PV_CENTS_NULL: nothing is answered
 * @ferme_cents: Σ of the furthest stage of each financement (the others are not added to it)
 * @fermetes: @ferme_cents by the stage that is the furthest, versé left out
 *
 * What one payer brings to the dossiers.
 */
typedef struct
{
  gint64 financeur_id;
  char *nom;
  char *sigle;
  PvCategorie categorie;
  gint64 public;
  guint n_dossiers;
  PvCents etapes[PV_N_ETAPES];
  PvCents ferme_cents;
  PvCents fermetes[PV_N_ETAPES_MONTANT];
} PvPlanFinanceur;

/**
 * PvDossierPlan:
 * @n_dossiers: how many, chapeaux left out: their parts are counted
 * @n_cout_inconnu: those whose coût total is not known
 * @n_autres_inconnus: those of which the other income is not known
 * @cout_cents: Σ of the costs that are known, %PV_CENTS_NULL: none is
 * @autres_cents: Σ of own resources and other income
 * @financeurs: (element-type PvPlanFinanceur): by category, then name
 * @total: all payers; its names are %NULL
 * @public_cents: the part of the furthest stages that payers known to be public bring
 * @n_public_inconnu: payers of which it is not known
 * @manque_cents: coût total − furthest stages − other income, as in the plan of one dossier;
 *   %PV_CENTS_NULL while a cost or an income is not known
 * @taux_bp: furthest stages ÷ coût total; %PV_INT_NULL while a cost is not known
 * @taux_public_bp: of public payers alone
 */
typedef struct
{
  guint n_dossiers;
  guint n_cout_inconnu;
  guint n_autres_inconnus;
  PvCents cout_cents;
  PvCents autres_cents;
  GPtrArray *financeurs;
  PvPlanFinanceur total;
  PvCents public_cents;
  guint n_public_inconnu;
  PvCents manque_cents;
  gint64 taux_bp;
  gint64 taux_public_bp;
} PvDossierPlan;

/**
 * pv_dossier_plan_store_load:
 * @ids: (element-type gint64): keys of dossiers, in any order, each once
 *
 * For a worker when there are many. A single dossier gives what PvPlan says of it.
 *
 * Returns: (transfer full): the sums, or %NULL with @error, %PV_RULE_ERROR_OVERFLOW when
 *   they are too large
 */
PvDossierPlan *
pv_dossier_plan_store_load (PvDb *db, const GArray *ids, GCancellable *cancellable, GError **error);

void pv_dossier_plan_free (PvDossierPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierPlan, pv_dossier_plan_free)

G_END_DECLS
