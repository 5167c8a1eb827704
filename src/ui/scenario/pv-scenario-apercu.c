/* pv-scenario-apercu.c: where a try leads, read in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-apercu.h"

typedef struct
{
  PvScenarioDonnees *donnees;
  gint64 base_id;
  PvEssai *essai;
  char *nom;
} Demande;

static void
demande_free (gpointer data)
{
  Demande *demande = data;

  pv_scenario_donnees_unref (demande->donnees);
  pv_essai_free (demande->essai);
  g_free (demande->nom);
  g_free (demande);
}

void
pv_scenario_apercu_free (PvScenarioApercu *self)
{
  pv_essai_free (self->essai);
  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  g_free (self->refus);
  g_free (self);
}

/* A refusal is an answer: it is said beside the figures. */
static PvScenarioApercu *
try_it (const Demande *demande, const gint64 *rangs, PvCents *montants)
{
  PvScenarioApercu *self = g_new0 (PvScenarioApercu, 1);
  g_autoptr (GError) error = NULL;

  self->essai = pv_essai_copy (demande->essai);
  if (!pv_essai_run (demande->essai, demande->donnees, rangs, montants, &self->bilan, &error))
    self->refus = g_strdup (error->message);
  self->lecture =
      pv_scenario_lecture_new (demande->donnees, demande->nom,
                               pv_scenario_donnees_dup_montants (demande->donnees), montants);

  return self;
}

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = query_data;
  g_autofree PvCents *montants =
      pv_scenario_store_load_montants (db, demande->donnees, demande->base_id, error);
  g_autofree gint64 *rangs = NULL;

  if (montants == NULL)
    return NULL;
  if (demande->essai->genre == PV_ESSAI_RANG)
    {
      rangs = pv_scenario_store_load_rangs (db, demande->donnees, error);
      if (rangs == NULL)
        return NULL;
    }

  return try_it (demande, rangs, g_steal_pointer (&montants));
}

void
pv_scenario_apercu_read_async (PvContext *context,
                               PvScenarioDonnees *donnees,
                               gint64 base_id,
                               const PvEssai *essai,
                               const char *nom,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Demande *demande = g_new (Demande, 1);

  *demande = (Demande){ pv_scenario_donnees_ref (donnees), base_id, pv_essai_copy (essai),
                        g_strdup (nom) };
  pv_context_query_async (context, read_in_worker, demande, demande_free,
                          (GDestroyNotify)pv_scenario_apercu_free, cancellable, callback,
                          user_data);
}
