/* pv-scenario-lecture.h: two situations of an appel, read to be shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-scenario-situation.h"
#include "scenario/pv-scenario-store.h"

G_BEGIN_DECLS

/**
 * PvScenarioCote:
 * @id: of the scenario, %PV_INT_NULL: the present situation
 */
typedef struct
{
  gint64 id;
  char *nom;
  PvCents *montants;
  PvScenarioSituation *situation;
} PvScenarioCote;

/**
 * PvScenarioLecture:
 * @scenarios: (element-type PvScenario): of the appel
 * @comparaison: what changes from the first side to the second
 */
typedef struct
{
  PvScenarioDonnees *donnees;
  GPtrArray *scenarios;
  PvScenarioCote cotes[2];
  PvScenarioComparaison *comparaison;
} PvScenarioLecture;

/**
 * pv_scenario_lecture_read:
 * @avant, @apres: keys of scenarios; one that is gone, or %PV_INT_NULL, is the present
 *   situation
 *
 * For a worker.
 *
 * Returns: (transfer full): %NULL with @error
 */
PvScenarioLecture *
pv_scenario_lecture_read (PvDb *db, gint64 appel_id, gint64 avant, gint64 apres, GError **error);

/**
 * pv_scenario_lecture_new:
 * @nom: of the second side
 * @avant, @apres: (transfer full) (array): amounts of each side
 *
 * The present situation beside something that is only tried.
 */
PvScenarioLecture *pv_scenario_lecture_new (PvScenarioDonnees *donnees,
                                            const char *nom,
                                            PvCents *avant,
                                            PvCents *apres);

PvScenarioLecture *pv_scenario_lecture_ref (PvScenarioLecture *self);
void pv_scenario_lecture_unref (PvScenarioLecture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScenarioLecture, pv_scenario_lecture_unref)

G_END_DECLS
