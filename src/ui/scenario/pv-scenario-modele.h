/* pv-scenario-modele.h: the rows of a comparison
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "scenario/pv-scenario-lecture.h"

G_BEGIN_DECLS

#define PV_TYPE_SCENARIO_RANGEE (pv_scenario_rangee_get_type ())

G_DECLARE_FINAL_TYPE (PvScenarioRangee, pv_scenario_rangee, PV, SCENARIO_RANGEE, GObject)

const PvScenarioEcart *pv_scenario_rangee_get_ecart (PvScenarioRangee *self);
const PvScenarioDossier *pv_scenario_rangee_get_dossier (PvScenarioRangee *self);

/* (nullable) */
const PvScenarioLibelle *pv_scenario_rangee_get_libelle (PvScenarioRangee *self);

/* Position in the gaps of the comparison. */
guint pv_scenario_rangee_get_position (PvScenarioRangee *self);

/**
 * pv_scenario_modele_new:
 * @libelles: (element-type PvScenarioLibelle): see pv_scenario_store_list_libelles()
 *
 * Returns: (transfer full): the gaps of the comparison as #PvScenarioRangee
 */
GListModel *pv_scenario_modele_new (PvScenarioLecture *lecture, GPtrArray *libelles);

/* Adds the columns of a table of those rows, each of which sorts. */
void pv_scenario_modele_add_columns (GtkColumnView *view);

G_END_DECLS
