/* pv-scenario-lecture.c: two situations of an appel, read to be shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-lecture.h"

#include <glib/gi18n.h>

static void
clear (gpointer data)
{
  PvScenarioLecture *self = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->cotes[i].nom);
      g_free (self->cotes[i].montants);
      g_clear_pointer (&self->cotes[i].situation, pv_scenario_situation_free);
    }
  g_clear_pointer (&self->comparaison, pv_scenario_comparaison_free);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->donnees, pv_scenario_donnees_unref);
}

PvScenarioLecture *
pv_scenario_lecture_ref (PvScenarioLecture *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
pv_scenario_lecture_unref (PvScenarioLecture *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
compute (PvScenarioLecture *self)
{
  for (guint i = 0; i < 2; i++)
    self->cotes[i].situation =
        pv_scenario_situation_compute (self->donnees, self->cotes[i].montants);
  self->comparaison = pv_scenario_comparaison_compute (self->donnees, self->cotes[0].montants,
                                                       self->cotes[1].montants);
}

static const PvScenario *
find (const GPtrArray *scenarios, gint64 id)
{
  for (guint i = 0; i < scenarios->len; i++)
    if (((const PvScenario *)scenarios->pdata[i])->id == id)
      return scenarios->pdata[i];

  return NULL;
}

static gboolean
read_cote (PvScenarioLecture *self, guint side, PvDb *db, gint64 id, GError **error)
{
  PvScenarioCote *cote = &self->cotes[side];
  const PvScenario *scenario = find (self->scenarios, id);

  cote->id = scenario != NULL ? id : PV_INT_NULL;
  cote->nom = g_strdup (scenario != NULL ? scenario->nom : _ ("Present Situation"));
  cote->montants = pv_scenario_store_load_montants (db, self->donnees, cote->id, error);

  return cote->montants != NULL;
}

static gboolean
read_cotes (PvScenarioLecture *self,
            PvDb *db,
            gint64 appel_id,
            gint64 avant,
            gint64 apres,
            GError **error)
{
  self->donnees = pv_scenario_store_load_donnees (db, appel_id, error);
  self->scenarios = self->donnees != NULL ? pv_scenario_store_list (db, appel_id, error) : NULL;

  return self->scenarios != NULL && read_cote (self, 0, db, avant, error) &&
         read_cote (self, 1, db, apres, error);
}

PvScenarioLecture *
pv_scenario_lecture_read (PvDb *db, gint64 appel_id, gint64 avant, gint64 apres, GError **error)
{
  g_autoptr (PvScenarioLecture) self = g_atomic_rc_box_new0 (PvScenarioLecture);
  gboolean done;

  if (!pv_db_begin_snapshot (db, error))
    return NULL;
  done = read_cotes (self, db, appel_id, avant, apres, error);
  pv_db_end_snapshot (db);
  if (!done)
    return NULL;
  compute (self);

  return g_steal_pointer (&self);
}

PvScenarioLecture *
pv_scenario_lecture_new (PvScenarioDonnees *donnees,
                         const char *nom,
                         PvCents *avant,
                         PvCents *apres)
{
  PvScenarioLecture *self = g_atomic_rc_box_new0 (PvScenarioLecture);

  self->donnees = pv_scenario_donnees_ref (donnees);
  self->cotes[0] = (PvScenarioCote){ PV_INT_NULL, g_strdup (_ ("Present Situation")), avant, NULL };
  self->cotes[1] = (PvScenarioCote){ PV_INT_NULL, g_strdup (nom), apres, NULL };
  compute (self);

  return self;
}
