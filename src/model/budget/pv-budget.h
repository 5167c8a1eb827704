/* pv-budget.h: the budget of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "budget/pv-compte.h"
#include "commun/pv-etape.h"

G_BEGIN_DECLS

/**
 * PvBudgetLigne:
 *
 * One line of a budget; amounts in cents, %PV_CENTS_NULL when not known.
 */
typedef struct
{
  gint64 compte_id;
  PvCents prevu_cents;
  PvCents realise_cents;
} PvBudgetLigne;

/**
 * PvBudgetTotaux:
 * @charges_cents: classes 60 to 69 and indirect: the coût total
 * @produits_cents: classes 70 to 79 and own resources
 * @emplois_volontaires_cents: 86
 * @ressources_volontaires_cents: 87
 * @autres_produits_cents: produits without the 74 lines that payers feed: own
 *   resources and other income of the plan of financing
 *
 * Each is %PV_CENTS_NULL when no line of it is known. Source: Cerfa 12156*06.
 */
typedef struct
{
  PvCents charges_cents;
  PvCents produits_cents;
  PvCents emplois_volontaires_cents;
  PvCents ressources_volontaires_cents;
  PvCents autres_produits_cents;
} PvBudgetTotaux;

/**
 * pv_budget_compute_totaux:
 * @lignes: (array length=n)
 * @realise: the realised amounts instead of the planned ones
 *
 * Returns: %FALSE on overflow or for an account that is not in @plan
 */
gboolean pv_budget_compute_totaux (const PvPlanComptable *plan,
                                   const PvBudgetLigne *lignes,
                                   guint n,
                                   gboolean realise,
                                   PvBudgetTotaux *totaux,
                                   GError **error);

/* charges + 86, or %PV_CENTS_NULL: the cost "avec valorisation". */
PvCents pv_budget_totaux_get_cout_valorise (const PvBudgetTotaux *self);

/* produits − charges: 0 when balanced, %PV_CENTS_NULL when one side is not known. */
PvCents pv_budget_totaux_get_ecart (const PvBudgetTotaux *self);

/* 87 − 86, as pv_budget_totaux_get_ecart(), but both unknown is balanced: 0. */
PvCents pv_budget_totaux_get_ecart_volontaire (const PvBudgetTotaux *self);

/**
 * pv_budget_check_postes:
 * @poste: (out) (optional) (nullable) (transfer none): the poste at fault
 * @error: %PV_RULE_ERROR_REFUSED
 *
 * A poste is given alone, its lines unknown, or by its lines; both would be
 * counted twice. Planned and realised are looked at apart: a compte rendu may give by
 * poste what was planned by line.
 */
gboolean pv_budget_check_postes (const PvPlanComptable *plan,
                                 const PvBudgetLigne *lignes,
                                 guint n,
                                 const PvCompte **poste,
                                 GError **error);

/**
 * pv_budget_get_montant:
 * @detaille: (out) (optional): whether that amount of a poste is given by its lines
 *
 * Returns: the amount of an account: its own, or of a poste given by its lines their
 *   sum; %PV_CENTS_NULL when not known
 */
PvCents pv_budget_get_montant (const PvPlanComptable *plan,
                               const PvBudgetLigne *lignes,
                               guint n,
                               const PvCompte *compte,
                               gboolean realise,
                               gboolean *detaille);

/**
 * pv_budget_get_sollicite:
 * @sollicites: (array length=PV_N_CATEGORIES): Σ sollicité of the dossier by category
 * @compte: a line that payers feed, or the poste 74
 *
 * Returns: Σ of the categories that feed @compte (or any, for the poste);
 *   %PV_CENTS_NULL: nothing is asked from them
 */
PvCents pv_budget_get_sollicite (const PvPlanComptable *plan,
                                 const PvCents *sollicites,
                                 const PvCompte *compte);

/* Whether a category of payers feeds that line. */
gboolean pv_budget_is_fed (const PvPlanComptable *plan, const PvCompte *compte);

/**
 * PvEcart74:
 * @compte_id: the 74 line, or the poste 74 when the budget gives it alone
 * @ligne_cents: the budget's amount, %PV_CENTS_NULL when it has none
 * @sollicite_cents: Σ sollicité of the payers that feed it, %PV_CENTS_NULL: none
 *
 * Where the budget and the plan of financing disagree.
 */
typedef struct
{
  gint64 compte_id;
  PvCents ligne_cents;
  PvCents sollicite_cents;
} PvEcart74;

/**
 * pv_budget_compare_74:
 * @sollicites: (array length=PV_N_CATEGORIES): Σ sollicité of the dossier by category
 *
 * A line that is not known and 0 agree with nothing asked. Lines that no
 * category feeds are not compared; categories without a line are not either.
 *
 * Returns: (transfer full) (element-type PvEcart74): the lines that differ
 */
GArray *pv_budget_compare_74 (const PvPlanComptable *plan,
                              const PvBudgetLigne *lignes,
                              guint n,
                              const PvCents *sollicites);

G_END_DECLS
