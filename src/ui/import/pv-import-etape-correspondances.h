/* pv-import-etape-correspondances.h: step Correspondences: our fields and their columns
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_ETAPE_CORRESPONDANCES (pv_import_etape_correspondances_get_type ())

G_DECLARE_FINAL_TYPE (PvImportEtapeCorrespondances,
                      pv_import_etape_correspondances,
                      PV,
                      IMPORT_ETAPE_CORRESPONDANCES,
                      AdwBin)

/* @session: (transfer none) */
void pv_import_etape_correspondances_set_session (PvImportEtapeCorrespondances *self,
                                                  PvImportSession *session);

G_END_DECLS
