/* pv-essai.c: a try on the proposed amounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-essai-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-error.h"
#include "scenario/pv-scenario-situation.h"

PvEssai *
pv_essai_new (PvEssaiGenre genre)
{
  PvEssai *self = g_new0 (PvEssai, 1);

  self->genre = genre;
  self->financeur_id = PV_INT_NULL;
  self->enveloppe_id = PV_INT_NULL;
  self->total = PV_CENTS_NULL;
  self->arrondi = PV_ARRONDI_EURO;

  return self;
}

PvEssai *
pv_essai_copy (const PvEssai *self)
{
  PvEssai *copy = g_memdup2 (self, sizeof *self);

  copy->repreneurs = self->repreneurs != NULL ? g_array_copy (self->repreneurs) : NULL;

  return copy;
}

void
pv_essai_free (PvEssai *self)
{
  g_clear_pointer (&self->repreneurs, g_array_unref);
  g_free (self);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message);

  return FALSE;
}

static gboolean
fail_amounts (GError **error)
{
  return fail (error, _ ("An amount of these financements is negative or too large to be shared."
                         " Correct it in the plan of its dossier."));
}

/* --- the lines a try is about --------------------------------------------------------------- */

/* What it may change; the others are counted with their reason. */
static GArray *
list_lignes (const PvScenarioDonnees *donnees, int financeur, int enveloppe, PvEssaiBilan *bilan)
{
  GArray *lignes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);

      if (financeur >= 0 ? ligne->financeur != (guint)financeur : ligne->enveloppe != enveloppe)
        continue;
      if (ligne->verrou == PV_SCENARIO_LIBRE)
        {
          g_array_append_val (lignes, i);
          continue;
        }
      bilan->n_verrous[ligne->verrou]++;
      pv_money_add (
          bilan->fige,
          pv_scenario_ligne_get_engage (
              ligne, pv_scenario_donnees_get_dossier (donnees, ligne->dossier), ligne->propose),
          &bilan->fige);
    }

  return lignes;
}

/* What a line asks of an envelope: what is proposed, else what is asked; a refusal nothing. */
static PvCents *
list_demandes (const PvScenarioDonnees *donnees, const GArray *lignes, const PvCents *montants)
{
  PvCents *demandes = g_new (PvCents, lignes->len + 1);

  for (guint i = 0; i < lignes->len; i++)
    {
      guint line = g_array_index (lignes, guint, i);

      demandes[i] = montants[line] != PV_CENTS_NULL
                        ? montants[line]
                        : pv_scenario_donnees_get_ligne (donnees, line)->sollicite;
    }

  return demandes;
}

static void
take (const GArray *lignes, const PvCents *parts, PvCents *montants)
{
  for (guint i = 0; i < lignes->len; i++)
    if (parts[i] != PV_CENTS_NULL)
      montants[g_array_index (lignes, guint, i)] = parts[i];
}

/* --- tries ---------------------------------------------------------------------------------- */

static gboolean
withdraw (const GArray *lignes, PvCents *montants)
{
  for (guint i = 0; i < lignes->len; i++)
    montants[g_array_index (lignes, guint, i)] = 0;

  return TRUE;
}

static gboolean
reduce (const PvEssai *self, const GArray *lignes, PvCents *montants, GError **error)
{
  g_autofree PvCents *avant = g_new (PvCents, lignes->len + 1);
  g_autofree PvCents *parts = g_new (PvCents, lignes->len + 1);

  for (guint i = 0; i < lignes->len; i++)
    avant[i] = montants[g_array_index (lignes, guint, i)];
  if (!pv_repartition_reduire (avant, lignes->len, self->taux_bp, self->arrondi, parts))
    return fail_amounts (error);
  take (lignes, parts, montants);

  return TRUE;
}

static gboolean
share (const PvEssai *self,
       const PvScenarioDonnees *donnees,
       const GArray *lignes,
       PvCents *montants,
       PvEssaiBilan *bilan,
       GError **error)
{
  g_autofree PvCents *demandes = list_demandes (donnees, lignes, montants);
  g_autofree PvCents *parts = g_new (PvCents, lignes->len + 1);

  if (!pv_repartition_partager (self->total, demandes, demandes, lignes->len, self->arrondi, parts,
                                &bilan->reste))
    return fail_amounts (error);
  bilan->disponible = self->total;
  take (lignes, parts, montants);

  return TRUE;
}

/* What of the envelope is free: without what bears on it that the walk does not move. */
static PvCents
get_disponible (const PvScenarioDonnees *donnees,
                int enveloppe,
                const GArray *lignes,
                const gint64 *rangs,
                const PvCents *montants)
{
  g_autoptr (PvScenarioSituation) situation = pv_scenario_situation_compute (donnees, montants);
  PvCents left = pv_scenario_chiffres_get_reste (
      &g_array_index (situation->enveloppes, PvScenarioChiffres, (guint)enveloppe));

  for (guint i = 0; i < lignes->len; i++)
    {
      guint line = g_array_index (lignes, guint, i);

      if (rangs[i] != PV_INT_NULL && montants[line] != PV_CENTS_NULL)
        pv_money_add (left, montants[line], &left);
    }

  return left;
}

