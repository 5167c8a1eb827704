/* pv-rate.c: rates in basis points
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-rate.h"

#define MINUS "\u2212"
#define NARROW_SPACE "\u202f"

char *
pv_rate_format (gint64 bp, gboolean no_zero)
{
  gint64 tenths;
  const char *sign;

  if (bp == PV_INT_NULL)
    return g_strdup ("");

  tenths = ABS (bp) / 10 + (ABS (bp) % 10 >= 5 ? 1 : 0);
  sign = bp < 0 && tenths > 0 ? MINUS : "";

  return no_zero && tenths % 10 == 0
             ? g_strdup_printf ("%s%" G_GINT64_FORMAT NARROW_SPACE "%%", sign, tenths / 10)
             : g_strdup_printf ("%s%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT NARROW_SPACE "%%", sign,
                                tenths / 10, tenths % 10);
}
