/* pv-echeance-store.c: the SQL of pv-echeance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-echeance.h"

#include <string.h>

#include "bilan/pv-bilan-sql.h"
#include "commun/pv-entite.h"
#include "piece/pv-piece-sql.h"
#include "pv-statement.h"
#include "seance/pv-seance-store.h"

/* Séances to come that are told; the others are in their list. */
#define MAX_SEANCES 2
#define MAX_SERVICES 2

/* Comptes rendus that are awaited, with the day they are due. */
#define CRF_SQL                                                                                    \
  "WITH crf AS MATERIALIZED ("                                                                     \
  " SELECT d.porteur_id, d.exercice, " PV_BILAN_DU_SQL " AS du"                                    \
  "   FROM dossier d JOIN total_dossier t ON t.id = d.id LEFT JOIN bilan b ON b.dossier_id = d.id" \
  "  WHERE " PV_BILAN_ATTENDU_SQL "    AND b.crf_recu_le IS NULL AND b.crf_valide_le IS NULL)"

static const char SQL_CRF_RETARD[] =
    CRF_SQL " SELECT COUNT (DISTINCT porteur_id), MIN (du), MIN (exercice), MAX (exercice)"
            "   FROM crf WHERE du < :jour";

/* Of the exercice whose turn comes next. */
static const char SQL_CRF[] = CRF_SQL
    " SELECT COUNT (*), MIN (CASE WHEN du >= :jour THEN du END), exercice, exercice FROM crf"
    "  WHERE exercice = (SELECT exercice FROM crf WHERE du >= :jour ORDER BY du, exercice LIMIT 1)";

static const char SQL_AVIS[] =
    "SELECT COUNT (*), MIN (a.echeance_le) FROM avis_externe a JOIN dossier d ON d.id = "
    "a.dossier_id"
    " WHERE a.repondu_le IS NULL AND a.avis IS NULL AND a.reponse IS NULL AND d.chapeau = 0"
    "   AND NOT (" PV_SORTI_SQL ") AND " PV_FILTRE_SQL;

static const char SQL_SERVICES[] =
    "SELECT a.service FROM avis_externe a JOIN dossier d ON d.id = a.dossier_id"
    " WHERE a.repondu_le IS NULL AND a.avis IS NULL AND a.reponse IS NULL AND d.chapeau = 0"
    "   AND NOT (" PV_SORTI_SQL ") AND " PV_FILTRE_SQL
    " GROUP BY a.service ORDER BY COUNT (*) DESC, a.service";

static const char SQL_PIECES[] =
    "SELECT COUNT (*), MIN (x.le) FROM (SELECT d.id, MIN (p.demandee_le) AS le"
    "  FROM (" PV_PIECE_DEMANDEE_SQL ") p JOIN dossier d ON d.id = p.dossier_id"
    " WHERE d.chapeau = 0 AND NOT (" PV_SORTI_SQL ") AND " PV_FILTRE_SQL " GROUP BY d.id) x";

static const char SQL_RESERVES[] =
    "SELECT COUNT (*), MIN (CASE WHEN d.debut >= :jour THEN d.debut END) FROM dossier d"
    " WHERE d.statut = 'programme-sous-reserve' AND d.chapeau = 0 AND " PV_FILTRE_SQL;

static const char SQL_SEANCES[] =
    "SELECT COUNT (*) FROM seance s LEFT JOIN appel a ON a.id = s.appel_id"
    " WHERE s.etat <> 'close' AND (:appel IS NULL OR s.appel_id IS NULL OR s.appel_id = :appel)"
    "   AND (:exercice IS NULL OR a.exercice IS NULL OR a.exercice = :exercice)";

void
pv_echeance_free (PvEcheance *self)
{
  g_free (self->jour);
  g_free (self->nom);
  g_free (self);
}

static PvEcheance *
echeance_new (PvEcheanceGenre genre, const char *jour, gint64 n)
{
  PvEcheance *self = g_new0 (PvEcheance, 1);

  self->genre = genre;
  self->jour = g_strdup (jour);
  self->n = n;
  self->annee_debut = self->annee_fin = PV_INT_NULL;

  return self;
}

