/* pv-scenario-store.h: the SQL of the scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "scenario/pv-scenario-donnees.h"
#include "scenario/pv-scenario.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_scenario_store_insert (PvDb *db, PvScenario *scenario, GError **error);
gboolean
pv_scenario_store_update (PvDb *db, const PvScenario *scenario, gboolean *changed, GError **error);
gboolean pv_scenario_store_delete (PvDb *db, gint64 id, GError **error);
PvScenario *pv_scenario_store_get (PvDb *db, gint64 id, GError **error);

/* The scenarios of an appel (of PvScenario), in order of entry. */
GPtrArray *pv_scenario_store_list (PvDb *db, gint64 appel_id, GError **error);

/* The scenario of that name (compared exactly). */
gboolean
pv_scenario_store_find (PvDb *db, gint64 appel_id, const char *nom, gint64 *id, GError **error);

/**
 * pv_scenario_store_load_donnees:
 *
 * Long: for a worker.
 *
 * Returns: (transfer full): the present situation of an appel, or %NULL with @error
 */
PvScenarioDonnees *pv_scenario_store_load_donnees (PvDb *db, gint64 appel_id, GError **error);

/**
 * pv_scenario_store_load_montants:
 * @scenario_id: %PV_INT_NULL for the present situation
 *
 * Returns: (transfer full) (array): what is proposed in the scenario, one amount for each
 *   row of @donnees; %NULL with @error
 */
PvCents *pv_scenario_store_load_montants (PvDb *db,
                                          const PvScenarioDonnees *donnees,
                                          gint64 scenario_id,
                                          GError **error);

/**
 * pv_scenario_store_set_montant:
 * @propose: in the scenario
 * @avant: what is proposed now; when it is @propose, the scenario says nothing of it
 *
 * An amount that the scenario has already keeps what was proposed when it was written.
 */
gboolean pv_scenario_store_set_montant (PvDb *db,
                                        gint64 scenario_id,
                                        gint64 financement_id,
                                        PvCents propose,
                                        PvCents avant,
                                        GError **error);

/* Gives a scenario the amounts of another. */
gboolean pv_scenario_store_copy_montants (PvDb *db, gint64 depuis, gint64 vers, GError **error);

/**
 * PvScenarioChangement:
 * @avant: proposed when the scenario was written
 * @actuel: proposed now
 * @propose: in the scenario
 * @verrou: why it will not be applied
 *
 * An amount that a scenario would change. It changed since when @avant is not @actuel.
 */
typedef struct
{
  gint64 financement_id;
  gint64 dossier_id;
  char *numero;
  char *intitule;
  char *financeur;
  PvCents sollicite;
  PvCents avant;
  PvCents actuel;
  PvCents propose;
  PvScenarioVerrou verrou;
} PvScenarioChangement;

/**
 * pv_scenario_store_list_changements:
 *
 * Returns: (transfer full) (element-type PvScenarioChangement): by number of the dossier;
 *   not those that the file already has
 */
GPtrArray *pv_scenario_store_list_changements (PvDb *db, gint64 id, GError **error);

/**
 * pv_scenario_store_list_dossier:
 *
 * Returns: (transfer full) (element-type PvScenarioChangement): all the financements of a
 *   dossier, changed or not; what the scenario does not name is proposed as now
 */
GPtrArray *pv_scenario_store_list_dossier (PvDb *db, gint64 id, gint64 dossier_id, GError **error);

/* (nullable) (transfer full): the same of one financement; %NULL when it is gone. */
PvScenarioChangement *
pv_scenario_store_get_changement (PvDb *db, gint64 id, gint64 financement_id, GError **error);
void pv_scenario_changement_free (gpointer changement);

/* What names a dossier in a table. */
typedef struct
{
  gint64 id;
  char *intitule;
  char *porteur;
} PvScenarioLibelle;

/**
 * pv_scenario_store_list_libelles:
 *
 * Returns: (transfer full) (element-type PvScenarioLibelle): of the dossiers of an appel, by
 *   rising key
 */
GPtrArray *pv_scenario_store_list_libelles (PvDb *db, gint64 appel_id, GError **error);

/* (nullable): the one of that dossier. */
const PvScenarioLibelle *pv_scenario_libelles_find (const GPtrArray *libelles, gint64 id);

/**
 * pv_scenario_store_load_rangs:
 *
 * Long: for a worker.
 *
 * Returns: (transfer full) (array): the rank of each dossier of @donnees in its appel,
 *   1 is the best; %PV_INT_NULL without a score
 */
gint64 *pv_scenario_store_load_rangs (PvDb *db, const PvScenarioDonnees *donnees, GError **error);

G_END_DECLS
