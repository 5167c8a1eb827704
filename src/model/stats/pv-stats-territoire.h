/* pv-stats-territoire.h: the amounts of a dossier follow its territories
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "stats/pv-stats-somme.h"

G_BEGIN_DECLS

/* What stands for a quartier, a commune, or what is not shared out. */
#define PV_STATS_ID_QUARTIER(id) ((id)*2)
#define PV_STATS_ID_COMMUNE(id) ((id)*2 + 1)
#define PV_STATS_ID_NON_REPARTI (-1)

/**
 * PvStatsLieu:
 * @rang: key of its row: the first one takes the cent left on a tie
 * @id: what stands for it: its quartier, even when the commune is said
 * @part_bp: its share, or %PV_INT_NULL
 */
typedef struct
{
  gint64 rang;
  gint64 id;
  gint64 part_bp;
} PvStatsLieu;

/**
 * pv_stats_territoire_repartir:
 * @lieux: (element-type PvStatsLieu): where the dossier is; sorted on return
 * @apport: what the dossier adds up to: its total and, for a matrix, its cells
 *
 * Counts the dossier in each of its territories, and gives each its part.
 *
 * The total of each stage is allocated by largest remainder. The cells of a
 * matrix must add up to it both ways, so each category takes the difference
 * between the allocation of the running sum with it and without it.
 */
void pv_stats_territoire_repartir (PvStatsSommes *sommes,
                                   gint64 dossier,
                                   GArray *lieux,
                                   const PvStatsSomme *apport);

G_END_DECLS
