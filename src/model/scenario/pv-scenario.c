/* pv-scenario.c: a named copy of the proposed amounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario.h"

const PvChamp pv_scenario_champs[] = {
  PV_CHAMP_I (PvScenario, appel_id),    PV_CHAMP_T (PvScenario, nom),
  PV_CHAMP_T (PvScenario, commentaire), PV_CHAMP_T (PvScenario, cree_a),
  PV_CHAMP_T (PvScenario, applique_a),  { NULL },
};

PvScenario *
pv_scenario_new (void)
{
  return pv_champs_new (pv_scenario_champs, sizeof (PvScenario));
}

PvScenario *
pv_scenario_copy (const PvScenario *self)
{
  return pv_champs_copy (pv_scenario_champs, sizeof (PvScenario), self);
}

void
pv_scenario_free (PvScenario *self)
{
  pv_champs_free (pv_scenario_champs, self);
}
