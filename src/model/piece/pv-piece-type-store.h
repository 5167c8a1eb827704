/* pv-piece-type-store.h: the SQL of pv-piece-type
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "piece/pv-piece-type.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_piece_type_store_insert (PvDb *db, PvPieceType *piece_type, GError **error);
gboolean pv_piece_type_store_update (PvDb *db,
                                     const PvPieceType *piece_type,
                                     gboolean *changed,
                                     GError **error);
gboolean pv_piece_type_store_delete (PvDb *db, gint64 id, GError **error);
PvPieceType *pv_piece_type_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_piece_type_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error);
GPtrArray *pv_piece_type_store_list (PvDb *db, GError **error);

/**
 * pv_piece_type_store_require:
 * @appel_id: %PV_INT_NULL: in every appel
 * @forme: %PV_FORME_NULL: of every porteur
 *
 * Makes the piece required; asking twice changes nothing.
 */
gboolean pv_piece_type_store_require (PvDb *db,
                                      gint64 piece_type_id,
                                      gint64 appel_id,
                                      PvForme forme,
                                      GError **error);

G_END_DECLS
