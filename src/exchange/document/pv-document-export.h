/* pv-document-export.h: letters and fiches as kinds of export
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"

G_BEGIN_DECLS

/* The fiches of the dossiers of the request, in one PDF. As pv_export_run(). */
PvExportResult *pv_fiche_export_run (const PvExportRequest *request, GError **error);

/* The letters of its template, in one PDF, or one each in a folder when the path does not end
 * in .pdf. */
PvExportResult *pv_lettres_export_run (const PvExportRequest *request, GError **error);

G_END_DECLS
