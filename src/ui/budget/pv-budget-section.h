/* pv-budget-section.h: the budget of a dossier, charges and produits face to face
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_BUDGET_SECTION (pv_budget_section_get_type ())

/* Actions: budget.take (x): plans on a line of grants what the dossier asks. */
G_DECLARE_FINAL_TYPE (PvBudgetSection, pv_budget_section, PV, BUDGET_SECTION, PvDossierSection)

GtkWidget *pv_budget_section_new (void);

G_END_DECLS
