/* pv-scenario-dialog.h: a new scenario, seen before it is made
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "scenario/pv-essai.h"
#include "scenario/pv-scenario-lecture.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIO_DIALOG (pv_scenario_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PvScenarioDialog, pv_scenario_dialog, PV, SCENARIO_DIALOG, AdwWindow)

/*
 * Asks what is tried and shows at once where it leads. Action: nouveau.create.
 *
 * Signals:
 *   created (gint64 id): the scenario is in the file
 */

PvScenarioDialog *
pv_scenario_dialog_new (PvContext *context, GtkWindow *parent, PvScenarioLecture *lecture);

G_END_DECLS
