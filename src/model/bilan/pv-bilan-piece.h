/* pv-bilan-piece.h: the documents that come with a compte rendu
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvBilanPiece:
 * @code: of its type of document; those of the application are other types, of another year
 *
 * Source: Cerfa 15059, notice.
 */
typedef struct
{
  const char *code;
  const char *libelle;
} PvBilanPiece;

const PvBilanPiece *pv_bilan_pieces_get (guint *n);

/* @recue_le: (out) (transfer full) (nullable): when it was received */
gboolean pv_bilan_piece_get_recue (PvDb *db,
                                   gint64 dossier_id,
                                   const char *code,
                                   char **recue_le,
                                   GError **error);

/* One action ("bilan-piece"); @recue_le NULL: it was not received after all. */
gboolean pv_bilan_piece_set_recue (PvDb *db,
                                   gint64 dossier_id,
                                   const char *code,
                                   const char *recue_le,
                                   gboolean *changed,
                                   GError **error);

G_END_DECLS
