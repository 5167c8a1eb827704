/* pv-piece-type.h: a kind of document asked from a porteur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "organisme/pv-organisme.h"

G_BEGIN_DECLS

/**
 * PvPieceType:
 *
 * Statuts, RIB asked outside the file, comptes approuvés…
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code;
  char *libelle;
  char *source;
} PvPieceType;

extern const PvChamp pv_piece_type_champs[];

/* A record where nothing is known yet. */
PvPieceType *pv_piece_type_new (void);
PvPieceType *pv_piece_type_copy (const PvPieceType *self);
void pv_piece_type_free (PvPieceType *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvPieceType, pv_piece_type_free)

G_END_DECLS
