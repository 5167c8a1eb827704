/* pv-scenario.h: a named copy of the proposed amounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvScenario:
 *
 * Something tried on the proposed amounts of an appel without touching them. It holds
 * only the amounts it changes: what it does not name is as the file is now.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 appel_id;
  char *nom; /* distinct in its appel */
  char *commentaire;
  char *cree_a;     /* instant, UTC */
  char *applique_a; /* (nullable): when it last became the proposed amounts */
} PvScenario;

extern const PvChamp pv_scenario_champs[];

/* A record where nothing is known yet. */
PvScenario *pv_scenario_new (void);
PvScenario *pv_scenario_copy (const PvScenario *self);
void pv_scenario_free (PvScenario *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScenario, pv_scenario_free)

G_END_DECLS
