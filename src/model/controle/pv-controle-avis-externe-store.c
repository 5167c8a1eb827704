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
dire (PvStatement *row)
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
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, sql, error);
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (run->db));
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":jour", jour);
  while (pv_controle_step (run, statement, &local))
    {
      g_autofree char *texte = dire (statement);
      PvConstat constat = {
        .severite = run->controle->severite,
        .dossier_id = pv_statement_get_int (statement, 0),
        .dossier_numero = pv_statement_get_text (statement, 1),
        .table = "avis_externe",
        .cle = pv_statement_get_int (statement, 2),
        .champ = "repondu_le",
        .texte = texte,
      };

      pv_controle_emit (run, &constat);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
