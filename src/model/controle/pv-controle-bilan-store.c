/* pv-controle-bilan-store.c: comptes rendus that are late, or missing before a new grant
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-sql.h"
#include "controle/pv-controle-private.h"
#include "pv-date.h"
#include "pv-langue.h"

/* ---- crf-en-retard ---- */

static char *
dire_retard (PvStatement *row, PvConstat *constat)
{
  guint n = (guint)pv_statement_get_int (row, 4);
  g_autofree char *due =
      pv_date_format_french (pv_statement_get_text (row, 3), PV_DATE_FORMAT_LONG);
  g_autofree char *reminded =
      n > 0 ? pv_date_format_french (pv_statement_get_text (row, 5), PV_DATE_FORMAT_LONG) : NULL;

  if (reminded == NULL)
    return g_strdup_printf (_ ("The compte rendu was due on %s; the porteur was not reminded."),
                            due);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The compte rendu was due on %s; reminded %u time, last on"
                                       " %s.",
                                       "The compte rendu was due on %s; reminded %u times, last on"
                                       " %s.",
                                       n),
                          due, n, reminded);
}

static const PvControleRequete retard = {
  "dossier", "bilan",
  "SELECT d.id, d.numero, d.id, " PV_BILAN_DU_SQL " AS du_le,"
  "       (SELECT COUNT(*) FROM bilan_relance r WHERE r.dossier_id = d.id),"
  "       (SELECT MAX (relance_le) FROM bilan_relance r WHERE r.dossier_id = d.id)"
  "  FROM dossier d JOIN total_dossier t ON t.id = d.id LEFT JOIN bilan b ON b.dossier_id = d.id"
  " WHERE " PV_BILAN_ATTENDU_SQL " AND b.crf_recu_le IS NULL AND b.crf_valide_le IS NULL"
  "   AND du_le < :jour AND " PV_PORTEE_SQL " ORDER BY d.id",
  dire_retard
};

gboolean
pv_controle_crf_en_retard (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &retard, error);
}

/* ---- bilan-n-1-manquant ---- */

/* Before its due date nothing is missing, and nothing is blocked. */
static char *
dire_attendu (PvStatement *row, PvConstat *constat)
{
  guint n = (guint)pv_statement_get_int (row, 7);
  g_autofree char *due =
      pv_date_format_french (pv_statement_get_text (row, 8), PV_DATE_FORMAT_LONG);

  constat->severite = PV_SEVERITE_INFO;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The porteur was financed before, and %u bilan is awaited, due on %s: %s.",
                   "The porteur was financed before, and %u bilans are awaited, the first due on"
                   " %s: %s.",
                   n),
      n, due, pv_statement_get_text (row, 6));
}

static char *
dire_manquant (PvStatement *row, PvConstat *constat)
{
  guint n = (guint)pv_statement_get_int (row, 4);
  const char *names = pv_statement_get_text (row, 3);

  if (n == 0)
    return dire_attendu (row, constat);
  if (pv_statement_get_int (row, 5) == 1)
    constat->severite = PV_SEVERITE_ERROR;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The porteur was financed before, and %u bilan is missing: %s.",
                   "The porteur was financed before, and %u bilans are missing: %s.", n),
      n, names);
}

#define NOM_SQL "d.numero || ' (' || d.exercice || ')'"
#define EN_RETARD_SQL PV_BILAN_DU_SQL " < :jour"

/* Of a dossier that may still be granted something. */
static const PvControleRequete manquant = {
  "dossier", "porteur_id",
  "SELECT n.id, n.numero, n.id, group_concat (" NOM_SQL ", ', ') FILTER (WHERE " EN_RETARD_SQL "),"
  "       COUNT(*) FILTER (WHERE " EN_RETARD_SQL "),"
  "       (SELECT valeur = 'bloquer' FROM reglage WHERE cle = 'bilan_n_1'),"
  "       group_concat (" NOM_SQL ", ', '), COUNT(*), MIN (" PV_BILAN_DU_SQL ")"
  "  FROM (SELECT d.id, d.numero, d.porteur_id, d.exercice FROM dossier d"
  "         WHERE d.chapeau = 0 AND NOT (" PV_SORTI_SQL ")"
  "           AND d.statut NOT IN ('notifie', 'en-cours', 'bilan-recu', 'solde')"
  "           AND " PV_PORTEE_SQL ") n"
  "  JOIN dossier d ON d.porteur_id = n.porteur_id AND d.exercice < n.exercice"
  "   AND d.exercice >= n.exercice - COALESCE ("
  "     " PV_SEUIL_SQL (
      "bilan_n_1",
      "1",
      "n.exercice") ", 1)"
                    "  JOIN total_dossier t ON t.id = d.id LEFT JOIN bilan b ON b.dossier_id = d.id"
                    " WHERE " PV_BILAN_ATTENDU_SQL
                    " AND b.crf_recu_le IS NULL AND b.crf_valide_le IS NULL"
                    " AND " PV_BILAN_DU_SQL " IS NOT NULL"
                    " GROUP BY n.id, n.numero ORDER BY n.id",
  dire_manquant
};

gboolean
pv_controle_bilan_n_1_manquant (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &manquant, error);
}
