/* pv-compte-rendu-relances.h: the reminders of a compte rendu
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_RELANCES (pv_compte_rendu_relances_get_type ())

/* A card of a section of a dossier. Actions: relance.noter (s: "courriel", "courrier",
 * "telephone"), today; relance.supprimer (x). */
G_DECLARE_FINAL_TYPE (PvCompteRenduRelances,
                      pv_compte_rendu_relances,
                      PV,
                      COMPTE_RENDU_RELANCES,
                      AdwBin)

/* @attendu: whether there is still something to remind of */
void pv_compte_rendu_relances_load (PvCompteRenduRelances *self,
                                    PvDossierSection *section,
                                    gboolean attendu);

G_END_DECLS
