/* pv-controle-avis-externe-store.c: services that have not answered in time
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-date.h"
#include "pv-langue.h"

static const char sql[] =
    "SELECT d.id, d.numero, e.id, e.service, e.echeance_le, e.relance_le"
    "  FROM avis_externe e JOIN dossier d ON d.id = e.dossier_id"
    " WHERE e.echeance_le < :jour AND e.repondu_le IS NULL AND e.avis IS NULL"
    "   AND e.reponse IS NULL AND NOT " PV_SORTI_SQL " AND " PV_PORTEE_SQL " ORDER BY d.id, e.id";

static char *
dire (PvStatement *row, PvConstat *constat)
{
  const char *service = pv_statement_get_text (row, 3);
  const char *relance = pv_statement_get_text (row, 5);
  g_autofree char *due =
      pv_date_format_french (pv_statement_get_text (row, 4), PV_DATE_FORMAT_LONG);
  g_autofree char *reminded =
      relance != NULL ? pv_date_format_french (relance, PV_DATE_FORMAT_LONG) : NULL;

  if (reminded == NULL)
    return g_strdup_printf (_ ("%s: the avis was due on %s."), service, due);

  return g_strdup_printf (_ ("%s: the avis was due on %s; reminded on %s."), service, due,
                          reminded);
}

gboolean
pv_controle_avis_externe_en_retard (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = { "avis_externe", "repondu_le", sql, dire };

  return pv_controle_run_requete (run, &requete, error);
}
