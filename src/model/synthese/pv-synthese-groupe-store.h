/* pv-synthese-groupe-store.h: people reached, by axe and by territory
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "stats/pv-stats.h"

G_BEGIN_DECLS

/**
 * PvSyntheseBeneficiaires:
 * @total: women, men and not broken down, of what is known
 *
 * Planned beneficiaries of the dossiers of a key; %PV_INT_NULL when nobody said.
 */
typedef struct
{
  gint64 femmes;
  gint64 hommes;
  gint64 total;
} PvSyntheseBeneficiaires;

/**
 * pv_synthese_beneficiaires_load:
 * @by: %PV_STATS_AXE or %PV_STATS_TERRITOIRE
 * @tous: (out caller-allocates): those of all dossiers, each counted once
 *
 * A dossier on several territories counts fully in each.
 *
 * Returns: (transfer full): key as in #PvStatsRow → PvSyntheseBeneficiaires
 */
GHashTable *pv_synthese_beneficiaires_load (PvDb *db,
                                            PvStatsKey by,
                                            const PvFiltre *filtre,
                                            PvSyntheseBeneficiaires *tous,
                                            GError **error);

G_END_DECLS
