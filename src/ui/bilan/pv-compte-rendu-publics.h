/* pv-compte-rendu-publics.h: the beneficiaries realised beside those planned
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_PUBLICS (pv_compte_rendu_publics_get_type ())

/* A card of a section of a dossier. */
G_DECLARE_FINAL_TYPE (PvCompteRenduPublics,
                      pv_compte_rendu_publics,
                      PV,
                      COMPTE_RENDU_PUBLICS,
                      AdwBin)

/* Reads the beneficiaries of the dossier of @section, and shows them. */
void pv_compte_rendu_publics_load (PvCompteRenduPublics *self, PvDossierSection *section);

/* Focuses the field of a column of the bilan, or of its ages; FALSE: it is not here. */
gboolean pv_compte_rendu_publics_show_field (PvCompteRenduPublics *self,
                                             const char *table,
                                             const char *column);

G_END_DECLS
