/* pv-classement-export.h: a ranking, as it is shown, to a file or a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "classement/pv-classement.h"
#include "export/pv-liste-export.h"

G_BEGIN_DECLS

/**
 * pv_classement_export_run:
 * @contexte: what the ranking is measured against, in words
 *
 * See pv_liste_export_run().
 */
PvExportResult *pv_classement_export_run (const PvClassement *classement,
                                          const char *contexte,
                                          const PvExportRequest *request,
                                          GError **error);

/* See pv_liste_to_text(). */
char *pv_classement_export_to_text (const PvClassement *classement,
                                    PvDb *db,
                                    char **html,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
