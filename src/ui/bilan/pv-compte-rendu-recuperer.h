/* pv-compte-rendu-recuperer.h: what is to recover, and why
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_RECUPERER (pv_compte_rendu_recuperer_get_type ())

/* A card of a section of a dossier. Action: recuperer.confirmer: takes what is proposed. */
G_DECLARE_FINAL_TYPE (PvCompteRenduRecuperer,
                      pv_compte_rendu_recuperer,
                      PV,
                      COMPTE_RENDU_RECUPERER,
                      AdwBin)

void pv_compte_rendu_recuperer_load (PvCompteRenduRecuperer *self, PvDossierSection *section);

/* Focuses the confirmed amount. */
gboolean pv_compte_rendu_recuperer_focus (PvCompteRenduRecuperer *self);

G_END_DECLS
