/* pv-stats-parts.c: what is engaged, each amount once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats-parts.h"

gboolean
pv_stats_parts_add (PvCents *parts, const PvCents *etapes)
{
  PvCents engage = PV_CENTS_NULL, verse = MAX (etapes[PV_ETAPE_VERSE], 0);
  int etape = PV_ETAPE_VERSE;

  while (engage == PV_CENTS_NULL && --etape > PV_ETAPE_SOLLICITE)
    engage = etapes[etape];
  if (engage != PV_CENTS_NULL)
    {
      verse = MIN (verse, engage);
      if (!pv_money_add (parts[etape], engage - verse, &parts[etape]))
        return FALSE;
    }

  return verse <= 0 || pv_money_add (parts[PV_ETAPE_VERSE], verse, &parts[PV_ETAPE_VERSE]);
}
