/* pv-liste-csv.h: a list as CSV
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-liste-export.h"

G_BEGIN_DECLS

/* Appears whole or not at all. */
PvExportResult *
pv_liste_csv_write (const PvExportRequest *request, const PvListe *liste, GError **error);

/* Frees the texts of a row, and makes it one of empty cells. */
void pv_liste_clear_cells (const PvListe *liste, PvListeCellule *cellules);

G_END_DECLS
