/* pv-import-etape-rapport.h: step Report: what was written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_ETAPE_RAPPORT (pv_import_etape_rapport_get_type ())

G_DECLARE_FINAL_TYPE (PvImportEtapeRapport,
                      pv_import_etape_rapport,
                      PV,
                      IMPORT_ETAPE_RAPPORT,
                      AdwBin)

/* @session: (transfer none) */
void pv_import_etape_rapport_set_session (PvImportEtapeRapport *self, PvImportSession *session);

G_END_DECLS
