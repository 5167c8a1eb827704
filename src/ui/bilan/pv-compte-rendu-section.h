/* pv-compte-rendu-section.h: the compte rendu and the bilan of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_SECTION (pv_compte_rendu_section_get_type ())

/*
 * Actions: bilan.recevoir and bilan.valider (today), bilan.solder, bilan.saisir (shows the
 * fields of a dossier of which nothing is expected).
 */
G_DECLARE_FINAL_TYPE (PvCompteRenduSection,
                      pv_compte_rendu_section,
                      PV,
                      COMPTE_RENDU_SECTION,
                      PvDossierSection)

/* Writes one column of the bilan of the dossier shown, one action; for its cards. */
gboolean pv_compte_rendu_set_champ (PvDossierSection *section,
                                    const char *column,
                                    const char *value,
                                    GError **error);

G_END_DECLS