/* One row: how many, the next day, the exercices. @filtre: (nullable): not asked. */
static gboolean
read_one (PvDb *db,
          const char *sql,
          const PvFiltre *filtre,
          const char *jour,
          PvEcheanceGenre genre,
          GPtrArray *list,
          GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql, error);
  PvEcheance *echeance;

  if (row == NULL)
    return FALSE;
  if (filtre != NULL)
    pv_filtre_bind (filtre, row);
  if (jour != NULL)
    pv_statement_bind_text (row, ":jour", jour);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  if (pv_statement_get_int (row, 0) <= 0)
    return TRUE;

  echeance = echeance_new (genre, pv_statement_get_text (row, 1), pv_statement_get_int (row, 0));
  if (pv_statement_get_n_columns (row) > 2)
    {
      echeance->annee_debut = pv_statement_get_int (row, 2);
      echeance->annee_fin = pv_statement_get_int (row, 3);
    }
  g_ptr_array_add (list, echeance);

  return TRUE;
}

/* "ARS, DRAC…" */
static gboolean
read_services (PvDb *db, const PvFiltre *filtre, PvEcheance *echeance, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_SERVICES, error);
  g_autoptr (GString) names = g_string_new (NULL);
  PvStep step;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      if (n < MAX_SERVICES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", pv_statement_get_text (rows, 0));
      n++;
    }
  if (n > MAX_SERVICES)
    g_string_append (names, "…");
  echeance->nom = g_string_free (g_steal_pointer (&names), FALSE);

  return step == PV_STEP_DONE;
}

static gboolean
load_avis (PvDb *db, const PvFiltre *filtre, GPtrArray *list, GError **error)
{
  guint before = list->len;

  if (!read_one (db, SQL_AVIS, filtre, NULL, PV_ECHEANCE_AVIS, list, error))
    return FALSE;

  return list->len == before || read_services (db, filtre, list->pdata[before], error);
}

/* The list has the latest first: the next ones are at its end. */
static gboolean
load_seances (PvDb *db, const PvFiltre *filtre, GPtrArray *list, GError **error)
{
  g_autoptr (GPtrArray) seances = pv_seance_store_list (db, filtre->appel_id, error);
  guint n = 0;

  if (seances == NULL)
    return FALSE;
  for (guint i = seances->len; i > 0 && n < MAX_SEANCES; i--)
    {
      const PvSeanceResume *resume = seances->pdata[i - 1];
      PvEcheance *echeance;

      if (resume->seance->etat == PV_SEANCE_ETAT_CLOSE)
        continue;
      echeance = echeance_new (PV_ECHEANCE_SEANCE, resume->seance->date_le, resume->n_dossiers);
      echeance->id = resume->seance->id;
      echeance->nom = g_strdup (resume->instance);
      echeance->numero = resume->numero;
      g_ptr_array_add (list, echeance);
      n++;
    }

  return TRUE;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const PvEcheance *x = *(PvEcheance *const *)a;
  const PvEcheance *y = *(PvEcheance *const *)b;

  if (x->en_retard != y->en_retard)
    return x->en_retard ? -1 : 1;
  if ((x->jour == NULL) != (y->jour == NULL))
    return x->jour == NULL ? 1 : -1;
  if (x->jour != NULL && strcmp (x->jour, y->jour) != 0)
    return strcmp (x->jour, y->jour);

  return (int)x->genre - (int)y->genre;
}

GPtrArray *
pv_echeances_load (PvDb *db, const PvFiltre *filtre, const char *jour, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_echeance_free);

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail (filtre != NULL && jour != NULL, NULL);

  if (!read_one (db, SQL_CRF_RETARD, NULL, jour, PV_ECHEANCE_CRF_RETARD, list, error) ||
      !load_seances (db, filtre, list, error) || !load_avis (db, filtre, list, error) ||
      !read_one (db, SQL_PIECES, filtre, NULL, PV_ECHEANCE_PIECES, list, error) ||
      !read_one (db, SQL_RESERVES, filtre, jour, PV_ECHEANCE_RESERVES, list, error) ||
      !read_one (db, SQL_CRF, NULL, jour, PV_ECHEANCE_CRF, list, error))
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      PvEcheance *echeance = list->pdata[i];

      /* since when the oldest is awaited is no deadline */
      if (echeance->genre == PV_ECHEANCE_PIECES)
        echeance->nom = g_steal_pointer (&echeance->jour);
      echeance->en_retard = echeance->jour != NULL && strcmp (echeance->jour, jour) < 0;
    }
  g_ptr_array_sort (list, compare_cb);

  return g_steal_pointer (&list);
}

gboolean
pv_echeances_count_crf_retard (PvDb *db, const char *jour, gint64 *n, GError **error)
{
  return pv_sql_find (db, SQL_CRF_RETARD, n, error, "t", jour);
}

gboolean
pv_echeances_count_seances (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  return pv_sql_find (db, SQL_SEANCES, n, error, "ii", filtre->appel_id, filtre->exercice);
}
