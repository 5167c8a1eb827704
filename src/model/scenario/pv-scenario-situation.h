/* pv-scenario-situation.h: where a scenario leads, and what sets two of them apart
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-scenario-donnees.h"

G_BEGIN_DECLS

/**
 * PvScenarioChiffres:
 * @montant: open; %PV_CENTS_NULL: not known
 * @engage: the furthest of proposé … notifié
 */
typedef struct
{
  PvCents montant;
  PvCents engage;
} PvScenarioChiffres;

/* What remains; %PV_CENTS_NULL when it cannot be told. */
PvCents pv_scenario_chiffres_get_reste (const PvScenarioChiffres *self);

/**
 * PvScenarioSituation:
 * @groupes: (element-type PvScenarioChiffres): of each row of the data
 * @enveloppes: (element-type PvScenarioChiffres): of each leaf
 * @n_desequilibres: dossiers whose firm plan does not make their coût total
 *
 * An envelope counts all that bears on it, of other appels too.
 */
typedef struct
{
  GArray *groupes;
  GArray *enveloppes;
  PvScenarioChiffres total;
  guint n_desequilibres;
} PvScenarioSituation;

/**
 * pv_scenario_situation_compute:
 * @montants: (array): one for each row of the lines of @donnees
 *
 * Returns: (transfer full):
 */
PvScenarioSituation *pv_scenario_situation_compute (const PvScenarioDonnees *donnees,
                                                    const PvCents *montants);
void pv_scenario_situation_free (PvScenarioSituation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScenarioSituation, pv_scenario_situation_free)

/**
 * PvScenarioEcart:
 * @dossier: position
 * @avant, @apres: engaged by all its payers; %PV_CENTS_NULL when none has answered
 * @ecart: after − before
 *
 * A dossier for which two scenarios propose something else.
 */
typedef struct
{
  guint dossier;
  PvCents avant;
  PvCents apres;
  PvCents ecart;
} PvScenarioEcart;

/**
 * PvScenarioComparaison:
 * @ecarts: (element-type PvScenarioEcart): by number of the dossier
 * @gagne, @perdu: Σ of the gaps of each side; @perdu is not negative
 */
typedef struct
{
  GArray *ecarts;
  guint n_gagnants;
  guint n_perdants;
  PvCents gagne;
  PvCents perdu;
} PvScenarioComparaison;

/* Returns: (transfer full): what changes from @avant to @apres */
PvScenarioComparaison *pv_scenario_comparaison_compute (const PvScenarioDonnees *donnees,
                                                        const PvCents *avant,
                                                        const PvCents *apres);
void pv_scenario_comparaison_free (PvScenarioComparaison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScenarioComparaison, pv_scenario_comparaison_free)

G_END_DECLS
