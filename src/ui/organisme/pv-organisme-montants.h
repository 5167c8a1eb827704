/* pv-organisme-montants.h: the amounts of an organisme over the years and the funders
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_ORGANISME_MONTANTS (pv_organisme_montants_get_type ())

/* PvOrganismeMontants: a matrix with its totals, of one stage at a time. */
G_DECLARE_FINAL_TYPE (PvOrganismeMontants, pv_organisme_montants, PV, ORGANISME_MONTANTS, AdwBin)

/* @cumuls: (element-type PvOrganismeCumul) */
void pv_organisme_montants_set (PvOrganismeMontants *self, GPtrArray *cumuls);

/* What the corner of the matrix shows. */
PvCents pv_organisme_montants_get_total (PvOrganismeMontants *self);

G_END_DECLS
