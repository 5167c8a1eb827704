/* pv-egalite-section.h: the equality mark, in the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_SECTION (pv_egalite_section_get_type ())

/*
 * The questions for the institution of the agent, the answers of all, the collective mark.
 */
G_DECLARE_FINAL_TYPE (PvEgaliteSection, pv_egalite_section, PV, EGALITE_SECTION, PvDossierSection)

G_END_DECLS
