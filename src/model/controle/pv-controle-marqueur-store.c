/* pv-controle-marqueur-store.c: checks of the collective marks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "egalite/pv-egalite.h"
#include "pv-langue.h"

#define SQL_AXE "(SELECT a.id FROM axe_transversal a WHERE a.code = 'egalite')"

static char *
dire_non_evalue (PvStatement *row, PvConstat *constat)
{
  return g_strdup (_ ("No collective mark of equality is decided."));
}

gboolean
pv_controle_marqueur_non_evalue (PvControleRun *run, GError **error)
{
  /* only where marks are given: a call that does not mark misses none */
  static const PvControleRequete requete = {
    "marqueur", "valeur",
    "SELECT d.id, d.numero, d.id FROM dossier d"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id AND m.axe_id = " SQL_AXE
    " WHERE d.chapeau = 0 AND m.valeur IS NULL AND NOT " PV_SORTI_SQL " AND " PV_PORTEE_SQL
    "   AND EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id"
    "                  AND COALESCE (f.vote_cents, f.arbitre_cents) > 0)"
    "   AND EXISTS (SELECT 1 FROM dossier x JOIN marqueur y ON y.dossier_id = x.id"
    "                WHERE x.appel_id = d.appel_id AND y.axe_id = " SQL_AXE
    "                  AND y.valeur IS NOT NULL)"
    " ORDER BY d.id",
    dire_non_evalue
  };

  return pv_controle_run_requete (run, &requete, error);
}

static PvEgaliteReponse
read_reponse (PvStatement *row, int column)
{
  gint64 value = pv_statement_get_int (row, column);

  return value == PV_INT_NULL ? PV_EGALITE_SANS_REPONSE : (PvEgaliteReponse)value;
}

static char *
dire_different (PvStatement *row, PvConstat *constat)
{
  gint64 marque = pv_statement_get_int (row, PV_CONTROLE_FIGURES);
  guint criteres = (guint)CLAMP (pv_statement_get_int (row, PV_CONTROLE_FIGURES + 1), 1, 3);
  PvEgaliteReponse reponses[PV_N_EGALITE_QUESTIONS];
  PvEgaliteResultat resultat;

  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    reponses[q] = read_reponse (row, PV_CONTROLE_FIGURES + 2 + q);
  pv_egalite_decide (reponses, criteres, &resultat);
  if (resultat.marque == PV_INT_NULL || resultat.marque == marque)
    return NULL;

  return g_strdup_printf (
      _ ("The collective mark is %d, the tree gives %d, and no justification is written."),
      (int)marque, (int)resultat.marque);
}

#define SQL_COMMUNE(question) "MAX (CASE WHEN c.question = '" question "' THEN c.reponse END)"

gboolean
pv_controle_marqueur_different (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "marqueur", "justification",
    "SELECT d.id, d.numero, m.id, m.valeur, p.egalite_criteres, " SQL_COMMUNE (
        "mixte") ","
                 " " SQL_COMMUNE ("objectif") ", " SQL_COMMUNE ("a") ", " SQL_COMMUNE (
                     "b") ","
                          " " SQL_COMMUNE ("c") ", " SQL_COMMUNE (
                              "coherent") "  FROM marqueur m CROSS JOIN dossier d ON d.id = "
                                          "m.dossier_id"
                                          "  JOIN appel p ON p.id = d.appel_id"
                                          "  JOIN marqueur_reponse_commune c ON c.dossier_id = "
                                          "d.id AND c.axe_id = m.axe_id"
                                          " WHERE m.axe_id = " SQL_AXE
                                          " AND m.valeur IS NOT NULL AND d.chapeau = 0"
                                          "   AND COALESCE (TRIM (m.justification), '') = '' "
                                          "AND " PV_PORTEE_SQL " GROUP BY m.id ORDER BY d.id",
    dire_different
  };

  return pv_controle_run_requete (run, &requete, error);
}
