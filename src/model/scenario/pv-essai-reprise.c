/* pv-essai-reprise.c: who takes over what a payer no longer proposes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-essai-private.h"

#include "scenario/pv-scenario-situation.h"

typedef struct
{
  const PvEssai *essai;
  const PvScenarioDonnees *donnees;
  PvCents *montants;
  gboolean *chosen;  /* of each payer */
  PvCents *restants; /* of each envelope */
  PvCents *pertes;   /* of each dossier, not taken over yet */
  PvCents *souhaits; /* of each line, in a round */
  PvCents *poids;    /* of each line, before the loss */
} Reprise;

static gboolean
can_take (const Reprise *self, guint i)
{
  const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (self->donnees, i);

  return ligne->verrou == PV_SCENARIO_LIBRE && self->chosen[ligne->financeur] &&
         self->poids[i] > 0 && ligne->enveloppe >= 0 && self->restants[ligne->enveloppe] > 0;
}

/* Shares the loss of a dossier among those that can take it, as if they had enough. */
static void
wish (Reprise *self, guint first, guint end, PvCents perte)
{
  g_autofree PvCents *poids = g_new (PvCents, end - first);
  PvCents reste;

  for (guint i = first; i < end; i++)
    poids[i - first] = can_take (self, i) ? self->poids[i] : PV_CENTS_NULL;
  if (!pv_repartition_partager (perte, poids, NULL, end - first, self->essai->arrondi,
                                self->souhaits + first, &reste))
    for (guint i = first; i < end; i++)
      self->souhaits[i] = PV_CENTS_NULL;
}

static void
wish_all (Reprise *self)
{
  guint n = self->donnees->lignes->len;
  guint end;

  for (guint first = 0; first < n; first = end)
    {
      guint dossier = pv_scenario_donnees_get_ligne (self->donnees, first)->dossier;

      for (end = first + 1;
           end < n && pv_scenario_donnees_get_ligne (self->donnees, end)->dossier == dossier; end++)
        ;
      if (self->pertes[dossier] > 0)
        wish (self, first, end, self->pertes[dossier]);
      else
        for (guint i = first; i < end; i++)
          self->souhaits[i] = PV_CENTS_NULL;
    }
}

/* An envelope grants what is wished, or what remains of it in proportion. */
static gboolean
grant (Reprise *self, const GArray *lignes, guint enveloppe)
{
  g_autofree PvCents *souhaits = g_new (PvCents, lignes->len + 1);
  g_autofree PvCents *parts = g_new (PvCents, lignes->len + 1);
  PvCents pot = self->restants[enveloppe];
  PvCents reste;
  gboolean granted = FALSE;

  for (guint i = 0; i < lignes->len; i++)
    souhaits[i] = self->souhaits[g_array_index (lignes, guint, i)];
  if (!pv_repartition_partager (pot, souhaits, souhaits, lignes->len, self->essai->arrondi, parts,
                                &reste))
    return FALSE;

  for (guint i = 0; i < lignes->len; i++)
    {
      guint line = g_array_index (lignes, guint, i);

      if (parts[i] <= 0)
        continue;
      self->montants[line] += parts[i];
      self->pertes[pv_scenario_donnees_get_ligne (self->donnees, line)->dossier] -= parts[i];
      granted = TRUE;
    }
  self->restants[enveloppe] = reste;

  return granted;
}

/* Returns: whether something was taken over: then others may take more */
static gboolean
grant_all (Reprise *self)
{
  guint n = self->donnees->enveloppes->len;
  g_autoptr (GPtrArray) lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  gboolean granted = FALSE;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lignes, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->donnees->lignes->len; i++)
    if (self->souhaits[i] > 0)
      g_array_append_val (
          (GArray *)lignes->pdata[pv_scenario_donnees_get_ligne (self->donnees, i)->enveloppe], i);
  for (guint i = 0; i < n; i++)
    {
      const GArray *of_one = lignes->pdata[i];

      if (of_one->len > 0)
        granted = grant (self, of_one, i) || granted;
    }

  return granted;
}

static void
count_losses (Reprise *self, const PvCents *avant, PvEssaiBilan *bilan)
{
  for (guint i = 0; i < self->donnees->lignes->len; i++)
    {
      PvCents lost = avant[i] == PV_CENTS_NULL ? 0 : avant[i] - self->montants[i];

      self->pertes[pv_scenario_donnees_get_ligne (self->donnees, i)->dossier] += lost;
      bilan->perdu += lost;
    }
}

static void
choose (Reprise *self)
{
  for (guint i = 0; i < self->essai->repreneurs->len; i++)
    {
      gint64 id = g_array_index (self->essai->repreneurs, gint64, i);
      int position = pv_scenario_donnees_find_financeur (self->donnees, id);

      if (position >= 0 && id != self->essai->financeur_id)
        self->chosen[position] = TRUE;
    }
}

static void
read_restants (Reprise *self)
{
  g_autoptr (PvScenarioSituation) situation =
      pv_scenario_situation_compute (self->donnees, self->montants);

  for (guint i = 0; i < self->donnees->enveloppes->len; i++)
    self->restants[i] = pv_scenario_chiffres_get_reste (
        &g_array_index (situation->enveloppes, PvScenarioChiffres, i));
}

void
pv_essai_reprendre (const PvEssai *self,
                    const PvScenarioDonnees *donnees,
                    const PvCents *avant,
                    PvCents *montants,
                    PvEssaiBilan *bilan)
{
  guint n = donnees->lignes->len;
  g_autofree gboolean *chosen = g_new0 (gboolean, donnees->financeurs->len + 1);
  g_autofree PvCents *restants = g_new0 (PvCents, donnees->enveloppes->len + 1);
  g_autofree PvCents *pertes = g_new0 (PvCents, donnees->dossiers->len + 1);
  g_autofree PvCents *souhaits = g_new0 (PvCents, n + 1);
  g_autofree PvCents *poids = g_memdup2 (montants, n * sizeof (PvCents) + 1);
  Reprise reprise = { .essai = self,
                      .donnees = donnees,
                      .montants = montants,
                      .chosen = chosen,
                      .restants = restants,
                      .pertes = pertes,
                      .souhaits = souhaits,
                      .poids = poids };

  count_losses (&reprise, avant, bilan);
  if (self->repreneurs == NULL || self->repreneurs->len == 0)
    return;

  choose (&reprise);
  read_restants (&reprise);
  /* Each round places all, or exhausts an envelope. */
  do
    wish_all (&reprise);
  while (grant_all (&reprise));

  for (guint i = 0; i < n; i++)
    if (poids[i] != PV_CENTS_NULL)
      bilan->repris += montants[i] - poids[i];
}
