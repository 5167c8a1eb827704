/* pv-dossier-payeurs-store.c: how many of the funders of a dossier notified, and paid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-payeurs.h"

#include "commun/pv-entite.h"

static const char payeurs_de[] = PV_DOSSIER_PAYEURS_SQL ("f.dossier_id = :dossier");

gboolean
pv_dossier_payeurs_store_get (PvDb *db,
                              gint64 dossier_id,
                              PvDossierPayeurs *payeurs,
                              GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, payeurs_de, error, "i", dossier_id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  *payeurs = (PvDossierPayeurs){ 0 };
  if (step == PV_STEP_ROW)
    *payeurs = (PvDossierPayeurs){ (guint)pv_statement_get_int (row, 1),
                                   (guint)pv_statement_get_int (row, 2),
                                   (guint)pv_statement_get_int (row, 3) };

  return step != PV_STEP_ERROR;
}

char *
pv_dossier_payeurs_to_affichage (const PvDossierPayeurs *self, PvDossierStatut statut)
{
  return pv_dossier_statut_to_affichage (statut, self->n, self->n_notifies, self->n_verses);
}
