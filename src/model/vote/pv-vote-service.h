/* pv-vote-service.h: one act of a funder over many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-progres.h"
#include "vote/pv-vote-constat.h"

G_BEGIN_DECLS

/**
 * pv_vote_service_verifier:
 * @montants: (array length=n)
 * @today: ISO date
 *
 * Returns: (transfer full) (element-type PvVoteConstat): all there is to say of it, the act first
 */
GPtrArray *pv_vote_service_verifier (PvDb *db,
                                     const PvVoteActe *acte,
                                     const PvVoteMontant *montants,
                                     guint n,
                                     const char *today,
                                     GError **error);

/**
 * pv_vote_service_voter:
 * @acte: its stage is taken as voté
 * @montants: (array length=n)
 * @confirme: what is only to be confirmed was
 * @error: %PV_RULE_ERROR_REFUSED with the first of what stands against it, and how many others
 *
 * Writes the amount, the date and the reference on each financement. One transaction: all or
 * nothing ("vote-voter").
 */
gboolean pv_vote_service_voter (PvDb *db,
                                const PvVoteActe *acte,
                                const PvVoteMontant *montants,
                                guint n,
                                gboolean confirme,
                                const char *today,
                                GError **error);

/**
 * pv_vote_service_notifier:
 *
 * The same of notifié ("vote-notifier"). A programmed dossier that is notified an amount by a first
 * funder becomes notifié; an amount of 0 moves nothing.
 */
gboolean pv_vote_service_notifier (PvDb *db,
                                   const PvVoteActe *acte,
                                   const PvVoteMontant *montants,
                                   guint n,
                                   gboolean confirme,
                                   const char *today,
                                   GError **error);

/**
 * pv_vote_service_ecrire:
 * @acte: its stage says which of both
 * @progres: (nullable):
 *
 * One of both, telling how far it is: for a worker.
 */
gboolean pv_vote_service_ecrire (PvDb *db,
                                 const PvVoteActe *acte,
                                 const PvVoteMontant *montants,
                                 guint n,
                                 gboolean confirme,
                                 const char *today,
                                 PvProgres progres,
                                 gpointer user_data,
                                 GError **error);

G_END_DECLS
