/* pv-scenario-montants-window.h: the amounts of a dossier in a scenario, by hand
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "scenario/pv-scenario-lecture.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIO_MONTANTS_WINDOW (pv_scenario_montants_window_get_type ())

G_DECLARE_FINAL_TYPE (PvScenarioMontantsWindow,
                      pv_scenario_montants_window,
                      PV,
                      SCENARIO_MONTANTS_WINDOW,
                      AdwWindow)

/* Each amount is saved at once, as one action. @cote: of @lecture, a scenario */
GtkWindow *pv_scenario_montants_window_new (PvContext *context,
                                            GtkWindow *parent,
                                            PvScenarioLecture *lecture,
                                            const PvScenarioCote *cote);

/* Shows that dossier. */
void pv_scenario_montants_window_show (PvScenarioMontantsWindow *self, gint64 dossier_id);

G_END_DECLS
