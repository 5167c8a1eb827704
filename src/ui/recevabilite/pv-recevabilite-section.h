/* pv-recevabilite-section.h: the conditions a dossier must meet
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_RECEVABILITE_SECTION (pv_recevabilite_section_get_type ())

/* Actions: recevabilite.accept, recevabilite.refuse, recevabilite.regles. */
G_DECLARE_FINAL_TYPE (PvRecevabiliteSection,
                      pv_recevabilite_section,
                      PV,
                      RECEVABILITE_SECTION,
                      PvDossierSection)

G_END_DECLS
