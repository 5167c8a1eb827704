/* pv-publics-section.h: where a dossier acts, and for whom
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_PUBLICS_SECTION (pv_publics_section_get_type ())

G_DECLARE_FINAL_TYPE (PvPublicsSection, pv_publics_section, PV, PUBLICS_SECTION, PvDossierSection)

G_END_DECLS
