/* pv-porteur-section.h: who carries a dossier, and what it carried before
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_PORTEUR_SECTION (pv_porteur_section_get_type ())

G_DECLARE_FINAL_TYPE (PvPorteurSection, pv_porteur_section, PV, PORTEUR_SECTION, PvDossierSection)

G_END_DECLS
