/* pv-dossier-lot-store.c: the SQL of the actions on several dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-lot-store.h"

#include "commun/pv-entite.h"

static const char lit_statut[] = "SELECT numero, statut FROM dossier WHERE id = :id";
/* what may keep a dossier from another appel, in the order of the sentences */
static const char lit_appel[] =
    "SELECT d.numero, d.appel_id = :appel,"
    " EXISTS (SELECT 1 FROM dossier x WHERE x.appel_id = :appel AND x.numero = d.numero"
    "   AND x.id <> d.id),"
    " EXISTS (SELECT 1 FROM seance_dossier s WHERE s.dossier_id = d.id),"
    " d.exercice <> :exercice AND EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id),"
    " CASE WHEN d.chapeau = 1 THEN d.id ELSE d.partie_de_id END"
    " FROM dossier d WHERE d.id = :id";
static const char lit_parties[] = "SELECT id FROM dossier WHERE partie_de_id = :id";
static const char compte_pertes[] =
    "SELECT (SELECT COUNT(*) FROM financement WHERE dossier_id = :id),"
    " (SELECT SUM (sollicite_cents) FROM financement WHERE dossier_id = :id),"
    " (SELECT COUNT(*) FROM budget_ligne WHERE dossier_id = :id),"
    " (SELECT COUNT(*) FROM instruction WHERE dossier_id = :id AND etat <> 'remplacee'),"
    " (SELECT COUNT(*) FROM piece WHERE dossier_id = :id)";

gboolean
pv_dossier_lot_store_get_statut (PvDb *db,
                                 gint64 id,
                                 char **numero,
                                 PvDossierStatut *statut,
                                 GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_statut, error, "i", id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  *numero = NULL;
  *statut = PV_DOSSIER_STATUT_NULL;
  if (step == PV_STEP_ROW && pv_dossier_statut_from_id (pv_statement_get_text (row, 1), statut))
    *numero = pv_statement_dup_text (row, 0);

  return step != PV_STEP_ERROR;
}

void
pv_dossier_obstacles_free (PvDossierObstacles *self)
{
  g_free (self->numero);
  g_free (self);
}

PvDossierObstacles *
pv_dossier_lot_store_get_obstacles (PvDb *db,
                                    gint64 id,
                                    gint64 appel_id,
                                    gint64 exercice,
                                    GError **error)
{
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, lit_appel, error, "iii", appel_id, exercice, id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;
  PvDossierObstacles *self;

  if (step == PV_STEP_ERROR)
    return NULL;
  self = g_new0 (PvDossierObstacles, 1);
  self->chapeau_id = PV_INT_NULL;
  if (step == PV_STEP_DONE)
    return self;
  self->numero = pv_statement_dup_text (row, 0);
  for (int i = 0; i < PV_N_DOSSIER_OBSTACLES; i++)
    self->obstacles[i] = pv_statement_get_int (row, i + 1) != 0;
  self->chapeau_id = pv_statement_get_int (row, PV_N_DOSSIER_OBSTACLES + 1);

  return self;
}

GArray *
pv_dossier_lot_store_list_parties (PvDb *db, gint64 chapeau_id, GError **error)
{
  return pv_sql_list_ids (db, lit_parties, error, "i", chapeau_id);
}

gboolean
pv_dossier_lot_store_add_pertes (PvDb *db, gint64 id, PvDossierPertes *pertes, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, compte_pertes, error, "i", id);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  pertes->financements += pv_statement_get_int (row, 0);
  if (!pv_money_add (pertes->sollicite_cents, pv_statement_get_int (row, 1),
                     &pertes->sollicite_cents))
    pertes->sollicite_cents = PV_CENTS_NULL;
  pertes->lignes_budget += pv_statement_get_int (row, 2);
  pertes->instructions += pv_statement_get_int (row, 3);
  pertes->pieces += pv_statement_get_int (row, 4);

  return TRUE;
}
