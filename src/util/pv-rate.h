/* pv-rate.h: rates in basis points
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-number.h"

G_BEGIN_DECLS

/**
 * pv_rate_format:
 * @bp: basis points, or %PV_INT_NULL
 * @no_zero: whether a decimal that is 0 is dropped: `80 %`
 *
 * The one way a rate is read, of a screen, a sheet or a letter.
 *
 * Returns: (transfer full): `−49,5 %` with U+2212 and U+202F, rounded half away
 *   from zero; empty for %PV_INT_NULL
 */
char *pv_rate_format (gint64 bp, gboolean no_zero);

G_END_DECLS
