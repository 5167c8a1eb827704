/* pv-controle-organisme-store.c: checks of who carries the dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"

#include "pv-identifier.h"

/* A finding of an organisme bears its first dossier, and says how many it has. */
static char *
name_of (const char *nom, gint64 n)
{
  if (n == 0)
    return g_strdup (nom);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s (%u dossier)", "%s (%u dossiers)", (gulong)n), nom,
      (guint)n);
}

static char *
dire_siret_invalide (PvStatement *row, PvConstat *constat)
{
  g_autofree char *nom = name_of (pv_statement_get_text (row, 3), pv_statement_get_int (row, 6));
  const char *siret = pv_statement_get_text (row, 4);
  const char *declare = pv_statement_get_text (row, 5);
  g_autofree char *reason = NULL;

  if (declare == NULL && pv_identifier_siret_is_valid (siret))
    return NULL;
  pv_identifier_check (PV_IDENTIFIER_SIRET, declare != NULL ? declare : siret, NULL, &reason);
  constat->champ = declare != NULL ? "siret_declare" : "siret";
  if (reason != NULL)
    return g_strdup_printf (_ ("%s: %s."), nom, reason);
  return g_strdup_printf (_ ("%s: “%s” was declared and not kept as its SIRET."), nom, declare);
}

gboolean
pv_controle_siret_invalide (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "organisme", "siret",
    "SELECT x.dossier_id, d.numero, x.id, x.nom, x.siret, x.siret_declare, x.n"
    "  FROM (SELECT o.id, o.nom, o.siret, o.siret_declare, MIN(d.id) AS dossier_id,"
    "               COUNT(d.id) AS n"
    "          FROM organisme o"
    "          LEFT JOIN dossier d ON d.porteur_id = o.id AND " PV_PORTEE_SQL
    "         WHERE (o.siret IS NOT NULL OR TRIM(o.siret_declare) <> '')"
    "           AND (:dossier IS NULL OR o.id = (SELECT p.porteur_id FROM dossier p"
    "                                             WHERE p.id = :dossier))"
    "         GROUP BY o.id) x"
    "  LEFT JOIN dossier d ON d.id = x.dossier_id"
    " WHERE x.n > 0 OR (:appel IS NULL AND :exercice IS NULL AND :dossier IS NULL)"
    " ORDER BY x.dossier_id, x.id",
    dire_siret_invalide
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_siret_absent (PvStatement *row, PvConstat *constat)
{
  g_autofree char *nom = name_of (pv_statement_get_text (row, 3), pv_statement_get_int (row, 4));

  return g_strdup_printf (_ ("%s has no SIRET."), nom);
}

gboolean
pv_controle_siret_absent (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "organisme", "siret",
    "SELECT x.dossier_id, d.numero, x.id, x.nom, x.n"
    "  FROM (SELECT o.id, o.nom, MIN(d.id) AS dossier_id, COUNT(*) AS n"
    "          FROM dossier d JOIN organisme o ON o.id = d.porteur_id"
    "         WHERE o.siret IS NULL AND COALESCE(TRIM(o.siret_declare), '') = ''"
    "           AND " PV_PORTEE_SQL "         GROUP BY o.id) x"
    "  JOIN dossier d ON d.id = x.dossier_id"
    " ORDER BY x.dossier_id",
    dire_siret_absent
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_cer_absent (PvStatement *row, PvConstat *constat)
{
  g_autofree char *nom = name_of (pv_statement_get_text (row, 3), pv_statement_get_int (row, 4));

  if (pv_statement_get_int (row, 6) == 1)
    return g_strdup_printf (_ ("%s: no signed contrat d’engagement républicain, since the "
                               "exercice %d; a grant is notified already."),
                            nom, (int)pv_statement_get_int (row, 5));

  return g_strdup_printf (_ ("%s: no signed contrat d’engagement républicain, since the "
                             "exercice %d."),
                          nom, (int)pv_statement_get_int (row, 5));
}

#define SEUIL_CER                                                                                  \
  PV_SEUIL_SQL ("cer_obligatoire", "CASE WHEN a.exercice >= 2022 THEN 1 ELSE 0 END", "a.exercice")

gboolean
pv_controle_cer_absent (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "organisme", "cer_signe_le",
    "WITH annee (exercice, exige) AS ("
    " SELECT a.exercice, " SEUIL_CER
    "   FROM (SELECT DISTINCT exercice FROM dossier WHERE " PV_PORTEE_DE_SQL (
        "id") ") a)"
              " SELECT x.dossier_id, d.numero, x.id, x.nom, x.n, x.depuis, x.notifie"
              "   FROM (SELECT o.id, o.nom, MIN(d.id) AS dossier_id, COUNT(*) AS n,"
              "                MIN(d.exercice) AS depuis,"
              "                MAX(t.notifie_cents > 0) AS notifie"
              "           FROM dossier d"
              "           JOIN total_dossier t ON t.id = d.id"
              "           JOIN organisme o ON o.id = d.porteur_id"
              "           JOIN annee a ON a.exercice = d.exercice AND a.exige = 1"
              "          WHERE o.forme IN ('association', 'fondation') AND o.cer_signe_le IS NULL"
              "            AND NOT " PV_SORTI_SQL " AND " PV_PORTEE_SQL "          GROUP BY o.id) x"
              "   JOIN dossier d ON d.id = x.dossier_id"
              "  ORDER BY x.dossier_id",
    dire_cer_absent
  };
  return pv_controle_run_requete (run, &requete, error);
}
