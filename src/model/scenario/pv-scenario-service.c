/* pv-scenario-service.c: the actions of a user on the scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-service.h"

#include <glib/gi18n-lib.h>

#include "financement/pv-financement-service.h"
#include "pv-error.h"
#include "pv-text.h"
#include "pv-transaction.h"

/* From here on it is quicker to recount all than to follow each change. */
#define BEAUCOUP 10000

static gboolean
fail (GError **error, int code, const char *message)
{
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, PV_RULE_ERROR, code, message);

  return FALSE;
}

static PvScenario *
get (PvDb *db, gint64 id, GError **error)
{
  PvScenario *scenario = pv_scenario_store_get (db, id, error);

  if (scenario == NULL)
    fail (error, PV_RULE_ERROR_NOT_FOUND, _ ("This scenario is no longer there."));

  return scenario;
}

/* --- names ---------------------------------------------------------------------------------- */

const char *
pv_scenario_service_check_nom (PvDb *db, gint64 appel_id, gint64 id, const char *nom)
{
  g_autofree char *clean = pv_text_clean (nom, FALSE);
  gint64 other = PV_INT_NULL;

  if (*clean == '\0')
    return _ ("Give the scenario a name.");
  if (pv_scenario_store_find (db, appel_id, clean, &other, NULL) && other != PV_INT_NULL &&
      other != id)
    return _ ("Another scenario of this appel bears this name.");

  return NULL;
}

static gboolean
set_nom (PvDb *db, PvScenario *scenario, const char *nom, GError **error)
{
  const char *refusal = pv_scenario_service_check_nom (db, scenario->appel_id, scenario->id, nom);
  g_autofree char *clean = pv_text_clean (nom, FALSE);

  if (refusal != NULL)
    return fail (error, PV_RULE_ERROR_REFUSED, refusal);
  pv_champ_set_text (&scenario->nom, clean);

  return TRUE;
}

static gboolean
insert (PvDb *db, gint64 appel_id, const char *nom, gint64 base_id, gint64 *id, GError **error)
{
  g_autoptr (PvScenario) scenario = pv_scenario_new ();

  scenario->id = PV_INT_NULL;
  scenario->appel_id = appel_id;
  scenario->cree_a = pv_clock_now (pv_db_get_clock (db));
  if (!set_nom (db, scenario, nom, error) || !pv_scenario_store_insert (db, scenario, error))
    return FALSE;
  *id = scenario->id;

  return base_id == PV_INT_NULL || pv_scenario_store_copy_montants (db, base_id, *id, error);
}

/* --- tries ---------------------------------------------------------------------------------- */

