/* pv-synthese-groupe-store.c: people reached, by axe and by territory
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-groupe-store.h"

#include "pv-statement.h"

#define SQL_SUMS                                                                                   \
  " SUM(d.beneficiaires_femmes), SUM(d.beneficiaires_hommes),"                                     \
  " SUM(CASE WHEN COALESCE(d.beneficiaires_femmes, d.beneficiaires_hommes,"                        \
  "                        d.beneficiaires_non_ventiles) IS NOT NULL"                              \
  "          THEN COALESCE(d.beneficiaires_femmes, 0) + COALESCE(d.beneficiaires_hommes, 0)"       \
  "               + COALESCE(d.beneficiaires_non_ventiles, 0) END)"

#define SQL_WHERE " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL

static const char SQL_TERRITOIRES[] =
    "SELECT COALESCE(q.code, q.nom, c.code_insee, c.nom, '')," SQL_SUMS "  FROM dossier d"
    "  LEFT JOIN (SELECT DISTINCT dossier_id, quartier_id,"
    "                    CASE WHEN quartier_id IS NULL THEN commune_id END AS commune_id"
    "               FROM dossier_territoire) t"
    "         ON t.dossier_id = d.id"
    "  LEFT JOIN quartier q ON q.id = t.quartier_id"
    "  LEFT JOIN commune c ON c.id = t.commune_id" SQL_WHERE " GROUP BY 1";

/* The frame that the statistics by axe count under: see pv-stats-store.c. */
static const char SQL_AXES[] =
    "WITH RECURSIVE racine (id, code) AS ("
    " SELECT n.id, n.code FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
    "  WHERE n.parent_id IS NULL"
    "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1))"
    " UNION ALL"
    " SELECT n.id, r.code FROM cadre_noeud n JOIN racine r ON r.id = n.parent_id)"
    " SELECT COALESCE(r.code, '')," SQL_SUMS "  FROM dossier d"
    "  LEFT JOIN dossier_noeud dn ON dn.dossier_id = d.id AND dn.principal = 1"
    "  LEFT JOIN racine r ON r.id = dn.noeud_id" SQL_WHERE " GROUP BY 1";

static const char SQL_TOUS[] = "SELECT NULL," SQL_SUMS " FROM dossier d" SQL_WHERE;

static void
read_sums (PvStatement *row, PvSyntheseBeneficiaires *sums)
{
  sums->femmes = pv_statement_get_int (row, 1);
  sums->hommes = pv_statement_get_int (row, 2);
  sums->total = pv_statement_get_int (row, 3);
}

static gboolean
read_tous (PvDb *db, const PvFiltre *filtre, PvSyntheseBeneficiaires *tous, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, SQL_TOUS, error);

  if (row == NULL)
    return FALSE;

  pv_filtre_bind (filtre, row);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  read_sums (row, tous);
  return TRUE;
}

GHashTable *
pv_synthese_beneficiaires_load (PvDb *db,
                                PvStatsKey by,
                                const PvFiltre *filtre,
                                PvSyntheseBeneficiaires *tous,
                                GError **error)
{
  g_autoptr (PvStatement) rows =
      pv_db_prepare (db, by == PV_STATS_AXE ? SQL_AXES : SQL_TERRITOIRES, error);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL || !read_tous (db, filtre, tous, error))
    return NULL;

  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvSyntheseBeneficiaires *sums = g_new0 (PvSyntheseBeneficiaires, 1);

      read_sums (rows, sums);
      g_hash_table_replace (groups, pv_statement_dup_text (rows, 0), sums);
    }

  return step == PV_STEP_ERROR ? NULL : g_steal_pointer (&groups);
}
