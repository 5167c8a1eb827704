/* pv-piece.c: a document of a dossier or of its porteur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "piece/pv-piece.h"

const PvChamp pv_piece_champs[] = {
  PV_CHAMP_I (PvPiece, piece_type_id), PV_CHAMP_I (PvPiece, organisme_id),
  PV_CHAMP_I (PvPiece, dossier_id),    PV_CHAMP_T (PvPiece, demandee_le),
  PV_CHAMP_T (PvPiece, recue_le),      PV_CHAMP_T (PvPiece, valable_jusque),
  PV_CHAMP_B (PvPiece, dispensee),     PV_CHAMP_T (PvPiece, motif),
  PV_CHAMP_T (PvPiece, reference),     { NULL },
};

PvPiece *
pv_piece_new (void)
{
  return pv_champs_new (pv_piece_champs, sizeof (PvPiece));
}

PvPiece *
pv_piece_copy (const PvPiece *self)
{
  return pv_champs_copy (pv_piece_champs, sizeof (PvPiece), self);
}

void
pv_piece_free (PvPiece *self)
{
  pv_champs_free (pv_piece_champs, self);
}

gboolean
pv_piece_is_valable (const PvPiece *self, const char *jour)
{
  if (self->dispensee)
    return TRUE;

  return self->recue_le != NULL &&
         (self->valable_jusque == NULL || g_strcmp0 (self->valable_jusque, jour) >= 0);
}
