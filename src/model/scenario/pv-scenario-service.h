/* pv-scenario-service.h: the actions of a user on the scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-essai.h"
#include "scenario/pv-scenario-store.h"

G_BEGIN_DECLS

/* Each is a transaction. */

/**
 * pv_scenario_service_create:
 * @nom: what is typed
 * @base_id: the scenario it begins with; %PV_INT_NULL: the present situation
 * @essai: (nullable): what is tried on it
 * @id: (out): of the new scenario
 * @bilan: (out) (optional) (nullable): see pv_essai_run()
 * @error: %PV_RULE_ERROR_REFUSED without a name, when another scenario of the appel has
 *   it, or for the reasons of pv_essai_run()
 *
 * Long: for a worker.
 */
gboolean pv_scenario_service_create (PvDb *db,
                                     gint64 appel_id,
                                     const char *nom,
                                     gint64 base_id,
                                     const PvEssai *essai,
                                     gint64 *id,
                                     PvEssaiBilan *bilan,
                                     GError **error);

/* Why a name is refused, in words (transfer none), or %NULL. @id: the one that bears it. */
const char *pv_scenario_service_check_nom (PvDb *db, gint64 appel_id, gint64 id, const char *nom);

/* Refused as in pv_scenario_service_create(). */
gboolean pv_scenario_service_rename (PvDb *db, gint64 id, const char *nom, GError **error);

/* The same amounts under another name. */
gboolean pv_scenario_service_duplicate (PvDb *db,
                                        gint64 id,
                                        const char *nom,
                                        gint64 *copie_id,
                                        GError **error);

/**
 * pv_scenario_service_set_montant:
 * @propose: in the scenario; 0: refused, %PV_CENTS_NULL: no answer
 *
 * Changes one amount by hand. Refused (%PV_RULE_ERROR_REFUSED) when it is decided, or
 * negative.
 */
gboolean pv_scenario_service_set_montant (PvDb *db,
                                          gint64 id,
                                          gint64 financement_id,
                                          PvCents propose,
                                          GError **error);

/* Removes it with its amounts; the proposed ones are not touched. */
gboolean pv_scenario_service_remove (PvDb *db, gint64 id, GError **error);

/**
 * PvScenarioApplication:
 * @n_appliques: amounts that changed
 * @n_verrous: by #PvScenarioVerrou, those left as they are
 */
typedef struct
{
  guint n_appliques;
  guint n_verrous[PV_N_SCENARIO_VERROUS];
} PvScenarioApplication;

/* Called from the thread that works. */
typedef void (*PvScenarioProgres) (guint done, guint total, gpointer user_data);

/**
 * pv_scenario_service_apply:
 * @today: ISO date of the mouvements, see #PvFinancement
 * @progres: (nullable):
 *
 * Proposes the amounts of the scenario: what is arbitré, voté or notifié, and what bears on
 * a dossier that releases its envelope, is left as it is. Long: for a worker.
 */
gboolean pv_scenario_service_apply (PvDb *db,
                                    gint64 id,
                                    const char *today,
                                    PvScenarioProgres progres,
                                    gpointer user_data,
                                    PvScenarioApplication *application,
                                    GError **error);

G_END_DECLS
