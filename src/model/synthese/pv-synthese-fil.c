/* pv-synthese-fil.c: rows that follow the dossiers, read beside them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-fil.h"

gboolean
pv_synthese_fil_next (PvSyntheseFil *self, GError **error)
{
  switch (pv_statement_step (self->lignes, error))
    {
    case PV_STEP_ROW:
      self->dossier_id = pv_statement_get_int (self->lignes, 0);
      return TRUE;

    case PV_STEP_DONE:
      self->dossier_id = PV_SYNTHESE_FIL_FIN;
      return TRUE;

    case PV_STEP_ERROR:
    default:
      return FALSE;
    }
}

gboolean
pv_synthese_fil_open (PvSyntheseFil *self, PvStatement *lignes, GError **error)
{
  if (lignes == NULL)
    return FALSE;

  self->lignes = lignes;
  return pv_synthese_fil_next (self, error);
}

gboolean
pv_synthese_fil_seek (PvSyntheseFil *self, gint64 dossier_id, GError **error)
{
  while (self->dossier_id < dossier_id)
    if (!pv_synthese_fil_next (self, error))
      return FALSE;

  return TRUE;
}

void
pv_synthese_fil_clear (PvSyntheseFil *self)
{
  g_clear_pointer (&self->lignes, pv_statement_return);
}
