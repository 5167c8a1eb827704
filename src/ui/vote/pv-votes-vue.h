/* pv-votes-vue.h: the votes and the notifications, funder by funder
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "vote/pv-vote-store.h"

G_BEGIN_DECLS

#define PV_TYPE_VOTES_VUE (pv_votes_vue_get_type ())

/*
 * PvVotesVue: what a funder has to vote, to notify, and notified; acts over many dossiers.
 *
 * Actions: votes.attente (s: `a-voter`, `a-notifier`, `notifies`), votes.voter, votes.notifier,
 * votes.details: those of the only amount that is selected, votes.copier, votes.tous: shows
 * all dossiers again.
 */
G_DECLARE_FINAL_TYPE (PvVotesVue, pv_votes_vue, PV, VOTES_VUE, AdwBin)

GtkWidget *pv_votes_vue_new (PvContext *context);

/* Reads the list again. */
void pv_votes_vue_refresh (PvVotesVue *self);

/* Shows the dossiers whose number, porteur or intitulé has @text; "" shows all. */
void pv_votes_vue_search (PvVotesVue *self, const char *text);

/* Shows the amounts of these dossiers alone (of gint64), until votes.tous; %NULL: of all. */
void pv_votes_vue_set_dossiers (PvVotesVue *self, const GArray *ids);

/* Goes to a funder and what waits there. */
void pv_votes_vue_show (PvVotesVue *self, gint64 financeur_id, PvVoteAttente attente);

G_END_DECLS
