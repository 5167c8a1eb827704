/* pv-exports-publication.h: what would be published, and what keeps the rest out
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "export/pv-export-travail.h"
#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_EXPORTS_PUBLICATION (pv_exports_publication_get_type ())
G_DECLARE_FINAL_TYPE (PvExportsPublication, pv_exports_publication, PV, EXPORTS_PUBLICATION, GtkBox)

/* Composes it in a worker, and shows its figures and its report; the last one asked for wins. */
void pv_exports_publication_load (PvExportsPublication *self,
                                  PvContext *context,
                                  PvExportDemande *demande);

/* Gives up a reading under way. */
void pv_exports_publication_cancel (PvExportsPublication *self);

G_END_DECLS
