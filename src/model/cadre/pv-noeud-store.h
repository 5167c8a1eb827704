/* pv-noeud-store.h: the SQL of pv-noeud
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cadre/pv-noeud.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_noeud_store_insert (PvDb *db, PvNoeud *noeud, GError **error);
gboolean pv_noeud_store_update (PvDb *db, const PvNoeud *noeud, gboolean *changed, GError **error);
gboolean pv_noeud_store_delete (PvDb *db, gint64 id, GError **error);
PvNoeud *pv_noeud_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_noeud_store_find_by_code (PvDb *db,
                                      gint64 cadre_id,
                                      const char *code,
                                      gint64 *id,
                                      GError **error);

/**
 * pv_noeud_store_find_by_libelle:
 * @cadre_id: a frame, or %PV_INT_NULL for all of them
 * @libelle: compared folded
 *
 * @id is %PV_INT_NULL when no node, or more than one, bears that label.
 */
gboolean pv_noeud_store_find_by_libelle (PvDb *db,
                                         gint64 cadre_id,
                                         const char *libelle,
                                         gint64 *id,
                                         GError **error);

/**
 * pv_noeud_store_list_children:
 * @parent_id: a node, or %PV_INT_NULL for the roots of @cadre_id
 *
 * Returns: (transfer full) (element-type PvNoeud): in their order
 */
GPtrArray *
pv_noeud_store_list_children (PvDb *db, gint64 cadre_id, gint64 parent_id, GError **error);

/* All the nodes of a frame (of PvNoeud), parents before children. */
GPtrArray *pv_noeud_store_list (PvDb *db, gint64 cadre_id, GError **error);

/**
 * pv_noeud_store_count_dossiers:
 *
 * Counts, for each node of a frame, the dossiers sorted under it or under one below it:
 * each once.
 *
 * Returns: (transfer full) (nullable): counts (int64) by key of a node (int64); a node
 *   of none is not in it
 */
GHashTable *pv_noeud_store_count_dossiers (PvDb *db, gint64 cadre_id, GError **error);

/* The root above a node (itself when it is one): its "axe". */
gboolean pv_noeud_store_get_racine (PvDb *db, gint64 id, gint64 *racine, GError **error);

G_END_DECLS
