/* pv-presentation-section.h: what a dossier is
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_PRESENTATION_SECTION (pv_presentation_section_get_type ())

G_DECLARE_FINAL_TYPE (PvPresentationSection,
                      pv_presentation_section,
                      PV,
                      PRESENTATION_SECTION,
                      PvDossierSection)

G_END_DECLS
