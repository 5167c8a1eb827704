/* pv-scenario-donnees.c: what a scenario is computed from, in memory
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-donnees.h"

static void
clear_groupe (gpointer data)
{
  g_free (((PvScenarioGroupe *)data)->nom);
}

static void
clear_financeur (gpointer data)
{
  g_free (((PvScenarioFinanceur *)data)->nom);
}

static void
clear_enveloppe (gpointer data)
{
  g_free (((PvScenarioEnveloppe *)data)->libelle);
}

static void
clear_dossier (gpointer data)
{
  g_free (((PvScenarioDossier *)data)->numero);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);

  return array;
}

PvScenarioDonnees *
pv_scenario_donnees_new (void)
{
  PvScenarioDonnees *self = g_atomic_rc_box_new0 (PvScenarioDonnees);

  self->appel_id = PV_INT_NULL;
  self->exercice = PV_INT_NULL;
  self->groupes = array_new (sizeof (PvScenarioGroupe), clear_groupe);
  self->financeurs = array_new (sizeof (PvScenarioFinanceur), clear_financeur);
  self->enveloppes = array_new (sizeof (PvScenarioEnveloppe), clear_enveloppe);
  self->dossiers = array_new (sizeof (PvScenarioDossier), clear_dossier);
  self->lignes = array_new (sizeof (PvScenarioLigne), NULL);

  return self;
}

PvScenarioDonnees *
pv_scenario_donnees_ref (PvScenarioDonnees *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PvScenarioDonnees *self = data;

  g_array_unref (self->groupes);
  g_array_unref (self->financeurs);
  g_array_unref (self->enveloppes);
  g_array_unref (self->dossiers);
  g_array_unref (self->lignes);
}

void
pv_scenario_donnees_unref (PvScenarioDonnees *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

int
pv_scenario_donnees_find_financeur (const PvScenarioDonnees *self, gint64 id)
{
  for (guint i = 0; i < self->financeurs->len; i++)
    if (pv_scenario_donnees_get_financeur (self, i)->id == id)
      return (int)i;

  return -1;
}

int
pv_scenario_donnees_find_enveloppe (const PvScenarioDonnees *self, gint64 id)
{
  for (guint i = 0; i < self->enveloppes->len; i++)
    if (pv_scenario_donnees_get_enveloppe (self, i)->id == id)
      return (int)i;

  return -1;
}

PvCents *
pv_scenario_donnees_dup_montants (const PvScenarioDonnees *self)
{
  PvCents *montants = g_new (PvCents, self->lignes->len + 1);

  for (guint i = 0; i < self->lignes->len; i++)
    montants[i] = pv_scenario_donnees_get_ligne (self, i)->propose;

  return montants;
}

gboolean
pv_scenario_ligne_is_hors (const PvScenarioLigne *self)
{
  return self->enveloppe < 0 && self->verrou != PV_SCENARIO_EXERCICE;
}

PvCents
pv_scenario_ligne_get_engage (const PvScenarioLigne *self,
                              const PvScenarioDossier *dossier,
                              PvCents propose)
{
  if (dossier->sorti)
    return 0;
  if (self->decide != PV_CENTS_NULL)
    return self->decide;

  return propose == PV_CENTS_NULL ? 0 : propose;
}
