/* pv-scenario-comparaison-private.h: the parts of the window, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-scenario-comparaison-window.h"

G_BEGIN_DECLS

PvContext *pv_scenario_comparaison_window_get_context (PvScenarioComparaisonWindow *self);

/* (nullable): what is shown, and the names of its dossiers. */
PvScenarioLecture *pv_scenario_comparaison_window_get_lecture (PvScenarioComparaisonWindow *self);
GPtrArray *pv_scenario_comparaison_window_get_libelles (PvScenarioComparaisonWindow *self);

/* The rows of the table as they are shown. */
GListModel *pv_scenario_comparaison_window_get_rows (PvScenarioComparaisonWindow *self);

void pv_scenario_comparaison_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenario_comparaison_export_cb (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