static gboolean
walk (const PvEssai *self,
      const PvScenarioDonnees *donnees,
      int enveloppe,
      const GArray *lignes,
      const gint64 *rangs_dossiers,
      PvCents *montants,
      PvEssaiBilan *bilan,
      GError **error)
{
  g_autofree PvCents *demandes = list_demandes (donnees, lignes, montants);
  g_autofree PvCents *parts = g_new (PvCents, lignes->len + 1);
  g_autofree gint64 *rangs = g_new (gint64, lignes->len + 1);

  for (guint i = 0; i < lignes->len; i++)
    {
      guint line = g_array_index (lignes, guint, i);

      rangs[i] = rangs_dossiers[pv_scenario_donnees_get_ligne (donnees, line)->dossier];
      bilan->n_sans_rang += rangs[i] == PV_INT_NULL;
    }
  bilan->disponible = get_disponible (donnees, enveloppe, lignes, rangs, montants);
  if (!pv_repartition_rang (bilan->disponible, demandes, rangs, lignes->len, self->coupure,
                            self->arrondi, parts, &bilan->rang))
    return fail_amounts (error);
  bilan->reste = bilan->rang.reste;
  take (lignes, parts, montants);

  return TRUE;
}

/* --- public --------------------------------------------------------------------------------- */

static gboolean
check (const PvEssai *self,
       const PvScenarioDonnees *donnees,
       int financeur,
       int enveloppe,
       GError **error)
{
  gboolean of_payer = self->genre == PV_ESSAI_RETRAIT || self->genre == PV_ESSAI_REDUCTION;

  if (of_payer && financeur < 0)
    return fail (error, _ ("This financeur brings nothing to the appel. Choose another."));
  if (!of_payer && enveloppe < 0)
    return fail (error, _ ("This envelope is not one of the year of the appel. Choose another."));
  if (self->genre == PV_ESSAI_REDUCTION && (self->taux_bp < 0 || self->taux_bp > 10000))
    return fail (error, _ ("A cut is between 0 and 100%."));
  if (self->genre == PV_ESSAI_PARTAGE && self->total < 0)
    return fail (error, _ ("Say which amount is to be shared."));
  if (self->genre == PV_ESSAI_RANG &&
      pv_scenario_donnees_get_enveloppe (donnees, enveloppe)->montant == PV_CENTS_NULL)
    return fail (error, _ ("The amount of this envelope is not known. Enter it first."));

  return TRUE;
}

static gboolean
run (const PvEssai *self,
     const PvScenarioDonnees *donnees,
     int enveloppe,
     const GArray *lignes,
     const gint64 *rangs,
     PvCents *montants,
     PvEssaiBilan *bilan,
     GError **error)
{
  switch (self->genre)
    {
    case PV_ESSAI_RETRAIT:
      return withdraw (lignes, montants);
    case PV_ESSAI_REDUCTION:
      return reduce (self, lignes, montants, error);
    case PV_ESSAI_PARTAGE:
      return share (self, donnees, lignes, montants, bilan, error);
    case PV_ESSAI_RANG:
      return walk (self, donnees, enveloppe, lignes, rangs, montants, bilan, error);
    case PV_ESSAI_COPIE:
    default:
      return TRUE;
    }
}

static void
count_changes (const PvScenarioDonnees *donnees,
               const PvCents *avant,
               const PvCents *montants,
               PvEssaiBilan *bilan)
{
  for (guint i = 0; i < donnees->lignes->len; i++)
    bilan->n_changes += avant[i] != montants[i];
}

gboolean
pv_essai_run (const PvEssai *self,
              const PvScenarioDonnees *donnees,
              const gint64 *rangs,
              PvCents *montants,
              PvEssaiBilan *bilan,
              GError **error)
{
  gsize size = donnees->lignes->len * sizeof (PvCents);
  g_autofree PvCents *avant = g_memdup2 (montants, size + 1);
  int financeur = pv_scenario_donnees_find_financeur (donnees, self->financeur_id);
  int enveloppe = pv_scenario_donnees_find_enveloppe (donnees, self->enveloppe_id);
  gboolean of_payer = self->genre == PV_ESSAI_RETRAIT || self->genre == PV_ESSAI_REDUCTION;
  g_autoptr (GArray) lignes = NULL;

  g_return_val_if_fail (self->genre != PV_ESSAI_RANG || rangs != NULL, FALSE);

  *bilan = (PvEssaiBilan){ .disponible = PV_CENTS_NULL, .rang = { .rang = PV_INT_NULL } };
  if (self->genre == PV_ESSAI_COPIE)
    return TRUE;
  if (!check (self, donnees, financeur, enveloppe, error))
    return FALSE;

  lignes = list_lignes (donnees, of_payer ? financeur : -1, enveloppe, bilan);
  if (!run (self, donnees, enveloppe, lignes, rangs, montants, bilan, error))
    {
      memcpy (montants, avant, size);
      return FALSE;
    }
  if (of_payer)
    pv_essai_reprendre (self, donnees, avant, montants, bilan);
  count_changes (donnees, avant, montants, bilan);

  return TRUE;
}
