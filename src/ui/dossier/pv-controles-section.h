/* pv-controles-section.h: what the controls find in a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "controle/pv-controle.h"
#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_CONTROLES_SECTION (pv_controles_section_get_type ())

G_DECLARE_FINAL_TYPE (PvControlesSection,
                      pv_controles_section,
                      PV,
                      CONTROLES_SECTION,
                      PvDossierSection)

/* How many findings there are, and the worst severity among them. */
guint pv_controles_section_get_count (PvControlesSection *self, PvSeverite *worst);

G_END_DECLS
