/* pv-quartier-store.h: the SQL of pv-quartier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "territoire/pv-quartier.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_quartier_store_insert (PvDb *db, PvQuartier *quartier, GError **error);
gboolean
pv_quartier_store_update (PvDb *db, PvQuartier *quartier, gboolean *changed, GError **error);
gboolean pv_quartier_store_delete (PvDb *db, gint64 id, GError **error);
PvQuartier *pv_quartier_store_get (PvDb *db, gint64 id, GError **error);

/* By QPV or local code. */
gboolean pv_quartier_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error);

/**
 * pv_quartier_store_find_by_nom:
 * @nom: compared folded
 * @commune_id: a commune it lies in, or %PV_INT_NULL
 * @generation: 2014, 2024, or %PV_INT_NULL
 *
 * @id is %PV_INT_NULL when no quartier, or more than one, answers.
 */
gboolean pv_quartier_store_find_by_nom (PvDb *db,
                                        const char *nom,
                                        gint64 commune_id,
                                        gint64 generation,
                                        gint64 *id,
                                        GError **error);

/* Says that it lies in a commune; twice changes nothing. */
gboolean
pv_quartier_store_add_commune (PvDb *db, gint64 quartier_id, gint64 commune_id, GError **error);

/* Takes it out of a commune; not when a dossier lies in that part of it (#PV_DB_ERROR). */
gboolean
pv_quartier_store_remove_commune (PvDb *db, gint64 quartier_id, gint64 commune_id, GError **error);

/* Keys (gint64) of its communes, by folded name. */
GArray *pv_quartier_store_list_communes (PvDb *db, gint64 quartier_id, GError **error);

/* All quartiers (of PvQuartier), by folded name. */
GPtrArray *pv_quartier_store_list (PvDb *db, GError **error);

G_END_DECLS