static gboolean
write_changes (PvDb *db,
               gint64 id,
               const PvScenarioDonnees *donnees,
               const PvCents *avant,
               const PvCents *apres,
               GError **error)
{
  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);

      if (avant[i] != apres[i] &&
          !pv_scenario_store_set_montant (db, id, ligne->id, apres[i], ligne->propose, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_essai (PvDb *db,
           gint64 id,
           gint64 appel_id,
           const PvEssai *essai,
           PvEssaiBilan *bilan,
           GError **error)
{
  g_autoptr (PvScenarioDonnees) donnees = pv_scenario_store_load_donnees (db, appel_id, error);
  g_autofree PvCents *avant = NULL;
  g_autofree PvCents *apres = NULL;
  g_autofree gint64 *rangs = NULL;
  PvEssaiBilan unused;

  if (donnees == NULL)
    return FALSE;
  avant = pv_scenario_store_load_montants (db, donnees, id, error);
  if (avant == NULL)
    return FALSE;
  if (essai->genre == PV_ESSAI_RANG)
    {
      rangs = pv_scenario_store_load_rangs (db, donnees, error);
      if (rangs == NULL)
        return FALSE;
    }

  apres = g_memdup2 (avant, (donnees->lignes->len + 1) * sizeof (PvCents));

  return pv_essai_run (essai, donnees, rangs, apres, bilan != NULL ? bilan : &unused, error) &&
         write_changes (db, id, donnees, avant, apres, error);
}

gboolean
pv_scenario_service_create (PvDb *db,
                            gint64 appel_id,
                            const char *nom,
                            gint64 base_id,
                            const PvEssai *essai,
                            gint64 *id,
                            PvEssaiBilan *bilan,
                            GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "scenario-new", nom, error);

  return transaction != NULL && insert (db, appel_id, nom, base_id, id, error) &&
         (essai == NULL || run_essai (db, *id, appel_id, essai, bilan, error)) &&
         pv_transaction_commit (transaction, error);
}

/* --- others --------------------------------------------------------------------------------- */

gboolean
pv_scenario_service_rename (PvDb *db, gint64 id, const char *nom, GError **error)
{
  g_autoptr (PvScenario) scenario = get (db, id, error);
  g_autoptr (PvTransaction) transaction =
      scenario != NULL ? pv_transaction_begin (db, "scenario-edit", nom, error) : NULL;
  gboolean changed = FALSE;

  return transaction != NULL && set_nom (db, scenario, nom, error) &&
         pv_scenario_store_update (db, scenario, &changed, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_scenario_service_duplicate (PvDb *db,
                               gint64 id,
                               const char *nom,
                               gint64 *copie_id,
                               GError **error)
{
  g_autoptr (PvScenario) scenario = get (db, id, error);
  g_autoptr (PvTransaction) transaction =
      scenario != NULL ? pv_transaction_begin (db, "scenario-new", nom, error) : NULL;

  return transaction != NULL && insert (db, scenario->appel_id, nom, id, copie_id, error) &&
         pv_transaction_commit (transaction, error);
}

static gboolean
check_montant (const PvScenarioChangement *changement, PvCents propose, GError **error)
{
  if (changement == NULL)
    return fail (error, PV_RULE_ERROR_NOT_FOUND, _ ("This financement is no longer there."));
  if (changement->verrou != PV_SCENARIO_LIBRE)
    return fail (error, PV_RULE_ERROR_REFUSED,
                 _ ("This amount is decided: a scenario leaves it as it is."));
  if (propose < 0 && propose != PV_CENTS_NULL)
    return fail (error, PV_RULE_ERROR_REFUSED, _ ("An amount is never negative."));

  return TRUE;
}

gboolean
pv_scenario_service_set_montant (PvDb *db,
                                 gint64 id,
                                 gint64 financement_id,
                                 PvCents propose,
                                 GError **error)
{
  g_autoptr (PvScenario) scenario = get (db, id, error);
  g_autoptr (PvTransaction) transaction =
      scenario != NULL ? pv_transaction_begin (db, "scenario-edit", scenario->nom, error) : NULL;
  PvScenarioChangement *changement;
  gboolean done;

  if (transaction == NULL)
    return FALSE;

  changement = pv_scenario_store_get_changement (db, id, financement_id, error);
  done =
      check_montant (changement, propose, error) &&
      pv_scenario_store_set_montant (db, id, financement_id, propose, changement->actuel, error) &&
      pv_transaction_commit (transaction, error);
  g_clear_pointer (&changement, pv_scenario_changement_free);

  return done;
}

gboolean
pv_scenario_service_remove (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvScenario) scenario = get (db, id, error);
  g_autoptr (PvTransaction) transaction =
      scenario != NULL ? pv_transaction_begin (db, "scenario-delete", scenario->nom, error) : NULL;

  return transaction != NULL && pv_scenario_store_delete (db, id, error) &&
         pv_transaction_commit (transaction, error);
}

/* --- to the file ---------------------------------------------------------------------------- */

static gboolean
apply_changements (PvDb *db,
                   const GPtrArray *changements,
                   const char *today,
                   PvScenarioProgres progres,
                   gpointer user_data,
                   PvScenarioApplication *application,
                   GError **error)
{
  for (guint i = 0; i < changements->len; i++)
    {
      const PvScenarioChangement *changement = changements->pdata[i];
      gboolean changed = FALSE;

      if (changement->verrou == PV_SCENARIO_LIBRE &&
          !pv_financement_service_set_montant (db, changement->financement_id, PV_ETAPE_PROPOSE,
                                               changement->propose, today, &changed, error))
        return FALSE;
      if (changement->verrou != PV_SCENARIO_LIBRE)
        application->n_verrous[changement->verrou]++;
      application->n_appliques += changed;
      if (progres != NULL)
        progres (i + 1, changements->len, user_data);
    }

  return TRUE;
}

static gboolean
date_application (PvDb *db, PvScenario *scenario, GError **error)
{
  gboolean changed = FALSE;

  g_free (scenario->applique_a);
  scenario->applique_a = pv_clock_now (pv_db_get_clock (db));

  return pv_scenario_store_update (db, scenario, &changed, error);
}

gboolean
pv_scenario_service_apply (PvDb *db,
                           gint64 id,
                           const char *today,
                           PvScenarioProgres progres,
                           gpointer user_data,
                           PvScenarioApplication *application,
                           GError **error)
{
  g_autoptr (PvScenario) scenario = get (db, id, error);
  g_autoptr (PvTransaction) transaction =
      scenario != NULL ? pv_transaction_begin (db, "scenario-appliquer", scenario->nom, error)
                       : NULL;
  g_autoptr (GPtrArray) changements =
      transaction != NULL ? pv_scenario_store_list_changements (db, id, error) : NULL;

  *application = (PvScenarioApplication){ 0 };
  if (changements == NULL ||
      (changements->len > BEAUCOUP && !pv_transaction_suspend_totals (transaction, error)))
    return FALSE;

  return apply_changements (db, changements, today, progres, user_data, application, error) &&
         date_application (db, scenario, error) && pv_transaction_commit (transaction, error);
}
