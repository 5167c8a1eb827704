/* pv-reglage-store.h: choices that belong to the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/* The keys this application knows. */
#define PV_REGLAGE_APPEL_COURANT "appel-courant" /* uuid of the appel in use */
#define PV_REGLAGE_BILAN_N_1 "bilan_n_1"         /* bloquer: no new grant without the last bilan */
#define PV_REGLAGE_EXERCICE "exercice"           /* the year the file is about */
#define PV_REGLAGE_SCORE_PONDERE "score-pondere" /* 1: institutions weigh in the mean of scores */

/**
 * pv_reglage_store_get:
 * @valeur: (out) (transfer full) (nullable): %NULL when not set
 */
gboolean pv_reglage_store_get (PvDb *db, const char *cle, char **valeur, GError **error);

/* An integer setting; @defaut when it is not set or is no integer. */
gboolean
pv_reglage_store_get_int (PvDb *db, const char *cle, gint64 defaut, gint64 *valeur, GError **error);

/* @valeur NULL removes it. Nothing is written when it is the same. */
gboolean pv_reglage_store_set (PvDb *db,
                               const char *cle,
                               const char *valeur,
                               gboolean *changed,
                               GError **error);

G_END_DECLS
