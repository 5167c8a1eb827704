/* pv-import-messages.h: what an import has to say, cell by cell
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_MESSAGES (pv_import_messages_get_type ())

G_DECLARE_FINAL_TYPE (PvImportMessages, pv_import_messages, PV, IMPORT_MESSAGES, AdwBin)

/*
 * Properties: `title` (string), `report` (boolean): whether it is the whole report, which
 * has another button.
 */

/* @lignes: (element-type PvImportLigne) */
void pv_import_messages_show (PvImportMessages *self, GListModel *lignes, const char *subtitle);

G_END_DECLS
