/* pv-budget.c: the budget of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "pv-error.h"

/* The poste of grants, whose lines payers feed. */
#define CODE_SUBVENTIONS "74"

static gboolean
is_fed (const PvPlanComptable *plan, const PvCompte *compte)
{
  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    if (pv_plan_comptable_find_by_categorie (plan, (PvCategorie)i) == compte)
      return TRUE;

  return FALSE;
}

/* The total that an account adds to. */
static PvCents *
total_of (PvBudgetTotaux *totaux, const PvCompte *compte)
{
  gboolean volontaire = compte->groupe == PV_COMPTE_GROUPE_VOLONTAIRE;

  if (compte->cote == PV_COTE_CHARGE)
    return volontaire ? &totaux->emplois_volontaires_cents : &totaux->charges_cents;

  return volontaire ? &totaux->ressources_volontaires_cents : &totaux->produits_cents;
}

/* Own resources and other income: not what payers feed, nor a poste 74 given alone. */
static gboolean
is_autre_produit (const PvPlanComptable *plan, const PvCompte *compte)
{
  return compte->cote == PV_COTE_PRODUIT && compte->groupe != PV_COMPTE_GROUPE_VOLONTAIRE &&
         !g_str_equal (compte->code, CODE_SUBVENTIONS) && !is_fed (plan, compte);
}

static gboolean
add_ligne (const PvPlanComptable *plan,
           PvBudgetTotaux *totaux,
           gint64 compte_id,
           PvCents cents,
           GError **error)
{
  const PvCompte *compte = pv_plan_comptable_find (plan, compte_id);
  PvCents *total;

  if (compte == NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("The budget has an account %" PRId64 " that is not in the plan of accounts."),
                   compte_id);
      return FALSE;
    }

  total = total_of (totaux, compte);
  if (pv_money_add (*total, cents, total) &&
      (!is_autre_produit (plan, compte) ||
       pv_money_add (totaux->autres_produits_cents, cents, &totaux->autres_produits_cents)))
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
               _ ("The amounts of the budget are too large to be summed (account %s)."),
               compte->code);
  return FALSE;
}

gboolean
pv_budget_compute_totaux (const PvPlanComptable *plan,
                          const PvBudgetLigne *lignes,
                          guint n,
                          gboolean realise,
                          PvBudgetTotaux *totaux,
                          GError **error)
{
  *totaux =
      (PvBudgetTotaux){ PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL };

  for (guint i = 0; i < n; i++)
    if (!add_ligne (plan, totaux, lignes[i].compte_id,
                    realise ? lignes[i].realise_cents : lignes[i].prevu_cents, error))
      return FALSE;

  /* Income that is known and is all of payers leaves no other income. */
  if (totaux->produits_cents != PV_CENTS_NULL && totaux->autres_produits_cents == PV_CENTS_NULL)
    totaux->autres_produits_cents = 0;

  return TRUE;
}

PvCents
pv_budget_totaux_get_cout_valorise (const PvBudgetTotaux *self)
{
  PvCents somme;

  if (self->charges_cents == PV_CENTS_NULL ||
      !pv_money_add (self->charges_cents, self->emplois_volontaires_cents, &somme))
    return PV_CENTS_NULL;

  return somme;
}

