/* pv-section.h: fonctionnement or investissement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-vocabulaire.h"

G_BEGIN_DECLS

typedef enum
{
  PV_SECTION_NULL = -1,
  PV_SECTION_FONCTIONNEMENT,
  PV_SECTION_INVESTISSEMENT,
} PvSection;

PV_DECLARE_VOCABULAIRE (PvSection, pv_section)

G_END_DECLS
