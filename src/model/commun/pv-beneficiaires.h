/* pv-beneficiaires.h: how many people, of what is known
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Women + men + not broken down, of what is known; %PV_INT_NULL when none of the three is. */
gint64 pv_beneficiaires_sum (gint64 femmes, gint64 hommes, gint64 non_ventiles);

G_END_DECLS