PvCents
pv_budget_totaux_get_ecart (const PvBudgetTotaux *self)
{
  if (self->charges_cents == PV_CENTS_NULL || self->produits_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  return self->produits_cents - self->charges_cents;
}

PvCents
pv_budget_totaux_get_ecart_volontaire (const PvBudgetTotaux *self)
{
  gboolean sans_emploi = self->emplois_volontaires_cents == PV_CENTS_NULL;
  gboolean sans_ressource = self->ressources_volontaires_cents == PV_CENTS_NULL;

  if (sans_emploi && sans_ressource)
    return 0;

  if (sans_emploi || sans_ressource)
    return PV_CENTS_NULL;

  return self->ressources_volontaires_cents - self->emplois_volontaires_cents;
}

static PvCents
get_cents (const PvBudgetLigne *ligne, gboolean realise)
{
  return realise ? ligne->realise_cents : ligne->prevu_cents;
}

/* Whether a line of the budget details that poste. */
static gboolean
has_lines_of (const PvPlanComptable *plan,
              const PvBudgetLigne *lignes,
              guint n,
              gint64 poste_id,
              gboolean realise)
{
  for (guint i = 0; i < n; i++)
    {
      const PvCompte *compte = pv_plan_comptable_find (plan, lignes[i].compte_id);

      if (compte != NULL && compte->poste_id == poste_id &&
          get_cents (&lignes[i], realise) != PV_CENTS_NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_poste (const PvPlanComptable *plan,
             const PvBudgetLigne *lignes,
             guint n,
             const PvBudgetLigne *ligne,
             const PvCompte *compte,
             GError **error)
{
  for (gboolean realise = FALSE; realise <= TRUE; realise++)
    if (get_cents (ligne, realise) != PV_CENTS_NULL &&
        has_lines_of (plan, lignes, n, compte->id, realise))
      {
        g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                     _ ("Poste %s is given both as a whole and by its lines, and would be counted"
                        " twice. Keep one of them."),
                     compte->code);
        return FALSE;
      }

  return TRUE;
}

gboolean
pv_budget_check_postes (const PvPlanComptable *plan,
                        const PvBudgetLigne *lignes,
                        guint n,
                        const PvCompte **poste,
                        GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      const PvCompte *compte = pv_plan_comptable_find (plan, lignes[i].compte_id);

      if (compte == NULL || compte->poste_id != PV_INT_NULL ||
          check_poste (plan, lignes, n, &lignes[i], compte, error))
        continue;

      if (poste != NULL)
        *poste = compte;
      return FALSE;
    }

  return TRUE;
}

static PvCents
prevu_of (const PvBudgetLigne *lignes, guint n, gint64 compte_id)
{
  for (guint i = 0; i < n; i++)
    if (lignes[i].compte_id == compte_id)
      return lignes[i].prevu_cents;

  return PV_CENTS_NULL;
}

/* Nothing asked, nothing planned and 0 agree. */
static void
compare_one (GArray *ecarts, gint64 compte_id, PvCents ligne, PvCents sollicite)
{
  PvEcart74 ecart = { compte_id, ligne, sollicite };
  PvCents a = ligne == PV_CENTS_NULL ? 0 : ligne;
  PvCents b = sollicite == PV_CENTS_NULL ? 0 : sollicite;

  if (a != b)
    g_array_append_val (ecarts, ecart);
}

/* Σ sollicité of the categories that feed @compte; NULL: of all that feed any. */
static PvCents
sum_fed (const PvPlanComptable *plan, const PvCents *sollicites, const PvCompte *compte)
{
  PvCents somme = PV_CENTS_NULL;

  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    {
      const PvCompte *nourri = pv_plan_comptable_find_by_categorie (plan, (PvCategorie)i);

      if (nourri != NULL && (compte == NULL || compte == nourri))
        pv_money_add (somme, sollicites[i], &somme);
    }

  return somme;
}

GArray *
pv_budget_compare_74 (const PvPlanComptable *plan,
                      const PvBudgetLigne *lignes,
                      guint n,
                      const PvCents *sollicites)
{
  GArray *ecarts = g_array_new (FALSE, FALSE, sizeof (PvEcart74));
  const PvCompte *poste = pv_plan_comptable_find_by_code (plan, CODE_SUBVENTIONS);
  PvCents seul = poste != NULL ? prevu_of (lignes, n, poste->id) : PV_CENTS_NULL;

  /* The poste given alone is compared as a whole. */
  if (seul != PV_CENTS_NULL)
    {
      compare_one (ecarts, poste->id, seul, sum_fed (plan, sollicites, NULL));
      return ecarts;
    }

  for (guint i = 0; i < pv_plan_comptable_get_n (plan); i++)
    {
      const PvCompte *compte = pv_plan_comptable_get_nth (plan, i);

      if (is_fed (plan, compte))
        compare_one (ecarts, compte->id, prevu_of (lignes, n, compte->id),
                     sum_fed (plan, sollicites, compte));
    }

  return ecarts;
}

PvCents
pv_budget_get_sollicite (const PvPlanComptable *plan,
                         const PvCents *sollicites,
                         const PvCompte *compte)
{
  g_return_val_if_fail (compte != NULL, PV_CENTS_NULL);

  return sum_fed (plan, sollicites, g_str_equal (compte->code, CODE_SUBVENTIONS) ? NULL : compte);
}

gboolean
pv_budget_is_fed (const PvPlanComptable *plan, const PvCompte *compte)
{
  return is_fed (plan, compte);
}

PvCents
pv_budget_get_montant (const PvPlanComptable *plan,
                       const PvBudgetLigne *lignes,
                       guint n,
                       const PvCompte *compte,
                       gboolean realise,
                       gboolean *detaille)
{
  PvCents somme = PV_CENTS_NULL;

  if (detaille != NULL)
    *detaille = FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PvCompte *of = pv_plan_comptable_find (plan, lignes[i].compte_id);
      PvCents cents = realise ? lignes[i].realise_cents : lignes[i].prevu_cents;

      if (of == NULL || (of != compte && of->poste_id != compte->id))
        continue;
      if (of != compte && cents != PV_CENTS_NULL && detaille != NULL)
        *detaille = TRUE;
      pv_money_add (somme, cents, &somme);
    }

  return somme;
}
