/* pv-piece-type.c: a kind of document asked from a porteur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "piece/pv-piece-type.h"

const PvChamp pv_piece_type_champs[] = {
  PV_CHAMP_T (PvPieceType, code),
  PV_CHAMP_T (PvPieceType, libelle),
  PV_CHAMP_T (PvPieceType, source),
  { NULL },
};

PvPieceType *
pv_piece_type_new (void)
{
  return pv_champs_new (pv_piece_type_champs, sizeof (PvPieceType));
}

PvPieceType *
pv_piece_type_copy (const PvPieceType *self)
{
  return pv_champs_copy (pv_piece_type_champs, sizeof (PvPieceType), self);
}

void
pv_piece_type_free (PvPieceType *self)
{
  pv_champs_free (pv_piece_type_champs, self);
}
