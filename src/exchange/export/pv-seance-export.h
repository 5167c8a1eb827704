/* pv-seance-export.h: the minutes of a séance, printed or as a workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"
#include "seance/pv-proces-verbal.h"

G_BEGIN_DECLS

/* Sheets of the workbook, in their order. */
typedef enum
{
  PV_SEANCE_FEUILLE_DECISIONS,
  PV_SEANCE_FEUILLE_MONTANTS,
  PV_SEANCE_FEUILLE_PRESENCES,
  PV_SEANCE_FEUILLE_ENVELOPPES,
  PV_SEANCE_FEUILLE_RECTIFICATIONS,
} PvSeanceFeuille;

#define PV_N_SEANCE_FEUILLES 5

const char *pv_seance_feuille_get_nom (PvSeanceFeuille feuille);

/**
 * pv_seance_export_run:
 * @request: its `seance_id` says which
 *
 * Writes a PDF when the name of the file ends in `.pdf`, a workbook when in `.xlsx`.
 *
 * Errors: as pv_export_run(), and %PV_EXCHANGE_ERROR_USAGE for another name.
 */
PvExportResult *pv_seance_export_run (const PvExportRequest *request, GError **error);

/* Whether that name is one of those it writes. */
gboolean pv_seance_export_accepts (const char *path);

/* The workbook alone. */
PvExportResult *
pv_seance_classeur_run (const PvExportRequest *request, const PvProcesVerbal *pv, GError **error);

/* @lignes: (array fixed-size=5): rows of each sheet */
gboolean pv_seance_export_compter (PvDb *db, gint64 seance_id, gint64 *lignes, GError **error);

G_END_DECLS
