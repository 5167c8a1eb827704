/* pv-filtre.c: which dossiers an analysis, a list or an export is about
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-filtre.h"

#include "pv-statement.h"

void
pv_filtre_bind (const PvFiltre *self, PvStatement *statement)
{
  pv_statement_bind_int (statement, ":appel", self->appel_id);
  pv_statement_bind_int (statement, ":exercice", self->exercice);
}
