/* pv-beneficiaires.c: how many people, of what is known
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-beneficiaires.h"

#include "pv-number.h"

gint64
pv_beneficiaires_sum (gint64 femmes, gint64 hommes, gint64 non_ventiles)
{
  const gint64 parts[] = { femmes, hommes, non_ventiles };
  gint64 sum = PV_INT_NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != PV_INT_NULL)
      sum = (sum != PV_INT_NULL ? sum : 0) + parts[i];

  return sum;
}
