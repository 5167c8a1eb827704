/* pv-dossier-decision-store.h: what the séances decided of one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-decision.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

/**
 * PvDossierDecision:
 * @seance: « Comité de pilotage du 17 mars 2026 »
 * @decision: of the last version; %PV_DECISION_GENRE_NULL: it is on the agenda
 * @reserve: (nullable)
 * @version: beyond 1 it was rectified; 0: nothing yet
 */
typedef struct
{
  gint64 seance_id;
  char *seance;
  PvSeanceEtat etat;
  PvDecisionGenre decision;
  char *reserve;
  gint64 version;
} PvDossierDecision;

void pv_dossier_decision_free (PvDossierDecision *self);

/* Returns: (transfer full) (element-type PvDossierDecision): the latest séance first */
GPtrArray *pv_dossier_decision_store_list (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
