/* pv-controle-dossier-store.c: checks of where and when an action takes place
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"
#include "dossier/pv-dossier-periode.h"

#include "pv-langue.h"

#include "pv-date.h"

static char *
dire_parts (PvStatement *row, PvConstat *constat)
{
  gint64 n = pv_statement_get_int (row, 3);
  gint64 donnees = pv_statement_get_int (row, 4);
  g_autofree char *somme = pv_controle_taux (pv_statement_get_int (row, 5));

  if (donnees < n)
    return g_strdup_printf (_ ("Territories with a share: %d of %d (%s in all)."), (int)donnees,
                            (int)n, somme);
  return g_strdup_printf (_ ("The shares of the territories make %s, not 100%%."), somme);
}

gboolean
pv_controle_parts_territoires (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "dossier", "dossier_territoire",
    "SELECT d.id, d.numero, d.id, x.n, x.donnees, x.somme"
    "  FROM (SELECT dossier_id, COUNT(*) AS n, COUNT(part_bp) AS donnees, SUM(part_bp) AS somme"
    "          FROM dossier_territoire"
    "         WHERE " PV_PORTEE_DE_SQL (
        "dossier_id") " GROUP BY dossier_id) x"
                      "  JOIN dossier d ON d.id = x.dossier_id"
                      " WHERE x.donnees > 0 AND (x.donnees < x.n OR x.somme <> 10000)"
                      "   AND " PV_PORTEE_SQL " ORDER BY d.id",
    dire_parts
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_hors_geographie (PvStatement *row, PvConstat *constat)
{
  const char *declare = pv_statement_get_text (row, 3);

  if (pv_statement_get_int (row, 4) == 1)
    return g_strdup (_ ("None of its territories is a quartier prioritaire or a territoire "
                        "vulnérable."));
  constat->severite = PV_SEVERITE_INFO;
  if (declare != NULL && *declare != '\0')
    return g_strdup_printf (_ ("Its territory “%s” is not known to the file."), declare);
  return g_strdup (_ ("It has no territory."));
}

gboolean
pv_controle_hors_geographie (PvControleRun *run, GError **error)
{
  /* A whole commune counts when it has such a quartier; when the file knows no
   * quartier of that kind at all, nothing can be said of a commune. */
  static const PvControleRequete requete = {
    "dossier", "dossier_territoire",
    "WITH prioritaire (id) AS (SELECT id FROM quartier WHERE genre IN ('qpv', 'vulnerable')),"
    " dedans (dossier_id) AS ("
    " SELECT dt.dossier_id FROM dossier_territoire dt"
    "  WHERE " PV_PORTEE_DE_SQL (
        "dt.dossier_id") " AND (dt.quartier_id IN (SELECT id FROM prioritaire)"
                         "     OR (dt.quartier_id IS NULL"
                         "         AND (dt.commune_id IN (SELECT qc.commune_id FROM "
                         "quartier_commune qc"
                         "                                  JOIN prioritaire p ON p.id = "
                         "qc.quartier_id)"
                         "              OR NOT EXISTS (SELECT 1 FROM prioritaire)))))"
                         " SELECT d.id, d.numero, d.id, d.territoire_declare,"
                         "        EXISTS (SELECT 1 FROM dossier_territoire dt WHERE dt.dossier_id "
                         "= d.id)"
                         "   FROM dossier d"
                         "  WHERE d.chapeau = 0 AND d.id NOT IN (SELECT dossier_id FROM dedans) "
                         "AND " PV_PORTEE_SQL "  ORDER BY d.id",
    dire_hors_geographie
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
french_date (const char *iso)
{
  char *date = pv_date_format_french (iso, PV_DATE_FORMAT_SHORT);
  return date != NULL ? date : g_strdup (iso != NULL ? iso : "");
}

static char *
dire_hors_periode (PvStatement *row, PvConstat *constat)
{
  const char *debut = pv_statement_get_text (row, 3);
  const char *fin = pv_statement_get_text (row, 4);
  const char *premier = pv_statement_get_text (row, 5);
  const char *dernier = pv_statement_get_text (row, 6);
  g_autofree char *a = french_date (debut);
  g_autofree char *b = french_date (fin);
  g_autofree char *c = french_date (premier);
  g_autofree char *d = french_date (dernier);

  constat->champ = "fin";
  if (debut != NULL && fin != NULL && g_strcmp0 (fin, debut) < 0)
    return g_strdup_printf (_ ("It begins on %s and ends before, on %s."), a, b);
  if (fin != NULL && (g_strcmp0 (fin, dernier) > 0 || g_strcmp0 (fin, premier) < 0))
    return g_strdup_printf (_ ("It ends on %s, outside the period from %s to %s."), b, c, d);
  constat->champ = "debut";
  return g_strdup_printf (_ ("It begins on %s, outside the period from %s to %s."), a, c, d);
}

gboolean
pv_controle_hors_periode (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "dossier", "debut",
    "WITH periode (id, numero, debut, fin, premier, dernier) AS ("
    " SELECT d.id, d.numero, d.debut, d.fin, " PV_PERIODE_DEBUT_SQL ", " PV_PERIODE_FIN_SQL
    "   FROM dossier d JOIN appel a ON a.id = d.appel_id"
    "  WHERE (d.debut IS NOT NULL OR d.fin IS NOT NULL) AND " PV_PORTEE_SQL ")"
    " SELECT id, numero, id, debut, fin, premier, dernier FROM periode"
    "  WHERE fin < debut OR debut < premier OR debut > dernier OR fin < premier OR fin > dernier"
    "  ORDER BY id",
    dire_hors_periode
  };
  return pv_controle_run_requete (run, &requete, error);
}
