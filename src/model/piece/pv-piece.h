/* pv-piece.h: a document of a dossier or of its porteur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvPiece:
 *
 * Asked, received, valid until, exempted.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 piece_type_id;
  gint64 organisme_id; /* either of these two, */
  gint64 dossier_id;   /* not both */
  char *demandee_le;
  char *recue_le;
  char *valable_jusque;
  gboolean dispensee;
  char *motif;
  char *reference; /* where the document is kept; never the document itself */
} PvPiece;

extern const PvChamp pv_piece_champs[];

/* A record where nothing is known yet. */
PvPiece *pv_piece_new (void);
PvPiece *pv_piece_copy (const PvPiece *self);
void pv_piece_free (PvPiece *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvPiece, pv_piece_free)

/**
 * pv_piece_is_valable:
 * @jour: an ISO date
 *
 * Whether the piece answers a requirement on that day: exempted, or received
 * and not out of date.
 */
gboolean pv_piece_is_valable (const PvPiece *self, const char *jour);

G_END_DECLS
