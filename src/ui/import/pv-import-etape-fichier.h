/* pv-import-etape-fichier.h: step File: choose a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_ETAPE_FICHIER (pv_import_etape_fichier_get_type ())

G_DECLARE_FINAL_TYPE (PvImportEtapeFichier,
                      pv_import_etape_fichier,
                      PV,
                      IMPORT_ETAPE_FICHIER,
                      AdwBin)

/* @session: (transfer none) */
void pv_import_etape_fichier_set_session (PvImportEtapeFichier *self, PvImportSession *session);

G_END_DECLS
