/* pv-stats-store.h: the queries behind the statistics
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "stats/pv-stats-somme.h"

G_BEGIN_DECLS

/* One key as it is shown. */
typedef struct
{
  char *key;
  char *label;
} PvStatsNom;

void pv_stats_nom_free (PvStatsNom *self);

/**
 * pv_stats_store_sommes:
 * @etape: the stage of the sums, when they keep only one
 *
 * Adds everything the filter holds to @sommes, by the ids of @by.
 */
gboolean pv_stats_store_sommes (PvDb *db,
                                PvStatsKey by,
                                PvEtape etape,
                                const PvFiltre *filtre,
                                PvStatsSommes *sommes,
                                GError **error);

/**
 * pv_stats_store_noms:
 *
 * Returns: (transfer full): how the ids of @by that the file names are shown,
 *   by id (gint64 → #PvStatsNom)
 */
GHashTable *pv_stats_store_noms (PvDb *db, PvStatsKey by, GError **error);

G_END_DECLS
