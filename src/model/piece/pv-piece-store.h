/* pv-piece-store.h: the SQL of pv-piece
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "piece/pv-piece-type.h"
#include "piece/pv-piece.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_piece_store_insert (PvDb *db, PvPiece *piece, GError **error);
gboolean pv_piece_store_update (PvDb *db, const PvPiece *piece, gboolean *changed, GError **error);
gboolean pv_piece_store_delete (PvDb *db, gint64 id, GError **error);
PvPiece *pv_piece_store_get (PvDb *db, gint64 id, GError **error);

/* The pieces of a dossier and of its porteur (of PvPiece), in order of entry. */
GPtrArray *pv_piece_store_list (PvDb *db, gint64 dossier_id, GError **error);

/**
 * pv_piece_store_list_manquantes:
 * @jour: an ISO date
 *
 * What the appel or the forme of the porteur requires and neither the dossier nor its
 * porteur has on that day.
 *
 * Returns: (transfer full) (element-type PvPieceType): by code
 */
GPtrArray *
pv_piece_store_list_manquantes (PvDb *db, gint64 dossier_id, const char *jour, GError **error);

/**
 * pv_piece_store_list_requises:
 *
 * What the appel or the forme of the porteur requires, there or not.
 *
 * Returns: (transfer full) (element-type PvPieceType): by code
 */
GPtrArray *pv_piece_store_list_requises (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
