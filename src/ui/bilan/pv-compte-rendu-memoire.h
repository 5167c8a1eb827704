/* pv-compte-rendu-memoire.h: what the comptes rendus of a porteur say
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bilan/pv-bilan-suivi.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_MEMOIRE (pv_compte_rendu_memoire_get_type ())

/* A card of one sentence; not there while the porteur owed no compte rendu. */
G_DECLARE_FINAL_TYPE (PvCompteRenduMemoire,
                      pv_compte_rendu_memoire,
                      PV,
                      COMPTE_RENDU_MEMOIRE,
                      AdwBin)

void pv_compte_rendu_memoire_show (PvCompteRenduMemoire *self, const PvBilanMemoire *memoire);

G_END_DECLS
