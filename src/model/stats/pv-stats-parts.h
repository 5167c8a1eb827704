/* pv-stats-parts.h: what is engaged, each amount once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * pv_stats_parts_add:
 * @parts: (array fixed-size=6) (inout): amounts by stage
 * @etapes: (array fixed-size=6): what a financement has at each stage
 *
 * Adds what is paid of a financement as paid, the rest of what is notified, else voted, else
 * arbitrated, else proposed, under that stage. What is only asked for is not engaged; what is
 * paid without any stage is paid. A payment beyond the stage is not added: it is not engaged.
 *
 * Returns: %FALSE when a sum cannot be kept exactly
 */
gboolean pv_stats_parts_add (PvCents *parts, const PvCents *etapes);

G_END_DECLS
