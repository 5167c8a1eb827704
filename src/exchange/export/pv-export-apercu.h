/* pv-export-apercu.h: what an export will hold, before it is written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"

G_BEGIN_DECLS

/**
 * PvExportFeuille:
 * @nom: name of the sheet
 * @description: what it says, in the user's language
 * @n_lignes: rows of data, %PV_INT_NULL for a sheet that is no table
 */
typedef struct
{
  char *nom;
  char *description;
  gint64 n_lignes;
} PvExportFeuille;

/**
 * pv_export_apercu:
 * @cancellable: (nullable)
 *
 * Counts the rows of each sheet, as the export would write them.
 *
 * Returns: (transfer full) (element-type PvExportFeuille) (nullable): in their order;
 *   %NULL with an error
 */
GPtrArray *pv_export_apercu (const PvExportKind *kind,
                             PvDb *db,
                             const PvFiltre *filtre,
                             GCancellable *cancellable,
                             GError **error);

/* The same of the minutes of a séance; without a sheet when @seance_id is 0. */
GPtrArray *pv_export_apercu_seance (PvDb *db, gint64 seance_id, GError **error);

G_END_DECLS
