/* pv-import-etape-profil.h: step Profile: where the table comes from, and where its rows go
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_ETAPE_PROFIL (pv_import_etape_profil_get_type ())

G_DECLARE_FINAL_TYPE (PvImportEtapeProfil, pv_import_etape_profil, PV, IMPORT_ETAPE_PROFIL, AdwBin)

/* @session: (transfer none) */
void pv_import_etape_profil_set_session (PvImportEtapeProfil *self, PvImportSession *session);

G_END_DECLS
