/* pv-synthese-fil.h: rows that follow the dossiers, read beside them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-statement.h"

G_BEGIN_DECLS

/* Key of a thread that has no row left. */
#define PV_SYNTHESE_FIL_FIN G_MAXINT64

/**
 * PvSyntheseFil:
 * @lignes: a query whose first column is the key of a dossier, in rising order
 * @dossier_id: of the current row, or %PV_SYNTHESE_FIL_FIN
 *
 * A thread of rows that is merged with the dossiers as these go by: a sheet
 * of any length costs one query per table, and no memory.
 */
typedef struct
{
  PvStatement *lignes;
  gint64 dossier_id;
} PvSyntheseFil;

/* Takes @lignes and goes to its first row. */
gboolean pv_synthese_fil_open (PvSyntheseFil *self, PvStatement *lignes, GError **error);

/* Goes to the next row. */
gboolean pv_synthese_fil_next (PvSyntheseFil *self, GError **error);

/* Passes over the rows of the dossiers before @dossier_id. */
gboolean pv_synthese_fil_seek (PvSyntheseFil *self, gint64 dossier_id, GError **error);

void pv_synthese_fil_clear (PvSyntheseFil *self);

G_END_DECLS
