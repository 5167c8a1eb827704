/* pv-export-francais.c: the French of the sheets, whatever the session speaks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export-francais.h"

void
pv_export_francais_begin (PvExportFrancais *self)
{
  self->previous = pv_langue_use (pv_langue_get_french ());
  self->begun = TRUE;
}

void
pv_export_francais_end (PvExportFrancais *self)
{
  if (self->begun)
    pv_langue_use (self->previous);
  self->begun = FALSE;
}
