/* pv-scenario-situation.c: where a scenario leads, and what sets two of them apart
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-situation.h"

#define chiffres_at(array, i) (&g_array_index ((array), PvScenarioChiffres, (guint)(i)))

PvCents
pv_scenario_chiffres_get_reste (const PvScenarioChiffres *self)
{
  return self->montant == PV_CENTS_NULL ? PV_CENTS_NULL : self->montant - self->engage;
}

static GArray *
chiffres_new (guint n)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (PvScenarioChiffres), n);
  PvScenarioChiffres nothing = { PV_CENTS_NULL, 0 };

  for (guint i = 0; i < n; i++)
    g_array_append_val (array, nothing);

  return array;
}

static void
add (PvScenarioChiffres *self, PvCents montant, PvCents engage)
{
  pv_money_add (self->montant, montant, &self->montant);
  pv_money_add (self->engage, engage, &self->engage);
}

/* --- a situation ------------------------------------------------------------------------- */

/* What the lines change of the envelopes, which other appels consume too. */
static void
count_lignes (PvScenarioSituation *self, const PvScenarioDonnees *donnees, const PvCents *montants)
{
  PvScenarioChiffres *hors =
      donnees->groupes->len > 0 ? chiffres_at (self->groupes, donnees->groupes->len - 1) : NULL;

  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);
      const PvScenarioDossier *dossier = pv_scenario_donnees_get_dossier (donnees, ligne->dossier);
      PvCents engage = pv_scenario_ligne_get_engage (ligne, dossier, montants[i]);

      if (pv_scenario_ligne_is_hors (ligne))
        add (hors, PV_CENTS_NULL, engage);
      else if (ligne->enveloppe >= 0 && montants[i] != ligne->propose)
        add (chiffres_at (self->enveloppes, ligne->enveloppe), PV_CENTS_NULL,
             engage - pv_scenario_ligne_get_engage (ligne, dossier, ligne->propose));
    }
}

static PvCents
get_ferme (const PvScenarioLigne *ligne, PvCents propose)
{
  PvCents ferme = ligne->decide != PV_CENTS_NULL ? ligne->decide : propose;

  ferme = ferme != PV_CENTS_NULL ? ferme : ligne->sollicite;

  return ferme == PV_CENTS_NULL ? 0 : ferme;
}

/* Lines are by dossier. */
static guint
count_desequilibres (const PvScenarioDonnees *donnees, const PvCents *montants)
{
  guint line = 0;
  guint n = 0;

  for (guint i = 0; i < donnees->dossiers->len; i++)
    {
      const PvScenarioDossier *dossier = pv_scenario_donnees_get_dossier (donnees, i);
      PvCents ferme = 0;

      for (; line < donnees->lignes->len &&
             pv_scenario_donnees_get_ligne (donnees, line)->dossier == i;
           line++)
        pv_money_add (ferme,
                      get_ferme (pv_scenario_donnees_get_ligne (donnees, line), montants[line]),
                      &ferme);
      if (!dossier->sorti && dossier->cout != PV_CENTS_NULL && dossier->autres != PV_CENTS_NULL)
        n += dossier->cout != ferme + dossier->autres;
    }

  return n;
}

PvScenarioSituation *
pv_scenario_situation_compute (const PvScenarioDonnees *donnees, const PvCents *montants)
{
  PvScenarioSituation *self = g_new0 (PvScenarioSituation, 1);

  self->groupes = chiffres_new (donnees->groupes->len);
  self->enveloppes = chiffres_new (donnees->enveloppes->len);
  self->total = (PvScenarioChiffres){ PV_CENTS_NULL, 0 };
  for (guint i = 0; i < donnees->enveloppes->len; i++)
    {
      const PvScenarioEnveloppe *enveloppe = pv_scenario_donnees_get_enveloppe (donnees, i);

      *chiffres_at (self->enveloppes, i) =
          (PvScenarioChiffres){ enveloppe->montant, enveloppe->engage };
    }
  count_lignes (self, donnees, montants);
  for (guint i = 0; i < donnees->enveloppes->len; i++)
    {
      const PvScenarioChiffres *chiffres = chiffres_at (self->enveloppes, i);
      guint financeur = pv_scenario_donnees_get_enveloppe (donnees, i)->financeur;
      guint groupe = pv_scenario_donnees_get_financeur (donnees, financeur)->groupe;

      add (chiffres_at (self->groupes, groupe), chiffres->montant, chiffres->engage);
    }
  for (guint i = 0; i < donnees->groupes->len; i++)
    add (&self->total, chiffres_at (self->groupes, i)->montant,
         chiffres_at (self->groupes, i)->engage);
  self->n_desequilibres = count_desequilibres (donnees, montants);

  return self;
}

void
pv_scenario_situation_free (PvScenarioSituation *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->groupes);
  g_array_unref (self->enveloppes);
  g_free (self);
}

/* --- a comparison ------------------------------------------------------------------------ */

/* What the payers engage together, when one has answered. */
static void
add_engage (const PvScenarioDonnees *donnees, guint i, PvCents propose, PvCents *sum)
{
  const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);

  if (ligne->decide != PV_CENTS_NULL || propose != PV_CENTS_NULL)
    pv_money_add (*sum,
                  pv_scenario_ligne_get_engage (
                      ligne, pv_scenario_donnees_get_dossier (donnees, ligne->dossier), propose),
                  sum);
}

static void
add_ecart (PvScenarioComparaison *self, const PvScenarioEcart *ecart)
{
  g_array_append_val (self->ecarts, *ecart);
  if (ecart->ecart > 0)
    {
      self->n_gagnants++;
      self->gagne += ecart->ecart;
    }
  else if (ecart->ecart < 0)
    {
      self->n_perdants++;
      self->perdu -= ecart->ecart;
    }
}

PvScenarioComparaison *
pv_scenario_comparaison_compute (const PvScenarioDonnees *donnees,
                                 const PvCents *avant,
                                 const PvCents *apres)
{
  PvScenarioComparaison *self = g_new0 (PvScenarioComparaison, 1);
  guint end;

  self->ecarts = g_array_new (FALSE, FALSE, sizeof (PvScenarioEcart));
  for (guint first = 0; first < donnees->lignes->len; first = end)
    {
      PvScenarioEcart ecart = { pv_scenario_donnees_get_ligne (donnees, first)->dossier,
                                PV_CENTS_NULL, PV_CENTS_NULL, 0 };
      gboolean apart = FALSE;

      for (end = first; end < donnees->lignes->len &&
                        pv_scenario_donnees_get_ligne (donnees, end)->dossier == ecart.dossier;
           end++)
        {
          apart = apart || avant[end] != apres[end];
          add_engage (donnees, end, avant[end], &ecart.avant);
          add_engage (donnees, end, apres[end], &ecart.apres);
        }
      if (!apart)
        continue;
      ecart.ecart = (ecart.apres == PV_CENTS_NULL ? 0 : ecart.apres) -
                    (ecart.avant == PV_CENTS_NULL ? 0 : ecart.avant);
      add_ecart (self, &ecart);
    }

  return self;
}

void
pv_scenario_comparaison_free (PvScenarioComparaison *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ecarts);
  g_free (self);
}
