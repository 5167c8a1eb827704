/* pv-scenario-comparaison-window.h: who gains and who loses between two situations
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "scenario/pv-scenario-lecture.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIO_COMPARAISON_WINDOW (pv_scenario_comparaison_window_get_type ())

G_DECLARE_FINAL_TYPE (PvScenarioComparaisonWindow,
                      pv_scenario_comparaison_window,
                      PV,
                      SCENARIO_COMPARAISON_WINDOW,
                      AdwWindow)

/*
 * Beside the window it comes from, which it does not block; follows the file. Actions:
 * comparaison.copy, comparaison.export; Enter opens the dossier in @parent.
 */
GtkWindow *pv_scenario_comparaison_window_new (PvContext *context,
                                               GtkWindow *parent,
                                               const PvScenarioLecture *lecture);

/* Writes the table, as it is shown, to a file. */
void pv_scenario_comparaison_window_export_to (PvScenarioComparaisonWindow *self, GFile *file);

G_END_DECLS
