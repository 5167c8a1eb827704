/* pv-scenario-grille.h: two situations side by side, payer by payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "scenario/pv-scenario-lecture.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIO_GRILLE (pv_scenario_grille_get_type ())

G_DECLARE_FINAL_TYPE (PvScenarioGrille, pv_scenario_grille, PV, SCENARIO_GRILLE, AdwBin)

/* A row per payer, the total and the dossiers out of balance. */
void pv_scenario_grille_set (PvScenarioGrille *self, const PvScenarioLecture *lecture);

/* A row per envelope, and the same. */
void pv_scenario_grille_set_enveloppes (PvScenarioGrille *self, const PvScenarioLecture *lecture);

/* (transfer full): "+12 500 €", "−7,50 €", "=" for none. */
char *pv_scenario_ecart_to_text (PvCents ecart);

G_END_DECLS
