/* pv-compte-rendu-budget.h: the realised budget beside the planned one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_BUDGET (pv_compte_rendu_budget_get_type ())

/* A card of a section of a dossier. Action: realise.copier: the planned amounts, where no
 * realised one is known. */
G_DECLARE_FINAL_TYPE (PvCompteRenduBudget, pv_compte_rendu_budget, PV, COMPTE_RENDU_BUDGET, AdwBin)

/* Reads the budget of the dossier of @section, and shows it. */
void pv_compte_rendu_budget_load (PvCompteRenduBudget *self, PvDossierSection *section);

G_END_DECLS
