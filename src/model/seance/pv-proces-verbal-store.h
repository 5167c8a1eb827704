/* pv-proces-verbal-store.h: reads all of a séance at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "seance/pv-proces-verbal.h"

G_BEGIN_DECLS

/**
 * pv_proces_verbal_store_load:
 *
 * Reads a séance, whatever its state: members, agenda, every version of its decisions,
 * envelopes. The amounts are those the séance wrote for itself, so that those of a
 * closed one never change.
 *
 * Returns: (transfer full): or %NULL with %PV_RULE_ERROR_NOT_FOUND when there is no
 *   such séance
 */
PvProcesVerbal *pv_proces_verbal_store_load (PvDb *db, gint64 seance_id, GError **error);

/**
 * PvProcesVerbalChoix:
 * @nom: « Comité de pilotage du 17 mars 2026 »
 */
typedef struct
{
  gint64 id;
  char *nom;
  char *instance;
  char *date_le;
  gboolean preparee;
  gboolean close;
  guint dossiers;
} PvProcesVerbalChoix;

void pv_proces_verbal_choix_free (PvProcesVerbalChoix *self);

/* Returns: (transfer full) (element-type PvProcesVerbalChoix): the séances there are, the
 * latest first */
GPtrArray *pv_proces_verbal_store_list (PvDb *db, GError **error);

G_END_DECLS
