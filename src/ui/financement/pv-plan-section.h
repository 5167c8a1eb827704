/* pv-plan-section.h: the plan of financing of a dossier, payer by payer and stage by stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_PLAN_SECTION (pv_plan_section_get_type ())

/*
 * Actions: plan.add: asks for a payer to add; plan.details (x): opens the dates, acts,
 * envelope and payments of a financement.
 */
G_DECLARE_FINAL_TYPE (PvPlanSection, pv_plan_section, PV, PLAN_SECTION, PvDossierSection)

GtkWidget *pv_plan_section_new (void);

G_END_DECLS
