/* pv-controle-recevabilite-store.c: dossiers declared recevable that are not
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"
#include "recevabilite/pv-recevabilite-sql.h"

static const char sql[] = "WITH " PV_RECEVABILITE_MANQUE_SQL (
    PV_PORTEE_SQL) "SELECT d.id, d.numero, d.id, GROUP_CONCAT (r.libelle, ' ; "
                   "')" PV_RECEVABILITE_FROM_SQL "WHERE d.chapeau = 0 AND " PV_PORTEE_SQL
                   "  AND d.statut IN ('recevable', 'en-instruction', 'instruit', 'propose', "
                   "'programme',"
                   "                   'programme-sous-reserve', 'ajourne')"
                   "  AND COALESCE (p.reponse, " PV_RECEVABILITE_CALCUL_SQL ") = 0"
                   " GROUP BY d.id ORDER BY d.id";

gboolean
pv_controle_recevabilite (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, sql, error);
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (run->db));
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  pv_statement_bind_text (statement, ":jour", jour);
  while (pv_controle_step (run, statement, &local))
    {
      g_autofree char *texte =
          g_strdup_printf (_ ("Not met: %s."), pv_statement_get_text (statement, 3));
      PvConstat constat = {
        .severite = run->controle->severite,
        .dossier_id = pv_statement_get_int (statement, 0),
        .dossier_numero = pv_statement_get_text (statement, 1),
        .table = "dossier",
        .cle = pv_statement_get_int (statement, 2),
        .champ = "recevabilite",
        .texte = texte,
      };

      pv_controle_emit (run, &constat);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
