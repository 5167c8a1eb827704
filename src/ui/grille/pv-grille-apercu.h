/* pv-grille-apercu.h: a grid as whoever marks sees it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_GRILLE_APERCU (pv_grille_apercu_get_type ())

G_DECLARE_FINAL_TYPE (PvGrilleApercu, pv_grille_apercu, PV, GRILLE_APERCU, AdwBin)

/* @criteres: (element-type PvCritere) */
void pv_grille_apercu_show (PvGrilleApercu *self, GPtrArray *criteres);

G_END_DECLS
