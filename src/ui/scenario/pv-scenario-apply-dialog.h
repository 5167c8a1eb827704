/* pv-scenario-apply-dialog.h: what applying a scenario will change
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "scenario/pv-scenario-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIO_APPLY_DIALOG (pv_scenario_apply_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PvScenarioApplyDialog,
                      pv_scenario_apply_dialog,
                      PV,
                      SCENARIO_APPLY_DIALOG,
                      AdwMessageDialog)

/**
 * pv_scenario_apply_dialog_new:
 * @changements: (element-type PvScenarioChangement): what the scenario would change
 *
 * Says how many amounts change, which of them changed since the scenario was made, and what
 * is left as it is and why. Its responses: `apply` and `cancel`.
 */
GtkWidget *
pv_scenario_apply_dialog_new (GtkWindow *parent, const char *nom, const GPtrArray *changements);

G_END_DECLS
