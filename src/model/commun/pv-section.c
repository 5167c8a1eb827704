/* pv-section.c: fonctionnement or investissement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-section.h"

static const PvMot mots[] = {
  { "fonctionnement", "Fonctionnement" },
  { "investissement", "Investissement" },
};

PV_DEFINE_VOCABULAIRE (PvSection, pv_section, mots)
