/* pv-import-enregistrement.h: what an import said, as a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-travail.h"

G_BEGIN_DECLS

/**
 * pv_import_enregistrer:
 * @source: name of the file that was imported
 * @report: the whole report with its counts; else the rejected rows and cells
 * @path: `.xlsx`, else a CSV
 *
 * Errors: those of pv_liste_write().
 */
gboolean pv_import_enregistrer (const PvImportApercu *apercu,
                                const char *source,
                                gboolean report,
                                const char *path,
                                GError **error);

G_END_DECLS
