/* pv-scenario-export.h: who gains and who loses, as it is shown, to a file or a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-liste-export.h"
#include "scenario/pv-scenario-situation.h"

G_BEGIN_DECLS

/**
 * PvScenarioTableau:
 * @libelles: (element-type PvScenarioLibelle): see pv_scenario_store_list_libelles()
 * @ordre: (element-type guint): positions in the gaps of @comparaison, as they are shown
 * @contexte: what is compared, in words
 */
typedef struct
{
  const PvScenarioDonnees *donnees;
  const PvScenarioComparaison *comparaison;
  const GPtrArray *libelles;
  const GArray *ordre;
  const char *contexte;
} PvScenarioTableau;

/* See pv_liste_export_run(). */
PvExportResult *pv_scenario_export_run (const PvScenarioTableau *tableau,
                                        const PvExportRequest *request,
                                        GError **error);

/* See pv_liste_to_text(). */
char *pv_scenario_export_to_text (const PvScenarioTableau *tableau,
                                  char **html,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
