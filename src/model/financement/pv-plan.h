/* pv-plan.h: the plan of financing of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-financement.h"

G_BEGIN_DECLS

/**
 * PvPlanLigne:
 * @financement: (transfer none)
 * @public: 1, 0 or %PV_INT_NULL, of the payer
 * @verse_cents: what was paid, %PV_CENTS_NULL: nothing yet
 */
typedef struct
{
  const PvFinancement *financement;
  gint64 public;
  PvCents verse_cents;
} PvPlanLigne;

/**
 * PvPlanEtape:
 * @somme_cents: Σ of what is answered at this stage, %PV_CENTS_NULL: nothing is
 * @n_reponses: how many payers have answered (a 0 is an answer)
 * @complet: all have
 * @public_cents: the part of @somme_cents of payers known to be public
 * @manque_cents: coût total − Σ − other income: what is missing to balance
 *   (negative: too much); %PV_CENTS_NULL, shown "incomplet", while a payer is
 *   silent at this stage or the cost or the other income is not known
 * @taux_bp: Σ ÷ coût total
 * @taux_public_bp: public ÷ coût total
 */
typedef struct
{
  PvCents somme_cents;
  guint n_reponses;
  gboolean complet;
  PvCents public_cents;
  PvCents manque_cents;
  gint64 taux_bp;
  gint64 taux_public_bp;
} PvPlanEtape;

/**
 * PvPlan:
 * @n_public_inconnu: payers of which it is not known whether they are public:
 *   the public rates are then at least what is said
 * @ferme_cents: Σ of the furthest stage of each payer
 * @manque_ferme_cents: coût total − @ferme_cents − other income, %PV_CENTS_NULL when one
 *   of the cost and the income is not known
 * @taux_ferme_bp: @ferme_cents ÷ coût total
 * @taux_public_ferme_bp: of public payers alone
 */
typedef struct
{
  PvCents cout_total_cents;
  PvCents autres_produits_cents;
  guint n_lignes;
  guint n_public_inconnu;
  PvPlanEtape etapes[PV_N_ETAPES];
  PvCents ferme_cents;
  PvCents manque_ferme_cents;
  gint64 taux_ferme_bp;
  gint64 taux_public_ferme_bp;
} PvPlan;

/**
 * pv_plan_compute:
 * @cout_total_cents: or %PV_CENTS_NULL
 * @autres_produits_cents: own resources and other income, or %PV_CENTS_NULL
 * @lignes: (array length=n)
 * @plan: (out caller-allocates)
 *
 * Returns: %FALSE on overflow
 */
gboolean pv_plan_compute (PvCents cout_total_cents,
                          PvCents autres_produits_cents,
                          const PvPlanLigne *lignes,
                          guint n,
                          PvPlan *plan);

/**
 * pv_plan_get_ouvert:
 * @cents: (out): coût total − Σ of those who answered − other income
 *
 * What is open at a stage while payers are silent: not yet something missing.
 *
 * Returns: %FALSE when the cost is not known
 */
gboolean pv_plan_get_ouvert (const PvPlan *self, PvEtape etape, PvCents *cents);

/**
 * pv_plan_ligne_get_taux_bp:
 *
 * Returns: the taux d'intervention: the furthest stage of that payer ÷ coût
 *   total, in basis points, or %PV_INT_NULL
 */
gint64 pv_plan_ligne_get_taux_bp (const PvPlanLigne *ligne, PvCents cout_total_cents);

G_END_DECLS
