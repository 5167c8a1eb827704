/* pv-plan.c: the plan of financing of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan.h"

static PvCents
montant_of (const PvPlanLigne *ligne, PvEtape etape)
{
  if (etape == PV_ETAPE_VERSE)
    return ligne->verse_cents;

  return pv_financement_get_montant (ligne->financement, etape);
}

/* What is missing to balance, when everything that says it is known. */
static PvCents
compute_manque (const PvPlan *plan, const PvPlanEtape *etape)
{
  PvCents manque;

  if (!etape->complet || plan->cout_total_cents == PV_CENTS_NULL ||
      plan->autres_produits_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  manque = plan->cout_total_cents - plan->autres_produits_cents;
  return etape->somme_cents == PV_CENTS_NULL ? manque : manque - etape->somme_cents;
}

static gboolean
compute_etape (PvPlan *plan, PvEtape etape, const PvPlanLigne *lignes, guint n)
{
  PvPlanEtape *resultat = &plan->etapes[etape];

  resultat->somme_cents = PV_CENTS_NULL;
  resultat->public_cents = PV_CENTS_NULL;
  for (guint i = 0; i < n; i++)
    {
      PvCents montant = montant_of (&lignes[i], etape);

      if (montant != PV_CENTS_NULL)
        resultat->n_reponses++;
      if (!pv_money_add (resultat->somme_cents, montant, &resultat->somme_cents))
        return FALSE;
      if (lignes[i].public == 1 &&
          !pv_money_add (resultat->public_cents, montant, &resultat->public_cents))
        return FALSE;
    }

  resultat->complet = resultat->n_reponses == n;
  resultat->manque_cents = compute_manque (plan, resultat);
  resultat->taux_bp = pv_money_rate_bp (resultat->somme_cents, plan->cout_total_cents);
  resultat->taux_public_bp = pv_money_rate_bp (resultat->public_cents, plan->cout_total_cents);

  return TRUE;
}

static gboolean
compute_ferme (PvPlan *plan, const PvPlanLigne *lignes, guint n)
{
  PvCents public = PV_CENTS_NULL;

  plan->ferme_cents = PV_CENTS_NULL;
  for (guint i = 0; i < n; i++)
    {
      PvCents montant = pv_financement_get_montant_ferme (lignes[i].financement);

      if (!pv_money_add (plan->ferme_cents, montant, &plan->ferme_cents))
        return FALSE;
      if (lignes[i].public == 1 && !pv_money_add (public, montant, &public))
        return FALSE;
    }

  plan->manque_ferme_cents = PV_CENTS_NULL;
  if (plan->cout_total_cents != PV_CENTS_NULL && plan->autres_produits_cents != PV_CENTS_NULL)
    plan->manque_ferme_cents = plan->cout_total_cents - plan->autres_produits_cents -
                               (plan->ferme_cents != PV_CENTS_NULL ? plan->ferme_cents : 0);
  plan->taux_ferme_bp = pv_money_rate_bp (plan->ferme_cents, plan->cout_total_cents);
  plan->taux_public_ferme_bp = pv_money_rate_bp (public, plan->cout_total_cents);

  return TRUE;
}

gboolean
pv_plan_compute (PvCents cout_total_cents,
                 PvCents autres_produits_cents,
                 const PvPlanLigne *lignes,
                 guint n,
                 PvPlan *plan)
{
  *plan = (PvPlan){ .cout_total_cents = cout_total_cents,
                    .autres_produits_cents = autres_produits_cents,
                    .n_lignes = n };

  for (guint i = 0; i < n; i++)
    if (lignes[i].public == PV_INT_NULL)
      plan->n_public_inconnu++;

  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    if (!compute_etape (plan, (PvEtape)etape, lignes, n))
      return FALSE;

  return compute_ferme (plan, lignes, n);
}

gboolean
pv_plan_get_ouvert (const PvPlan *self, PvEtape etape, PvCents *cents)
{
  PvCents somme = PV_CENTS_NULL;

  if (self->cout_total_cents == PV_CENTS_NULL ||
      !pv_money_add (self->etapes[etape].somme_cents, self->autres_produits_cents, &somme))
    return FALSE;

  *cents = self->cout_total_cents - (somme != PV_CENTS_NULL ? somme : 0);
  return TRUE;
}

gint64
pv_plan_ligne_get_taux_bp (const PvPlanLigne *ligne, PvCents cout_total_cents)
{
  return pv_money_rate_bp (pv_financement_get_montant_ferme (ligne->financement), cout_total_cents);
}
