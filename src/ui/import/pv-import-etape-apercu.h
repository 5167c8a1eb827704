/* pv-import-etape-apercu.h: step Preview: what would be written, and what is to settle
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_ETAPE_APERCU (pv_import_etape_apercu_get_type ())

G_DECLARE_FINAL_TYPE (PvImportEtapeApercu, pv_import_etape_apercu, PV, IMPORT_ETAPE_APERCU, AdwBin)

/* @session: (transfer none) */
void pv_import_etape_apercu_set_session (PvImportEtapeApercu *self, PvImportSession *session);

G_END_DECLS
