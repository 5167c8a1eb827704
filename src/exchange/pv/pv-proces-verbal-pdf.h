/* pv-proces-verbal-pdf.h: the minutes of a séance as a PDF file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"
#include "seance/pv-proces-verbal.h"

G_BEGIN_DECLS

/**
 * pv_proces_verbal_pdf_run:
 * @request: its filter is not looked at
 *
 * As pv_export_run().
 */
PvExportResult *
pv_proces_verbal_pdf_run (const PvExportRequest *request, const PvProcesVerbal *pv, GError **error);

G_END_DECLS
