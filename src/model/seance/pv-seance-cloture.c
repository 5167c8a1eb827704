/* pv-seance-cloture.c: a séance is closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "controle/pv-derogation-store.h"
#include "dossier/pv-dossier-service.h"
#include "financement/pv-financement-service.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-private.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-verification.h"

/* What keeps it from being closed; the reason for the envelopes is kept. */
static gboolean
check (PvDb *db, gint64 id, const char *motif, GError **error)
{
  g_autoptr (GPtrArray) constats = pv_seance_verifier (db, id, error);

  for (guint i = 0; constats != NULL && i < constats->len; i++)
    {
      const PvSeanceConstat *constat = constats->pdata[i];

      if (constat->severite != PV_SEVERITE_ERROR)
        continue;
      if (constat->genre != PV_SEANCE_CONSTAT_ENVELOPPE || motif == NULL)
        return pv_seance_refuse (error, constat->texte);
      if (!pv_derogation_store_set (db, "enveloppe-depassee", "enveloppe", constat->enveloppe_id,
                                    motif, error))
        return FALSE;
    }

  return constats != NULL;
}

/* The whole plan as it stands, before the séance changes it. */
static gboolean
copy_plan (PvDb *db, const PvDecision *decision, const GArray *mises, GError **error)
{
  if (!pv_decision_store_clear_montants (db, decision->id, error))
    return FALSE;
  for (guint i = 0; i < mises->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (mises, PvSeanceMise, i);
      gboolean libre = mise->verrou == PV_SEANCE_VERROU_NULL;
      PvDecisionMontant montant = {
        mise->financement_id, libre ? mise->montant_cents : mise->ferme_cents,
        mise->verrou,         mise->sollicite_cents,
        mise->propose_cents,
      };

      if (!pv_decision_store_insert_montant (db, decision->id, &montant, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_montants (PvDb *db, PvInstanceEffet effet, const GArray *mises, GError **error)
{
  g_autofree char *today = pv_clock_today (pv_db_get_clock (db));
  PvEtape etape = effet == PV_INSTANCE_EFFET_AVIS ? PV_ETAPE_PROPOSE : PV_ETAPE_ARBITRE;

  for (guint i = 0; i < mises->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (mises, PvSeanceMise, i);

      if (mise->verrou == PV_SEANCE_VERROU_NULL && mise->montant_cents != PV_CENTS_NULL &&
          !pv_financement_service_set_montant (db, mise->financement_id, etape, mise->montant_cents,
                                               today, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Why a dossier is refused or reoriented is kept with its status. */
static gboolean
write_statut (PvDb *db,
              PvInstanceEffet effet,
              const PvSeanceDossier *dossier,
              const PvDecision *decision,
              GError **error)
{
  gboolean dit =
      effet == PV_INSTANCE_EFFET_DECISION && !pv_decision_genre_finance (decision->decision);
  PvDossierStatut statut;

  if (!pv_decision_genre_get_statut (decision->decision, effet, &statut) ||
      statut == dossier->statut)
    return TRUE;

  return pv_dossier_service_set_statut (db, dossier->dossier_id, statut,
                                        dit ? decision->reserve : NULL, error);
}

static gboolean
put_off (PvDb *db, const PvSeanceDossier *dossier, const PvDecision *decision, GError **error)
{
  gint64 there;

  if (decision->decision != PV_DECISION_GENRE_AJOURNE || decision->ajourne_seance_id == PV_INT_NULL)
    return TRUE;

  return pv_seance_store_find_dossier (db, decision->ajourne_seance_id, dossier->dossier_id, &there,
                                       error) &&
         (there != PV_INT_NULL || pv_seance_store_add_dossier (db, decision->ajourne_seance_id,
                                                               dossier->dossier_id, NULL, error));
}

static gboolean
seal (PvDb *db, PvInstanceEffet effet, const PvSeanceDossier *dossier, GError **error)
{
  g_autoptr (PvDecision) decision = pv_decision_store_get_derniere (db, dossier->id, error);
  g_autoptr (GArray) mises =
      decision != NULL ? pv_seance_table_load (db, dossier->id, error) : NULL;

  if (mises == NULL || !copy_plan (db, decision, mises, error) ||
      !write_montants (db, effet, mises, error) ||
      !write_statut (db, effet, dossier, decision, error) ||
      !put_off (db, dossier, decision, error))
    return FALSE;
  decision->scellee = TRUE;

  return pv_decision_store_update (db, decision, NULL, error);
}

static gboolean
seal_all (PvDb *db, const PvSeanceResume *resume, GError **error)
{
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (db, resume->seance->id, error);

  for (guint i = 0; dossiers != NULL && i < dossiers->len; i++)
    if (!seal (db, resume->effet, dossiers->pdata[i], error))
      return FALSE;

  return dossiers != NULL;
}

gboolean
pv_seance_clore (PvDb *db, gint64 id, const char *motif_depassement, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-close", NULL, error);
  g_autofree char *motif = g_strdup (motif_depassement != NULL ? motif_depassement : "");
  g_autoptr (PvSeance) seance = NULL;
  g_autoptr (PvSeanceResume) resume = NULL;

  g_strstrip (motif);
  if (transaction == NULL || !check (db, id, *motif != '\0' ? motif : NULL, error))
    return FALSE;
  resume = pv_seance_store_get_resume (db, id, error);
  if (resume == NULL || !seal_all (db, resume, error))
    return FALSE;
  seance = pv_seance_copy (resume->seance);
  seance->etat = PV_SEANCE_ETAT_CLOSE;
  g_free (seance->close_a);
  seance->close_a = pv_clock_now (pv_db_get_clock (db));

  return pv_seance_store_update (db, seance, NULL, error) &&
         pv_transaction_commit (transaction, error);
}
