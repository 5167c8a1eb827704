/* pv-financement-service.h: the actions of a user on a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-financement.h"
#include "financement/pv-versement.h"

G_BEGIN_DECLS

/*
 * Each is a transaction. From notifié on, amounts are agreements: a change of notifié,
 * or of any other stage of a financement that is notified, is also written as a dated
 * mouvement of that stage, so that initial + Σ mouvements = current. The first one
 * bears the amount that was there. An amount that becomes not known takes its
 * mouvements away: nothing was agreed.
 *
 * @today: ISO date of the mouvements.
 */

/**
 * pv_financement_service_add:
 * @financement: without a key, which is set
 * @error: %PV_RULE_ERROR_REFUSED when the dossier already has this payer with the same
 *   line of credits, year and section, or the line is another payer's
 */
gboolean pv_financement_service_add (PvDb *db,
                                     PvFinancement *financement,
                                     const char *today,
                                     GError **error);

/* Makes the row what is given; refused as above. */
gboolean pv_financement_service_update (PvDb *db,
                                        const PvFinancement *financement,
                                        const char *today,
                                        gboolean *changed,
                                        GError **error);

/**
 * pv_financement_service_set_montant:
 * @etape: any stage but versé
 * @cents: 0: refused by the payer; %PV_CENTS_NULL: no answer
 */
gboolean pv_financement_service_set_montant (PvDb *db,
                                             gint64 id,
                                             PvEtape etape,
                                             PvCents cents,
                                             const char *today,
                                             gboolean *changed,
                                             GError **error);

/**
 * pv_financement_service_get_reportable:
 * @etape: (out): the furthest stage
 * @cents: (out): its amount − what was paid, never below 0; 0 while nothing is proposed
 *
 * What of a financement may be carried over to a later exercice.
 */
gboolean pv_financement_service_get_reportable (PvDb *db,
                                                gint64 id,
                                                PvEtape *etape,
                                                PvCents *cents,
                                                GError **error);

/**
 * pv_financement_service_reporter:
 * @exercice: a later year
 * @cents: at most what pv_financement_service_get_reportable() says
 * @motif: why
 *
 * Carries an amount over: what its furthest stage loses, the same stage of that year gains, for
 * the same payer, line of credits and section of the dossier (on the only envelope open for it,
 * if there is one). Both keep a mouvement `report` that names the other year. Refused when that
 * year is at another stage already.
 */
gboolean pv_financement_service_reporter (PvDb *db,
                                          gint64 id,
                                          gint64 exercice,
                                          PvCents cents,
                                          const char *motif,
                                          const char *today,
                                          GError **error);

/* Removes it with its versements and its mouvements. %PV_RULE_ERROR_REFUSED when a séance
 * decided on its amount. */
gboolean pv_financement_service_remove (PvDb *db, gint64 id, GError **error);

/**
 * pv_financement_service_set_versement:
 * @versement: inserted when its key is 0, which is then set
 * @error: %PV_RULE_ERROR_REFUSED when more would be paid back than was paid, or when the dossier
 *   is refusé, abandonné… and the payment is new or raised (pv_versement_object_to_statut())
 */
gboolean pv_financement_service_set_versement (PvDb *db,
                                               PvVersement *versement,
                                               gboolean *changed,
                                               GError **error);
gboolean pv_financement_service_remove_versement (PvDb *db, gint64 id, GError **error);

G_END_DECLS
