/* pv-noeud-service.h: what a person does to the tree of a frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cadre/pv-noeud.h"

G_BEGIN_DECLS

/**
 * pv_noeud_service_add:
 * @parent_id: the node above, or %PV_INT_NULL: a root
 * @libelle: of the new node
 * @id: (out): its key
 *
 * Adds a node after its siblings, with a free code made from its parent's and the
 * level word of a sibling.
 */
gboolean pv_noeud_service_add (PvDb *db,
                               gint64 cadre_id,
                               gint64 parent_id,
                               const char *libelle,
                               gint64 *id,
                               GError **error);

/**
 * pv_noeud_service_move:
 * @parent_id: the node above, or %PV_INT_NULL: a root
 * @rang: among the children of @parent_id without the node itself; beyond them: the last
 *
 * Puts a node, with all below it, at another place of its frame; siblings are
 * numbered again.
 *
 * Errors: %PV_RULE_ERROR_REFUSED when @parent_id is the node itself or below it, or of
 *   another frame
 */
gboolean pv_noeud_service_move (PvDb *db, gint64 id, gint64 parent_id, guint rang, GError **error);

/**
 * pv_noeud_service_delete:
 *
 * Deletes a node and all below it.
 *
 * Errors: %PV_RULE_ERROR_REFUSED when a dossier or an envelope uses one of them
 */
gboolean pv_noeud_service_delete (PvDb *db, gint64 id, GError **error);

/* Makes a frame the one that dossiers are sorted by, and no other. */
gboolean pv_noeud_service_set_principal (PvDb *db, gint64 cadre_id, GError **error);

/* Deletes a frame with its nodes; errors as pv_noeud_service_delete(). */
gboolean pv_noeud_service_delete_cadre (PvDb *db, gint64 cadre_id, GError **error);

G_END_DECLS
