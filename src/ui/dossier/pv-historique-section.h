/* pv-historique-section.h: what happened to a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_HISTORIQUE_SECTION (pv_historique_section_get_type ())

G_DECLARE_FINAL_TYPE (PvHistoriqueSection,
                      pv_historique_section,
                      PV,
                      HISTORIQUE_SECTION,
                      PvDossierSection)

G_END_DECLS
