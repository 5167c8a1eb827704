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

static char *
dire (PvStatement *row, PvConstat *constat)
{
  return g_strdup_printf (_ ("Not met: %s."), pv_statement_get_text (row, PV_CONTROLE_FIGURES));
}

gboolean
pv_controle_recevabilite (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = { "dossier", "recevabilite", sql, dire };

  return pv_controle_run_requete (run, &requete, error);
}
