/* pv-instruction-section.h: what the institutions said of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTION_SECTION (pv_instruction_section_get_type ())

/* The section of the page of a dossier: each institution's avis, marks and amounts, all its
 * versions, and the dispersion of the scores. */
G_DECLARE_FINAL_TYPE (PvInstructionSection,
                      pv_instruction_section,
                      PV,
                      INSTRUCTION_SECTION,
                      PvDossierSection)

G_END_DECLS
