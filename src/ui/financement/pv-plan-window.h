/* pv-plan-window.h: a window with the plan of financing of several dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "dossier/pv-dossier-plan-store.h"

G_BEGIN_DECLS

#define PV_TYPE_PLAN_WINDOW (pv_plan_window_get_type ())

/* PvPlanWindow: reads in a worker, and again at each change of the file. */
G_DECLARE_FINAL_TYPE (PvPlanWindow, pv_plan_window, PV, PLAN_WINDOW, AdwWindow)

/**
 * pv_plan_window_present:
 * @widget: in the window that asks
 * @ids: (transfer full) (element-type gint64): keys of dossiers
 * @subtitle: which they are, in words
 *
 * Returns: (transfer none): the window, which belongs to GTK
 */
PvPlanWindow *
pv_plan_window_present (GtkWidget *widget, PvContext *context, GArray *ids, const char *subtitle);

/* (nullable) (transfer none): what it shows, %NULL while it reads. */
const PvDossierPlan *pv_plan_window_get_plan (PvPlanWindow *self);

G_END_DECLS
