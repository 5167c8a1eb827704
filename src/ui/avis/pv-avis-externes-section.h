/* pv-avis-externes-section.h: what was asked of services about a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_AVIS_EXTERNES_SECTION (pv_avis_externes_section_get_type ())

/* Action: avis.ask (s: the service; "": another one, to be named). */
G_DECLARE_FINAL_TYPE (PvAvisExternesSection,
                      pv_avis_externes_section,
                      PV,
                      AVIS_EXTERNES_SECTION,
                      PvDossierSection)

G_END_DECLS
