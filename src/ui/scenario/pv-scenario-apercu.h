/* pv-scenario-apercu.h: where a try leads, read in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "scenario/pv-essai.h"
#include "scenario/pv-scenario-lecture.h"

G_BEGIN_DECLS

/**
 * PvScenarioApercu:
 * @lecture: the present situation beside the try
 * @refus: (nullable): why it cannot be tried, in words; both sides are then as they are
 */
typedef struct
{
  PvEssai *essai;
  PvScenarioLecture *lecture;
  PvEssaiBilan bilan;
  char *refus;
} PvScenarioApercu;

void pv_scenario_apercu_free (PvScenarioApercu *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScenarioApercu, pv_scenario_apercu_free)

/* @nom: of the second side. Ends with pv_context_query_finish(), of a #PvScenarioApercu. */
void pv_scenario_apercu_read_async (PvContext *context,
                                    PvScenarioDonnees *donnees,
                                    gint64 base_id,
                                    const PvEssai *essai,
                                    const char *nom,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
